import type { AnyoneContext, AthleteContext } from '../app.ts';
import { findAthleteById } from '../athletes/store.ts';
import { findClub } from '../clubs/store.ts';
import type { Caller } from '../discord/command.ts';
import { UserError } from '../faults.ts';
import { findDeliveryOwner, findReportOwner, type ReportOwner } from './morning-store.ts';

/**
 * What a press on a report needs, wherever it came from: a direct message names no club, so the club comes from the
 * report, and the caller must be its athlete. Throws `stale` when the report is gone, is somebody else's, or belongs
 * to another club than the one pressed in.
 */
export async function ownReport(
  { app, now }: AnyoneContext,
  caller: Caller,
  reportId: string,
): Promise<AthleteContext> {
  const owner = await findReportOwner(app.database.db, reportId);
  if (owner?.userId !== caller.userId) throw new UserError({ code: 'stale' });
  return await contextOf({ app, now }, caller, owner);
}

/** The same for a press on a delivery that names no report; in another hand it throws `not-yours`. */
export async function deliveryContext(
  { app, now }: AnyoneContext,
  caller: Caller,
  deliveryId: string,
): Promise<AthleteContext> {
  const owner = await findDeliveryOwner(app.database.db, deliveryId);
  if (owner === null) throw new UserError({ code: 'stale' });
  if (owner.userId !== caller.userId) throw new UserError({ code: 'not-yours' });
  return await contextOf({ app, now }, caller, owner);
}

async function contextOf(
  { app, now }: AnyoneContext,
  { clubId }: Caller,
  owner: ReportOwner,
): Promise<AthleteContext> {
  const { db } = app.database;
  const club = await findClub(db, owner.clubId);
  const athlete = await findAthleteById(db, owner.clubId, owner.athleteId);
  const isElsewhere = clubId !== null && clubId !== owner.clubId;
  if (isElsewhere || club === null || athlete === null) throw new UserError({ code: 'stale' });
  return { app, now, club, athlete };
}
