/** What reminders are called, and the parts of sentences that every panel of theirs shares. */
import type { LocalDate } from '../time/local.ts';
import { showDate, showWeekly } from '../time/show.ts';
import { plainly, shortened } from './own-text.ts';
import { FOR_GOOD } from './schedule.ts';
import type { NewReminder, Reminder, Schedule } from './store.ts';

/** What a kind of reminder is called. */
export const KIND_LABELS: Readonly<Record<string, string>> = {
  core: 'Core work',
  stretch: 'Stretching',
  'warm-up': 'Warm-up before training',
  'check-in': 'Morning check-in',
  echo: 'Morning question after pain',
};

/** Characters of a message. */
const MESSAGE_LENGTH = 2000;

/** Characters of own text in a label. */
export const LABEL_TEXT = 30;

type Named = Pick<Reminder, 'kind' | 'schedule'> & { readonly text?: string | null };

/** "Core work: Mon, Wed, Fri 18:00" or "“Pack the spikes”: Fri 27 Nov 18:00"; below 100 characters, not markdown. */
export function reminderLabel({ kind, schedule, text }: Named): string {
  const own = text ? `“${shortened(text, LABEL_TEXT)}”` : null;
  return `${own ?? KIND_LABELS[kind] ?? kind}: ${scheduleText(schedule)}`;
}

/** "Mon, Wed, Fri 18:00", "Mondays 18:00", "Sat 21 Nov 09:00" or "30 min after a session": what `when` reads again. */
export function scheduleText(schedule: Schedule): string {
  switch (schedule.every) {
    case 'week':
      return `${showWeekly(schedule.days)} ${schedule.time}`;
    case 'once':
      return `${showDate(schedule.date)} ${schedule.time}`;
    case 'session':
      return `${schedule.afterMinutes} min after a session`;
  }
}

/** The same as a line of a message: what it says, when, where and for whom. */
export function described(reminder: Named & Pick<NewReminder, 'to'> & ForRole): string {
  return `${plainly(reminderLabel(reminder))}, ${place(reminder)}${rolePart(reminder)}`;
}

interface ForRole extends Pick<NewReminder, 'roleId'> {
  /** The role was deleted; absent: it was just chosen. */
  readonly isRoleGone?: boolean;
}

/** " for @Sprinters"; nothing for what calls no role. */
export function rolePart({ roleId, isRoleGone = false }: ForRole): string {
  if (!roleId) return '';
  return isRoleGone ? ' for a role that is gone' : ` for <@&${roleId}>`;
}

/** "by direct message" or "in #training". */
export function place(reminder: Pick<NewReminder, 'to'>): string {
  return reminder.to.target === 'direct' ? 'by direct message' : `in <#${reminder.to.channelId}>`;
}

/** Of one that comes once. */
export const LOST_IN_PAUSE = 'It will not come: its day lies in the pause.';

/** When the morning question comes. */
export const AFTER_PAIN =
  'It comes only on the morning after a session that hurt, unless you have told me by then.';

/** "paused until Mon 30 Nov" or "paused". */
export function pausedText(paused: LocalDate): string {
  return paused === FOR_GOOD ? 'paused' : `paused until ${showDate(paused)}`;
}

/** As many whole lines as a message holds. */
export function wholeLines(lines: readonly string[]): string {
  const fitting: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > MESSAGE_LENGTH) break;
    fitting.push(line);
  }
  return fitting.join('\n');
}

/** The same with a capital letter first. */
export function capital(text: string): string {
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
}
