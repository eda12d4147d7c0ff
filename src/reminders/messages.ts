/** The panels of adding, editing and deleting a reminder. */
import { ModalBuilder } from '@discordjs/builders';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Athlete } from '../athletes/store.ts';
import { customId } from '../discord/custom-ids.ts';
import { button, row, textField } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { showMoment } from '../time/show.ts';
import type { SavedReminder } from './add-reminder.ts';
import {
  AFTER_PAIN,
  described,
  LABEL_TEXT,
  LOST_IN_PAUSE,
  pausedText,
  reminderLabel,
} from './label-messages.ts';
import { plainly, TEXT_LENGTH } from './own-text.ts';
import type { Proposal } from './propose.ts';
import { isForeseen } from './rules.ts';
import type { ReminderLine } from './show-reminders.ts';
import type { Reminder, Schedule } from './store.ts';
import { WHEN_LENGTH } from './when-rules.ts';

/** What a pause that stays means for one that was changed. */
function pauseLines(
  { pausedUntil, schedule }: Pick<Reminder, 'pausedUntil' | 'schedule'>,
  isComing: boolean,
) {
  if (pausedUntil === null) return [];
  const isLost = schedule.every === 'once' && !isComing;
  return [`It stays ${pausedText(pausedUntil)}.`, ...(isLost ? [LOST_IN_PAUSE] : [])];
}

function nextLine(next: readonly Date[], zone: string): string {
  return `Next: ${next.map((at) => showMoment(at, zone)).join(' · ')} (${zone})`;
}

/** Before a reminder is saved: what it would be, its next three times, and what it would replace. */
export function previewPanel(
  { reminder, next, isHalfOpen, farYear, before, besides }: Proposal,
  draft: string,
): Panel {
  const lines = [`**Not saved yet.** ${described(reminder)}.`];
  if (reminder.text !== null && reminder.text.length > LABEL_TEXT) lines.push(`> ${plainly(reminder.text)}`);
  if (!isForeseen(reminder)) lines.push(AFTER_PAIN);
  else if (next.length > 0) lines.push(nextLine(next, reminder.zone));
  if (farYear !== null) lines.push(`That is in **${farYear}**.`);
  if (next.length > 0 && isHalfOpen) lines.push(halfLine(reminder.schedule));
  lines.push(...pauseLines(reminder, next.length > 0));
  if (before !== null) lines.push(beforeLine(before, reminder));
  if (besides.length > 0) lines.push(besidesLine(besides));
  if (reminder.roleId !== null) lines.push(ROLE_LINE);
  const buttons = [
    button(customId('remind', 'save', { draft }), 'Save', 'main'),
    button(customId('remind', 'change', { draft }), 'Change'),
  ];
  return { content: lines.join('\n'), components: [row(...buttons)] };
}

const ROLE_LINE = '-# Discord notifies them only if the role’s settings let everybody mention it.';

function halfLine(schedule: Schedule): string {
  const time = schedule.every === 'session' ? '' : schedule.time;
  return `${time} is in the morning. For the evening, change it to ${Number(time.slice(0, 2))}pm.`;
}

function beforeLine(before: Reminder, after: Proposal['reminder']): string {
  const [old, wanted] = [described(before), described(after)];
  return old === wanted ? 'You have this one already.' : `Until now: ${old}.`;
}

function besidesLine(besides: readonly Reminder[]): string {
  const labels = besides.map((each) => plainly(reminderLabel(each)));
  return `Stays as well: ${labels.join(' · ')}. To move one instead, \`/remind edit\`.`;
}

/** After a reminder was saved: what it is now, and its next three times. */
export function reminderSavedPanel({ reminder, next }: SavedReminder, athlete: Athlete | null): Panel {
  const lines = [`**Saved.** ${described(reminder)}.`];
  if (next.length > 0 && isForeseen(reminder)) lines.push(nextLine(next, reminder.zone));
  const note = noteOn(reminder);
  if (note !== null) lines.push(note);
  lines.push(...pauseLines(reminder, next.length > 0));
  if (reminder.to.target === 'direct' && athlete !== null && athlete.dmClosedAt !== null) {
    lines.push(
      'Your direct messages were closed when I last tried; I try again. Open them in this server’s privacy settings.',
    );
  }
  return { content: lines.join('\n'), components: [row(editButton(reminder.id), deleteButton(reminder.id))] };
}

function noteOn({ kind, roleId }: Reminder): string | null {
  if (roleId !== null) return null;
  switch (kind) {
    case 'echo':
      return AFTER_PAIN;
    case 'warm-up':
      return 'It does not come when the day’s training is logged already.';
    case 'check-in':
      return 'It does not come when you have checked in already.';
    case 'stretch':
      return 'It comes when you log a session of the day, unless you have stretched by then.';
    default:
      return null;
  }
}

/** The form of a reminder: when it comes and, if it is one's own, what it says. */
export function reminderForm(
  id: string,
  { when, text }: { readonly when?: string | undefined; readonly text?: string | undefined },
  kind: string,
): APIModalInteractionResponseCallbackData {
  const fields = [
    textField('when', 'When?', {
      value: when,
      required: true,
      hint: kind === 'stretch' ? 'Like 30 min after a session' : 'Like weekdays 18:30, tomorrow 7:00, in 2 h',
      max: WHEN_LENGTH,
    }),
  ];
  if (kind === 'own')
    fields.push(textField('text', 'What shall it say?', { value: text, required: true, max: TEXT_LENGTH }));
  return new ModalBuilder().setCustomId(id).setTitle('Reminder').addLabelComponents(fields).toJSON();
}

/** When the form cannot open at once. */
export function editFirstPanel(reminder: Reminder): Panel {
  return {
    content: `Tap Edit to change it.\n${described(reminder)}.`,
    components: [row(editButton(reminder.id))],
  };
}

/** "About this reminder" under a message to a role: who set it, for whom, when next; coaches can change it. */
export function aboutPanel({ reminder, next, paused, isRoleGone }: ReminderLine, isCoach: boolean): Panel {
  const lines = [
    `**About this reminder.** ${described({ ...reminder, isRoleGone })}.`,
    `<@${reminder.madeBy}> set it.`,
    ...(paused === null ? [] : [`It is ${pausedText(paused)}.`]),
    ...(next === null ? [] : [nextLine([next], reminder.zone)]),
    ...(next === null && paused === null ? ['It does not come again.'] : []),
  ];
  const buttons = [editButton(reminder.id), deleteButton(reminder.id)];
  return { content: lines.join('\n'), components: isCoach ? [row(...buttons)] : [] };
}

/** After one was deleted. */
export function reminderDeletedPanel(reminder: Reminder): Panel {
  return { content: `Deleted: ${plainly(reminderLabel(reminder))}.` };
}

function editButton(id: string) {
  return button(customId('remind', 'edit', { reminder: id }), 'Edit');
}

function deleteButton(id: string) {
  return button(customId('remind', 'delete', { reminder: id }), 'Delete', 'danger');
}
