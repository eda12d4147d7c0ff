import { describe, expect, it } from 'vitest';
import { summaryPanel } from '../../src/summaries/messages.ts';
import type { AthleteFacts, Summary } from '../../src/summaries/rules.ts';
import { addDays } from '../../src/time/local.ts';
import { athlete, DAY, report, session, summarise, tempo } from './made-facts.ts';

const AREAS = [
  'left-hamstring',
  'right-hamstring',
  'left-foot-ankle',
  'right-foot-ankle',
  'low-back',
  'neck',
];

/** Everything at once, with a name as long as Discord's ids get. */
function busy(place: number, areas: readonly string[]): AthleteFacts {
  return athlete(`${10n ** 19n + BigInt(place)}`, {
    sessions: [{ ...session, warmup: 'none', metres: 12_345 }],
    reports: areas.map((area) => ({ ...report, area, now: 10, start: 10, rep: 200, newEpisode: true })),
    earlierTempo: tempo(1000, 1200, 900, 800),
    coreMissed: true,
  });
}

const linesOf = (summary: Summary): string[] =>
  (summaryPanel({ day: DAY, today: addDays(DAY, 1), summary }).content ?? '').split('\n');

const mentionsIn = (lines: readonly string[]) => lines.filter((line) => line.startsWith('- <@'));

describe('the summary as it is worded', () => {
  it.each([
    { areas: 1, more: 1 },
    { areas: 2, more: 2 },
    { areas: 6, more: 6 },
  ])('gives three facts of an athlete with $areas sore areas, and counts the others', ({ areas, more }) => {
    const [line = ''] = mentionsIn(linesOf(summarise(busy(0, AREAS.slice(0, areas)))));
    expect(line.split(' · ')).toHaveLength(5);
    expect(line).toMatch(new RegExp(`· and ${more} more · trained, told to stop$`));
  });

  it('counts no others where three facts are all', () => {
    const reports = AREAS.slice(0, 3).map((area) => ({ ...report, area }));
    expect(linesOf(summarise(athlete('1', { reports })))[1]).not.toContain('more');
  });

  it('names those of whom the same everyday facts are said once, whoever stands between, and nobody’s pain so', () => {
    const club = ['1', '2', '3', '4'].map((userId, place) =>
      athlete(userId, { coreMissed: true, sessions: place % 2 === 0 ? [session] : [] }),
    );
    const red = ['5', '6'].map((userId) => athlete(userId, { reports: [report] }));
    const shown = mentionsIn(linesOf(summarise(...club, ...red)));
    expect(shown.slice(0, 2).map((line) => line.slice(0, 7))).toEqual(['- <@5>:', '- <@6>:']);
    expect(shown.slice(2)).toEqual([
      '- <@1>, <@3>: core work not logged · trained',
      '- <@2>, <@4>: core work not logged',
    ]);
  });

  it('ends with the whole line on the rest for 200 athletes with 6 sore areas each', () => {
    const lines = linesOf(summarise(...Array.from({ length: 200 }, (_, place) => busy(place, AREAS))));
    expect(lines.join('\n').length).toBeLessThanOrEqual(2000);
    const named = mentionsIn(lines);
    for (const line of named) expect(line).toMatch(/^- <@\d{20}>: .* · and 6 more · trained, told to stop$/);
    expect(lines).toHaveLength(named.length + 2);
    expect(lines.at(-1)).toBe(
      `-# Others: ${200 - named.length} trained, 0 shared no session, ${200 - named.length} of them to look at too · team: 0 of 200 warmed up, median load 135 AU (200 athletes)`,
    );
  });

  it('drops whole lines from the end when it would be longer than 2,000 characters, and counts them', () => {
    const wordy = Array.from({ length: 8 }, (_, place) => {
      const one = busy(place, AREAS);
      const sessions = place === 7 ? [] : one.sessions;
      return { ...one, userId: `${place}`.repeat(60), sessions };
    });
    const lines = linesOf(summarise(...wordy));
    expect(lines.join('\n').length).toBeLessThanOrEqual(2000);
    expect(mentionsIn(lines).map((line) => line.charAt(4))).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(lines.at(-1)).toMatch(
      /^-# Others: 1 trained, 1 shared no session, 2 of them to look at too · team: 0 of 7 warmed up/,
    );
  });

  it('is one short line on a day without news, with the dormant counted', () => {
    const away = (userId: string) =>
      athlete(userId, { lastLogged: { date: addDays(DAY, -15), visibility: 'details' } });
    expect(linesOf(summarise(away('1'), away('2'), athlete('3', { sessions: [session] })))).toEqual([
      '**Tue 10 Mar:** no news. 1 trained, 2 shared no session (2 silent for over two weeks).',
    ]);
  });
});
