import { describe, expect, test } from 'vitest';
import { findReports, indexReports, outcomeOf } from '../../src/insights/outcome-rules.ts';
import type { DiaryReport, DiarySession } from '../../src/insights/types.ts';
import { at, morning, painFree, report, session } from './diary.ts';

const during = (now: number | null, start: number | null, changes: Partial<DiaryReport> = {}) =>
  report(0, { phase: 'during', now, start, ...changes });

const ROSE = true;
const DID_NOT = false;
const UNKNOWN = null;

describe('pain rose: 3 or more, and 2 or more above the pain before (handbook §8)', () => {
  const CASES: readonly [given: string, then: boolean | null, reports: DiaryReport[], of?: DiarySession][] = [
    ['1 → 3', ROSE, [during(3, 1)]],
    ['0 → 2: below 3', DID_NOT, [during(2, 0)]],
    ['2 → 3: by 1 only', DID_NOT, [during(3, 2)]],
    ['5 → 5: carried over', DID_NOT, [during(5, 5)]],
    ['0 → 0', DID_NOT, [during(0, 0)]],
    ['said after the session counts as during', ROSE, [report(0, { now: 3, start: 0 })]],
    ['the worst of several numbers', ROSE, [during(1, 1), during(4, 1), during(2, 1)]],
    ['1 during, 3 next morning', ROSE, [during(1, 1), morning(1, 3)]],
    ['next morning alone, with its start', ROSE, [morning(1, 4, { start: 1 })]],
    ['next morning 2 without a start: below 3 anyhow', DID_NOT, [morning(1, 2)]],
    ['next morning 4 without a start: no telling', UNKNOWN, [morning(1, 4)]],
    ['next morning 4 after “No pain”', ROSE, [morning(1, 4)], painFree(0)],
    ['before 1, then 3 without a start', ROSE, [during(1, null, { phase: 'before' }), during(3, null)]],
    ['before 2, then 3 without a start', DID_NOT, [during(2, null, { phase: 'before' }), during(3, null)]],
    ['only before it: nothing is known of after', UNKNOWN, [during(2, null, { phase: 'before' })]],
    ['“No pain” and no number', DID_NOT, [], painFree(0)],
    ['nothing said is not “no pain”', UNKNOWN, []],
    ['a question left open', UNKNOWN, [during(null, 1)]],
    ['“gone” next morning is 0', DID_NOT, [morning(1, 0, { now: null, trend: 'gone' })]],
    ['“worse” without a number', UNKNOWN, [during(2, 1), morning(1, 0, { now: null, trend: 'worse' })]],
    ['“better” without a number', DID_NOT, [during(2, 1), morning(1, 0, { now: null, trend: 'better' })]],
    [
      'each area for itself: 4 in a back that began at 3, 1 in a hip that began at 0',
      DID_NOT,
      [during(4, 3), during(1, 0, { episodeId: 'hip' })],
    ],
    [
      'an area that rose, beside one without a number',
      ROSE,
      [during(3, 1), during(null, 1, { episodeId: 'hip' })],
    ],
    [
      'an area without a number, beside one that did not rise',
      UNKNOWN,
      [during(2, 1), during(null, 1, { episodeId: 'hip' })],
    ],
  ];
  test.each(CASES)('%s', (_, then, reports, of = session(0)) => {
    expect(outcomeOf(of, reports).event).toBe(then);
  });

  test('it was noted when the first of during, after and next morning was, or “No pain”', () => {
    const before = during(0, null, { phase: 'before', reportedAt: at(0, '16:00') });
    expect(outcomeOf(session(0), [before, report(0), morning(1, 0)]).notedAt).toEqual(at(0, '19:00'));
    expect(outcomeOf(session(0), [before, morning(1, 0)]).notedAt).toEqual(at(1, '07:00'));
    expect(outcomeOf(painFree(0), [report(0)]).notedAt).toEqual(at(0, '18:30'));
  });
});

describe('which reports are about a session', () => {
  const evening = session(0, { id: 'evening', loggedAt: at(0, '20:00') });
  const weights = session(0, { id: 'weights', type: 'weights' });
  const loose = report(0, { sessionId: null });

  const about = (sessions: DiarySession[], reports: DiaryReport[]) =>
    Object.fromEntries(
      [...findReports(sessions, 'tempo', indexReports(reports))].map(([id, own]) => [id, own.length]),
    );

  test.each<[given: string, sessions: DiarySession[], reports: DiaryReport[], then: Record<string, number>]>([
    ['its own', [session(0)], [report(0)], { s0: 1 }],
    ['one without a session, on a day with one tempo session', [session(0)], [loose], { s0: 1 }],
    ['the same beside a session of another class', [session(0), weights], [loose], { s0: 1 }],
    ['the same with two tempo sessions: whose is it?', [session(0), evening], [loose], { s0: 0, evening: 0 }],
    ['one of another session', [session(0), weights], [report(0, { sessionId: 'weights' })], { s0: 0 }],
    [
      'next morning: of the last one of the day before',
      [session(0), evening],
      [morning(1, 2)],
      { s0: 0, evening: 1 },
    ],
    [
      'next morning, made after that day’s session was logged',
      [session(0), session(1)],
      [morning(1, 2, { sessionId: 's1' })],
      { s0: 1, s1: 0 },
    ],
    ['the morning after next', [session(0)], [morning(2, 2)], { s0: 0 }],
  ])('%s', (_, sessions, reports, then) => {
    expect(about(sessions, reports)).toEqual(then);
  });
});
