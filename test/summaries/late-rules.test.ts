import { describe, expect, it } from 'vitest';
import type {
  AthleteFacts,
  CoreLate,
  ReportFact,
  SessionFact,
  SummaryFact,
} from '../../src/summaries/facts.ts';
import { loggedLate, newestChange } from '../../src/summaries/late-rules.ts';
import { summaryPanel } from '../../src/summaries/messages.ts';
import { addDays } from '../../src/time/local.ts';
import { athlete, DAY, report, reportOf, session, summariseAfter, tempo } from './made-facts.ts';

/** Yesterday's summary told the 9th and looked for the last time on the 10th at 8:25. */
const TOLD = { day: '2026-03-09', until: new Date('2026-03-10T08:25:00Z') };
const MON = '2026-03-09';
const IN_TIME = new Date('2026-03-09T17:00:00Z');
const AT_LAST = TOLD.until;
const LATE = new Date('2026-03-10T08:26:00Z');
const CORE_LATE: CoreLate = { day: MON, how: 'logged' };

const painOn = (localDate: string, more: Partial<ReportFact> = {}): ReportFact =>
  reportOf(localDate, 4, { light: 'red', start: 1, reportedAt: IN_TIME, ...more });
const coldOn = (localDate: string, more: Partial<SessionFact> = {}): SessionFact => ({
  ...session,
  ...{ localDate, warmup: 'none', loggedAt: IN_TIME },
  ...more,
});

/** The lines of a summary of the 10th after the one that told the 9th, as words. */
function told(facts: Partial<AthleteFacts>, last = TOLD): string[] {
  const summary = summariseAfter(last, athlete('a', facts));
  const { content = '' } = summaryPanel({ day: DAY, today: addDays(DAY, 1), summary });
  return content.split('\n').filter((line) => line.startsWith('- '));
}

describe('what came after its day was told', () => {
  it.each<[string, Partial<ReportFact>, string[]]>([
    ['in time', {}, []],
    ['at the last look', { reportedAt: AT_LAST }, []],
    [
      'after the last look',
      { reportedAt: LATE },
      ['- <@a>: Mon 9 Mar, logged late: **🔴 RED**, low back 1 → 4'],
    ],
    ['at the last look, by a change', { changedAt: AT_LAST }, []],
    [
      'after the last look, by a change',
      { changedAt: LATE },
      ['- <@a>: Mon 9 Mar, changed since: **🔴 RED**, low back 1 → 4'],
    ],
    [
      'by a change to a milder light',
      { changedAt: LATE, light: 'green', now: 1 },
      ['- <@a>: Mon 9 Mar, changed since: **🟢 GREEN**, low back 1 → 1'],
    ],
    ['late but green', { reportedAt: LATE, light: 'green', now: 1 }, []],
    [
      'late, the light alone',
      { reportedAt: LATE, visibility: 'light-only' },
      ['- <@a>: Mon 9 Mar, logged late: **🔴 RED**'],
    ],
    ['late, for oneself', { reportedAt: LATE, visibility: 'only-me' }, []],
    ['changed, for oneself', { changedAt: LATE, visibility: 'only-me' }, []],
  ])('is told with its day: a report that came %s', (_, more, lines) => {
    expect(told({ earlierReports: [painOn(MON, { rep: null, ...more })] })).toEqual(lines);
  });

  it.each<[string, Partial<SessionFact>, string[]]>([
    ['in time', {}, []],
    ['late', { loggedAt: LATE }, ['- <@a>: Mon 9 Mar, logged late: no warm-up before tempo']],
    [
      'late, the light alone',
      { loggedAt: LATE, visibility: 'light-only' },
      ['- <@a>: Mon 9 Mar, logged late: no warm-up'],
    ],
    ['late, for oneself', { loggedAt: LATE, visibility: 'only-me' }, []],
    ['late, with a warm-up', { loggedAt: LATE, warmup: 'full' }, []],
  ])('is told with its day: a session that came %s', (_, more, lines) => {
    expect(told({ earlierSessions: [coldOn(MON, more)] })).toEqual(lines);
  });

  it.each<[string, string, boolean]>([
    ['seven days before', addDays(DAY, -7), true],
    ['eight days before', addDays(DAY, -8), false],
  ])('is told of %s: %s, %s', (_, day, isTold) => {
    const lines = told({
      earlierReports: [painOn(day, { reportedAt: LATE })],
      earlierSessions: [coldOn(day, { loggedAt: LATE })],
    });
    expect(lines).toHaveLength(isTold ? 1 : 0);
  });

  it('is told of a day whose summary never came, as late only what is', () => {
    const last = { day: '2026-03-06', until: new Date('2026-03-07T08:25:00Z') };
    const day = '2026-03-07';
    const session = (loggedAt: Date) => told({ earlierSessions: [coldOn(day, { loggedAt })] }, last);
    const report = (reportedAt: Date) =>
      told({ earlierReports: [painOn(day, { reportedAt, rep: null })] }, last);
    expect(session(new Date('2026-03-07T07:00:00Z'))).toEqual(['- <@a>: Sat 7 Mar: no warm-up before tempo']);
    expect(session(new Date('2026-03-07T17:00:00Z'))).toEqual(['- <@a>: Sat 7 Mar: no warm-up before tempo']);
    expect(report(new Date('2026-03-07T17:00:00Z'))).toEqual([
      '- <@a>: Sat 7 Mar: **🔴 RED**, low back 1 → 4',
    ]);
    // A report of that very morning stood in the summary of the day before.
    expect(report(new Date('2026-03-07T07:00:00Z'))).toEqual([]);
  });

  it('is nothing for a club that was never told anything', () => {
    const late = athlete('a', { earlierReports: [painOn(MON, { reportedAt: LATE })] });
    expect(summariseAfter(null, late).lines).toEqual([]);
  });

  it('tells the worst light of a day, whichever report was changed, and of no other area', () => {
    const reports = [
      painOn(MON, { light: 'amber', now: 3, changedAt: LATE, rep: null }),
      painOn(MON, { rep: null }),
      painOn(MON, { area: 'left-knee', rep: null }),
    ];
    expect(told({ earlierReports: reports })).toEqual([
      '- <@a>: Mon 9 Mar, changed since: **🔴 RED**, low back 1 → 4',
    ]);
  });

  it('counts a jump against the 30 days before its own day', () => {
    const late = coldOn(MON, { warmup: 'full', metres: 1400, loggedAt: LATE });
    const before = tempo(1000, 900, 800, 1000).map((each) => ({ ...each, localDate: addDays(MON, -30) }));
    const older = before.map((each) => ({ ...each, localDate: addDays(MON, -31) }));
    expect(told({ earlierSessions: [late], earlierTempo: before })).toEqual([
      '- <@a>: Mon 9 Mar, logged late: biggest shared tempo session in 30 days: 1,400 m (+40 %)',
    ]);
    expect(told({ earlierSessions: [late], earlierTempo: older })).toEqual([]);
  });

  it('stands among the lines by what it asks for, a correction after amber', () => {
    const late = (userId: string, more: Partial<ReportFact>) =>
      athlete(userId, { earlierReports: [painOn(MON, more)] });
    const summary = summariseAfter(
      TOLD,
      athlete('a', { sessions: [{ ...session, warmup: 'none' }] }),
      late('b', { changedAt: LATE, light: 'green', now: 0 }),
      athlete('c', { reports: [{ ...report, light: 'amber' }] }),
      late('d', { reportedAt: LATE }),
      late('e', { reportedAt: LATE, light: 'amber' }),
    );
    expect(summary.lines.map(({ userId, action }) => `${userId} ${action}`)).toEqual([
      'd red',
      'c amber',
      'e amber',
      'b corrected',
      'a warm-up-missed',
    ]);
    const of = (fact: SummaryFact | undefined) => (fact?.fact === 'late' ? fact.how : null);
    expect(summary.lines.map(({ facts }) => of(facts[0]))).toEqual([
      'logged',
      null,
      'logged',
      'changed',
      null,
    ]);
  });

  it.each<[string, Partial<AthleteFacts>, string[]]>([
    ['of one day', { coreLate: [CORE_LATE] }, ['- <@a>: Mon 9 Mar, logged late: core work done']],
    [
      'by a change alone',
      { coreLate: [{ day: MON, how: 'changed' }] },
      ['- <@a>: Mon 9 Mar, changed since: core work done'],
    ],
    [
      'of two days, each with its name',
      { coreLate: [{ ...CORE_LATE, day: '2026-03-06' }, CORE_LATE] },
      ['- <@a>: Fri 6 Mar, logged late: core work done · Mon 9 Mar, logged late: core work done'],
    ],
    [
      'after what is more pressing',
      { coreLate: [CORE_LATE], sessions: [{ ...session, warmup: 'none' }] },
      ['- <@a>: no warm-up before tempo · Mon 9 Mar, logged late: core work done · trained'],
    ],
    ['by somebody who shares no more', { coreLate: [CORE_LATE], sharing: 'only-me' }, []],
    [
      'by somebody whose latest entry is for oneself',
      { coreLate: [CORE_LATE], lastLogged: { date: DAY, visibility: 'only-me' } },
      [],
    ],
  ])('takes back that core work was missed: %s', (_, facts, lines) => {
    expect(told(facts)).toEqual(lines);
  });

  it('is the first to go where there are more than eight lines, when it takes back missed core work', () => {
    const sore = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((id) => athlete(id, { reports: [report] }));
    const summary = summariseAfter(TOLD, athlete('a', { coreLate: [CORE_LATE] }), ...sore);
    expect(summary.lines.map(({ userId }) => userId)).not.toContain('a');
    expect(summary.rest.alsoToLookAt).toBe(1);
  });

  it('is at least counted, where it gives nothing to look at', () => {
    const fine = athlete('a', { earlierSessions: [coldOn(MON, { warmup: 'full', loggedAt: LATE })] });
    const hidden = athlete('b', {
      earlierSessions: [coldOn(MON, { loggedAt: LATE, visibility: 'only-me' })],
    });
    expect(loggedLate([fine, hidden], DAY, TOLD)).toBe(1);
    const summary = summariseAfter(TOLD, fine, hidden);
    expect(summaryPanel({ day: DAY, today: addDays(DAY, 1), summary }).content).toBe(
      '**Tue 10 Mar:** no news. 0 trained, 2 shared no session, 1 session logged late.',
    );
  });
});

describe('the newest change', () => {
  const SINCE = new Date('2026-03-11T07:30:00Z');
  const minutesLater = (minutes: number) => new Date(SINCE.getTime() + minutes * 60_000);
  it.each<[string, Partial<AthleteFacts>, Date | null]>([
    ['nothing', {}, null],
    ['a session before', { sessions: [{ ...session, loggedAt: SINCE }] }, null],
    ['a session after', { sessions: [{ ...session, loggedAt: minutesLater(3) }] }, minutesLater(3)],
    ['a changed session', { sessions: [{ ...session, changedAt: minutesLater(4) }] }, minutesLater(4)],
    ['a late session', { earlierSessions: [{ ...session, loggedAt: minutesLater(5) }] }, minutesLater(5)],
    ['a report', { reports: [{ ...report, reportedAt: minutesLater(6) }] }, minutesLater(6)],
    ['a changed report', { earlierReports: [{ ...report, changedAt: minutesLater(7) }] }, minutesLater(7)],
    ['marked core work', { coreMarkedAt: [minutesLater(-1), minutesLater(9)] }, minutesLater(9)],
    [
      'core work of somebody who shares nothing',
      { coreMarkedAt: [minutesLater(9)], sharing: 'only-me' },
      null,
    ],
    [
      'an entry for oneself',
      { sessions: [{ ...session, loggedAt: minutesLater(8), visibility: 'only-me' }] },
      null,
    ],
  ])('of %s', (_, facts, newest) => {
    expect(newestChange([athlete('a', facts), athlete('b')], SINCE)).toEqual(newest);
  });
});
