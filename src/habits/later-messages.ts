import { customId } from '../discord/custom-ids.ts';
import { button, row } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { laterRow, laterText } from '../reminders/later-messages.ts';
import { actionsRow } from './messages.ts';
import { gotItRow } from './own-messages.ts';
import type { PutOffReminder } from './put-off.ts';
import { stepsRow } from './warm-up-messages.ts';

/** What a reminder in a direct message turns into: when it comes, under the same buttons. */
export function putOffPanel(put: PutOffReminder, now: Date): Panel {
  const { deliveryId, reminder } = put;
  const actions = actionRows(reminder.kind, deliveryId);
  const rows = put.means === 'done' ? [] : [...actions, laterRow(deliveryId)];
  return { content: laterText(put, now), components: rows };
}

/** The same beside a message in a channel, which stays as it is, and after `/remind snooze`. */
export function putOffAnswer(put: PutOffReminder, now: Date): Panel {
  return { content: laterText(put, now) };
}

/** What could be done at once, by kind of reminder. */
function actionRows(kind: string, deliveryId: string) {
  switch (kind) {
    case 'core':
    case 'stretch':
      return [actionsRow(kind, deliveryId, true)];
    case 'warm-up':
      return [stepsRow(deliveryId)];
    case 'own':
      return [gotItRow(deliveryId, false)];
    case 'check-in':
      return [row(button(customId('checkin', 'start', { delivery: deliveryId }), 'Check in', 'main'))];
    default:
      return [];
  }
}
