import { createHash } from 'node:crypto';
import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';

/** Fingerprint of what a message says, mentions apart: two bodies with the same one need no edit. */
export function digestOf(body: RESTPostAPIChannelMessageJSONBody): string {
  const { content = '', embeds = [], components = [] } = body;
  return createHash('sha256')
    .update(JSON.stringify([content, embeds, components]))
    .digest('base64url');
}
