import { describe, expect, test } from 'vitest';
import { readClass } from '../../src/insights/exposure-rules.ts';
import type { Diary, DiaryMark, DiarySession, Habit } from '../../src/insights/types.ts';
import { at, day, diaryOf, mark, morning, painFree, report, session } from './diary.ts';

const ALL_DAYS = { first: day(-60), last: day(60) };

/** Where the last session of a diary stands for a habit. */
function lastStands(diary: Diary, habit: Habit): 'missed' | 'kept' | 'not known' | 'noted late' {
  const last = diary.sessions.at(-1);
  const days = { first: last?.localDate ?? '', last: last?.localDate ?? '' };
  const { rows, unanswered, late } = readClass(diary, last?.type ?? 'tempo', days).habits[habit];
  const row = rows.at(-1);
  expect([row ? 1 : 0, unanswered, late].reduce((sum, each) => sum + each, 0)).toBe(1);
  if (row === undefined) return unanswered === 1 ? 'not known' : 'noted late';
  return row.exposed ? 'missed' : 'kept';
}

describe('no warm-up', () => {
  test.each<[given: string, then: ReturnType<typeof lastStands>, session: DiarySession]>([
    ['none', 'missed', painFree(0, { warmup: 'none' })],
    ['full', 'kept', painFree(0)],
    ['short', 'kept', painFree(0, { warmup: 'short' })],
    ['not answered is not “none”', 'not known', painFree(0, { warmup: null })],
    ['answered with “No pain”', 'missed', painFree(0, { warmup: 'none', warmupAt: at(0, '18:30') })],
    ['answered a minute after it', 'noted late', painFree(0, { warmup: 'none', warmupAt: at(0, '18:31') })],
    ['logged after it', 'noted late', painFree(0, { loggedAt: at(0, '19:00') })],
  ])('%s', (_, then, only) => {
    expect(lastStands(diaryOf([only]), 'warmup')).toBe(then);
  });

  test('pain said at the track, the session logged in the evening: noted after the pain', () => {
    const atTheTrack = report(0, {
      sessionId: null,
      phase: 'during',
      now: 4,
      start: 1,
      reportedAt: at(0, '17:20'),
    });
    expect(lastStands(diaryOf([session(0, { warmup: 'none' })], [atTheTrack]), 'warmup')).toBe('noted late');
  });

  test('a number of before the session does not make the warm-up late', () => {
    const before = report(0, { phase: 'before', now: 1, reportedAt: at(0, '16:00') });
    const diary = diaryOf([session(0, { warmup: 'none' })], [before, report(0, { now: 3 })]);
    expect(lastStands(diary, 'warmup')).toBe('missed');
  });
});

describe('3 or more days since core work', () => {
  const core = (number: number) => session(number, { core: true });
  const without = (number: number) => session(number, { core: false });
  const open = (number: number) => session(number);
  test.each<
    [given: string, then: ReturnType<typeof lastStands>, sessions: DiarySession[], marks?: DiaryMark[]]
  >([
    ['core 3 days before', 'missed', [core(0), painFree(3)]],
    ['core 2 days before', 'kept', [core(0), painFree(2)]],
    ['core the day before', 'kept', [core(0), painFree(1)]],
    ['with the session itself: not on an earlier day', 'missed', [core(0), painFree(5, { core: true })]],
    ['a core session counts', 'kept', [session(0, { type: 'core' }), painFree(2)]],
    ['a mark counts', 'kept', [core(-9), painFree(2)], [mark(0, 'core')]],
    ['a stretch mark does not', 'missed', [core(-9), painFree(2)], [mark(0, 'stretch')]],
    ['no core work is known at all', 'not known', [without(0), painFree(3)]],
    ['a session since then said no', 'missed', [core(0), without(2), painFree(3)]],
    ['a session since then left it open', 'not known', [core(0), open(2), painFree(4)]],
    [
      'a massage since then, which nobody answers for',
      'missed',
      [core(0), session(2, { type: 'regen' }), painFree(4)],
    ],
    ['left open on a day with a mark', 'kept', [core(-9), open(2), painFree(3)], [mark(2, 'core')]],
    ['left open, but core the day before anyhow', 'kept', [core(0), open(1), painFree(2)]],
    [
      'the core work was noted only after the pain',
      'noted late',
      [core(-9), session(1, { core: true, coreAt: at(4, '08:00') }), painFree(3)],
    ],
    [
      'its no was noted only after the pain',
      'noted late',
      [core(-9), session(1, { core: false, coreAt: at(4, '08:00') }), painFree(3)],
    ],
  ])('%s', (_, then, sessions, marks) => {
    expect(lastStands(diaryOf(sessions, [], marks), 'core')).toBe(then);
  });
});

describe('no stretch after the session before', () => {
  test.each<
    [given: string, then: ReturnType<typeof lastStands>, sessions: DiarySession[], marks?: DiaryMark[]]
  >([
    ['stretched', 'kept', [session(0, { stretch: 'yes' }), painFree(2)]],
    ['not stretched', 'missed', [session(0, { stretch: 'no' }), painFree(2)]],
    ['of another class', 'missed', [session(0, { stretch: 'no', type: 'speed' }), painFree(2)]],
    ['later', 'not known', [session(0, { stretch: 'later' }), painFree(2)]],
    [
      'later, and marked that day',
      'kept',
      [session(0, { stretch: 'later' }), painFree(2)],
      [mark(0, 'stretch')],
    ],
    [
      'later, and marked the next day',
      'not known',
      [session(0, { stretch: 'later' }), painFree(2)],
      [mark(1, 'stretch')],
    ],
    ['no answer', 'not known', [session(0), painFree(2)]],
    ['no answer, and marked that day', 'kept', [session(0), painFree(2)], [mark(0, 'stretch')]],
    ['no session before', 'not known', [painFree(2)]],
    [
      'not stretched, then a massage, which nobody answers for',
      'missed',
      [session(0, { stretch: 'no' }), session(1, { type: 'regen' }), painFree(2)],
    ],
    ['a massage alone before', 'not known', [session(1, { type: 'regen' }), painFree(2)]],
    [
      'answered after the pain',
      'noted late',
      [session(0, { stretch: 'no', stretchAt: at(3, '08:00') }), painFree(2)],
    ],
  ])('%s', (_, then, sessions, marks) => {
    expect(lastStands(diaryOf(sessions, [], marks), 'stretch')).toBe(then);
  });
});

describe('over 10 % above the 30-day maximum', () => {
  const of = (number: number, metres: number | null) => session(number, { metres });
  const four = (metres: number) => [0, 2, 4, 6].map((number) => of(number, number === 4 ? metres : 800));
  const later = [30, 31, 32, 33].map((number) => of(number, 800));
  const now = (number: number, metres: number | null) => painFree(number, { metres });
  test.each<[given: string, then: ReturnType<typeof lastStands>, sessions: DiarySession[]]>([
    ['1100 after at most 1000: exactly 10 %', 'kept', [...four(1000), now(8, 1100)]],
    ['1101 after at most 1000', 'missed', [...four(1000), now(8, 1101)]],
    ['less than before', 'kept', [...four(1000), now(8, 600)]],
    ['three earlier ones', 'not known', [...four(1000).slice(1), now(8, 2000)]],
    ['four, one of them without metres', 'not known', [...four(1000).slice(1), of(7, null), now(8, 2000)]],
    ['its own metres missing', 'not known', [...four(1000), now(8, null)]],
    ['the biggest 30 days before', 'kept', [...four(1000), ...later, now(34, 1050)]],
    ['the biggest 31 days before: out of the window', 'missed', [...four(1000), ...later, now(35, 1050)]],
    [
      'another class does not count',
      'missed',
      [...four(1000), session(7, { type: 'speed', metres: 5000 }), now(8, 1200)],
    ],
    [
      'an earlier one of the same day does not',
      'missed',
      [...four(1000), session(8, { id: 'a', metres: 3000 }), now(8, 1200)],
    ],
  ])('%s', (_, then, sessions) => {
    expect(lastStands(diaryOf(sessions), 'load')).toBe(then);
  });
});

describe('a class', () => {
  test('counts what is left out, and keeps the rest oldest first', () => {
    const sessions = [
      painFree(0, { warmup: 'none' }),
      session(1),
      session(2, { warmup: 'none' }),
      painFree(3, { warmup: null }),
      painFree(4, { loggedAt: at(5, '09:00') }),
      painFree(5, { type: 'speed' }),
    ];
    const read = readClass(diaryOf(sessions, [morning(3, 4, { start: 1 })]), 'tempo', ALL_DAYS);
    expect(read).toMatchObject({ type: 'tempo', sessions: 5, nothingSaid: 1 });
    const { rows, unanswered, late } = read.habits.warmup;
    expect({ unanswered, late }).toEqual({ unanswered: 1, late: 1 });
    expect(rows.map(({ session: { id }, exposed, event }) => [id, exposed, event])).toEqual([
      ['s0', true, false],
      ['s2', true, true],
    ]);
  });

  test('only the days that are asked for count; earlier ones are looked back at', () => {
    const diary = diaryOf([session(0, { core: true }), painFree(1), painFree(2), painFree(3)]);
    const { sessions, habits } = readClass(diary, 'tempo', { first: day(2), last: day(2) });
    expect(sessions).toBe(1);
    expect(habits.core.rows.map(({ session: { id }, exposed }) => [id, exposed])).toEqual([['s2', false]]);
  });
});
