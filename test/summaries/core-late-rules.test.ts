import { describe, expect, it } from 'vitest';
import type { Sharing } from '../../src/athletes/rules.ts';
import { coreLate, coreMarkedSince } from '../../src/summaries/core-late-rules.ts';
import type { CoreRows } from '../../src/summaries/core-rules.ts';
import type { Told } from '../../src/summaries/facts.ts';
import { DAY } from './made-facts.ts';

/** A Monday, which the summary of Tuesday morning told; the one of Wednesday morning is being made. */
const MON = '2026-03-09';
const at = (instant: string): Date => new Date(`2026-03-${instant}:00Z`);
const TOLD: Told = { day: MON, until: at('10T08:25') };
const IN_TIME = at('09T17:00');
const AT_LAST = TOLD.until;
const LATE = at('10T08:26');

const remindedOn = (days: string) => ({
  ...{ days, time: '18:00', zone: 'Europe/London', pausedUntil: null },
  createdAt: at('01T12:00'),
});
type Session = CoreRows['sessions'][number];
const sessionOn = (localDate: string, more: Partial<Session> = {}): Session => ({
  ...{ visibility: 'details', localDate, loggedAt: IN_TIME, core: null, coreAt: null, type: 'tempo' },
  changedAt: null,
  ...more,
});
const reportOn = (localDate: string, light: string, reportedAt: Date, visibility = 'details') => ({
  ...{ visibility, localDate, light, reportedAt },
});
const marked = (localDate: string, markedAt: Date) => ({ localDate, markedAt });

/** Ann, reminded on Mondays, who trained that day without a word on core work. */
const ann = (more: Partial<CoreRows> = {}): CoreRows => ({
  ...{ reminders: [remindedOn('mon')], sessions: [sessionOn(MON)], marks: [], reports: [] },
  ...more,
});
const MARKED = { marks: [marked(MON, LATE)] };

/** The days that are taken back; one that a change alone speaks for says so. */
function late(rows: CoreRows, sharing: Sharing = 'details', tellings: readonly Told[] = [TOLD]): string[] {
  return coreLate(DAY, rows, sharing, tellings).map(({ day, how }) =>
    how === 'logged' ? day : `${day} ${how}`,
  );
}

describe('core work that was told as not logged is taken back', () => {
  it.each<[string, Partial<CoreRows>]>([
    ['marked', MARKED],
    ['logged as a session of its own', { sessions: [sessionOn(MON), coreSession(LATE)] }],
    ['logged with a session', { sessions: [sessionOn(MON, { loggedAt: LATE, core: true }), dayBefore()] }],
    [
      'noted with a session of then',
      { sessions: [sessionOn(MON, { core: true, coreAt: LATE, changedAt: LATE })] },
    ],
    ['corrected from no', { sessions: [sessionOn(MON, { core: true, coreAt: LATE, loggedAt: AT_LAST })] }],
    ['marked, and the day turned red', { ...MARKED, reports: [reportOn(MON, 'red', LATE)] }],
    ['marked after a light that stops nobody', { ...MARKED, reports: [reportOn(MON, 'amber', IN_TIME)] }],
  ])('when it was %s after the last look', (_, rows) => {
    expect(late(ann(rows))).toEqual([MON]);
    expect(late(ann(rows), 'light-only')).toEqual([MON]);
  });

  // What it said before is kept nowhere: it may have been another day's, or no core work.
  it.each<[string, Session, string[]]>([
    ['to that day', sessionOn(MON, { core: true, coreAt: IN_TIME, changedAt: LATE }), [`${MON} changed`]],
    ['into core work', sessionOn(MON, { type: 'core', changedAt: LATE }), [`${MON} changed`]],
    ['by the last look', sessionOn(MON, { type: 'core', changedAt: AT_LAST }), []],
    ['without any core work', sessionOn(MON, { changedAt: LATE }), []],
    ['for oneself', sessionOn(MON, { type: 'core', changedAt: LATE, visibility: 'only-me' }), []],
    ['after it was logged late', sessionOn(MON, { type: 'core', loggedAt: LATE, changedAt: LATE }), [MON]],
  ])('by a session that was there and was changed after the last look, %s', (_, changed, days) => {
    expect(late(ann({ sessions: [dayBefore(), changed] }))).toEqual(days);
    // What was noted besides was noted in time.
    expect(late(ann({ sessions: [changed], marks: [marked(MON, IN_TIME)] }))).toEqual([]);
  });

  it('by a change of before the last telling no more', () => {
    const changed = sessionOn('2026-03-04', {
      type: 'core',
      loggedAt: at('04T17:00'),
      changedAt: at('09T09:00'),
    });
    const rows = ann({ reminders: [remindedOn('wed')], sessions: [changed, sessionOn(MON)] });
    const told = { day: '2026-03-04', until: at('05T08:25') };
    expect(late(rows, 'details', [told])).toEqual(['2026-03-04 changed']);
    expect(late(rows, 'details', [TOLD, told])).toEqual([]);
  });

  it.each<[string, Partial<CoreRows>]>([
    ['it was never logged', {}],
    ['it was marked by the last look', { marks: [marked(MON, AT_LAST)] }],
    [
      'it was marked in time, and logged again',
      { marks: [marked(MON, IN_TIME)], sessions: [coreSession(LATE)] },
    ],
    ['it was logged in time, and marked again', { ...MARKED, sessions: [sessionOn(MON, { core: true })] }],
    ['another day’s was marked', { marks: [marked('2026-03-08', LATE)] }],
    ['the day was none for core work', { ...MARKED, reminders: [remindedOn('tue,wed')] }],
    ['there was no reminder yet', { ...MARKED, reminders: [{ ...remindedOn('mon'), createdAt: LATE }] }],
    ['nobody is asked on a red day', { ...MARKED, reports: [reportOn(MON, 'red', IN_TIME)] }],
    ['silence was told instead', { ...MARKED, sessions: [sessionOn('2026-03-06')] }],
    ['nothing was ever logged by then', { ...MARKED, sessions: [sessionOn(MON, { loggedAt: LATE })] }],
    [
      'the latest entry was for oneself',
      { ...MARKED, sessions: [sessionOn(MON, { visibility: 'only-me' })] },
    ],
    ['the day has an entry for oneself alone', { ...MARKED, sessions: [dayBefore(), own()] }],
    ['it stands in an entry for oneself', { sessions: [sessionOn(MON), coreSession(LATE, 'only-me')] }],
  ])('but not when %s', (_, rows) => {
    expect(late(ann(rows))).toEqual([]);
  });

  it('but not when it is shared no more, or nobody was told anything', () => {
    expect(late(ann(MARKED), 'only-me')).toEqual([]);
    expect(late(ann(MARKED), 'details', [])).toEqual([]);
  });

  it('by the day that it was of, when several were missed', () => {
    const [wed, mon] = ['2026-03-04', '2026-03-02'];
    const tellings = [
      { day: MON, until: AT_LAST },
      { day: wed, until: at('05T08:25') },
      { day: wed, until: at('05T09:25') },
    ];
    const missed = ann({
      reminders: [remindedOn('mon,wed')],
      sessions: [mon, wed, MON].map((day) => sessionOn(day, { loggedAt: at(`${day.slice(-2)}T17:00`) })),
    });
    const with_ = (...days: string[]) => ({ ...missed, marks: days.map((day) => marked(day, LATE)) });
    expect(late(with_(wed), 'details', tellings)).toEqual([wed]);
    expect(late(with_(MON, wed), 'details', tellings)).toEqual([wed, MON]);
    // Eight days before, and of a day whose summary never came.
    expect(late(with_(mon), 'details', [...tellings, { day: mon, until: at('03T08:25') }])).toEqual([]);
    expect(late(with_(wed), 'details', [TOLD])).toEqual([]);
    // Told already by the summary that came after it.
    expect(late({ ...missed, marks: [marked(wed, at('09T09:00'))] }, 'details', tellings)).toEqual([]);
  });
});

describe('the marks of core work', () => {
  it.each<[string, Date | null, Partial<CoreRows>, Sharing, Date[]]>([
    ['ever', null, MARKED, 'details', [LATE]],
    ['since the last look', AT_LAST, MARKED, 'details', [LATE]],
    ['since then', LATE, MARKED, 'details', []],
    ['of a day that was none for it', null, { marks: [marked(DAY, LATE)] }, 'details', []],
    ['on a day with entries for oneself', null, MARKED, 'only-me', []],
  ])('%s', (_, since, rows, sharing, times) => {
    expect(coreMarkedSince(since, ann(rows), sharing)).toEqual(times);
  });
});

function coreSession(loggedAt: Date, visibility = 'details'): Session {
  return sessionOn(MON, { type: 'core', loggedAt, visibility });
}

/** What keeps somebody who logged nothing else from being silent. */
function dayBefore(): Session {
  return sessionOn('2026-03-08');
}

function own(): Session {
  return sessionOn(MON, { loggedAt: LATE, visibility: 'only-me' });
}
