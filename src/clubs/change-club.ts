import type { App } from '../app.ts';
import type { Db } from '../db/database.ts';
import { UserError } from '../faults.ts';
import { type Club, type ClubSettings, saveClub } from './store.ts';

/** What a change of the club brings with it elsewhere, in the same transaction: its summary, its members' reminders. */
export type AfterClubChange = (tx: Db, club: Club, now: Date) => Promise<void>;

/**
 * Saves settings. A channel that the bot cannot post to is refused before anything is saved; so are a summary that
 * everybody could read, and everybody as coaches.
 */
export async function changeClub(
  app: App,
  clubId: string,
  changes: Partial<ClubSettings>,
  now: Date,
  after: AfterClubChange,
): Promise<Club> {
  refuseClosedChannel(app, clubId, 'summary-channel', changes.summaryChannelId);
  refuseClosedChannel(app, clubId, 'reminder-channel', changes.reminderChannelId);
  const { summaryChannelId, coachRoleId } = changes;
  if (summaryChannelId && app.isPublic(clubId, summaryChannelId)) {
    throw new UserError({ code: 'channel-public', field: 'summary-channel', channelId: summaryChannelId });
  }
  // Discord gives the role that everybody has the server's own id.
  if (coachRoleId === clubId) throw new UserError({ code: 'role-is-everyone', field: 'coach-role' });
  return await app.database.transaction(async (tx) => {
    const club = await saveClub(tx, clubId, changes, now);
    await after(tx, club, now);
    return club;
  });
}

function refuseClosedChannel(
  app: App,
  clubId: string,
  field: string,
  channelId: string | null | undefined,
): void {
  if (!channelId) return;
  const missing = app.missingPermissions(clubId, channelId);
  if (missing.length > 0) throw new UserError({ code: 'channel-closed', field, channelId, missing });
}
