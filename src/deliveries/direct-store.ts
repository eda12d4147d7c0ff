// What is known of a person's direct messages. Discord's channel with a person and the person's refusal are the
// same in every club, so they are written to all of that person's rows; nothing of a club is read across clubs.
import type { Db } from '../db/database.ts';

/** A person's direct messages as last seen. */
export interface DirectState {
  readonly channelId: string | null;
  readonly closedAt: Date | null;
  /** Discord's code of the refusal; null: open, or refused before codes were kept. */
  readonly closedCode: string | null;
}

/** Null: no athlete of this club. */
export async function findDirect(db: Db, clubId: string, userId: string): Promise<DirectState | null> {
  const athlete = await db.athlete.findUnique({
    where: { clubId_userId: { clubId, userId } },
    select: { dmChannelId: true, dmClosedAt: true, dmClosedCode: true },
  });
  if (athlete === null) return null;
  const { dmChannelId: channelId, dmClosedAt: closedAt, dmClosedCode: closedCode } = athlete;
  return { channelId, closedAt, closedCode };
}

/** Remembers the channel; null forgets one that is gone. */
export async function saveDirectChannel(db: Db, userId: string, channelId: string | null): Promise<void> {
  await db.athlete.updateMany({ where: { userId }, data: { dmChannelId: channelId } });
}

/** Notes that this person takes no direct messages from us, and why; a refusal that is known stays as it was told. */
export async function markDirectClosed(
  db: Db,
  userId: string,
  closed: { readonly at: Date; readonly code: string },
): Promise<void> {
  await db.athlete.updateMany({
    where: { userId, dmClosedAt: null },
    data: { dmClosedAt: closed.at, dmClosedCode: closed.code, dmToldAt: null },
  });
}

/** Lets direct messages be tried again: the person says that they are open, or is in a club with us again. */
export async function reopenDirect(db: Db, userId: string): Promise<void> {
  await db.athlete.updateMany({
    where: { userId },
    data: { dmClosedAt: null, dmClosedCode: null, dmToldAt: null },
  });
}

/** Notes that the person is told of the refusal; false: there is none any more, or they were told already. */
export async function noteClosedTold(db: Db, userId: string, now: Date): Promise<boolean> {
  const { count } = await db.athlete.updateMany({
    where: { userId, dmClosedAt: { not: null }, dmToldAt: null },
    data: { dmToldAt: now },
  });
  return count > 0;
}

/** After the bot is in a club's server again: what Discord refused for having no server in common (50278) is open. */
export async function reopenAfterReturn(db: Db, clubId: string): Promise<void> {
  await db.athlete.updateMany({
    where: { clubId, dmClosedCode: '50278' },
    data: { dmClosedAt: null, dmClosedCode: null, dmToldAt: null },
  });
}
