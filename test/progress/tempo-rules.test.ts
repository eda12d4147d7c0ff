import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReportFact } from '../../src/progress/facts.ts';
import { lastMondays } from '../../src/progress/period-rules.ts';
import { metresToRep, tempoMetres, tempoWeeks, usualMetres } from '../../src/progress/tempo-rules.ts';
import { report, session, TODAY } from './diary.ts';

const DAY = '2026-11-18';

/** Of 10 × 100 m = 1,000 m. */
const METRES: readonly {
  readonly said: string;
  readonly painFree: number | null;
  readonly nothingHurt?: boolean;
  readonly reports?: readonly Partial<ReportFact>[];
}[] = [
  { said: 'nothing at all', painFree: null },
  { said: 'that nothing hurt', nothingHurt: true, painFree: 1000 },
  { said: 'pain 0 in every report', reports: [{ now: 0 }, { now: 0, phase: 'after' }], painFree: 1000 },
  { said: 'pain from rep 6 on', reports: [{ now: 3, rep: 6 }], painFree: 500 },
  { said: 'pain from rep 1 on', reports: [{ now: 3, rep: 1 }], painFree: 0 },
  {
    said: 'pain from rep 6, later from rep 4',
    reports: [
      { now: 3, rep: 6 },
      { now: 3, rep: 4 },
    ],
    painFree: 300,
  },
  { said: 'pain from rep 6, then more pain', reports: [{ now: 3, rep: 6 }, { now: 5 }], painFree: 500 },
  { said: 'pain from a rep that it has not', reports: [{ now: 3, rep: 40 }], painFree: 900 },
  { said: 'pain during it, nobody said when', reports: [{ now: 3 }], painFree: 0 },
  { said: 'pain before it', reports: [{ phase: 'before', now: 2, start: 2, rep: 6 }], painFree: 0 },
  { said: 'pain 0 before it, nothing since', reports: [{ phase: 'before' }], painFree: null },
  { said: 'pain only after it', reports: [{ phase: 'after', now: 2, start: 0 }], painFree: 1000 },
  {
    said: 'pain after it, the start not said',
    reports: [{ phase: 'after', now: 2, start: null }],
    painFree: 0,
  },
  {
    said: 'that nothing hurt, then pain from rep 6',
    nothingHurt: true,
    reports: [{ now: 3, rep: 6 }],
    painFree: 500,
  },
  { said: 'pain, without a number yet', reports: [{ now: null, start: null, light: 'ask' }], painFree: null },
  {
    said: 'pain the next morning only',
    reports: [{ phase: 'next-morning', now: 4, start: 0 }],
    painFree: null,
  },
];

describe('metres before pain began', () => {
  test.each(METRES)('said: $said → $painFree', ({ nothingHurt = false, reports = [], painFree }) => {
    const run = session(DAY, { saidPainFree: nothingHurt });
    const about = reports.map((each) => report(DAY, { sessionId: run.id, ...each }));
    expect(tempoMetres(run, about)).toEqual(
      painFree === null ? { painFree: null, notSaid: 1000 } : { painFree, notSaid: null },
    );
  });

  test('a report of another session says nothing, one of the day without a session does', () => {
    const run = session(DAY);
    expect(tempoMetres(run, [report(DAY, { sessionId: 'weights' })]).notSaid).toBe(1000);
    expect(tempoMetres(run, [report(DAY)]).painFree).toBe(1000);
    expect(tempoMetres(run, [report('2026-11-17')]).notSaid).toBe(1000);
  });
});

test.each([
  ['10x100', 6, 500],
  ['2x10x100', 13, 1200],
  ['100+100+100/100+200+100/100+100+100', 6, 600],
  ['3x(2x150)', 4, 450],
  ['800m jog, 10x100', 3, 1000],
  ['4x60, 3x120', 6, 360],
  ['10x30s', 5, 0],
  ['30min', 3, 0],
  [null, 3, 0],
])('%s, from rep %i: %i m before it', (work, rep, metres) => {
  expect(metresToRep({ work }, rep)).toBe(metres);
});

test('a later onset is never fewer metres, and an onset never more than the session', () => {
  const work = fc.constantFrom('10x100', '2x10x100', '3x(2x150)', '800m jog, 4x200, 2x50');
  fc.assert(
    fc.property(work, fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), (text, a, b) => {
      const [early, late] = [Math.min(a, b), Math.max(a, b)].map((rep) => metresToRep({ work: text }, rep));
      expect(early).toBeLessThanOrEqual(late ?? 0);
      expect(late).toBeLessThan(2001);
    }),
  );
});

describe('by week', () => {
  const sessions = [
    session('2026-10-20', { saidPainFree: true, metres: 1200 }),
    session('2026-10-27', { saidPainFree: true, metres: 2000 }),
    session('2026-11-03', { metres: 3000 }),
    session('2026-11-16', { saidPainFree: true }),
    session('2026-11-18', { metres: 1600 }),
    session('2026-11-18', { type: 'speed', metres: 400 }),
    session('2026-11-19', { work: null, metres: null, saidPainFree: true }),
  ];
  const weeks = tempoWeeks(lastMondays(TODAY), sessions, []);

  test('tempo only; what was not said stands apart, and a week without tempo is none', () => {
    expect(weeks.slice(-5)).toEqual([
      { monday: '2026-10-19', painFree: 1200, notSaid: null },
      { monday: '2026-10-26', painFree: 2000, notSaid: null },
      { monday: '2026-11-02', painFree: null, notSaid: 3000 },
      { monday: '2026-11-09', painFree: null, notSaid: null },
      { monday: '2026-11-16', painFree: 1000, notSaid: 1600 },
    ]);
  });

  test('the median of the four weeks before leaves out what is not known', () => {
    expect(usualMetres(weeks)).toBe(1600);
    expect(usualMetres(tempoWeeks(lastMondays(TODAY), [], []))).toBeNull();
  });
});
