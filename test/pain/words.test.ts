/** What is read in the middle of a session, or half asleep: short; `test/words` sees to how plain it is. */

import { describe, expect, it } from 'vitest';
import type { Athlete } from '../../src/athletes/store.ts';
import type { Panel } from '../../src/discord/panel.ts';
import { ownNudge } from '../../src/habits/own-messages.ts';
import { AREAS } from '../../src/pain/areas.ts';
import { morningAdvice } from '../../src/pain/course-rules.ts';
import { DISCLAIMER, lightPanel } from '../../src/pain/light-messages.ts';
import { echoNudge, echoWaiting, morningPanel } from '../../src/pain/morning-messages.ts';
import { type Light, PHASES, type Phase } from '../../src/pain/rules.ts';
import { screenLists } from '../../src/pain/screen.ts';
import { screenPanel } from '../../src/pain/screen-messages.ts';
import type { PainAnswer } from '../../src/pain/settle.ts';
import { stopAgainPanel, stopPanel } from '../../src/pain/stop-messages.ts';
import type { PainReport } from '../../src/pain/store.ts';

const DAY = '2026-10-25';
const UUID = '3f2b7c1e-8d4a-4b6f-9a2c-1e5d7f9b3c60';
const PLACES = AREAS.map(({ id }) => id);

const words = ({ content = '', embeds = [] }: Panel) =>
  [content, ...embeds.flatMap(({ description, footer }) => [description, footer?.text])].join('\n');

describe('the three taps', () => {
  it.each(PLACES)('fit every limit in the %s', (area) => {
    const pages = [
      stopPanel({ day: DAY, area, start: null, now: null }, true),
      stopPanel({ day: DAY, area, start: 10, now: null }, true),
      stopPanel({ day: DAY, area, start: 10, now: 10 }),
      stopAgainPanel(),
    ];
    for (const page of pages) {
      expect(words(page).split('\n').length).toBeLessThanOrEqual(3);
      expect(page.components?.length).toBeLessThanOrEqual(5);
    }
  });
});

describe('the page of warning signs', () => {
  const athlete = { ageGroup: 'adult', fracture: 'none' } as Athlete;
  it.each(['spine', 'leg', 'other'] as const)('of the %s fits an embed', (group) => {
    for (const ageGroup of ['adult', '13-15'] as const) {
      const person = { minor: ageGroup !== 'adult', fracture: 'none' } as const;
      const screen = { lists: screenLists(group, person), stopMeanwhile: true };
      const report = { id: UUID, area: 'right-outer-thigh' } as PainReport;
      const page = screenPanel(report, screen, { ...athlete, ageGroup });
      expect(page.embeds?.[0]?.description?.length).toBeLessThan(4096);
    }
  });
});

describe('the morning question', () => {
  const one = { reportId: UUID, area: 'right-outer-thigh', worst: 10, last: 10, answer: null };
  it('fits every limit with five areas', () => {
    const panel = morningPanel([one, one, one, one, one], UUID);
    expect(panel.components).toHaveLength(5);
    expect(words(panel).split('\n')).toHaveLength(6);
  });

  it('says nothing of health where others read', () => {
    expect(echoNudge(UUID, '1').content).not.toMatch(/pain|hurt|sore|back|health|better|worse/i);
  });

  it('looks to others as a reminder in one’s own words does, when direct messages are closed', () => {
    const seen = (body: object) => JSON.stringify(body).replace(/"custom_id":"[^"]*"/g, '');
    expect(seen(echoWaiting(UUID, '1'))).toBe(seen(ownNudge({ deliveryId: UUID, userId: '1' })));
  });

  it('does not ask whether nothing is better, or the worst is worse', () => {
    const off = (last: number) =>
      JSON.stringify(morningPanel([{ ...one, last }], UUID)).match(
        /"label":"(\w+)","style":2,"disabled":true/g,
      );
    expect(off(0)?.join()).toContain('Better');
    expect(off(10)?.join()).toContain('Worse');
    expect(off(5)).toBeNull();
  });
});

describe('the light', () => {
  const LIGHTS = ['emergency', 'urgent', 'red-see-clinician', 'red', 'amber', 'green'] as const;
  const FLAGGED: readonly string[] = LIGHTS.slice(0, 3);
  const athlete = { ageGroup: 'adult', fracture: 'none' } as Athlete;
  const cases = LIGHTS.flatMap((light) => PHASES.map((phase) => ({ light, phase })));

  /** Everything that could be said beside a light, said of one report. */
  const answer = (light: Light, phase: Phase): PainAnswer => ({
    report: {
      ...{ id: UUID, clubId: 'c', athleteId: 'a', episodeId: 'e', sessionId: 's', area: 'low-back' },
      ...{ reportedAt: new Date(0), localDate: DAY, visibility: 'light-only', light, phase, trend: null },
      ...{ now: 6, start: 1, growing: true, strideChanged: true, kinds: ['ache'], rep: 6, notes: null },
    },
    result: { light, rule: 5, reasons: [], missing: [] },
    screen: null,
    session: { type: 'tempo' } as PainAnswer['session'],
    onsetMetres: 600,
    morning: [...morningAdvice(6, 1)],
    redToday: false,
    amberAt: 3,
    seePhysio: true,
  });

  it.each(cases)('$light, $phase: has the disclaimer, and beside a sign no advice', ({ light, phase }) => {
    const text = JSON.stringify(lightPanel(answer(light, phase), athlete).embeds);
    expect(text).toContain(DISCLAIMER);
    const later = JSON.stringify(lightPanel({ ...answer(light, phase), redToday: true }, athlete).embeds);
    expect(later).not.toMatch(/carry on|bike|pool|rate again/i);
    if (FLAGGED.includes(light))
      expect(text).not.toMatch(/tempo|half|halve|bike|pool|carry on|mobility|rate again/i);
  });
});
