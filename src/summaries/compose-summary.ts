/** What the scheduled summaries have in common: where they may go, that they come late, that they were amended. */
import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import type { App } from '../app.ts';
import { setupGaps } from '../clubs/rules.ts';
import { type Club, findClub } from '../clubs/store.ts';
import { digestOf, madeAt } from '../deliveries/amend-rules.ts';
import type { Composed, DueDelivery } from '../deliveries/kind.ts';
import { isNoticeablyLate } from '../reminders/rules.ts';
import { localDate, localTime } from '../time/local.ts';
import { showDate } from '../time/show.ts';
import type { Footer } from './footer-messages.ts';
import { findPosted } from './told-store.ts';

/** Minutes after which a posted summary is compared with the diary again, and edited where it says something else. */
export const AMEND_MINUTES: readonly number[] = [5, 15, 30, 55];

/** What there is to tell, as the database has it. */
export interface Telling {
  message(footer: Footer): RESTPostAPIChannelMessageJSONBody;
  /** The newest logging or change after an instant of what the coaches may know; null: none that left a time. */
  newestChange(since: Date): Date | null;
}

/**
 * A summary for the coaches' channel: the same for as long as the database says the same. Once it was sent it says so
 * when it says something else now, with the time of the newest change. Held back from a channel that everybody has come
 * to read since it was chosen; `/setup` says so. `tell` is handed the day on which it is read.
 */
export async function composeSummary(
  app: App,
  delivery: DueDelivery,
  now: Date,
  tell: (club: Club, today: string) => Promise<Telling>,
): Promise<Composed> {
  const { db } = app.database;
  const club = await findClub(db, delivery.clubId);
  if (club === null || club.summaryChannelId === null) return { cancel: 'no summary channel' };
  if (setupGaps(club).length > 0) return { cancel: 'club is not switched on' };
  if (app.isPublic(club.id, club.summaryChannelId)) return { cancel: 'channel is public' };
  const posted = await findPosted(db, club.id, delivery.id);
  const at = posted?.sentAt ?? now;
  const told = await tell(club, localDate(at, club.zone));
  const wasDueAt = lateness(delivery.dueAt, at, club.zone);
  const plain = told.message({ updated: null, wasDueAt });
  // What was logged before it left may be in what it said first.
  const newest = posted && told.newestChange(madeAt(posted));
  const isChanged = posted && (posted.digest === null ? newest !== null : posted.digest !== digestOf(plain));
  const updated = { at: newest && localTime(newest, club.zone) };
  return {
    send: isChanged ? told.message({ updated, wasDueAt }) : plain,
    to: { kind: 'channel', channelId: club.summaryChannelId },
  };
}

/** When it was due, with the day where that is another one; null: it comes on time. */
function lateness(dueAt: Date, at: Date, zone: string): string | null {
  if (!isNoticeablyLate(dueAt, at)) return null;
  return localDate(dueAt, zone) === localDate(at, zone)
    ? localTime(dueAt, zone)
    : `${localTime(dueAt, zone)} on ${showDate(localDate(dueAt, zone))}`;
}
