/** `/remind list`: every reminder in a line, and each one in detail with all that can be done about it. */
import { customId } from '../discord/custom-ids.ts';
import { button, row, select } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { addDays, type LocalDate, localDate, mondayOf } from '../time/local.ts';
import { showDate, showMoment, showNear } from '../time/show.ts';
import {
  AFTER_PAIN,
  capital,
  described,
  LOST_IN_PAUSE,
  pausedText,
  place,
  reminderLabel,
  rolePart,
  wholeLines,
} from './label-messages.ts';
import { reminderDeletedPanel } from './messages.ts';
import { plainly } from './own-text.ts';
import { isForeseen } from './rules.ts';
import { FOR_GOOD } from './schedule.ts';
import { isToCome, type ReminderDetail, type ReminderHub, type ReminderLine } from './show-reminders.ts';
import type { Reminder } from './store.ts';

/** Reminders that a menu can hold. */
const MOST_CHOICES = 25;

/** `/remind list`: a line each, and a menu that opens one; a coach sees the club's below. */
export function reminderListPanel({ own, clubs }: ReminderHub): Panel {
  const lines = [...own, ...clubs];
  if (lines.length === 0) return { content: 'No reminders. `/remind add` makes one.' };
  const parts = [...section('**Your reminders**', own), ...section('**The club’s, made by coaches**', clubs)];
  const choices = lines.slice(0, MOST_CHOICES).map(({ reminder }) => ({
    label: reminderLabel(reminder),
    value: reminder.id,
  }));
  return {
    content: wholeLines(parts),
    components: [row(select(customId('remind', 'open', {}), 'Open one', choices))],
  };
}

/** Nothing for no lines. All of one section share their zone: the athlete's, or the club's. */
function section(title: string, lines: readonly ReminderLine[]): string[] {
  const [first] = lines;
  return first === undefined ? [] : [`${title} (${first.reminder.zone})`, ...lines.map(lineText)];
}

function lineText(line: ReminderLine): string {
  const { reminder, isRoleGone } = line;
  return `- ${described({ ...reminder, isRoleGone })}${comesText(line)}`;
}

function comesText({ reminder, next, waiting, paused }: ReminderLine): string {
  const { schedule, zone } = reminder;
  if (paused !== null) return `, ${pausedText(paused)}`;
  if (waiting !== null && (next === null || waiting < next)) return `, next ${showMoment(waiting, zone)}`;
  // One that comes once has said so already.
  return next === null || schedule.every !== 'week' ? '' : `, next ${showMoment(next, zone)}`;
}

/** One reminder: its next three times, and what can be done about it. */
export function reminderPanel(detail: ReminderDetail, now: Date): Panel {
  const { reminder, paused } = detail;
  const arg = { reminder: reminder.id };
  const buttons = [
    button(customId('remind', 'edit', arg), 'Edit'),
    ...(paused === null ? [] : [button(customId('remind', 'resume', arg), 'Resume', 'main')]),
    button(customId('remind', 'delete', arg), 'Delete', 'danger'),
    button(customId('remind', 'list', {}), 'All reminders'),
  ];
  const pause = row(
    select(customId('remind', 'pause', arg), 'Pause until', pauseChoices(localDate(now, reminder.zone))),
  );
  return {
    content: detailLines(detail, now).join('\n'),
    components: [...(paused === null && isToCome(detail) ? [pause] : []), row(...buttons)],
  };
}

function detailLines({ reminder, paused, times, waiting, isRoleGone }: ReminderDetail, now: Date): string[] {
  const { zone, schedule } = reminder;
  const lines = [
    `**${plainly(reminderLabel(reminder))}**`,
    `It comes ${place(reminder)}${rolePart({ ...reminder, isRoleGone })}.`,
  ];
  if (isRoleGone) lines.push('**It calls nobody.** Delete it, and `/remind add` one for another role.');
  if (paused !== null) lines.push(`**${capital(pausedText(paused))}.**`);
  if (waiting !== null) lines.push(`On its way: ${showNear(waiting, now, zone)}.`);
  if (times.length > 0) lines.push(`Next: ${times.map((at) => showMoment(at, zone)).join(' · ')} (${zone})`);
  else if (paused !== null && schedule.every === 'once') lines.push(LOST_IN_PAUSE);
  else if (waiting === null && schedule.every === 'once') lines.push('It is over.');
  else if (!isForeseen(reminder)) lines.push(AFTER_PAIN);
  else if (schedule.every === 'session' && paused === null && waiting === null)
    lines.push('It comes when you log a session of the day, unless you have stretched by then.');
  return lines;
}

function pauseChoices(today: LocalDate) {
  const days = [
    ['Tomorrow', addDays(today, 1)],
    ['Next week', addDays(mondayOf(today), 7)],
    ['1 week', addDays(today, 7)],
    ['2 weeks', addDays(today, 14)],
    ['4 weeks', addDays(today, 28)],
  ] as const;
  const nearestFirst = new Map(days.map(([label, date]) => [date, label]).reverse() as [string, string][]);
  const dated = [...nearestFirst]
    .map(([value, label]) => ({ label: `${label}: ${showDate(value)}`, value }))
    .sort((a, b) => a.value.localeCompare(b.value));
  return [...dated, { label: 'Until I resume it', value: FOR_GOOD }];
}

/** After `/remind pause` or `resume`: each one as it is now. */
export function changedPanel(changed: readonly Reminder[], how: 'pause' | 'resume'): Panel {
  const [first, ...more] = changed;
  if (first === undefined) return { content: 'No reminders. `/remind add` makes one.' };
  const until = first.pausedUntil === null ? '' : capital(pausedText(first.pausedUntil));
  const what = how === 'pause' ? until : 'Coming again';
  if (more.length === 0) return { content: `${what}: ${plainly(reminderLabel(first))}.` };
  return {
    content: [`**${what}**`, ...changed.map((each) => `- ${plainly(reminderLabel(each))}`)].join('\n'),
  };
}

/** After one was deleted from the list: the way back to the others. */
export function deletedFromListPanel(reminder: Reminder): Panel {
  const back = row(button(customId('remind', 'list', {}), 'All reminders'));
  return { ...reminderDeletedPanel(reminder), components: [back] };
}

/** To `/remind snooze` when nothing came lately: when the next one comes. */
export function nothingToPutOffPanel(lines: readonly ReminderLine[], now: Date): Panel {
  const soonest = lines
    .flatMap(({ reminder, next }) => (next === null ? [] : [{ reminder, next }]))
    .sort((a, b) => a.next.getTime() - b.next.getTime())[0];
  const nothing = 'No reminder came in the last 12 hours that could wait.';
  if (soonest === undefined) return { content: nothing };
  const { reminder, next } = soonest;
  return {
    content: `${nothing} Next: ${plainly(reminderLabel(reminder))}, ${showNear(next, now, reminder.zone)} (${reminder.zone}).`,
  };
}
