import type { App } from '../app.ts';
import { type Club, findClub } from '../clubs/store.ts';
import type { Trouble } from '../deliveries/courier-parts.ts';
import { localDate, localTime } from '../time/local.ts';
import { noticeText } from './notice-messages.ts';
import { saveNotice } from './notice-store.ts';
import { findReminder } from './store.ts';
import { thingOf } from './undelivered-rules.ts';

/** The reminder kind of a notice to administrators. */
export const NOTICE_KIND = 'notice';

/** Days in which a channel's trouble is told once. */
const ONCE_IN_DAYS = 7;

/**
 * Tells administrators, in the other of the club's two channels, that a channel could not be posted to: once a channel
 * and cause in 7 days. Without a channel that takes it, it stays to be seen under `/setup`; so does what is not a
 * channel's trouble.
 */
export async function notifyOfTrouble(app: App, { delivery, means, channelId }: Trouble): Promise<void> {
  const { db } = app.database;
  if ((means !== 'no-permission' && means !== 'target-gone') || channelId === null) return;
  const club = await findClub(db, delivery.clubId);
  const reminder = await findReminder(db, delivery.clubId, delivery.reminderId);
  const elsewhere = club && placeFor(app, club, channelId);
  if (!club || !reminder || !elsewhere || delivery.kind === NOTICE_KIND) return;
  const cause = means === 'no-permission' ? 'no-permission' : 'gone';
  const thing = thingOf({ ...reminder, channelId: reminder.to.channelId });
  const now = app.clock.now();
  await saveNotice(db, {
    ...{ clubId: club.id, about: `${channelId}-${cause}`, channelId: elsewhere, zone: club.zone, now },
    text: noticeText(thing, channelId, cause, app.missingPermissions(club.id, channelId)),
    ...{ date: localDate(now, club.zone), time: localTime(now, club.zone) },
    notSince: new Date(now.getTime() - ONCE_IN_DAYS * 24 * 60 * 60_000),
  });
}

/** Another of the club's channels, in which the bot may post. */
function placeFor(app: App, club: Club, closed: string): string | undefined {
  return [club.summaryChannelId, club.reminderChannelId]
    .filter((id): id is string => typeof id === 'string' && id !== closed)
    .find((id) => app.missingPermissions(club.id, id).length === 0);
}
