import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sharing } from '../../src/athletes/rules.ts';
import type { WeekFacts } from '../../src/summaries/week-facts.ts';
import { weekPanel } from '../../src/summaries/week-messages.ts';
import { weekSummary } from '../../src/summaries/week-rules.ts';
import { coreDays, dayOfWeek, painOn, SUNDAY, sessionOn, weekOf } from './made-week.ts';

/** The week's message, a line each. */
function linesOf(...athletes: WeekFacts[]): string[] {
  const { content = '' } = weekPanel({ last: SUNDAY, summary: weekSummary(athletes, SUNDAY) });
  return content.split('\n');
}

/** What is said of one athlete; null: there is no line. */
function saidOf(facts: Partial<WeekFacts>): string | null {
  const line = linesOf(weekOf('a', facts)).find((each) => each.startsWith('- '));
  return line?.slice('- <@a>: '.length) ?? null;
}

const LIGHT = { visibility: 'light-only' } as const;
const HIDDEN = { visibility: 'only-me' } as const;
const rising = (more: object = {}) => [painOn(-10, 1), painOn(-4, 2), painOn(2, 4, more)];

describe('what a coach reads of one athlete’s week', () => {
  it.each<[string, Partial<WeekFacts>, string | null]>([
    [
      'the median of an episode up twice running, by 3',
      { reports: rising() },
      '**see a physio**: low back up two weeks running, weekly median 1 → 2 → 4',
    ],
    ['the last of them not shared with numbers', { reports: rising(LIGHT) }, null],
    ['the last of them for oneself', { reports: rising(HIDDEN) }, null],
    [
      'two episodes that only together rise',
      { reports: [painOn(-10, 1), painOn(-4, 2), painOn(2, 4, { episodeId: 'e2' })] },
      null,
    ],
    ['up by 1 in total', { reports: [painOn(-10, 1), painOn(-4, 1), painOn(2, 2)] }, null],
    ['a week without numbers between', { reports: [painOn(-10, 1), painOn(2, 4)] }, null],
    [
      'half a point more each week',
      { reports: [painOn(-10, 1), painOn(-4, 2), painOn(-3, 3), painOn(2, 3)] },
      '**see a physio**: low back up two weeks running, weekly median 1 → 2.5 → 3',
    ],
    ['a red day', { reports: [painOn(1, 6, { light: 'red' })] }, '**🔴 RED** on 1 day (Tue): low back'],
    [
      'two reds on one day and one on another',
      {
        reports: [
          painOn(1, 6, { light: 'red' }),
          painOn(1, 7, { light: 'urgent', area: 'neck' }),
          painOn(4, 6, { light: 'red', area: 'left-knee' }),
        ],
      },
      '**🔴 RED** on 2 days (Tue, Fri): low back, neck and 1 more',
    ],
    [
      'red days, the light alone',
      { reports: [painOn(1, 6, { ...LIGHT, light: 'red' })] },
      '**🔴 RED** on 1 day (Tue)',
    ],
    ['a red day for oneself', { reports: [painOn(1, 6, { ...HIDDEN, light: 'red' })] }, null],
    ['a red day of the week before', { reports: [painOn(-1, 6, { light: 'red' })] }, null],
    [
      'pain on three days',
      { reports: [painOn(0, 2, { light: 'green' }), painOn(2, 5), painOn(6, 1, { light: 'green' })] },
      'pain on 3 days, worst 5 of 10',
    ],
    ['pain on two days, three reports', { reports: [painOn(0, 2), painOn(2, 5), painOn(2, 3)] }, null],
    ['three days at 0', { reports: [0, 1, 2].map((day) => painOn(day, 0, { light: 'green' })) }, null],
    [
      'three ambers, the light alone',
      { reports: [0, 1, 2].map((day) => painOn(day, 4, LIGHT)) },
      'amber or red on 3 days',
    ],
    [
      'three reds, the light alone',
      { reports: [0, 1, 2].map((day) => painOn(day, 4, { ...LIGHT, light: 'red' })) },
      '**🔴 RED** on 3 days (Mon, Tue, Wed)',
    ],
    [
      'three greens, the light alone',
      { reports: [0, 1, 2].map((day) => painOn(day, 2, { ...LIGHT, light: 'green' })) },
      null,
    ],
    ['three painful days for oneself', { reports: [0, 1, 2].map((day) => painOn(day, 5, HIDDEN)) }, null],
    [
      'nothing logged for 7 days',
      { lastLogged: { date: dayOfWeek(-1), visibility: 'details' } },
      'nothing logged all week',
    ],
    [
      'nothing logged for 14 days',
      { lastLogged: { date: dayOfWeek(-8), visibility: 'details' } },
      'nothing logged all week',
    ],
    ['nothing logged for 15 days', { lastLogged: { date: dayOfWeek(-9), visibility: 'details' } }, null],
    ['something logged on its Monday', { lastLogged: { date: dayOfWeek(0), visibility: 'details' } }, null],
    [
      'silence after an entry for oneself',
      { lastLogged: { date: dayOfWeek(-1), visibility: 'only-me' } },
      null,
    ],
    [
      'silence of who shares nothing now',
      { sharing: 'only-me', lastLogged: { date: dayOfWeek(-1), visibility: 'details' } },
      null,
    ],
    [
      'core work missed three times',
      { sessions: [sessionOn(0)], coreDays: coreDays(false, false, true, false) },
      'core work not logged on 3 of 4 days · trained on 1 day',
    ],
    ['core work missed twice', { sessions: [sessionOn(0)], coreDays: coreDays(false, false, true) }, null],
    ['core work missed by who was silent', { coreDays: coreDays(false, false, false) }, null],
    [
      'core work missed on days with entries for oneself',
      { sessions: [sessionOn(1), sessionOn(2, HIDDEN)], coreDays: coreDays(false, false, false) },
      null,
    ],
    [
      'core work missed by who shares nothing',
      { sharing: 'only-me', sessions: [sessionOn(0, HIDDEN)], coreDays: coreDays(false, false, false) },
      null,
    ],
  ])('%s', (_, facts, said) => {
    expect(saidOf(facts)).toBe(said);
  });

  it('says the biggest jump of shared tempo, each against the 30 days before it', () => {
    const metres = (place: number, each: number) => sessionOn(place, { metres: each });
    const tempoOf = (sessions: readonly WeekFacts['sessions'][number][]) =>
      sessions.map(({ visibility, localDate, metres: each }) => ({
        visibility,
        localDate,
        metres: each ?? 0,
      }));
    const before = tempoOf([-3, -5, -8, -10].map((place) => metres(place, 1000)));
    const week = [metres(1, 1400), metres(4, 1800)];
    const said = (sessions: typeof week) => saidOf({ sessions, tempo: [...before, ...tempoOf(sessions)] });
    expect(said(week)).toBe('biggest shared tempo session in 30 days: 1,800 m (+29 %) · trained on 2 days');
    expect(said([metres(1, 1100)])).toBeNull();
    expect(said([sessionOn(1, { metres: 1400, ...LIGHT })])).toBeNull();
  });
});

describe('the summary of a club’s week', () => {
  it('orders by what to do, not by how much it hurts, and names the biggest fact first', () => {
    const lines = linesOf(
      weekOf('f', { sessions: [sessionOn(0)], coreDays: coreDays(false, false, false) }),
      weekOf('e', { lastLogged: { date: dayOfWeek(-1), visibility: 'details' } }),
      weekOf('d', { reports: [0, 1, 2].map((day) => painOn(day, 3)) }),
      weekOf('c', { reports: [painOn(1, 6, { light: 'red' })] }),
      weekOf('b', { reports: [0, 1, 2].map((day) => painOn(day, 9, { light: 'red' })) }),
      weekOf('a', { reports: rising() }),
    );
    expect(lines).toEqual([
      '**The week, Mon 9 Mar to Sun 15 Mar**',
      '- <@a>: **see a physio**: low back up two weeks running, weekly median 1 → 2 → 4',
      '- <@b>: **🔴 RED** on 3 days (Mon, Tue, Wed): low back · pain on 3 days, worst 9 of 10',
      '- <@c>: **🔴 RED** on 1 day (Tue): low back',
      '- <@d>: pain on 3 days, worst 3 of 10',
      '- <@e>: nothing logged all week',
      '- <@f>: core work not logged on 3 of 3 days · trained on 1 day',
      '-# No news of anybody else',
    ]);
  });

  it('is one short line without news', () => {
    const away = { date: dayOfWeek(-20), visibility: 'details' } as const;
    expect(linesOf(weekOf('a', { sessions: [sessionOn(0)] }), weekOf('b', { lastLogged: away }))).toEqual([
      '**Week Mon 9 Mar to Sun 15 Mar:** no news. 1 trained, 1 shared no session (1 silent for over two weeks).',
    ]);
    expect(linesOf()).toEqual(['**Week Mon 9 Mar to Sun 15 Mar:** nobody has joined yet.']);
  });

  it.each([
    { sharing: 5, figures: true },
    { sharing: 4, figures: false },
  ])('gives figures of the team over $sharing who share: $figures', ({ sharing, figures }) => {
    const club = Array.from({ length: 9 }, (_, place) =>
      weekOf(`${place}`, {
        sessions: [0, place].map((day) =>
          sessionOn(day % 7, { warmup: day === 0 ? 'none' : 'full', ...(place < sharing ? LIGHT : HIDDEN) }),
        ),
        ...(place === 0 ? { reports: [painOn(0, 6, { light: 'red' })] } : {}),
      }),
    );
    const last = linesOf(...club).at(-1);
    expect(last).toBe(
      figures
        ? '-# Others: 4 trained, 4 shared no session · team: 10 sessions by 5 athletes, median 2 days each, warm-up before 4 of 10 sessions'
        : '-# Others: 3 trained, 5 shared no session',
    );
  });

  it('of 200 athletes with long facts fits a message, and counts everybody', () => {
    const areas = ['left-hamstring', 'right-hamstring', 'left-foot-ankle'];
    const club = Array.from({ length: 200 }, (_, place) =>
      weekOf(`${10n ** 19n + BigInt(place)}`, {
        sessions: [0, 1, 2, 3].map((day) => sessionOn(day)),
        coreDays: coreDays(false, false, false, false),
        reports: areas.flatMap((area, index) =>
          [painOn(-10, 3), painOn(-4, 5), painOn(2, 10), painOn(3, 10), painOn(4, 10)].map((each) => ({
            ...{ ...each, area, episodeId: `e${index}`, light: 'red' as const },
          })),
        ),
      }),
    );
    const lines = linesOf(...club);
    expect(lines.join('\n').length).toBeLessThanOrEqual(2000);
    const named = lines.filter((line) => line.startsWith('- '));
    expect(named.length).toBeGreaterThanOrEqual(4);
    expect(named.length).toBeLessThanOrEqual(8);
    for (const line of named) expect(line).toMatch(/ · and 3 more · trained on 4 days$/);
    expect(lines.at(-1)).toContain(
      `Others: ${200 - named.length} trained, 0 shared no session, ${200 - named.length} of them`,
    );
  });
});

// Numbers in the facts are drawn from a million upwards, so that one in the summary can be traced to its entry.
const sharing = fc.constantFrom<Sharing>('only-me', 'light-only', 'details');
const number = fc.integer({ min: 1_000_000, max: 9_999_999 });
const place = fc.integer({ min: -14, max: 6 });
const clubs = fc.uniqueArray(
  fc.record({
    userId: fc.uuid(),
    sharing,
    sessions: fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 6 }), sharing, number)
        .map(([day, visibility, metres]) => sessionOn(day, { visibility, metres })),
    ),
    reports: fc.array(
      fc
        .tuple(place, sharing, number, fc.constantFrom('green', 'amber', 'red', 'ask', 'emergency'))
        .map(([day, visibility, now, light]) =>
          painOn(day, now, { visibility, light, start: null, rep: null }),
        ),
    ),
    tempo: fc.array(
      fc
        .tuple(place, sharing, number)
        .map(([day, visibility, metres]) => ({ localDate: dayOfWeek(day), visibility, metres })),
    ),
    lastLogged: fc.option(
      fc.record({ date: fc.constantFrom(dayOfWeek(-1), dayOfWeek(3), dayOfWeek(-20)), visibility: sharing }),
    ),
    coreDays: fc.array(fc.boolean(), { maxLength: 4 }).map((done) => coreDays(...done)),
    coreMarkedAt: fc.constant([]),
  }),
  { maxLength: 12, selector: ({ userId }) => userId },
);

describe('what was not shared of a week', () => {
  const isHidden = ({ visibility }: { readonly visibility: Sharing }) => visibility !== 'details';

  it('could be any number at all: the summary is the same', () => {
    fc.assert(
      fc.property(clubs, number, (club, other) => {
        const changed = club.map((one) => ({
          ...one,
          sessions: one.sessions.map((each) =>
            isHidden(each) ? { ...each, metres: other, load: other } : each,
          ),
          reports: one.reports.map((each) =>
            isHidden(each) ? { ...each, now: other, area: 'neck', episodeId: 'x' } : each,
          ),
          tempo: one.tempo.map((each) => (isHidden(each) ? { ...each, metres: other } : each)),
        }));
        expect(weekSummary(changed, SUNDAY)).toEqual(weekSummary(club, SUNDAY));
      }),
      { numRuns: 300 },
    );
  });

  it('puts nobody on a line whose entries are all for themselves, and counts everybody', () => {
    const hide = <Entry extends object>(entry: Entry) => ({ ...entry, ...HIDDEN });
    fc.assert(
      fc.property(clubs, fc.boolean(), (club, hidden) => {
        const own = club.map(({ lastLogged, ...one }) => ({
          ...one,
          sessions: one.sessions.map(hide),
          reports: one.reports.map(hide),
          lastLogged: lastLogged && hide(lastLogged),
        }));
        const { lines, rest } = weekSummary(hidden ? own : club, SUNDAY);
        if (hidden) expect(lines).toEqual([]);
        expect(lines.length).toBeLessThanOrEqual(8);
        expect(lines.length + rest.trained + rest.quiet).toBe(club.length);
      }),
    );
  });
});
