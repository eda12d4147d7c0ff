import { expect, test } from 'vitest';
import { usePostgresDatabases } from '../db/databases.ts';
import { BACK_IN_TIME_MS, DOWN_LONGER_MS, runWindows } from './windows.ts';

const makeUrl = usePostgresDatabases();

test('a bot that dies after Discord took a message is followed by one that finds it, soon or late', {
  timeout: 120_000,
}, async () => {
  const { verdict } = await runWindows(await makeUrl(), [
    { point: 'afterSend', downMs: BACK_IN_TIME_MS },
    { point: 'beforeAcknowledge', downMs: DOWN_LONGER_MS },
  ]);
  expect(verdict.failures).toEqual([]);
  expect(verdict.passed()).toBeGreaterThan(8);
});
