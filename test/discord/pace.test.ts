import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPace } from '../../src/discord/pace.ts';

const RATE = { requests: 5, ms: 40 };
/** A timer may ring this much early. */
const EARLY_MS = 2;

/** The instants at which requests arrive, in milliseconds, when each is so long on its way there and back. */
async function arrivals(delays: readonly { there: number; back: number }[]): Promise<number[]> {
  const pace = createPace(RATE);
  const arrived: number[] = [];
  await Promise.all(
    delays.map(({ there, back }) =>
      pace(async () => {
        await pause(there);
        arrived.push(performance.now());
        await pause(back);
      }),
    ),
  );
  return arrived.sort((a, b) => a - b);
}

test('no window sees more arrive than the limit, however long requests are on their way', async () => {
  const delay = fc.record({ there: fc.integer({ min: 0, max: 30 }), back: fc.integer({ min: 0, max: 5 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(delay, { minLength: 6, maxLength: 18 }), async (delays) => {
      const arrived = await arrivals(delays);
      arrived.slice(RATE.requests).forEach((at, index) => {
        expect(at - (arrived[index] ?? 0)).toBeGreaterThanOrEqual(RATE.ms - EARLY_MS);
      });
    }),
    { numRuns: 5 },
  );
});

test('the first leave at once and in order, and a request that fails gives its place back', async () => {
  const pace = createPace(RATE);
  const left: number[] = [];
  const requests = [0, 1, 2, 3, 4, 5, 6].map((index) =>
    pace(async () => {
      left.push(index);
      if (index < 2) throw new Error('refused');
    }),
  );
  expect(left).toEqual([0, 1, 2, 3, 4]);
  const outcomes = await Promise.allSettled(requests);
  expect(outcomes.map(({ status }) => status)).toEqual([
    ...Array(2).fill('rejected'),
    ...Array(5).fill('fulfilled'),
  ]);
  expect(left).toEqual([0, 1, 2, 3, 4, 5, 6]);
});
