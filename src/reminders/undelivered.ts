/** What an administrator sees of messages that were not delivered, and has sent again. */
import type { App } from '../app.ts';
import type { Club } from '../clubs/store.ts';
import { redrive } from '../deliveries/redrive-store.ts';
import { SHOWN_DAYS, type UndeliveredLine, undeliveredLines } from './undelivered-rules.ts';
import { countUndelivered, listUndelivered } from './undelivered-store.ts';

/** What was not delivered, with what is known of its places now. */
export interface UndeliveredView {
  /** IANA zone of the club. */
  readonly zone: string;
  readonly lines: readonly ShownLine[];
}

/** A line, and whether it could be sent now. */
export interface ShownLine extends UndeliveredLine {
  /** Names of the permissions that the bot lacks now where it was to go. */
  readonly missing: readonly string[];
  /** Where it was to go in the club; null: nowhere, or not known. */
  readonly place: string | null;
}

const since = (now: Date) => new Date(now.getTime() - SHOWN_DAYS * 24 * 60 * 60_000);

/** How many messages of the last 7 days were not delivered; none for a club that is not there. */
export async function howManyUndelivered(app: App, club: Club | null, now: Date): Promise<number> {
  return club === null ? 0 : await countUndelivered(app.database.db, club.id, since(now));
}

/** What was not delivered in the last 7 days, by thing and cause; of athletes' reminders only numbers. */
export async function showUndelivered(app: App, club: Club, now: Date): Promise<UndeliveredView> {
  const undelivered = await listUndelivered(app.database.db, club.id, since(now), now);
  const lines = undeliveredLines(undelivered, now, app.graceMinutes).map((line) => {
    // A direct message that could not be posted was in the channel that stands in for it.
    const place = line.channelId ?? (line.cause === 'closed' ? null : club.reminderChannelId);
    return { ...line, place, missing: place === null ? [] : app.missingPermissions(club.id, place) };
  });
  return { zone: club.zone, lines };
}

/** Sends one line's messages again, as far as they may still be sent; tells how many. A second time there are none. */
export async function sendAgain(app: App, club: Club, key: string, now: Date): Promise<number> {
  const { lines } = await showUndelivered(app, club, now);
  const line = lines.find((each) => each.key === key);
  return line === undefined ? 0 : await redrive(app.database.db, club.id, line.sendable, now);
}
