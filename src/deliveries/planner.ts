// Turns reminders whose time has come into deliveries, a page at a time.
import type { Database } from '../db/database.ts';
import type { Clock } from '../time/clock.ts';
import type { EngineLog } from './courier-parts.ts';
import type { FaultPoints } from './fault-points.ts';
import { MOST_TOGETHER } from './group-store.ts';
import type { DeliveryKind } from './kind.ts';
import { materialise, type Planned } from './materialise-store.ts';
import { type CatchUp, groupKeyFor, planDue } from './rules.ts';
import { type DueReminder, findDueReminders, findTogether, postponeReminder } from './store.ts';

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

  const isShared = ({ kind }: DueReminder) => kinds.get(kind)?.isShared === true;

  async function planAll(reminders: readonly DueReminder[], now: Date): Promise<void> {
    const planned: Planned[] = [];
    for (const reminder of reminders) {
      const catchUp = plan(reminder, now);
      if (catchUp !== null) planned.push({ reminder, plan: catchUp, isShared: isShared(reminder) });
      else await postponeReminder(database.db, reminder, new Date(now.getTime() + POSTPONE_MS));
    }
    const done = await materialise(database, planned, async () => {
      for (const { reminder } of planned) await hooks.duringMaterialise?.(reminder);
    });
    for (const { reminder, plan: caught } of done) {
      const skipped = caught.occurrences.filter(({ state }) => state === 'skipped').length;
      if (skipped > 0) log.warn({ reminder: reminder.id, skipped }, 'missed occurrences were skipped');
    }
    for (const { reminder } of planned) await hooks.afterMaterialise?.(reminder);
  }

  /** Those who share a message become due in one step, so that nobody's comes after it has left. */
  async function completed(page: readonly DueReminder[]): Promise<DueReminder[]> {
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE || !isShared(last)) return [...page];
    if (groupKeyFor(last, last.nextDueAt) === null) return [...page];
    const here = new Set(page.map(({ id }) => id));
    const together = await findTogether(database.db, last, MOST_TOGETHER);
    return [...page, ...together.filter(({ id }) => !here.has(id))];
  }

  return async function planNext() {
    const now = clock.now();
    const due = await completed(await findDueReminders(database.db, names, now, PAGE));
    if (due.length > 0) await planAll(due, now);
    return due.length;
  };
}
