/** The reminder to check in, and what comes of its button in a direct message. */
import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { customId } from '../discord/custom-ids.ts';
import { button, row } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { addressedMessage, lateLine, waitingMessage } from '../habits/messages.ts';
import { laterRow } from '../reminders/later-messages.ts';

interface Facts {
  readonly deliveryId: string;
  /** Whom it is for: one by direct message, in a channel all who are due together. */
  readonly userIds: readonly string[];
  /** In a channel they are called, and those mentions are meant. */
  readonly inChannel: boolean;
  /** Wall time at which it was due, when it comes noticeably later; null: on time. */
  readonly wasDueAt: string | null;
}

/** A question that a few taps answer. */
export function checkInMessage(facts: Facts): RESTPostAPIChannelMessageJSONBody {
  const { deliveryId, wasDueAt } = facts;
  const text = `**How are you this morning?** A few taps.${lateLine(wasDueAt)}`;
  return addressedMessage(facts, text, [checkInRow(deliveryId), laterRow(deliveryId)]);
}

/** For closed direct messages. */
export function checkInNudge({
  deliveryId,
  userId,
}: {
  readonly deliveryId: string;
  readonly userId: string;
}): RESTPostAPIChannelMessageJSONBody {
  return waitingMessage(userId, [checkInRow(deliveryId), laterRow(deliveryId)]);
}

/** When the form cannot open at once, in a direct message too. */
export function checkInWaitsPanel(deliveryId: string): Panel {
  return { content: 'Now your check-in: a few taps.', components: [checkInRow(deliveryId)] };
}

/** An answer in a direct message: what leads on needs the club, so it says where. */
export function directPanel({ content = '' }: Panel): Panel {
  return { content: `${content}\n-# \`/checkin\` in your club’s server changes it.` };
}

function checkInRow(deliveryId: string) {
  return row(button(customId('checkin', 'start', { delivery: deliveryId }), 'Check in', 'main'));
}
