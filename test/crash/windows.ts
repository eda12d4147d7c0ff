/** The named windows: a bot kills itself at each fault point of the engine, and a fresh one takes over. */
import type { Database } from '../../src/db/database.ts';
import { firstDue } from '../../src/reminders/schedule.ts';
import { addReminder, type ReminderTarget } from '../../src/reminders/store.ts';
import { addDays, instantOf, localDate } from '../../src/time/local.ts';
import { type FaultPoint, SEND_POINTS } from './black-box.ts';
import { createEvidenceFile, type Evidence, withDatabase } from './evidence.ts';
import { createHand, type Hand } from './hand.ts';
import { countPaths, type PathsTaken } from './judge.ts';
import { joinClub, setUpClub, ZONE } from './people.ts';
import { createRandom } from './random.ts';
import { openScene, type Scene } from './scene.ts';
import { createVerdict, type Verdict } from './verdict.ts';

/** Where a bot dies, and for how many milliseconds of the hand-moved clock none runs. */
export interface WindowCase {
  readonly point: FaultPoint;
  readonly downMs: number;
}

/** Past the lease, and inside Discord's memory of the nonce. */
export const BACK_IN_TIME_MS = 61_000;
/** Past Discord's memory of the nonce, inside the kind's grace. */
export const DOWN_LONGER_MS = 10 * 60_000;

/** Every fault point of a send with both times. */
export const ALL_WINDOWS: readonly WindowCase[] = SEND_POINTS.flatMap((point) =>
  [BACK_IN_TIME_MS, DOWN_LONGER_MS].map((downMs) => ({ point, downMs })),
);

export interface WindowsResult {
  readonly verdict: Verdict;
  /** What happened in each window, for people. */
  readonly lines: readonly string[];
}

const EVERY_DAY = { every: 'week', days: 'mon,tue,wed,thu,fri,sat,sun', time: '18:00' } as const;
const DIES_WITHIN_MS = 30_000;
/** At these Discord had the message. */
const AFTER_ARRIVAL: readonly FaultPoint[] = ['afterSend', 'beforeAcknowledge'];

/** One evening for each case: Ann's reminder comes by direct message, Ben's in a channel. */
export async function runWindows(databaseUrl: string, cases: readonly WindowCase[]): Promise<WindowsResult> {
  const verdict = createVerdict();
  const hand = createHand();
  const scene = await openScene({
    ...{ databaseUrl, processes: 1, athletes: 2, random: createRandom, direct: hand.direct },
  });
  try {
    await begin(scene, databaseUrl);
    const evenings: { readonly date: string; readonly words: string }[] = [];
    for (const one of cases) {
      const date = addDays(localDate(scene.sandbox.clock.now(), ZONE), 1);
      const before = scene.sandbox.requests.length;
      await playEvening({ scene, hand, one, date, verdict });
      const paths = countPaths(scene.sandbox.requests.slice(before));
      checkPaths(one, paths, verdict);
      evenings.push({ date, words: wordsOf(one, paths) });
    }
    await scene.crew.stop();
    const file = createEvidenceFile();
    await withDatabase(databaseUrl, (database) => file.gather(database));
    scene.sightings.look();
    const lines = evenings.map(
      ({ date, words }) => `${words}: ${auditEvening(scene, file.whole(), date, verdict)}`,
    );
    for (const words of [...scene.crew.errors(), ...scene.crew.collapses()]) verdict.check(false, words);
    return { verdict, lines };
  } finally {
    await scene.close();
  }
}

async function playEvening(given: {
  readonly scene: Scene;
  readonly hand: Hand;
  readonly one: WindowCase;
  readonly date: string;
  readonly verdict: Verdict;
}): Promise<void> {
  const { scene, hand, one, date, verdict } = given;
  const { clock } = scene.sandbox;
  clock.set(instantOf(date, '17:50', ZONE));
  await scene.crew.wake();
  const dead = hand.strike(one);
  clock.set(instantOf(date, EVERY_DAY.time, ZONE));
  const woken = scene.crew.wake();
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), DIES_WITHIN_MS).unref());
  verdict.check(await Promise.race([dead, late]), `nobody came to ${one.point}`);
  await woken;
  await scene.crew.wake();
}

async function begin({ cast, crew, sandbox }: Scene, databaseUrl: string): Promise<void> {
  await setUpClub(cast.administrator);
  await Promise.all(cast.athletes.map(joinClub));
  await crew.restart(() =>
    withDatabase(databaseUrl, (database) => plantEvenings(database, sandbox.clock.now())),
  );
}

async function plantEvenings({ db }: Database, now: Date): Promise<void> {
  await db.reminder.deleteMany({ where: { kind: 'core' } });
  const club = await db.club.findFirstOrThrow();
  const places: ReminderTarget[] = [
    { target: 'direct', channelId: null },
    { target: 'channel', channelId: club.reminderChannelId ?? '' },
  ];
  for (const [index, { id: athleteId }] of (await db.athlete.findMany()).entries()) {
    const to = places[index % places.length];
    const nextDueAt = firstDue({ schedule: EVERY_DAY, zone: ZONE, pausedUntil: null }, now);
    const whose = { clubId: club.id, athleteId, kind: 'core', zone: ZONE };
    if (to) await addReminder(db, { ...whose, schedule: EVERY_DAY, to, nextDueAt }, now);
  }
}

/** What Discord had is recognised by its nonce when the bot is back in time, and in the history when it is not. */
function checkPaths({ point, downMs }: WindowCase, paths: PathsTaken, verdict: Verdict): void {
  const { repeatsByNonce, historyLooks } = paths;
  const inTime = downMs === BACK_IN_TIME_MS;
  if (inTime) verdict.check(historyLooks === 0, `${point}: back in time, and the history was read`);
  else verdict.check(repeatsByNonce === 0, `${point}: down for longer, and sent again`);
  if (!AFTER_ARRIVAL.includes(point)) return;
  verdict.check(
    inTime ? repeatsByNonce > 0 : historyLooks > 0,
    `${point}: nobody looked for what Discord had`,
  );
}

function wordsOf({ point, downMs }: WindowCase, { repeatsByNonce, historyLooks }: PathsTaken): string {
  return `${point}, down for ${downMs / 1000} s, ${repeatsByNonce} recognised by nonce, ${historyLooks} looks into the history`;
}

/** Both reminders of an evening: seen once, and noted as the message that was seen. */
function auditEvening({ sightings }: Scene, evidence: Evidence, date: string, verdict: Verdict): string {
  const rows = evidence.deliveries.filter(
    ({ reminder, occurrenceKey }) => reminder.kind === 'core' && occurrenceKey.startsWith(date),
  );
  verdict.check(rows.length === 2, `${rows.length} deliveries on ${date}`);
  const times = rows.map(({ id, leaderId, state, messageId }) => {
    const seen = sightings.seen.get(leaderId ?? id) ?? [];
    const isNoted = state === 'sent' && messageId === seen[0]?.messageId;
    verdict.check(seen.length === 1 && isNoted, `on ${date} seen ${seen.length} times, noted as ${state}`);
    return seen.length;
  });
  return `seen ${times.join(' and ')} times`;
}
