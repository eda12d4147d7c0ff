import type { App, AthleteContext } from '../app.ts';
import { ownerOf } from '../athletes/owner.ts';
import { isDuplicate } from '../db/duplicate.ts';
import { listOpenFlags } from '../pain/screen-store.ts';
import { planStretching, stretchPlanning } from '../sessions/plan-stretch.ts';
import type { Session } from '../sessions/store.ts';
import { dayOf } from './open-history.ts';
import { mayDelete, UNDO_HOURS } from './rules.ts';
import { readSnapshot, restoreSnapshot, type Snapshot } from './snapshot-store.ts';
import { findEntry, findLastLogged } from './store.ts';
import { sessionOf, takeOut } from './take-out.ts';
import type { Entry, EntryKey } from './types.ts';

/** What came of `/undo`. `held`: the last entry holds a warning sign and stays; `repeated`: it was done already. */
export type Undone =
  | { readonly outcome: 'nothing' }
  | { readonly outcome: 'repeated' }
  | { readonly outcome: 'held'; readonly entry: Entry }
  | {
      readonly outcome: 'taken';
      readonly entry: Entry;
      /** The session that it was, to be typed again. */
      readonly session: Session | null;
      readonly signOpen: boolean;
      /** Under which it is kept for 15 minutes. */
      readonly kept: string;
    };

/** What came of "Put it back". `lost`: it is no longer kept; `replaced`: another entry has its place. */
export type PutBack =
  | { readonly outcome: 'back'; readonly entry: Entry; readonly signOpen: boolean }
  | { readonly outcome: 'lost' | 'replaced' };

const MS_PER_HOUR = 60 * 60_000;

/** Two `/undo` at once may find the same entry: the second then looks again. */
const TRIES = 5;

/**
 * Takes back what this athlete logged last, of the last 24 hours [D], and keeps it in memory for 15 minutes. By the
 * moment of logging: a session of yesterday that was logged just now comes first. The same `/undo` delivered twice takes
 * one entry: within 15 minutes it is known again.
 */
export async function undoLast(context: AthleteContext, interactionId: string): Promise<Undone> {
  const { app, athlete, now } = context;
  if (isRepeated(app, athlete.userId, interactionId)) return { outcome: 'repeated' };
  const { db } = app.database;
  const since = new Date(now.getTime() - UNDO_HOURS * MS_PER_HOUR);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const entry = await findLastLogged(db, ownerOf(athlete), since, dayOf(context));
    if (entry === null) return { outcome: 'nothing' };
    if (entry.kind === 'report' && !mayDelete(entry.facts)) return { outcome: 'held', entry };
    const [snapshot, session] = [
      await readSnapshot(db, ownerOf(athlete), entry),
      await sessionOf(context, entry),
    ];
    if (snapshot === null || !(await takeOut(context, entry, 'undo'))) continue;
    const signOpen = (await listOpenFlags(db, ownerOf(athlete))).length > 0;
    return { outcome: 'taken', entry, session, signOpen, kept: keep(app, athlete.userId, snapshot) };
  }
  return { outcome: 'nothing' };
}

/** Whether this very `/undo` has come before; noted before anything is awaited, so that two at once are one. */
function isRepeated({ drafts }: App, userId: string, interactionId: string): boolean {
  const id = `undo:${interactionId}`;
  if (drafts.find(id, userId) !== undefined) return true;
  drafts.keep(userId, { command: 'undo', subcommand: null, options: {} }, id);
  return false;
}

/**
 * Puts back what `/undo` took, under the same id and with the same data, and plans its stretch reminder again.
 * Pressed twice it is put back once.
 */
export async function putBack(context: AthleteContext, kept: string, key: EntryKey): Promise<PutBack> {
  const { app, athlete, now } = context;
  const owner = ownerOf(athlete);
  const snapshot = find(app, athlete.userId, kept);
  let isReplaced = false;
  try {
    if (snapshot !== null) {
      await app.database.transaction(async (tx) => {
        const isBack = await restoreSnapshot(tx, owner, snapshot, now);
        if (!isBack || (snapshot.kind !== 'session' && snapshot.kind !== 'set')) return;
        await planStretching(tx, stretchPlanning(context), [snapshot.row.localDate]);
      });
      app.drafts.drop(kept);
    }
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    isReplaced = true;
  }
  const { db } = app.database;
  const entry = await findEntry(db, owner, key, dayOf(context));
  if (entry !== null) {
    return { outcome: 'back', entry, signOpen: (await listOpenFlags(db, owner)).length > 0 };
  }
  return { outcome: isReplaced ? 'replaced' : 'lost' };
}

/** In memory only, like all that waits for a press but a reminder's preview: 15 minutes, and gone when the bot restarts. */
function keep(app: App, userId: string, snapshot: Snapshot): string {
  return app.drafts.keep(userId, {
    command: 'undo',
    subcommand: null,
    options: { taken: JSON.stringify(snapshot) },
  });
}

function find(app: App, userId: string, kept: string): Snapshot | null {
  const text = app.drafts.find(kept, userId)?.options.taken;
  if (typeof text !== 'string') return null;
  return JSON.parse(text, (name, value) =>
    /(At|Until)$/.test(name) && typeof value === 'string' ? new Date(value) : value,
  ) as Snapshot;
}
