/** Once a day: what is older than a club keeps is deleted, and deliveries and drafts that nobody asks about any more. */
import { schedule } from 'node-cron';
import type { App } from '../app.ts';
import { deleteOldDrafts } from '../reminders/draft-store.ts';
import { localDate, monthsBefore } from '../time/local.ts';
import { deleteDeliveriesBefore, deleteEntriesBefore, deleteOneOffsBefore, listRetention } from './store.ts';

/** Days that finished deliveries are kept, for looking at what was sent. */
const DELIVERY_DAYS = 30;

const DAY_MS = 24 * 60 * 60_000;

/** Deletes what every club no longer keeps (handbook §9). */
export async function purge(app: App): Promise<void> {
  const now = app.clock.now();
  const { db } = app.database;
  for (const { clubId, months, zone } of await listRetention(db)) {
    const keptFrom = monthsBefore(localDate(now, zone), months);
    const deleted = await deleteEntriesBefore(db, clubId, keptFrom);
    await deleteOneOffsBefore(db, clubId, keptFrom);
    await deleteOldDrafts(db, clubId, now);
    await deleteDeliveriesBefore(db, clubId, new Date(now.getTime() - DELIVERY_DAYS * DAY_MS));
    if (deleted > 0) app.log.info({ club: clubId, deleted }, 'entries past their keeping time were deleted');
  }
}

/** Purges now and then every night; the result ends it. */
export function startPurging(app: App): { stop(): Promise<void> } {
  const run = () => purge(app).catch((error: unknown) => app.log.error({ err: error }, 'purge failed'));
  let running = run();
  const task = schedule('17 3 * * *', () => {
    running = run();
  });
  return {
    async stop() {
      await task.destroy();
      await running;
    },
  };
}
