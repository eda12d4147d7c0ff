/** The demo's made-up season, of which two weeks are enough to see that everything in it is answered. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { SANDBOX_CLUB } from '../../sandbox/club.ts';
import { fillDemo } from '../../sandbox/demo.ts';
import { createSandboxClock, startSandbox } from '../../sandbox/sandbox.ts';
import { startBot } from '../../src/bot.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';

test('the demo fills pictures, answers every person and leaves no pile of old messages', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'backstraight-demo-'));
  const clock = createSandboxClock({ frozenAt: new Date('2026-03-22T18:00:00Z') });
  const sandbox = await startSandbox({ clock });
  const errors: string[] = [];
  const config = readConfig({
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    DATABASE_URL: `file:${join(folder, 'demo.db')}`,
  });
  const log = createLog('error', { write: (line) => errors.push(line) });
  const bot = await startBot({ config, clock, log });
  onTestFinished(async () => {
    await bot.stop();
    await sandbox.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const guild = sandbox.createGuild(SANDBOX_CLUB);
  await fillDemo(sandbox, guild, bot, 2);
  expect(errors).toEqual([]);
  const ann = sandbox.actor(guild, 'Ann');
  expect(ann.messages()).toEqual([]);
  expect(ann.messages('direct').length).toBeLessThan(8);
  const posts = sandbox.actor(guild, 'Carl').transcript('coaches');
  expect(posts).toContain('The week, Mon 9 Mar to Sun 15 Mar');
  expect(posts).not.toContain('Late: it was due');
  clock.set(new Date('2026-03-22T18:00:00Z'));
  const me = (await ann.run('/me')).text;
  for (const picture of ['Pain by day', 'Bars of tempo', 'Habits by day', 'Pace of tempo'])
    expect(me).toContain(`picture: ${picture}`);
  const insights = (await ann.run('/insights type:Tempo')).text;
  expect(insights).toMatch(/too early: [4-6] of 20/);
  expect(insights).toContain('Massage: too early');
}, 60_000);
