// What is known of a person's direct messages. Discord's channel with a person and the person's refusal are the
// same in every club, so they are written to all of that person's rows; nothing of a club is read across clubs.
import type { Db } from '../db/database.ts';

/** A person's direct messages as last seen. */
export interface DirectState {
  readonly channelId: string | null;
  readonly closedAt: Date | null;
}

/** Null: no athlete of this club. */
export async function findDirect(db: Db, clubId: string, userId: string): Promise<DirectState | null> {
  const athlete = await db.athlete.findUnique({
    where: { clubId_userId: { clubId, userId } },
    select: { dmChannelId: true, dmClosedAt: true },
  });
  return athlete && { channelId: athlete.dmChannelId, closedAt: athlete.dmClosedAt };
}

/** Remembers the channel; null forgets one that is gone. */
export async function saveDirectChannel(db: Db, userId: string, channelId: string | null): Promise<void> {
  await db.athlete.updateMany({ where: { userId }, data: { dmChannelId: channelId } });
}

/** Notes that this person takes no direct messages from us. */
export async function markDirectClosed(db: Db, userId: string, closedAt: Date): Promise<void> {
  await db.athlete.updateMany({ where: { userId }, data: { dmClosedAt: closedAt } });
}

/** Lets direct messages be tried again, after the person said that they are open. */
export async function reopenDirect(db: Db, userId: string): Promise<void> {
  await db.athlete.updateMany({ where: { userId }, data: { dmClosedAt: null } });
}

/** After the bot is in a club's server again: what Discord refused for having no server in common (50278) is open. */
export async function reopenAfterReturn(db: Db, clubId: string): Promise<void> {
  await db.athlete.updateMany({
    where: { clubId, dmClosedCode: '50278' },
    data: { dmClosedAt: null, dmClosedCode: null, dmToldAt: null },
  });
}
