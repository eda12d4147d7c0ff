import { describe, expect, test } from 'vitest';
import { remediesOf } from '../../src/insights/remedy-rules.ts';
import type { DiaryReport, DiarySession } from '../../src/insights/types.ts';
import { day, diaryOf, morning, report, session } from './diary.ts';

const DAYS = { first: day(0), last: day(90) };
const EVENING = { type: 'regen', modality: 'massage' } as const;

/** Massage on some days; each day's last number, and the next morning's. */
function massages(pains: readonly (readonly [day: number, last: number, next: number])[]) {
  const sessions = pains.map(([number]) => session(number, EVENING));
  const reports = pains.flatMap(([number, last, next]) => [
    report(number, { now: last }),
    morning(number + 1, next),
  ]);
  return { sessions, reports };
}

/** A worse day before any remedy, so that none of them began at the peak. */
const PEAK = report(0, { now: 7 });

const only = (sessions: readonly DiarySession[], reports: readonly DiaryReport[]) =>
  remediesOf(diaryOf(sessions, reports), DAYS)[0];

describe('next-morning change', () => {
  const five = massages([
    [2, 5, 2],
    [4, 4, 2],
    [6, 3, 2],
    [8, 5, 1],
    [10, 4, 4],
  ]);

  test('is the median over the uses, from 5 on', () => {
    expect(only(five.sessions, [PEAK, ...five.reports])).toEqual({
      modality: 'massage',
      uses: 5,
      compared: 5,
      change: -2,
      isLogOnly: false,
      atPeak: 0,
    });
    const four = massages([
      [2, 5, 2],
      [4, 4, 2],
      [6, 3, 2],
      [8, 5, 1],
    ]);
    expect(only(four.sessions, [PEAK, ...four.reports])).toMatchObject({ compared: 4, change: null });
  });

  test('is not read where a number is missing: that evening’s, or next morning’s', () => {
    const reports = five.reports.filter(({ localDate }) => localDate !== day(2) && localDate !== day(5));
    expect(only(five.sessions, [PEAK, ...reports])).toMatchObject({ uses: 5, compared: 3, change: null });
  });

  test('reads the area that hurt most that day', () => {
    const reports = [
      PEAK,
      report(0, { now: 9, episodeId: 'hip' }),
      ...five.reports.flatMap((each) => [each, { ...each, episodeId: 'hip', now: 0 }]),
    ];
    expect(only(five.sessions, reports)).toMatchObject({ change: -2 });
  });
});

describe('a remedy is not credited that began at a flare’s peak', () => {
  const falling = massages([
    [1, 6, 4],
    [3, 4, 2],
    [5, 2, 0],
    [7, 2, 0],
    [9, 2, 0],
  ]);

  test('first used on the highest day: all uses in that episode are left out, and told', () => {
    expect(only(falling.sessions, falling.reports)).toMatchObject({ compared: 0, atPeak: 5, change: null });
    const levelWithEarlier = [report(0, { now: 6 }), ...falling.reports];
    expect(only(falling.sessions, levelWithEarlier)).toMatchObject({ compared: 0, atPeak: 5 });
  });

  test('first used after a worse day: they count', () => {
    expect(only(falling.sessions, [PEAK, ...falling.reports])).toMatchObject({ compared: 5, atPeak: 0 });
  });

  test('first used while pain still rose: they count, and so does that it did not help', () => {
    const rising = massages([
      [1, 2, 4],
      [3, 5, 5],
      [5, 4, 4],
      [7, 3, 3],
      [9, 2, 2],
    ]);
    expect(only(rising.sessions, rising.reports)).toMatchObject({ compared: 5, atPeak: 0, change: 0 });
  });

  test('a flare more than a week later is another flare: what began at the first one’s peak stays left out', () => {
    const later = (number: number) => [...falling.reports, report(number, { now: 9 })];
    expect(only(falling.sessions, later(8))).toMatchObject({ compared: 5, atPeak: 0 });
    expect(only(falling.sessions, later(11))).toMatchObject({ compared: 0, atPeak: 5 });
  });

  test('without pain there is no peak; a low one is one', () => {
    const low = massages([1, 3, 5, 7, 9].map((number) => [number, 2, 0] as const));
    expect(only(low.sessions, low.reports)).toMatchObject({ compared: 0, atPeak: 5 });
    const painless = massages([1, 3, 5, 7, 9].map((number) => [number, 0, 0] as const));
    expect(only(painless.sessions, painless.reports)).toMatchObject({ compared: 5, atPeak: 0, change: 0 });
  });
});

test('EMS is logged only: counted, never compared', () => {
  const { sessions, reports } = massages([1, 3, 5, 7, 9].map((number) => [number, 5, 1] as const));
  const ems = sessions.map((each) => ({ ...each, modality: 'ems' }));
  expect(only(ems, [PEAK, ...reports])).toMatchObject({ uses: 5, change: null, isLogOnly: true, atPeak: 0 });
});

test('two on one day are one use; the most used stands first', () => {
  const sessions = [
    session(1, EVENING),
    session(2, { ...EVENING, modality: 'pilates' }),
    session(2, { ...EVENING, id: 'again', modality: 'pilates' }),
    session(3, { ...EVENING, modality: 'pilates' }),
  ];
  expect(remediesOf(diaryOf(sessions), DAYS).map(({ modality, uses }) => [modality, uses])).toEqual([
    ['pilates', 2],
    ['massage', 1],
  ]);
});
