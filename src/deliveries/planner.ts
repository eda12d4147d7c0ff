// Turns reminders whose time has come into deliveries, a page at a time.
import type { Database } from '../db/database.ts';
import type { Clock } from '../time/clock.ts';
import type { EngineLog } from './courier-parts.ts';
import type { FaultPoints } from './fault-points.ts';
import type { DeliveryKind } from './kind.ts';
import { type CatchUp, planDue } from './rules.ts';
import { type DueReminder, findDueReminders, materialise, postponeReminder } from './store.ts';

/** Small, so that sends go on between two pages. */
const PAGE = 25;
const POSTPONE_MS = 60 * 60_000;

/** A function that materialises the next page of due reminders and tells how many there were. */
export function createPlanner(parts: {
  readonly database: Database;
  readonly kinds: ReadonlyMap<string, DeliveryKind>;
  readonly clock: Clock;
  readonly log: EngineLog;
  readonly hooks: FaultPoints;
}): () => Promise<number> {
  const { database, kinds, clock, log, hooks } = parts;
  const names = [...kinds.keys()];

  function plan(reminder: DueReminder, now: Date): CatchUp | null {
    try {
      const grace = kinds.get(reminder.kind)?.graceMinutes ?? 0;
      return planDue(reminder, reminder.nextDueAt, now, grace);
    } catch (error) {
      log.error({ err: error, reminder: reminder.id }, 'a reminder cannot be read; looking again in an hour');
      return null;
    }
  }

  async function planOne(reminder: DueReminder, now: Date): Promise<void> {
    const catchUp = plan(reminder, now);
    if (catchUp === null)
      return postponeReminder(database.db, reminder, new Date(now.getTime() + POSTPONE_MS));
    const during = hooks.duringMaterialise;
    const done = await materialise(database, reminder, catchUp, during && (() => during(reminder)));
    const skipped = catchUp.occurrences.filter(({ state }) => state === 'skipped').length;
    if (done && skipped > 0) log.warn({ reminder: reminder.id, skipped }, 'missed occurrences were skipped');
    await hooks.afterMaterialise?.(reminder);
  }

  return async function planNext() {
    const now = clock.now();
    const due = await findDueReminders(database.db, names, now, PAGE);
    for (const reminder of due) await planOne(reminder, now);
    return due.length;
  };
}
