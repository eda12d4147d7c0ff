import type { Db } from '../db/database.ts';
import { UNDELIVERED } from '../deliveries/redrive-store.ts';
import type { Undelivered } from './undelivered-rules.ts';

/** What a newer one of the same reminder replaced was not missed by anybody. */
const missed = (clubId: string, since: Date) => ({
  clubId,
  state: { in: [...UNDELIVERED] },
  dueAt: { gte: since },
  OR: [{ lastCode: null }, { lastCode: { not: 'newer' } }],
});

/** How many of a club's deliveries that were due since an instant ended without a message that we know of. */
export async function countUndelivered(db: Db, clubId: string, since: Date): Promise<number> {
  return await db.delivery.count({ where: missed(clubId, since) });
}

/** The same, one by one, the latest first. */
export async function listUndelivered(
  db: Db,
  clubId: string,
  since: Date,
  now: Date,
): Promise<Undelivered[]> {
  const rows = await db.delivery.findMany({
    where: missed(clubId, since),
    orderBy: [{ dueAt: 'desc' }, { id: 'asc' }],
    include: { reminder: { select: { kind: true, athleteId: true, target: true, channelId: true } } },
  });
  const latest = await db.delivery.groupBy({
    by: ['reminderId'],
    where: { clubId, state: { not: 'cancelled' }, dueAt: { gte: since, lte: now } },
    _max: { dueAt: true },
  });
  const latestDue = new Map(latest.map(({ reminderId, _max }) => [reminderId, _max.dueAt?.getTime()]));
  return rows.map(({ reminder: { kind, athleteId, target, channelId }, ...row }) => ({
    ...{ id: row.id, kind, athleteId, state: row.state, lastCode: row.lastCode, dueAt: row.dueAt },
    mayBeThere: row.firstSendAt !== null,
    channelId: target === 'channel' ? channelId : null,
    isLatest: latestDue.get(row.reminderId) === row.dueAt.getTime(),
  }));
}
