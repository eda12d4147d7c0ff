import type { App } from '../app.ts';
import { findMembership } from '../athletes/store.ts';
import { UserError } from '../faults.ts';
import { findDelivered } from '../habits/store.ts';
import { type Given, giveSet } from './give-set.ts';

/**
 * Today's set of the menu that a reminder was about, whenever it came. A press in a direct message names no club, so
 * club and athlete come from the delivery. Throws `stale` when it is gone, `not-yours` for another person.
 */
export async function showReminded(
  app: App,
  deliveryId: string,
  userId: string,
  interactionId: string,
  now: Date,
): Promise<Given> {
  const { delivered, member } = await openReminded(app, deliveryId, userId);
  const menu = delivered.kind === 'stretch' ? 'stretch' : 'core';
  return await giveSet({ app, now, ...member }, menu, interactionId, { minutes: null, seated: null });
}

/** A reminder with its athlete and club. Throws `stale` when it is gone, `not-yours` for another person. */
export async function openReminded(app: App, deliveryId: string, userId: string) {
  const { db } = app.database;
  const delivered = await findDelivered(db, deliveryId, userId);
  if (delivered === null) throw new UserError({ code: 'stale' });
  if (delivered.userId !== userId) throw new UserError({ code: 'not-yours' });
  const member = await findMembership(db, delivered.clubId, userId);
  if (member === null) throw new UserError({ code: 'stale' });
  return { delivered, member };
}
