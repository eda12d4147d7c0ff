/** One run: bots that are killed again and again in the middle of a club's days, and the audit in the end. */
import { once } from 'node:events';
import { auditDeliveries } from './audit-deliveries.ts';
import { auditEntries } from './audit-entries.ts';
import { createEvidenceFile, type EvidenceFile, withDatabase } from './evidence.ts';
import type { Journal } from './journal.ts';
import { countPaths, judgeRun, type PathsTaken } from './judge.ts';
import { createKiller, type Killer, type Quota } from './killer.ts';
import type { Ledger } from './ledger.ts';
import { plantReminders } from './planted.ts';
import { createRandom } from './random.ts';
import { openScene, type Scene } from './scene.ts';
import { createStory } from './story.ts';
import { createVerdict, type Verdict } from './verdict.ts';

export interface CrashOptions {
  readonly kills: number;
  /** Repeats every choice; which instruction a kill meets is still the machine's affair. */
  readonly seed: string;
  /** Of an empty database that nobody else uses. */
  readonly databaseUrl: string;
  /** Bots at work on it at once; on SQLite one. */
  readonly processes: 1 | 2;
  /** Real milliseconds within which the kills are to be done. */
  readonly withinMs: number;
  /** Aborted from outside: everything is ended and the run rejects. */
  readonly signal?: AbortSignal;
}

export interface CrashResult extends PathsTaken {
  readonly verdict: Verdict;
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly kills: number;
  /** Local days of the story. */
  readonly days: number;
  readonly seconds: number;
}

const ATHLETES = 6;
/** A machine that is busy with other things is given so many times the time. */
const MOST_TIMES_LONGER = 8;
/** Days of the story after which the bots are stopped cleanly and the database read. */
const DAYS_TO_A_LOOK = 10;
/** Days after the last kill. */
const QUIET_DAYS = 2;

/** Plays the story until bots have been killed so often, lets the club calm down, and judges. */
export async function runCrash(options: CrashOptions): Promise<CrashResult> {
  const began = performance.now();
  const { kills: wanted, seed, databaseUrl, processes, withinMs } = options;
  const random = (of: string) => createRandom(`${seed}/${of}`);
  const quota: Quota = { wanted, withinMs, killers: processes, done: 0 };
  const killers: Killer[] = [];
  const scene = await openScene({
    ...{ databaseUrl, processes, random, athletes: ATHLETES },
    direct({ seat, ...parts }) {
      const killer = createKiller({ ...parts, quota, random: random(`killer/${seat.name}`) });
      killers.push(killer);
      return killer.events;
    },
  });
  const rest = () => {
    for (const killer of killers) killer.rest();
  };
  try {
    const file = createEvidenceFile();
    const read = () => withDatabase(databaseUrl, (database) => file.gather(database));
    const run = {
      scene,
      quota,
      rest,
      file,
      databaseUrl,
      random,
      deadline: began + MOST_TIMES_LONGER * withinMs,
    };
    const days = await untilAborted(options.signal, play(run));
    await scene.crew.stop();
    await read();
    const verdict = judge(scene, quota, file, days);
    const seconds = (performance.now() - began) / 1000;
    const { journal, ledger } = scene;
    return {
      verdict,
      journal,
      ledger,
      kills: quota.done,
      ...countPaths(scene.sandbox.requests),
      days,
      seconds,
    };
  } finally {
    rest();
    await scene.close();
  }
}

/**
 * Whole days until the last kill, but no longer than the deadline allows; then some that nothing disturbs: on a busy
 * machine the last kill may come before the first day does, and there must be days to judge.
 */
async function play(run: {
  readonly scene: Scene;
  readonly quota: Quota;
  readonly rest: () => void;
  readonly file: EvidenceFile;
  readonly databaseUrl: string;
  readonly random: (of: string) => ReturnType<typeof createRandom>;
  readonly deadline: number;
}): Promise<number> {
  const { scene, quota, rest, file, databaseUrl, random, deadline } = run;
  const { cast, crew, journal, ledger, sightings, sandbox } = scene;
  const { clock } = sandbox;
  const story = createStory({ cast, clock, crew, journal, sightings, random: random('story') });
  const planting = random('planted');
  await story.begin();
  let days = 0;
  while (quota.done < quota.wanted && performance.now() < deadline) {
    if (days % DAYS_TO_A_LOOK === 0) await crew.restart(interlude);
    await story.day();
    days += 1;
  }
  rest();
  for (let quiet = 0; quiet < QUIET_DAYS; quiet += 1) await story.day();
  await story.calmDown();
  return days + QUIET_DAYS + 1;

  async function interlude(): Promise<void> {
    await withDatabase(databaseUrl, async (database) => {
      await file.gather(database);
      const given = { now: clock.now(), random: planting, isFirst: days === 0 };
      ledger.planted.push(...(await plantReminders(database, given)));
    });
  }
}

function judge(scene: Scene, quota: Quota, file: EvidenceFile, days: number): Verdict {
  const { sandbox, journal, ledger, sightings, crew } = scene;
  sightings.look();
  const evidence = file.whole();
  const verdict = createVerdict();
  judgeRun(verdict, { quota, crew, ledger, journal, sandbox, days });
  auditEntries(ledger, evidence, verdict);
  auditDeliveries({ ledger, journal, sightings, evidence, now: sandbox.clock.now() }, verdict);
  return verdict;
}

async function untilAborted<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (signal === undefined) return await work;
  const aborted = once(signal, 'abort').then(() => {
    throw new Error('stopped from outside');
  });
  return await Promise.race([work, aborted]);
}
