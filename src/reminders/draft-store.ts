/**
 * Reminders between Preview and Save. On disk, so that Save works after a restart; what somebody typed may be about
 * their health, so the words go when they are saved, and never reach the log.
 */
import { z } from 'zod';
import type { Db } from '../db/database.ts';
import { DRAFT_HOURS, MOST_DRAFTS } from './rules.ts';

/** Whose drafts: one member's, in one club. */
export interface DraftOwner {
  readonly clubId: string;
  /** Discord's user id. */
  readonly userId: string;
}

const TYPED = z.object({
  subcommand: z.enum(['add', 'edit']),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

const ROW = z.union([TYPED, z.object({ saved: z.string() })]);

/** The options of `/remind add` or `edit`, as they were typed. */
export type TypedReminder = Readonly<z.infer<typeof TYPED>>;

/** What was typed, and when; or, once that is saved, the id of the reminder that it became. */
export type ReminderDraft =
  | { readonly saved: null; readonly typed: TypedReminder; readonly typedAt: Date }
  | { readonly saved: string };

/**
 * Keeps what was typed now, over this member's draft of that id or as a new one, and answers the id. Of more than
 * five drafts that somebody has in a club the oldest go.
 */
export async function keepDraft(
  db: Db,
  owner: DraftOwner,
  { subcommand, options }: TypedReminder,
  now: Date,
  id?: string,
): Promise<string> {
  const data = { typed: JSON.stringify({ subcommand, options }), keptAt: now };
  const isKept = id !== undefined && (await overwrite(db, owner, id, data));
  const kept = isKept ? id : (await db.reminderDraft.create({ data: { ...owned(owner), ...data } })).id;
  await dropOldest(db, owner, kept);
  return kept;
}

async function overwrite(
  db: Db,
  owner: DraftOwner,
  id: string,
  data: { readonly typed: string; readonly keptAt: Date },
): Promise<boolean> {
  const { count } = await db.reminderDraft.updateMany({ where: { id, ...owned(owner) }, data });
  return count > 0;
}

async function dropOldest(db: Db, owner: DraftOwner, newest: string): Promise<void> {
  const old = await db.reminderDraft.findMany({
    where: { ...owned(owner), NOT: { id: newest } },
    orderBy: { keptAt: 'desc' },
    skip: MOST_DRAFTS - 1,
    select: { id: true },
  });
  const ids = old.map(({ id }) => id);
  if (ids.length > 0) await db.reminderDraft.deleteMany({ where: { ...owned(owner), id: { in: ids } } });
}

/** This member's draft, for 24 hours after it was typed, changed or saved; null: there is none that can be read. */
export async function findDraft(
  db: Db,
  owner: DraftOwner,
  id: string,
  now: Date,
): Promise<ReminderDraft | null> {
  const row = await db.reminderDraft.findFirst({
    where: { id, ...owned(owner), keptAt: { gt: oldest(now) } },
  });
  const read = ROW.safeParse(row && parsed(row.typed));
  if (row === null || !read.success) return null;
  return 'saved' in read.data ? read.data : { saved: null, typed: read.data, typedAt: row.keptAt };
}

/** Forgets the words of a draft for the id of the reminder that they became, so that a second Save shows the same. */
export async function markSaved(
  db: Db,
  owner: DraftOwner,
  id: string,
  reminderId: string,
  now: Date,
): Promise<void> {
  await overwrite(db, owner, id, { typed: JSON.stringify({ saved: reminderId }), keptAt: now });
}

/** Deletes a club's drafts that nobody can save any more. */
export async function deleteOldDrafts(db: Db, clubId: string, now: Date): Promise<void> {
  await db.reminderDraft.deleteMany({ where: { clubId, keptAt: { lte: oldest(now) } } });
}

/** When the oldest draft was kept that has just ended. */
function oldest(now: Date): Date {
  return new Date(now.getTime() - DRAFT_HOURS * 60 * 60_000);
}

/** An owner's two columns, and nothing else of what was handed in. */
function owned({ clubId, userId }: DraftOwner): DraftOwner {
  return { clubId, userId };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
