import type { Athlete } from '../athletes/store.ts';
import { customId } from '../discord/custom-ids.ts';
import { button, row, select } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { showDate, showDays, showMoment } from '../time/show.ts';
import type { ReminderLine } from './show-reminders.ts';
import type { Reminder, Schedule } from './store.ts';

/** What a kind of reminder is called. */
export const KIND_LABELS: Readonly<Record<string, string>> = {
  core: 'Core work',
  stretch: 'Stretching',
  'warm-up': 'Warm-up before training',
  echo: 'Morning question after pain',
};

/** "Core work: Mon, Wed, Fri 18:00" or "Stretching: 30 min after a session". */
export function reminderLabel(reminder: Pick<Reminder, 'kind' | 'schedule'>): string {
  return `${KIND_LABELS[reminder.kind] ?? reminder.kind}: ${scheduleText(reminder.schedule)}`;
}

/** "Mon, Wed, Fri 18:00", "Sat 21 Nov 09:00" or "30 min after a session". */
export function scheduleText(schedule: Schedule): string {
  switch (schedule.every) {
    case 'week':
      return `${showDays(schedule.days)} ${schedule.time}`;
    case 'once':
      return `${showDate(schedule.date)} ${schedule.time}`;
    case 'session':
      return `${schedule.afterMinutes} min after a session`;
  }
}

function place(reminder: Reminder): string {
  return reminder.to.target === 'direct' ? 'by direct message' : `in <#${reminder.to.channelId}>`;
}

/** After `/remind add`: what was saved and the next three times. */
export function reminderSavedPanel(reminder: Reminder, next: readonly Date[], athlete: Athlete): Panel {
  const lines = [`**Saved.** ${reminderLabel(reminder)}, ${place(reminder)}.`];
  if (next.length > 0 && reminder.kind !== 'echo') {
    lines.push(`Next: ${next.map((at) => showMoment(at, reminder.zone)).join(' · ')} (${reminder.zone})`);
  }
  if (reminder.kind === 'echo') {
    lines.push('It comes only on the morning after a session that hurt, unless you have told me by then.');
  } else if (reminder.kind === 'warm-up') {
    lines.push('It does not come when the day’s training is logged already.');
  } else if (next.length === 0) {
    lines.push('It comes when you log a session of the day, unless you have stretched by then.');
  }
  if (reminder.to.target === 'direct' && athlete.dmClosedAt !== null) {
    lines.push(
      'Your direct messages were closed when I last tried; I try again. Open them in this server’s privacy settings.',
    );
  }
  return { content: lines.join('\n'), components: [row(deleteButton(reminder.id))] };
}

/** `/remind list`: a line each, and a menu to delete one. */
export function reminderListPanel(lines: readonly ReminderLine[]): Panel {
  if (lines.length === 0) return { content: 'No reminders. `/remind add` makes one.' };
  const texts = lines.map(({ reminder, next }) => {
    const due = next === null ? '' : `, next ${showMoment(next, reminder.zone)} (${reminder.zone})`;
    return `- ${reminderLabel(reminder)}, ${place(reminder)}${due}`;
  });
  const choices = lines.map(({ reminder }) => ({ label: reminderLabel(reminder), value: reminder.id }));
  return {
    content: `**Your reminders**\n${texts.join('\n')}`,
    components: [row(select(customId('remind', 'pick', {}), 'Delete one', choices))],
  };
}

/** After one was deleted. */
export function reminderDeletedPanel(reminder: Reminder): Panel {
  return { content: `Deleted: ${reminderLabel(reminder)}.` };
}

function deleteButton(id: string) {
  return button(customId('remind', 'delete', { reminder: id }), 'Delete');
}
