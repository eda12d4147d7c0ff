/** A club for end-to-end tests: the real bot and the real discord.js client on the sandbox, by a hand-moved clock. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { SANDBOX_CLUB } from '../../sandbox/club.ts';
import {
  type Actor,
  createSandboxClock,
  type Sandbox,
  type SandboxClock,
  type SandboxGuild,
  startSandbox,
} from '../../sandbox/sandbox.ts';
import { type Bot, startBot } from '../../src/bot.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { expectAcceptable } from './acceptable.ts';
import { type Kept, openArchive } from './archive.ts';

/** A fresh club with its people. */
export interface Club {
  readonly guild: SandboxGuild;
  readonly ann: Actor;
  readonly ben: Actor;
  readonly carl: Actor;
  readonly dana: Actor;
}

export interface Stage {
  readonly sandbox: Sandbox;
  readonly clock: SandboxClock;
  /** The bot's database file. */
  readonly file: string;
  /** The bot's log so far, a JSON line each. */
  readonly log: readonly string[];
  /** A new club that nobody has set up. */
  openClub(): Club;
  /** A new club that is on; `options` of `/setup` beside the needed ones. */
  setUpClub(options?: string): Promise<Club>;
  /** Sets the clock to an instant and lets the bot send what is due by then. */
  at(instant: string): Promise<void>;
  /** Moves the clock on and lets the bot send what is due by then. */
  pass(minutes: number): Promise<void>;
  /** Stops the bot and starts it anew on the same database. */
  restart(): Promise<void>;
  /** How many rows of each kind a club has, by a second, read-only look at the database. */
  kept(club: Club): Kept;
}

/** One bot and sandbox for a test file, started before its tests and stopped after them. */
export function useStage(frozenAt = '2026-05-04T16:00:00Z'): Stage {
  const clock = createSandboxClock({ frozenAt: new Date(frozenAt) });
  const log: string[] = [];
  let sandbox: Sandbox;
  let bot: Bot;
  let folder: string;

  const file = () => join(folder, 'club.db');
  const start = () =>
    startBot({
      config: readConfig({
        DISCORD_TOKEN: sandbox.token,
        DISCORD_API_URL: sandbox.apiUrl,
        DATABASE_URL: `file:${file()}`,
      }),
      clock,
      log: createLog('debug', { write: (line) => log.push(line) }),
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'backstraight-e2e-'));
    sandbox = await startSandbox({ clock });
    bot = await start();
  });
  afterAll(async () => {
    await bot?.stop();
    await sandbox?.stop();
    await rm(folder, { recursive: true, force: true });
    expectAcceptable(sandbox, log);
  });

  const stage: Stage = {
    get sandbox() {
      return sandbox;
    },
    clock,
    log,
    get file() {
      return file();
    },
    openClub() {
      const guild = sandbox.createGuild(SANDBOX_CLUB);
      const [ann, ben, carl, dana] = ['Ann', 'Ben', 'Carl', 'Dana'].map((name) => sandbox.actor(guild, name));
      if (!ann || !ben || !carl || !dana) throw new Error('the sandbox club lost somebody');
      return { guild, ann, ben, carl, dana };
    },
    async setUpClub(options = '') {
      const club = stage.openClub();
      await setUp(club, options);
      return club;
    },
    async at(instant) {
      const to = new Date(instant);
      expect(to.getTime(), 'the clock of a file moves forward only').toBeGreaterThan(clock.now().getTime());
      clock.set(to);
      await bot.wake();
    },
    async pass(minutes) {
      clock.advance(minutes * 60_000);
      await bot.wake();
    },
    async restart() {
      await bot.stop();
      bot = await start();
    },
    kept: ({ guild }) => openArchive(file()).count(guild.id),
  };
  return stage;
}

/** Dana switches the club on. */
export async function setUp({ dana }: Pick<Club, 'dana'>, options = ''): Promise<void> {
  const panel = await dana.run(
    `/setup coach-role:@Coach summary-channel:#coaches reminder-channel:#reminders time-zone:Europe/Berlin ${options}`.trim(),
  );
  await dana.press(panel, 'I have read this: switch on');
  expect(panel.message && dana.read(panel.message)).toContain('Backstraight is on.');
}
