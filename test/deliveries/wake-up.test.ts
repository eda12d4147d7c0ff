import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startWakeUp } from '../../src/deliveries/wake-up.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-02T17:00:00.500Z') });
});

afterEach(() => {
  vi.useRealTimers();
});

test('rings every second', async () => {
  let rings = 0;
  const wakeUp = startWakeUp(() => {
    rings += 1;
  });
  await vi.advanceTimersByTimeAsync(4_000);
  expect(rings).toBeGreaterThanOrEqual(4);
  await wakeUp.stop();
});

test('rings on although the clock was set back by an hour', async () => {
  let rings = 0;
  const wakeUp = startWakeUp(() => {
    rings += 1;
  });
  await vi.advanceTimersByTimeAsync(2_000);
  vi.setSystemTime(new Date('2026-03-02T16:00:00Z'));
  rings = 0;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(rings).toBeGreaterThanOrEqual(12);
  await wakeUp.stop();
});

test('rings no more once it is stopped', async () => {
  let rings = 0;
  const wakeUp = startWakeUp(() => {
    rings += 1;
  });
  await wakeUp.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(rings).toBe(0);
});
