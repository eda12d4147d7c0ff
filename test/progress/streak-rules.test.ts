/** Streaks that rest, pain and illness never break, and that reward nothing through RED (handbook, Never 4). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diary, SessionFact } from '../../src/progress/facts.ts';
import { isStopDay, streaks } from '../../src/progress/streak-rules.ts';
import { addDays } from '../../src/time/local.ts';
import { report, session, TODAY } from './diary.ts';

const NOTHING: Diary = { sessions: [], reports: [], habits: [], flags: [] };

/** Sessions on the days before today, the last letter yesterday: y done, n not done, . not said, - no session. */
function row(letters: string, said: (answer: 'y' | 'n' | '.') => Partial<SessionFact>): SessionFact[] {
  return [...letters].flatMap((letter, index) => {
    const date = addDays(TODAY, index - letters.length);
    return letter === '-' ? [] : [session(date, said(letter as 'y' | 'n' | '.'))];
  });
}

const warmup = (letters: string) =>
  row(letters, (letter) => ({ warmup: letter === 'y' ? 'full' : letter === 'n' ? 'none' : null }));

describe('warm-up: sessions in a row', () => {
  test.each([
    ['yyy', 3],
    ['nyy', 2],
    ['yyn', 0],
    ['y.y', 2],
    ['y-----y', 2],
    ['...', 0],
    ['', 0],
  ])('%s → %i', (letters, length) => {
    expect(streaks({ ...NOTHING, sessions: warmup(letters) }, TODAY).warmup).toBe(length);
  });

  test.each(['amber', 'red', 'red-see-clinician', 'urgent', 'emergency', 'ask'] as const)(
    'a day with %s neither ends it nor adds to it',
    (light) => {
      const reports = [report(addDays(TODAY, -2), { now: 4, light })];
      expect(streaks({ ...NOTHING, sessions: warmup('yyny'), reports }, TODAY).warmup).toBe(3);
      expect(streaks({ ...NOTHING, sessions: warmup('yyyy'), reports }, TODAY).warmup).toBe(3);
    },
  );

  test('a green day is a day like any other', () => {
    const reports = [report(addDays(TODAY, -2))];
    expect(streaks({ ...NOTHING, sessions: warmup('yyny'), reports }, TODAY).warmup).toBe(1);
  });

  test('sessions with an open warning sign are passed over', () => {
    const flags = [{ from: addDays(TODAY, -3), to: addDays(TODAY, -2) }];
    expect(streaks({ ...NOTHING, sessions: warmup('yynny'), flags }, TODAY).warmup).toBe(3);
  });
});

describe('stretch: sessions in a row', () => {
  const stretch = (letters: string) =>
    row(letters, (letter) => ({ stretch: letter === 'y' ? 'yes' : letter === 'n' ? 'no' : 'later' }));

  test('“later” is not said yet, and Done on a reminder makes it done', () => {
    const sessions = stretch('yy.y');
    expect(streaks({ ...NOTHING, sessions }, TODAY).stretch).toBe(3);
    const habits = [{ habit: 'stretch', localDate: addDays(TODAY, -2) } as const];
    expect(streaks({ ...NOTHING, sessions, habits }, TODAY).stretch).toBe(4);
  });

  test('a “no” that was made good the same day counts as done', () => {
    const habits = [{ habit: 'stretch', localDate: addDays(TODAY, -1) } as const];
    expect(streaks({ ...NOTHING, sessions: stretch('yyn'), habits }, TODAY).stretch).toBe(3);
  });
});

describe('core: weeks in a row', () => {
  const MONDAY = '2026-11-16';
  /** Oldest week first, the running one last: c core, t trained without, - no session, h core at home only. */
  const weeks = (letters: string): Diary => {
    const monday = (index: number) => addDays(MONDAY, 7 * (index - letters.length + 1));
    const all = [...letters].map((letter, index) => ({ letter, date: monday(index) }));
    return {
      ...NOTHING,
      sessions: all
        .filter(({ letter }) => 'ct'.includes(letter))
        .map(({ letter, date }) => session(date, { core: letter === 'c' })),
      habits: all
        .filter(({ letter }) => letter === 'h')
        .map(({ date }) => ({ habit: 'core', localDate: date })),
    };
  };

  test.each([
    ['ccc', 3, 'three weeks'],
    ['cct', 2, 'the running week is not over'],
    ['ctc', 1, 'a week of training without core work ends it'],
    ['c-c', 2, 'a week of rest or illness does not'],
    ['chc', 3, 'core work at home counts'],
    ['cc-', 2, 'nothing yet this week'],
    ['t', 0, 'no core work'],
    ['', 0, 'no diary'],
  ])('%s → %i: %s', (letters, length) => {
    expect(streaks(weeks(letters), TODAY).core).toBe(length);
  });

  test('a week with a red light is passed over, done or not', () => {
    const red = [report('2026-11-11', { now: 7, light: 'red' })];
    expect(streaks({ ...weeks('ctc'), reports: red }, TODAY).core).toBe(2);
    expect(streaks({ ...weeks('ccc'), reports: red }, TODAY).core).toBe(2);
    const amber = [report('2026-11-11', { now: 4, light: 'amber' })];
    expect(streaks({ ...weeks('ctc'), reports: amber }, TODAY).core).toBe(1);
  });

  test('so is a week in which a warning sign was open', () => {
    const flags = [{ from: '2026-11-08', to: '2026-11-09' }];
    expect(streaks({ ...weeks('cctc'), flags }, TODAY).core).toBe(2);
  });
});

test('a “no” beside an open warning sign breaks no streak', () => {
  const sessions = warmup('yyn');
  const flags = [{ from: addDays(TODAY, -1), to: null }];
  expect(streaks({ ...NOTHING, sessions, flags }, TODAY).warmup).toBe(2);
  expect(streaks({ ...NOTHING, sessions }, TODAY).warmup).toBe(0);
});

test('today stops when it is red or a warning sign is still open', () => {
  expect(isStopDay(NOTHING, TODAY)).toBe(false);
  expect(isStopDay({ ...NOTHING, reports: [report(TODAY, { light: 'amber' })] }, TODAY)).toBe(false);
  for (const light of ['red', 'red-see-clinician', 'urgent', 'emergency'] as const)
    expect(isStopDay({ ...NOTHING, reports: [report(TODAY, { light })] }, TODAY), light).toBe(true);
  expect(isStopDay({ ...NOTHING, flags: [{ from: '2026-01-01', to: null }] }, TODAY)).toBe(true);
  expect(isStopDay({ ...NOTHING, flags: [{ from: '2026-11-19', to: TODAY }] }, TODAY)).toBe(false);
});

test('pain never breaks a streak: a red day is as if its sessions had not been', () => {
  const letters = fc.stringMatching(/^[yn.-]{1,20}$/);
  fc.assert(
    fc.property(letters, fc.nat({ max: 19 }), (text, at) => {
      const sessions = warmup(text);
      const day = addDays(TODAY, -1 - (at % text.length));
      const reports = [report(day, { now: 7, light: 'red' })];
      const without = sessions.filter(({ localDate }) => localDate !== day);
      expect(streaks({ ...NOTHING, sessions, reports }, TODAY).warmup).toBe(
        streaks({ ...NOTHING, sessions: without }, TODAY).warmup,
      );
    }),
  );
});
