// Deliveries that go out as one message: one of them is claimed, and takes the others under its lease.
import type { Database, Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { type ClaimedDelivery, readClaimed, takeUnderLease } from './claim-store.ts';
import { keepsDying } from './rules.ts';

/** People whom one message calls at most: a phone still shows it, and Discord takes no longer text. */
export const MOST_TOGETHER = 50;

/**
 * Takes a claimed delivery's companions under its lease, and gives it with them. After a request that may have left
 * these are the ones that it was for; before that, all that are free: what another holds stays with the other, what
 * waits for another try waits on, and what an administrator asked for again goes with its like. The try counts for
 * each from here. Whoever keeps dying goes alone from now on, so that only what kills the process is given up in the end.
 */
export async function gather(
  database: Database,
  head: ClaimedDelivery,
  { now, until: leaseUntil }: { readonly now: Date; readonly until: Date },
): Promise<ClaimedDelivery> {
  const { id, clubId, groupKey, leaseToken, firstSendAt, redrivenAt, letterId } = head;
  if (groupKey === null) return head;
  const { db } = database;
  if (keepsDying(head)) {
    await db.delivery.updateMany({ where: { id, clubId, leaseToken }, data: { groupKey: null } });
    return { ...head, groupKey: null };
  }
  const asked = redrivenAt === null ? sql`"redrivenAt" IS NULL` : sql`"redrivenAt" = ${redrivenAt}`;
  const theirs =
    firstSendAt === null
      ? sql`"firstSendAt" IS NULL AND ("availableAt" <= ${now} OR "lastCode" IS NULL) AND ${asked}`
      : sql`"leaderId" = ${letterId}`;
  const ids = await takeUnderLease(
    database,
    { now, leaseUntil, leaseToken, limit: MOST_TOGETHER - 1 },
    sql`"clubId" = ${clubId} AND "groupKey" = ${groupKey} AND "id" <> ${id} AND ${theirs}`,
  );
  if (firstSendAt !== null) await expectAllTaken(db, head);
  return ids.length === 0 ? head : { ...head, companions: await readClaimed(db, leaseToken, ids) };
}

/** Whom a request may have left for stay together: one of them alone would be taken for told by the others' message. */
async function expectAllTaken(
  db: Db,
  { clubId, groupKey, leaseToken, letterId }: ClaimedDelivery,
): Promise<void> {
  const left = await db.delivery.count({
    where: {
      ...{ clubId, groupKey, leaderId: letterId, state: 'pending' },
      OR: [{ leaseToken: null }, { leaseToken: { not: leaseToken } }],
    },
  });
  if (left > 0) throw new Error('somebody whom the message is for is being changed at this moment');
}

/**
 * Writes down for which other deliveries a request is about to leave, after `beginSend` has for the first. False: one
 * of them was cancelled, deleted, taken over or its reminder changed meanwhile, so nothing may leave.
 */
export async function bindCompanions(
  db: Db,
  { clubId, leaseToken, letterId, firstSendAt, companions }: ClaimedDelivery,
  sending: { readonly channelId: string; readonly now: Date; readonly leaseUntil: Date },
): Promise<boolean> {
  if (companions.length === 0) return true;
  const ids = companions.map(({ id }) => id);
  const { channelId, leaseUntil, now } = sending;
  const { count } = await db.delivery.updateMany({
    where: { clubId, id: { in: ids }, leaseToken, state: 'pending' },
    data: { leaderId: letterId, channelId, firstSendAt: firstSendAt ?? now, leaseUntil },
  });
  if (count < ids.length) return false;
  const reminders = await db.reminder.findMany({
    where: { clubId, id: { in: companions.map(({ reminderId }) => reminderId) } },
    select: { id: true, version: true },
  });
  const versions = new Map(reminders.map(({ id, version }) => [id, version]));
  return companions.every(({ reminderId, version }) => versions.get(reminderId) === version);
}
