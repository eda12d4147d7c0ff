import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sharing } from '../../src/athletes/rules.ts';
import type { Light } from '../../src/pain/types.ts';
import { boardPanel } from '../../src/summaries/board-messages.ts';
import { type Board, boardOf, type OpenFacts } from '../../src/summaries/board-rules.ts';
import type { AthleteFacts } from '../../src/summaries/facts.ts';
import { addDays } from '../../src/time/local.ts';
import { athlete, DAY, report, reportOf, session } from './made-facts.ts';

const YESTERDAY = addDays(DAY, -1);

/** What is open of an athlete; each report is of an episode of its own area. */
function open(userId: string, facts: Partial<Omit<OpenFacts, 'userId'>>): OpenFacts {
  return { userId, reports: [], flags: [], ...facts };
}

function past(changes: Partial<AthleteFacts['reports'][number]> = {}, days = 1) {
  const area = changes.area ?? 'low-back';
  return { ...reportOf(addDays(DAY, -days), 4, { light: 'amber', ...changes }), episodeId: area };
}

const textOf = (board: Board): string => boardPanel({ day: DAY, time: '18:05', board }).content ?? '';
const linesOf = (athletes: readonly AthleteFacts[], opened: readonly OpenFacts[] = []): string[] =>
  textOf(boardOf(athletes, opened, DAY))
    .split('\n')
    .slice(1);

describe('the board: who is how now', () => {
  it('details: numbers of today, and of an open episode with its day', () => {
    const ann = athlete('ann', { reports: [report], sessions: [session] });
    const ben = open('ben', { reports: [past({ area: 'left-calf', start: 3 })] });
    expect(linesOf([ann, athlete('ben')], [ben])).toEqual([
      '- <@ann>: **🔴 RED**, low back 1 → 4 from rep 6 · trained · told to stop',
      '- <@ben>: **🟠 AMBER**, left calf 3 → 4 from rep 6 (Mon 9 Mar)',
      '-# No news of anybody else',
    ]);
  });

  it('light only: one colour, the worst, and “told to stop”, without numbers or places', () => {
    const visibility = 'light-only';
    const eve = athlete('eve', {
      sharing: visibility,
      reports: [{ ...report, visibility, light: 'amber' }],
      sessions: [{ ...session, visibility }],
    });
    const reports = [
      past({ visibility, light: 'red', area: 'left-calf' }),
      past({ visibility, area: 'neck' }),
    ];
    expect(linesOf([eve], [open('eve', { reports })])[0]).toBe('- <@eve>: **🔴 RED** (Mon 9 Mar) · trained');
    expect(linesOf([{ ...eve, reports: [{ ...report, visibility }] }])[0]).toBe(
      '- <@eve>: **🔴 RED** · trained · told to stop',
    );
  });

  it('only me: not there, and counted with all who have no news', () => {
    const visibility = 'only-me';
    const shy = athlete('shy', {
      sharing: visibility,
      reports: [{ ...report, visibility, light: 'emergency' }],
      sessions: [{ ...session, visibility }],
    });
    const hidden = open('shy', { reports: [past({ visibility })], flags: [{ visibility, localDate: DAY }] });
    expect(linesOf([shy, athlete('cy')], [hidden])).toEqual(['-# No news']);
    expect(linesOf([athlete('dee'), athlete('cy')])).toEqual(['-# No news']);
  });

  it('an open warning sign is told where details are shared, as a red light where the light is, and never which', () => {
    const flag = (visibility: Sharing) => [{ visibility, localDate: '2026-01-05' }];
    const lines = (visibility: Sharing) =>
      linesOf([athlete('ann', { sharing: visibility })], [open('ann', { flags: flag(visibility) })]);
    expect(lines('details')[0]).toBe('- <@ann>: **🔴 RED** (Mon 5 Jan) · told to stop and see a clinician');
    expect(lines('light-only')[0]).toBe('- <@ann>: **🔴 RED** (Mon 5 Jan) · told to stop');
    expect(lines('only-me')).toEqual(['-# No news']);
  });

  it('a report of today takes the place of an older one of its area; other areas stay', () => {
    const ann = athlete('ann', { reports: [{ ...report, light: 'green', start: null, now: 1, rep: null }] });
    const reports = [past({ light: 'red' }), past({ area: 'neck', start: null, rep: null })];
    expect(linesOf([ann], [open('ann', { reports })])[0]).toBe(
      '- <@ann>: **🟠 AMBER**, neck 4 (Mon 9 Mar) · **🟢 GREEN**, low back 1',
    );
  });

  it('of an open episode the last shared light counts, and a green one is no news', () => {
    const first = past({ light: 'red' }, 3);
    const shown = (...reports: OpenFacts['reports'][number][]) =>
      linesOf([athlete('ann')], [open('ann', { reports })])[0];
    expect(shown(first, past({ light: 'amber' }, 2))).toContain('AMBER');
    expect(shown(past({ light: 'amber' }, 2), first)).toContain('AMBER');
    expect(shown(first, past({ light: 'green' }, 2))).toBe('-# No news');
    expect(shown(first, past({ light: 'green', visibility: 'only-me' }, 2))).toContain('RED');
  });

  it('stands in the order of what to do first', () => {
    const today = (userId: string, light: Light, more: Partial<AthleteFacts['reports'][number]> = {}) =>
      athlete(userId, { reports: [{ ...report, light, ...more }] });
    const worse = athlete('4', {
      earlierReports: [reportOf(addDays(DAY, -2), 1), reportOf(YESTERDAY, 2)],
      reports: [reportOf(DAY, 4)],
    });
    const athletes = [
      today('7', 'green'),
      today('6', 'ask'),
      today('5', 'amber'),
      worse,
      today('3', 'amber', { newEpisode: true }),
      today('2', 'red'),
      today('1', 'urgent'),
    ];
    const flags = [open('1', { flags: [{ visibility: 'details', localDate: DAY }] })];
    expect(boardOf(athletes, flags, DAY).lines.map(({ userId, action }) => `${userId} ${action}`)).toEqual([
      '1 see-clinician',
      '2 red',
      '3 new-pain',
      '4 worse-twice-running',
      '5 amber',
      '6 unfinished',
      '7 green',
    ]);
  });

  it('a report that is still unfinished hides no older light, and of a day the worst light counts', () => {
    const unfinished = { ...report, light: 'ask', now: null, start: null, rep: null } as const;
    const red = past({ light: 'red', start: null, rep: null }, 2);
    const line = (athletes: AthleteFacts, ...reports: OpenFacts['reports'][number][]) =>
      linesOf([athletes], [open('ann', { reports })])[0];
    expect(line(athlete('ann', { reports: [unfinished] }), red)).toBe(
      '- <@ann>: **🔴 RED**, low back 4 (Sun 8 Mar) · **⚪ no light yet**, low back',
    );
    expect(line(athlete('ann'), red, { ...past({ light: 'ask', now: null }, 1) })).toContain('RED');
    const later = new Date(red.reportedAt.getTime() + 60_000);
    expect(line(athlete('ann'), red, { ...red, light: 'green', now: 1, reportedAt: later })).toContain('RED');
  });

  it('has the newest first among the same, and then a fixed order', () => {
    const red = (userId: string, days: number) => open(userId, { reports: [past({ light: 'red' }, days)] });
    const athletes = [...['a', 'b', 'c'].map((id) => athlete(id)), athlete('d', { reports: [report] })];
    const { lines } = boardOf(athletes, [red('a', 3), red('b', 1), red('c', 3)], DAY);
    expect(lines.map(({ userId }) => userId)).toEqual(['d', 'b', 'a', 'c']);
  });

  it('gives team figures from 5 athletes on', () => {
    const trained = (count: number) =>
      Array.from({ length: count }, (_, number) => athlete(`${number}`, { sessions: [session] }));
    expect(linesOf(trained(4))).toEqual(['-# No news']);
    expect(linesOf(trained(5))).toEqual([
      '-# 5 without news · team: 5 of 5 warmed up, median load 135 AU (5 athletes)',
    ]);
  });

  it('does not count a small rest, nor say that it is empty: a coach would know who has not joined', () => {
    const ann = athlete('ann', { reports: [report] });
    const quiet = (count: number) => Array.from({ length: count }, (_, number) => athlete(`${number}`));
    const rest = (count: number) => linesOf([ann, ...quiet(count)]).at(-1);
    expect([0, 1, 4].map(rest)).toEqual(Array(3).fill('-# No news of anybody else'));
    expect(rest(5)).toBe('-# 5 without news');
  });

  it('says so when nobody has joined', () => expect(linesOf([])).toEqual(['-# Nobody has joined yet']));

  it('fits a message with 200 athletes who all hurt in three places, and counts the others', () => {
    const areas = ['low-back', 'left-hamstring', 'right-hamstring'];
    const athletes = Array.from({ length: 200 }, (_, number) =>
      athlete(`${10n ** 18n + BigInt(number)}`, {
        reports: areas.map((area) => ({ ...report, area, now: 10, start: 10 })),
        sessions: [session],
      }),
    );
    const text = textOf(boardOf(athletes, [], DAY));
    expect(text.length).toBeLessThanOrEqual(2000);
    const named = text.split('\n').filter((line) => line.startsWith('- <@')).length;
    expect(named).toBeGreaterThan(8);
    expect(text).toContain(`\n-# and ${200 - named} more · team: 200 of 200 warmed up`);
  });
});

describe('whatever was logged', () => {
  const sharing = fc.constantFrom<Sharing>('only-me', 'light-only', 'details');
  const light = fc.constantFrom<Light>(
    'emergency',
    'urgent',
    'red-see-clinician',
    'red',
    'amber',
    'green',
    'ask',
  );
  const area = fc.constantFrom('low-back', 'left-calf', 'neck');
  const facts = fc.record({
    today: fc.array(fc.record({ visibility: sharing, light, area }), { maxLength: 4 }),
    before: fc.array(fc.record({ visibility: sharing, light, area }), { maxLength: 4 }),
    flags: fc.array(sharing, { maxLength: 2 }),
  });
  type Made = typeof facts extends fc.Arbitrary<infer T> ? T : never;

  const boardOfMade = ({ today, before, flags }: Made) => {
    const ann = athlete('ann', { reports: today.map((each) => ({ ...report, ...each })) });
    const opened = open('ann', {
      reports: before.map((each) => past(each)),
      flags: flags.map((visibility) => ({ visibility, localDate: DAY })),
    });
    return textOf(boardOf([ann], [opened], DAY));
  };
  const only = (made: Made, keeps: (visibility: Sharing) => boolean): Made => ({
    today: made.today.filter(({ visibility }) => keeps(visibility)),
    before: made.before.filter(({ visibility }) => keeps(visibility)),
    flags: made.flags.filter(keeps),
  });

  it('“only me” entries change nothing on the board', () => {
    fc.assert(
      fc.property(facts, (made) => {
        expect(boardOfMade(made)).toBe(boardOfMade(only(made, (visibility) => visibility !== 'only-me')));
      }),
    );
  });

  it('without details there is no place, number or clinician', () => {
    fc.assert(
      fc.property(facts, (made) => {
        const text = boardOfMade(only(made, (visibility) => visibility !== 'details'));
        expect(text).not.toMatch(/back|calf|neck|→|clinician/);
      }),
    );
  });
});
