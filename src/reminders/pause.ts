import type { MemberContext } from '../app.ts';
import { zoneOf } from '../athletes/rules.ts';
import type { Db } from '../db/database.ts';
import { callOff } from '../deliveries/put-off-store.ts';
import { UserError } from '../faults.ts';
import { type LocalDate, localDate, parseComingDay } from '../time/local.ts';
import { FOR_GOOD, firstDue } from './schedule.ts';
import { findManaged, type ReminderLine, showHub } from './show-reminders.ts';
import { changeReminder, type Reminder } from './store.ts';

/** Stands for all of one's own reminders. */
export const ALL = 'all';

/**
 * Pauses a reminder, or with `ALL` all of the athlete's own, and calls off what it still had to send; `until` is a
 * coming day as typed or chosen, null: until it is resumed. Throws `coming-day` for a day that is none, `stale` for a
 * reminder that is gone.
 */
export async function pauseReminders(
  context: MemberContext,
  which: string,
  until: string | null,
): Promise<Reminder[]> {
  const day = until === null || until === FOR_GOOD ? FOR_GOOD : readUntil(context, until);
  return await changeEach(context, which, async (tx, reminder) => {
    await callOff(tx, { clubId: reminder.clubId, reminderId: reminder.id }, 'all', 'paused');
    return await setPause(tx, reminder, day, context.now);
  });
}

/** Has a reminder, or all of the athlete's own, come again from now on. Throws `stale` for one that is gone. */
export async function resumeReminders(context: MemberContext, which: string): Promise<Reminder[]> {
  return await changeEach(context, which, (tx, reminder) => setPause(tx, reminder, null, context.now));
}

function readUntil({ athlete, club, now }: MemberContext, typed: string): LocalDate {
  const zone = athlete === null ? club.zone : zoneOf(athlete, club);
  const today = localDate(now, zone);
  const reading = parseComingDay(typed, today);
  if (reading.ok && reading.date > today) return reading.date;
  const why = reading.ok ? 'past' : reading.error;
  const dates = !reading.ok && reading.error === 'ambiguous' ? reading.dates : [];
  throw new UserError({ code: 'coming-day', field: 'until', typed, why, dates });
}

async function changeEach(
  context: MemberContext,
  which: string,
  change: (tx: Db, reminder: Reminder) => Promise<Reminder>,
): Promise<Reminder[]> {
  const { own } = which === ALL ? await showHub(context) : { own: null };
  const ids = own?.map(({ reminder }) => reminder.id) ?? [which];
  return await context.app.database.transaction(async (tx) => {
    const changed: Reminder[] = [];
    for (const id of ids) changed.push(await change(tx, await findManaged(tx, context, id)));
    return changed;
  });
}

async function setPause(
  tx: Db,
  reminder: Reminder,
  pausedUntil: LocalDate | null,
  now: Date,
): Promise<Reminder> {
  if (reminder.pausedUntil === pausedUntil) return reminder;
  const changed = { ...reminder, pausedUntil, nextDueAt: firstDue({ ...reminder, pausedUntil }, now) };
  await changeReminder(tx, reminder.id, changed);
  return changed;
}

/**
 * The reminder that somebody means: `ALL`, an id or a label from the suggestions, or a part of a label that only one
 * has. With no reminder at all it is given back as it is. Throws `unknown-choice` when it fits several or none.
 */
export function meantReminder(
  lines: readonly ReminderLine[],
  typed: string,
  labelOf: (reminder: Reminder) => string,
): string {
  const wanted = typed.trim().toLowerCase();
  if (wanted === ALL || lines.some(({ reminder }) => reminder.id === wanted)) return wanted;
  const labelled = lines.map(({ reminder }) => ({ id: reminder.id, label: labelOf(reminder) }));
  const exact = labelled.filter(({ label }) => label.toLowerCase() === wanted);
  const found =
    exact.length === 1 ? exact : labelled.filter(({ label }) => label.toLowerCase().includes(wanted));
  if (found.length === 1 && found[0]) return found[0].id;
  // "All of yours", as the suggestion reads.
  if (/^all( |$)/.test(wanted)) return ALL;
  if (labelled.length === 0) return typed;
  const choices = (found.length > 0 ? found : labelled).map(({ label }) => label);
  throw new UserError({ code: 'unknown-choice', field: 'reminder', typed, choices });
}

/** What stands for each reminder once it is chosen: its label, which reads well in an answer, or its id if two share one. */
export function suggestedReminders(
  lines: readonly ReminderLine[],
  labelOf: (reminder: Reminder) => string,
): { readonly name: string; readonly value: string }[] {
  const named = lines.map(({ reminder }) => ({ id: reminder.id, name: labelOf(reminder) }));
  const isOne = (name: string) =>
    named.filter((each) => each.name.toLowerCase() === name.toLowerCase()).length < 2;
  return named.map(({ id, name }) => ({ name, value: isOne(name) ? name : id }));
}
