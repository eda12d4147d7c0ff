import type { App } from '../app.ts';
import type { DeliveryKind } from '../deliveries/kind.ts';
import { noticeMessage } from './notice-messages.ts';
import { NOTICE_KIND } from './notify.ts';
import { findReminder } from './store.ts';

/** A notice to administrators: worth reading for a day. */
export function noticeKind(app: App): DeliveryKind {
  return {
    name: NOTICE_KIND,
    graceMinutes: 24 * 60,
    async compose({ id, clubId, reminderId }) {
      const reminder = await findReminder(app.database.db, clubId, reminderId);
      if (!reminder?.text || reminder.to.target !== 'channel') return { cancel: 'gone' };
      return {
        send: noticeMessage(reminder.text, id),
        to: { kind: 'channel', channelId: reminder.to.channelId },
      };
    },
  };
}
