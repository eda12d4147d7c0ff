import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createPace } from '../../src/discord/pace.ts';

const RATE = { requests: 5, ms: 1_000 };

// The clock is turned by hand: nothing here waits.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterAll(() => {
  vi.useRealTimers();
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The instants at which requests arrive, in milliseconds, when each is so long on its way there and back. */
async function arrivals(delays: readonly { there: number; back: number }[]): Promise<number[]> {
  const pace = createPace(RATE);
  const arrived: number[] = [];
  const all = Promise.all(
    delays.map(({ there, back }) =>
      pace(async () => {
        await pause(there);
        arrived.push(performance.now());
        await pause(back);
      }),
    ),
  );
  await vi.runAllTimersAsync();
  await all;
  return arrived.sort((a, b) => a - b);
}

test('no window sees more arrive than the limit, however long requests are on their way', async () => {
  const delay = fc.record({
    there: fc.integer({ min: 0, max: 700 }),
    back: fc.integer({ min: 0, max: 100 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(delay, { minLength: 6, maxLength: 18 }), async (delays) => {
      const arrived = await arrivals(delays);
      arrived.slice(RATE.requests).forEach((at, index) => {
        expect(at - (arrived[index] ?? 0)).toBeGreaterThanOrEqual(RATE.ms);
      });
    }),
    { numRuns: 100 },
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
  const settled = Promise.allSettled(requests);
  expect(left).toEqual([0, 1, 2, 3, 4]);
  await vi.runAllTimersAsync();
  const outcomes = await settled;
  expect(outcomes.map(({ status }) => status)).toEqual([
    ...Array(2).fill('rejected'),
    ...Array(5).fill('fulfilled'),
  ]);
  expect(left).toEqual([0, 1, 2, 3, 4, 5, 6]);
});
