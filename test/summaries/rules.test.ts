import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sharing } from '../../src/athletes/rules.ts';
import type { Light } from '../../src/pain/rules.ts';
import { SESSION_TYPES } from '../../src/sessions/types.ts';
import { lineKey } from '../../src/summaries/cut-rules.ts';
import { newestChange } from '../../src/summaries/late-rules.ts';
import {
  type AthleteFacts,
  type ReportFact,
  type SessionFact,
  summaryLines,
} from '../../src/summaries/rules.ts';
import { actions, athlete, DAY, report, reportOf, session, summarise, tempo } from './made-facts.ts';

describe('what a coach reads of one athlete', () => {
  it('gives the numbers of a red light that was shared with details', () => {
    const shared = athlete('ann', {
      sessions: [{ ...session, warmup: 'none' }],
      reports: [{ ...report, newEpisode: true }],
    });
    expect(summarise(shared).lines).toEqual([
      {
        userId: 'ann',
        action: 'red',
        trained: true,
        stopped: true,
        facts: [
          {
            fact: 'pain',
            colour: 'red',
            details: { area: 'low-back', now: 4, start: 1, rep: 6, isNew: true },
          },
          { fact: 'warm-up-missed', type: 'tempo' },
        ],
      },
    ]);
  });

  it('gives the colour and the missed warm-up, and no more, where the light alone was shared', () => {
    const visibility = 'light-only';
    const shy = athlete('ann', {
      sharing: visibility,
      sessions: [{ ...session, visibility, warmup: 'none' }],
      reports: [{ ...report, visibility, newEpisode: true }],
    });
    expect(summarise(shy).lines).toEqual([
      {
        userId: 'ann',
        action: 'red',
        trained: true,
        stopped: true,
        facts: [
          { fact: 'pain', colour: 'red', details: null },
          { fact: 'warm-up-missed', type: null },
        ],
      },
    ]);
  });

  it('neither names nor counts what was kept to oneself: of few others a count would tell it', () => {
    const visibility = 'only-me';
    const ben = athlete('ben', {
      sharing: visibility,
      sessions: [{ ...session, visibility, warmup: 'none' }],
      reports: [{ ...report, visibility }],
      coreMissed: true,
    });
    const summary = summarise(ben);
    expect(summary.lines).toEqual([]);
    expect(summary.rest).toEqual({ trained: 0, quiet: 1, alsoToLookAt: 0, dormant: 0, loggedLate: 0 });
  });

  it.each<Light>(['emergency', 'urgent', 'red-see-clinician', 'red'])(
    'shows %s as red and nothing else',
    (light) => {
      const [line] = summarise(athlete('ann', { reports: [{ ...report, light }] })).lines;
      expect(line).toEqual(summarise(athlete('ann', { reports: [report] })).lines[0]);
    },
  );

  it('speaks of the worst light of the day in each area', () => {
    const reports = [
      { ...report, light: 'amber' as const, now: 3 },
      { ...report, reportedAt: new Date(`${DAY}T17:20:00Z`), now: 5 },
      { ...report, area: 'left-knee', light: 'green' as const, now: 1, start: 1, rep: null },
    ];
    const [line] = summarise(athlete('ann', { reports })).lines;
    expect(line?.facts).toMatchObject([
      { colour: 'red', details: { area: 'low-back', now: 5 } },
      { colour: 'green', details: { area: 'left-knee', now: 1 } },
    ]);
  });

  it.each<[string, Partial<AthleteFacts>, string[]]>([
    ['a green report of a known pain', { reports: [{ ...report, light: 'green', now: 1 }] }, []],
    [
      'a green report of a new pain',
      { reports: [{ ...report, light: 'green', now: 1, newEpisode: true }] },
      ['a new-pain'],
    ],
    ['an amber light', { reports: [{ ...report, light: 'amber' }] }, ['a amber']],
    ['a light that still waits for an answer', { reports: [{ ...report, light: 'ask', now: null }] }, []],
    ['two days of silence', { lastLogged: { date: '2026-03-08', visibility: 'details' } }, []],
    ['three days of silence', { lastLogged: { date: '2026-03-07', visibility: 'light-only' } }, ['a silent']],
    ['silence after an entry for oneself', { lastLogged: { date: '2026-03-01', visibility: 'only-me' } }, []],
    [
      'silence of somebody who shares nothing',
      { sharing: 'only-me', lastLogged: { date: '2026-03-01', visibility: 'details' } },
      [],
    ],
    ['nobody who ever logged', { lastLogged: null, coreMissed: true }, []],
    ['core work missed', { coreMissed: true }, ['a core-missed']],
    [
      'core work missed beside an entry for oneself alone',
      { coreMissed: true, sessions: [{ ...session, visibility: 'only-me' }] },
      [],
    ],
    ['no warm-up', { sessions: [{ ...session, warmup: 'none' }] }, ['a warm-up-missed']],
    ['a warm-up that nobody asked about', { sessions: [{ ...session, warmup: null }] }, []],
    [
      'a tempo session 40 % above 30 days',
      { sessions: [session], earlierTempo: tempo(1000, 1200, 1428, 900) },
      ['a load-jump'],
    ],
    ['one 10 % above', { sessions: [session], earlierTempo: tempo(1000, 1200, 1819, 900) }, []],
    ['one above three others', { sessions: [session], earlierTempo: tempo(1000, 1200, 1428) }, []],
    [
      'one above sessions that were not shared',
      { sessions: [session], earlierTempo: tempo(1000, 1200, 900, 800).map(hide) },
      [],
    ],
    [
      'a long session that is no tempo',
      { sessions: [{ ...session, type: 'race' }], earlierTempo: tempo(100, 200, 300, 400) },
      [],
    ],
  ])('%s', (_, facts, expected) => expect(actions(summarise(athlete('a', facts)))).toEqual(expected));
});

describe('the summary of a club', () => {
  it('puts eight lines in the order in which a coach can act on them, and counts the rest', () => {
    const summary = summarise(
      athlete('warm', { sessions: [{ ...session, warmup: 'none' }] }),
      athlete('core', { coreMissed: true }),
      athlete('jump', { sessions: [session], earlierTempo: tempo(1000, 1200, 1428, 900) }),
      athlete('silent', { lastLogged: { date: '2026-03-01', visibility: 'details' } }),
      athlete('amber', { reports: [{ ...report, light: 'amber' }] }),
      athlete('worse', {
        reports: [{ ...report, light: 'green', now: 3 }],
        earlierReports: [reportOf('2026-03-05', 1), reportOf('2026-03-08', 2)],
      }),
      athlete('new', { reports: [{ ...report, light: 'amber', newEpisode: true }] }),
      athlete('red2', { reports: [report] }),
      athlete('red1', { reports: [report], sessions: [session] }),
      athlete('fine', { sessions: [session] }),
      athlete('away', { lastLogged: null }),
    );
    expect(actions(summary)).toEqual([
      'red1 red',
      'red2 red',
      'new new-pain',
      'worse worse-twice-running',
      'amber amber',
      'jump load-jump',
      'silent silent',
      'core core-missed',
    ]);
    expect(summary.rest).toEqual({ trained: 2, quiet: 1, alsoToLookAt: 1, dormant: 0, loggedLate: 0 });
  });

  it('gives figures of the team from five athletes on', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) =>
        athlete(`a${n}`, { sessions: [{ ...session, load: 100 + n }] }),
      );
    expect(summarise(...many(4)).team).toEqual({ warmups: null, load: null });
    expect(summarise(...many(5)).team).toEqual({
      warmups: { done: 5, of: 5 },
      load: { medianAu: 102, of: 5 },
    });
    const lightOnly = many(5).map((one) => ({
      ...one,
      sessions: one.sessions.map((each) => ({ ...each, visibility: 'light-only' as const })),
    }));
    expect(summarise(...lightOnly).team).toEqual({ warmups: { done: 5, of: 5 }, load: null });
    expect(
      summarise(...lightOnly.map((one) => ({ ...one, sessions: one.sessions.map(hide) }))).team.warmups,
    ).toBeNull();
  });

  it('has nothing to say of an empty club', () => {
    expect(summarise()).toEqual({
      lines: [],
      rest: { trained: 0, quiet: 0, alsoToLookAt: 0, dormant: 0, loggedLate: 0 },
      team: { warmups: null, load: null },
    });
  });
});

// Numbers in the facts are drawn from a million upwards, so that one in the summary can be traced to its entry.
const sharing = fc.constantFrom<Sharing>('only-me', 'light-only', 'details');
const number = fc.integer({ min: 1_000_000, max: 9_999_999 });
const moment = fc.integer({ min: 0, max: 5_000 }).map((ms) => new Date(ms));
const earlierDay = fc.constantFrom('2026-03-02', '2026-03-03', '2026-03-08', '2026-03-09');
const sessionsOn = (days: fc.Arbitrary<string>): fc.Arbitrary<SessionFact> =>
  fc.record({
    visibility: sharing,
    localDate: days,
    loggedAt: moment,
    changedAt: fc.option(moment),
    type: fc.constantFrom(...SESSION_TYPES.map(({ id }) => id)),
    warmup: fc.constantFrom('full', 'short', 'none', null),
    core: fc.option(fc.boolean()),
    stretch: fc.constantFrom('yes', 'no', 'later', null),
    load: fc.option(number),
    metres: fc.option(number),
  });
const reports: fc.Arbitrary<ReportFact> = fc.record({
  visibility: sharing,
  reportedAt: moment,
  changedAt: fc.option(moment),
  localDate: fc.constantFrom('2026-03-08', '2026-03-09', DAY, '2026-03-11'),
  area: fc.constantFrom('low-back', 'left-knee', 'right-calf'),
  light: fc.constantFrom('emergency', 'urgent', 'red-see-clinician', 'ask', 'red', 'amber', 'green'),
  now: fc.option(number),
  start: fc.option(number),
  rep: fc.option(number),
  newEpisode: fc.boolean(),
});
const facts: fc.Arbitrary<AthleteFacts> = fc.record({
  userId: fc.uuid(),
  sharing,
  sessions: fc.array(sessionsOn(fc.constant(DAY)), { maxLength: 3 }),
  earlierSessions: fc.array(sessionsOn(earlierDay), { maxLength: 3 }),
  reports: fc.array(reports, { maxLength: 4 }),
  earlierReports: fc.array(reports, { maxLength: 4 }),
  earlierTempo: fc.array(fc.record({ visibility: sharing, localDate: earlierDay, metres: number }), {
    maxLength: 6,
  }),
  lastLogged: fc.option(
    fc.record({ date: fc.constantFrom(DAY, '2026-03-01', '2026-02-01'), visibility: sharing }),
  ),
  coreMissed: fc.boolean(),
  coreLate: fc.array(fc.record({ day: earlierDay, how: fc.constantFrom('logged', 'changed') }), {
    maxLength: 2,
  }),
  coreMarkedAt: fc.array(moment, { maxLength: 2 }),
});
const tolds = fc.option(fc.record({ day: earlierDay, until: moment }));
const clubs = fc.uniqueArray(facts, { maxLength: 12, selector: ({ userId }) => userId });

describe('what was not shared', () => {
  it('leaves no number behind', () => {
    fc.assert(
      fc.property(clubs, tolds, (club, told) => {
        const kept = new Set(club.flatMap((one) => numbersOf(one, (visibility) => visibility === 'details')));
        const hidden = club
          .flatMap((one) => numbersOf(one, (visibility) => visibility !== 'details'))
          .filter((value) => !kept.has(value));
        const { lines } = summaryLines(club, { day: DAY, told });
        const said: readonly string[] =
          JSON.stringify(lines.map((line) => ({ ...line, userId: '' }))).match(/\d+/g) ?? [];
        expect(hidden.filter((value) => said.includes(`${value}`))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('could be anything at all: the summary is the same', () => {
    fc.assert(
      fc.property(clubs, tolds, fc.infiniteStream(number), (club, told, stream) => {
        const other = club.map((one) => scramble(one, () => stream.next().value ?? 0));
        expect(summaryLines(other, { day: DAY, told })).toEqual(summaryLines(club, { day: DAY, told }));
        expect(newestChange(other, new Date(2_000))).toEqual(newestChange(club, new Date(2_000)));
      }),
      { numRuns: 500 },
    );
  });

  it('shows nothing of athletes all of whose entries are for themselves, not even who trained', () => {
    fc.assert(
      fc.property(clubs, tolds, (club, told) => {
        const silent = club.map((one) => hideAll(one));
        const summary = summaryLines(silent, { day: DAY, told });
        expect(summary.lines).toEqual([]);
        expect(newestChange(silent, new Date(0))).toBeNull();
        expect(summary.rest).toMatchObject({ loggedLate: 0, trained: 0, quiet: club.length });
      }),
    );
  });

  it('is at most eight lines, each athlete once, and everybody is counted', () => {
    fc.assert(
      fc.property(clubs, tolds, (club, told) => {
        const { lines, rest } = summaryLines(club, { day: DAY, told });
        expect(new Set(lines.map(lineKey)).size).toBeLessThanOrEqual(8);
        expect(new Set(lines.map(({ userId }) => userId)).size).toBe(lines.length);
        expect(lines.length + rest.trained + rest.quiet).toBe(club.length);
      }),
    );
  });
});

function hide<Entry extends { visibility: Sharing }>(entry: Entry): Entry {
  return { ...entry, visibility: 'only-me' };
}

function hideAll(one: AthleteFacts): AthleteFacts {
  return {
    ...one,
    sessions: one.sessions.map(hide),
    earlierSessions: one.earlierSessions.map(hide),
    reports: one.reports.map(hide),
    earlierReports: one.earlierReports.map(hide),
    earlierTempo: one.earlierTempo.map(hide),
    lastLogged: one.lastLogged && hide(one.lastLogged),
  };
}

function numbersOf(one: AthleteFacts, wanted: (visibility: Sharing) => boolean): number[] {
  const ofSessions = [...one.sessions, ...one.earlierSessions]
    .filter((each) => wanted(each.visibility))
    .flatMap(({ load, metres }) => [load, metres]);
  const ofReports = [...one.reports, ...one.earlierReports]
    .filter((each) => wanted(each.visibility))
    .flatMap(({ now, start, rep }) => [now, start, rep]);
  const ofTempo = one.earlierTempo.filter((each) => wanted(each.visibility)).map(({ metres }) => metres);
  return [...ofSessions, ...ofReports, ...ofTempo].filter((value) => value !== null);
}

/** The same athlete with everything changed that was not shared: numbers, areas, and of "only me" all but the fact of training. */
function scramble(one: AthleteFacts, next: () => number): AthleteFacts {
  const changeReport = (each: ReportFact): ReportFact => {
    if (each.visibility === 'details') return each;
    const changed: ReportFact = {
      ...each,
      now: next(),
      start: next(),
      rep: next(),
      newEpisode: !each.newEpisode,
    };
    return each.visibility === 'light-only'
      ? changed
      : { ...changed, ...someTime(next), area: 'neck', light: 'emergency', localDate: DAY };
  };
  const changeSession = (each: SessionFact): SessionFact => {
    if (each.visibility === 'details') return each;
    const changed: SessionFact = { ...each, type: 'other', load: next(), metres: next() };
    return each.visibility === 'light-only'
      ? changed
      : { ...changed, ...someTime(next), warmup: 'none', core: false, stretch: 'no' };
  };
  return {
    ...one,
    sessions: one.sessions.map(changeSession),
    earlierSessions: one.earlierSessions.map(changeSession),
    reports: one.reports.map(changeReport),
    earlierReports: one.earlierReports.map(changeReport),
    earlierTempo: one.earlierTempo.map((each) =>
      each.visibility === 'details' ? each : { ...each, metres: next() },
    ),
  };
}

function someTime(next: () => number) {
  const [at, changedAt] = [new Date(next()), new Date(next())];
  return { loggedAt: at, reportedAt: at, changedAt };
}
