/** One run: a club on the sandbox, a bot that is killed again and again, and the audit in the end. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { SANDBOX_CLUB } from '../../sandbox/club.ts';
import { createSandboxClock, type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { auditDeliveries } from './audit-deliveries.ts';
import { auditEntries } from './audit-entries.ts';
import { type EvidenceFile, openEvidenceFile } from './evidence.ts';
import { createJournal, type Journal } from './journal.ts';
import { judgeRun, pathsTaken } from './judge.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { createKiller, type Killer } from './killer.ts';
import { createLedger, type Ledger } from './ledger.ts';
import type { Person } from './people.ts';
import { createRandom } from './random.ts';
import { watchRequests } from './request-traps.ts';
import { createSightings, type Sightings } from './sightings.ts';
import { createStory, type Story } from './story.ts';
import { createVerdict, type Verdict } from './verdict.ts';

export interface CrashOptions {
  readonly kills: number;
  /** Repeats every choice; which instruction a kill meets is still the machine's affair. */
  readonly seed: string;
  /** Of an empty database that nobody else uses. */
  readonly databaseUrl: string;
  /** Real milliseconds within which the kills are to be done. */
  readonly withinMs: number;
  /** Aborted from outside: everything is ended and the run rejects. */
  readonly signal?: AbortSignal;
}

export interface CrashResult {
  readonly verdict: Verdict;
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly kills: number;
  /** Sends that Discord answered with the message that was there already, by its nonce. */
  readonly repeatsByNonce: number;
  /** Looks into a channel's history for a message whose fate was unknown. */
  readonly historyLooks: number;
  /** Local days of the story. */
  readonly days: number;
  readonly seconds: number;
}

const BEGINNING = new Date('2026-03-16T06:00:00Z');
const ATHLETES = ['Ann', 'Ben', 'Athlete 3', 'Athlete 4', 'Athlete 5', 'Athlete 6'];
/** Days of the story after which the bot is stopped cleanly and the database read. */
const DAYS_TO_A_LOOK = 10;
const PATIENCE_MS = 8_000;
const REQUESTS_KEPT = 200_000;

/** Plays the story until the bot has been killed so often, lets the club calm down, and judges. */
export async function runCrash(options: CrashOptions): Promise<CrashResult> {
  const began = performance.now();
  const clock = createSandboxClock({ frozenAt: BEGINNING });
  const sandbox = await startSandbox({ clock, timeoutMs: PATIENCE_MS, keepRequests: REQUESTS_KEPT });
  const traps = watchRequests(sandbox.server.server as Server);
  const journal = createJournal();
  const ledger = createLedger();
  const random = (of: string) => createRandom(`${options.seed}/${of}`);
  const killer = createKiller({
    ...{ clock, traps, journal, wanted: options.kills, withinMs: options.withinMs },
    random: random('killer'),
  });
  const keeper = createKeeper({ sandbox, traps, databaseUrl: options.databaseUrl, events: killer.events });
  try {
    const stage = { sandbox, keeper, ledger, random };
    const { cast, sightings } = gather(stage);
    const story = createStory({ cast, clock, keeper, journal, sightings, random: random('story') });
    const file = openEvidenceFile(options.databaseUrl);
    const deadline = began + 2 * options.withinMs;
    const days = await untilAborted(options.signal, play(story, { killer, keeper, file, deadline }));
    await keeper.stop();
    await file.gather();
    sightings.look();
    const evidence = file.whole();
    const verdict = createVerdict();
    judgeRun(verdict, { killer, keeper, ledger, sandbox, wanted: options.kills });
    auditEntries(ledger, evidence, verdict);
    auditDeliveries({ ledger, journal, sightings, evidence, now: clock.now() }, verdict);
    const seconds = (performance.now() - began) / 1000;
    return { verdict, journal, ledger, kills: killer.kills(), ...pathsTaken(sandbox), days, seconds };
  } finally {
    killer.rest();
    await keeper.close();
    await sandbox.stop();
  }
}

type Stage = {
  readonly sandbox: Sandbox;
  readonly keeper: Keeper;
  readonly ledger: Ledger;
  readonly random: (of: string) => Person['random'];
};

function gather({ sandbox, keeper, ledger, random }: Stage): {
  cast: { administrator: Person; athletes: Person[] };
  sightings: Sightings;
} {
  const more = ATHLETES.slice(2).map((name) => ({ name, note: 'athlete, made up' }));
  const guild = sandbox.createGuild({ ...SANDBOX_CLUB, members: [...SANDBOX_CLUB.members, ...more] });
  const person = (name: string): Person => ({
    ...{ keeper, ledger, clock: sandbox.clock },
    actor: sandbox.actor(guild, name),
    random: random(name),
  });
  const athletes = ATHLETES.map(person);
  const sightings = createSightings(
    athletes.map(({ actor }) => actor),
    sandbox.actor(guild, 'Carl'),
  );
  return { cast: { administrator: person('Dana'), athletes }, sightings };
}

/** Whole days until the last kill, but no longer than the deadline allows. */
async function play(
  story: Story,
  {
    killer,
    keeper,
    file,
    deadline,
  }: { killer: Killer; keeper: Keeper; file: EvidenceFile; deadline: number },
): Promise<number> {
  await story.begin();
  let days = 0;
  while (!killer.isDone() && performance.now() < deadline) {
    await story.day();
    days += 1;
    if (days % DAYS_TO_A_LOOK === 0) await keeper.restart(() => file.gather());
  }
  killer.rest();
  await story.calmDown();
  return days + 1;
}

async function untilAborted<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (signal === undefined) return await work;
  const aborted = once(signal, 'abort').then(() => {
    throw new Error('stopped from outside');
  });
  return await Promise.race([work, aborted]);
}
