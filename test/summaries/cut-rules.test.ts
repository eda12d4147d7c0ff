// Eight lines, not eight athletes: those of whom the same everyday facts are said share one.
import { describe, expect, it } from 'vitest';
import { type AthleteFacts, summaryLines } from '../../src/summaries/rules.ts';
import { athlete, DAY, report, session } from './made-facts.ts';

const cold = { sessions: [{ ...session, warmup: 'none' }] } as const;
const missed = { coreMissed: true } as const;
const sore = { reports: [report] } as const;

/** So many athletes with the same to say, as a0, a1, … */
const many = (letter: string, count: number, facts: Partial<AthleteFacts>) =>
  Array.from({ length: count }, (_, place) => athlete(`${letter}${place}`, facts));

function cut(...athletes: AthleteFacts[]) {
  const { lines, rest } = summaryLines(athletes, { day: DAY, told: null });
  const named = (letter: string) => lines.filter(({ userId }) => userId.startsWith(letter)).length;
  return { named, alsoToLookAt: rest.alsoToLookAt };
}

describe('the lines of a summary', () => {
  it.each([
    ['eight in pain: a line each', { sore: 8, missed: 0, cold: 0 }, { sore: 8, missed: 0, cold: 0, more: 0 }],
    ['a ninth in pain is counted', { sore: 9, missed: 0, cold: 0 }, { sore: 8, missed: 0, cold: 0, more: 1 }],
    [
      'ten with the same to say: one line',
      { sore: 7, missed: 10, cold: 0 },
      { sore: 7, missed: 10, cold: 0, more: 0 },
    ],
    [
      'a ninth line is counted, with all on it',
      { sore: 7, missed: 3, cold: 4 },
      { sore: 7, missed: 3, cold: 0, more: 4 },
    ],
    ['twelve names on a line', { sore: 0, missed: 12, cold: 12 }, { sore: 0, missed: 12, cold: 12, more: 0 }],
    [
      'a thirteenth name is counted',
      { sore: 0, missed: 13, cold: 1 },
      { sore: 0, missed: 12, cold: 1, more: 1 },
    ],
  ])('are eight at most: %s', (_, club, told) => {
    const { named, alsoToLookAt } = cut(
      ...many('c', club.cold, cold),
      ...many('m', club.missed, missed),
      ...many('s', club.sore, sore),
    );
    expect({ sore: named('s'), missed: named('m'), cold: named('c'), more: alsoToLookAt }).toEqual(told);
  });

  it('are not shared where one trained and another did not', () => {
    const trained = { ...missed, sessions: [session] };
    const { named, alsoToLookAt } = cut(
      ...many('s', 7, sore),
      ...many('m', 2, missed),
      ...many('t', 2, trained),
    );
    expect([named('s'), named('m') + named('t'), alsoToLookAt]).toEqual([7, 2, 2]);
  });
});
