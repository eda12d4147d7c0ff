import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { customId } from '../discord/custom-ids.ts';
import { button, row } from '../discord/layout.ts';
import { anew } from './undelivered-messages.ts';
import type { Thing } from './undelivered-rules.ts';

const WHAT: Readonly<Record<Thing, string>> = {
  summary: 'the daily summary',
  'weekly-summary': 'the weekly summary',
  plan: 'the session of the day',
  'plan-warm-up': 'the warm-up call',
  notice: 'a notice',
  coaches: 'a coaches’ reminder',
  'athletes-direct': 'a reminder',
  'athletes-channel': 'a reminder',
};

/** What administrators are told when a channel cannot be posted to; `missing`: names of permissions, when known. */
export function noticeText(
  thing: Thing,
  channelId: string,
  cause: 'no-permission' | 'gone',
  missing: readonly string[],
) {
  const what = WHAT[thing];
  if (cause === 'gone')
    return `**For administrators:** I could not post ${what}: its channel is gone. ${anew(thing)}`;
  const need = missing.length === 0 ? 'leave to write' : missing.join(', ');
  return `**For administrators:** I could not post ${what} in <#${channelId}>. There I need: ${need}.`;
}

/** A notice as it is posted, with the way to what was not delivered. */
export function noticeMessage(text: string, deliveryId: string): RESTPostAPIChannelMessageJSONBody {
  const look = button(customId('setup', 'look', { delivery: deliveryId }), 'Look');
  return { content: text, components: [row(look)], allowed_mentions: { parse: [] } };
}
