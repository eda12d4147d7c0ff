import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useTemporaryFolder } from '../db/databases.ts';
import { runCrash } from './crash-run.ts';
import { KILL_TARGETS } from './kill-plan.ts';

const folder = useTemporaryFolder();

test('killed five times in the middle of the story, the bot loses nothing acknowledged and repeats no reminder', {
  timeout: 240_000,
}, async () => {
  const { verdict, kills, journal } = await runCrash({
    kills: 5,
    seed: '5',
    processes: 1,
    databaseUrl: `file:${join(folder, 'club.db')}`,
    withinMs: 8_000,
  });
  expect(verdict.failures).toEqual([]);
  expect(kills).toBe(5);
  expect(KILL_TARGETS.reduce((sum, target) => sum + (journal.killsByTarget.get(target) ?? 0), 0)).toBe(5);
  expect(verdict.counts.get('acknowledged logs found')).toBeGreaterThan(0);
  expect(verdict.counts.get('stretch reminders seen once')).toBeGreaterThan(0);
  expect(verdict.counts.get('summaries seen once')).toBeGreaterThan(0);
});
