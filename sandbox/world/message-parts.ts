/** The parts of a message that a body sets: content, mentions, embeds, components, attachments. */
import { type APIAttachment, type APIEmbed, type APIMessage, EmbedType } from 'discord-api-types/v10';
import { asJson, asList, asText, isJson, type Json } from '../json.ts';
import type { World } from '../world.ts';
import { keepFile, type Upload } from './files.ts';
import { apiUser, userOf } from './shapes.ts';

function withIds(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return value.map((entry) => withIds(entry, next));
  if (!isJson(value)) return value;
  const id = typeof value.id === 'number' && value.id > 0 ? value.id : next();
  const copy: Json = { ...value, id };
  for (const key of ['components', 'component', 'accessory']) {
    if (key in value) copy[key] = withIds(value[key], next);
  }
  return copy;
}

/** The components of a message or modal with the numeric ids that Discord gives them. */
export function numberedComponents(components: unknown): unknown[] {
  let last = 0;
  const numbered = withIds(asList(components), () => {
    last += 1;
    return last;
  });
  return Array.isArray(numbered) ? numbered : [];
}

/** Puts loopback URLs in the place of attachment://name. */
function linked(value: unknown, attachments: readonly APIAttachment[]): unknown {
  if (Array.isArray(value)) return value.map((entry) => linked(entry, attachments));
  if (!isJson(value)) return value;
  const entries = Object.entries(value).map(([key, entry]) => {
    if (key !== 'url' || typeof entry !== 'string') return [key, linked(entry, attachments)];
    const name = entry.startsWith('attachment://') ? entry.slice('attachment://'.length) : null;
    return [key, attachments.find((attachment) => attachment.filename === name)?.url ?? entry];
  });
  return Object.fromEntries(entries);
}

function mentionedUsers(world: World, content: string, allowed: Json): APIMessage['mentions'] {
  const byParse = !('parse' in allowed) || asList(allowed.parse).includes('users');
  const ids = [...content.matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? '');
  return [...new Set(ids)]
    .filter((id) => world.users.has(id) && (byParse || asList(allowed.users).includes(id)))
    .map((id) => apiUser(userOf(world, id)));
}

function mentionedRoles(content: string, allowed: Json): string[] {
  const byParse = !('parse' in allowed) || asList(allowed.parse).includes('roles');
  const ids = [...content.matchAll(/<@&(\d+)>/g)].map((match) => match[1] ?? '');
  return [...new Set(ids)].filter((id) => byParse || asList(allowed.roles).includes(id));
}

/** The parts of a message that a body sets, over what was there before. */
export function contentOf(
  world: World,
  body: Json,
  before: Partial<APIMessage>,
  attachments: APIAttachment[],
) {
  const content = 'content' in body ? asText(body.content) : (before.content ?? '');
  const allowed = asJson(body.allowed_mentions);
  const embeds = 'embeds' in body ? linked(asList(body.embeds), attachments) : (before.embeds ?? []);
  const components =
    'components' in body
      ? linked(numberedComponents(body.components), attachments)
      : (before.components ?? []);
  return {
    content,
    mentions: mentionedUsers(world, content, allowed),
    mention_roles: mentionedRoles(content, allowed),
    mention_everyone:
      /@(everyone|here)/.test(content) &&
      (!('parse' in allowed) || asList(allowed.parse).includes('everyone')),
    embeds: (embeds as APIEmbed[]).map((embed) => ({ ...embed, type: embed.type ?? EmbedType.Rich })),
    components: components as APIMessage['components'],
    attachments,
  };
}

/** Keeps the files of a body and gives their attachments. */
export function uploaded(
  world: World,
  channelId: string,
  body: Json,
  files: readonly Upload[],
): APIAttachment[] {
  const described = asList(body.attachments).map(asJson);
  return files.map((file) => {
    const entry = described.find((one) => String(one.id) === String(file.index)) ?? {};
    return keepFile(world, channelId, file, entry);
  });
}
