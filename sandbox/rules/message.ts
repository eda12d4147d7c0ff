/** The body of a message, sent or edited. */
import { MessageFlags } from 'discord-api-types/v10';
import { asJson, asList, asNumber, asText, isJson, type Json } from '../json.ts';
import type { Upload } from '../world/files.ts';
import type { MessageRecord } from '../world.ts';
import { checkComponents, everyComponent } from './components.ts';
import { checkEmbeds } from './embeds.ts';
import { checkList, checkText, createIssues, type Issues } from './issues.ts';

const MAX_CONTENT = 2000;
const MAX_NONCE = 25;

function checkMentions(issues: Issues, value: unknown): void {
  if (value === undefined || value === null) return;
  const allowed = asJson(value);
  checkList(issues, ['allowed_mentions', 'parse'], allowed.parse, { max: 3 }).forEach((entry, index) => {
    if (!['users', 'roles', 'everyone'].includes(asText(entry))) {
      issues.add(
        ['allowed_mentions', 'parse', index],
        'BASE_TYPE_CHOICES',
        "Value must be one of {'everyone', 'roles', 'users'}.",
      );
    }
  });
  for (const kind of ['users', 'roles']) {
    const ids = checkList(issues, ['allowed_mentions', kind], allowed[kind], { max: 100 });
    if (ids.length > 0 && asList(allowed.parse).includes(kind)) {
      issues.add(
        ['allowed_mentions'],
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind} are mutually exclusive`,
      );
    }
  }
}

function checkNonce(issues: Issues, body: Json): void {
  if (body.nonce === undefined || body.nonce === null) return;
  if (typeof body.nonce !== 'string' && !Number.isInteger(body.nonce)) {
    issues.add(['nonce'], 'NONCE_TYPE_INVALID', 'A nonce is an integer or a string');
  } else if (String(body.nonce).length > MAX_NONCE) {
    issues.add(['nonce'], 'NONCE_TYPE_TOO_LONG', `Nonce must be ${MAX_NONCE} or fewer in length.`);
  }
}

function checkAttachments(
  issues: Issues,
  body: Json,
  files: readonly Upload[],
  kept: readonly string[],
): void {
  const known = [...files.map((file) => String(file.index)), ...kept];
  checkList(issues, ['attachments'], body.attachments, { max: 10 }).forEach((entry, index) => {
    const attachment = asJson(entry);
    checkText(issues, ['attachments', index, 'description'], attachment.description, { max: 1024 });
    if (!known.includes(String(attachment.id))) {
      issues.add(['attachments', index, 'id'], 'ATTACHMENT_NOT_FOUND', 'Attachment data was not found');
    }
  });
}

function checkReferences(issues: Issues, body: Json, names: readonly string[]): void {
  const media = everyComponent(body.components).flatMap((part) => [
    asJson(part.media).url,
    asJson(part.file).url,
    ...asList(part.items).map((item) => asJson(asJson(item).media).url),
  ]);
  const embeds = asList(body.embeds).flatMap((embed) => [
    asJson(asJson(embed).image).url,
    asJson(asJson(embed).thumbnail).url,
  ]);
  const check = (urls: readonly unknown[], field: string) => {
    for (const url of urls) {
      const name = asText(url).startsWith('attachment://') ? asText(url).slice('attachment://'.length) : null;
      if (name !== null && !names.includes(name)) {
        issues.add(
          [field],
          'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
          `The referenced attachment ${name} was not found`,
        );
      }
    }
  };
  check(media, 'components');
  check(embeds, 'embeds');
}

function checkV2Alone(issues: Issues, body: Json): void {
  const set = (value: unknown) =>
    value !== undefined && value !== null && value !== '' && asList(value).length + asText(value).length > 0;
  for (const field of ['content', 'embeds', 'sticker_ids', 'poll']) {
    if (set(body[field]) || isJson(body[field])) {
      issues.add(
        [field],
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
    }
  }
}

/** Issues of everything that a message body may name. */
export function collectMessage(
  issues: Issues,
  body: Json,
  files: readonly Upload[],
  before: MessageRecord | null,
): void {
  const was = before?.message;
  const v2 = ((asNumber(body.flags) | (was?.flags ?? 0)) & MessageFlags.IsComponentsV2) !== 0;
  checkText(issues, ['content'], body.content, { max: MAX_CONTENT });
  checkEmbeds(issues, body.embeds);
  checkComponents(issues, body.components, v2);
  checkMentions(issues, body.allowed_mentions);
  checkNonce(issues, body);
  const kept = was?.attachments ?? [];
  checkAttachments(
    issues,
    body,
    files,
    kept.map((entry) => entry.id),
  );
  const renamed = asList(body.attachments).map((entry) => asText(asJson(entry).filename));
  checkReferences(issues, body, [
    ...files.map((file) => file.name),
    ...kept.map((entry) => entry.filename),
    ...renamed,
  ]);
  if (v2) checkV2Alone(issues, body);
  if (isEmpty(body, files, before))
    issues.add(['content'], 'BASE_TYPE_REQUIRED', 'Cannot send an empty message');
}

function isEmpty(body: Json, files: readonly Upload[], before: MessageRecord | null): boolean {
  const was = before && !before.thinking ? before.message : undefined;
  const content = 'content' in body ? asText(body.content) : (was?.content ?? '');
  const embeds = 'embeds' in body ? asList(body.embeds) : (was?.embeds ?? []);
  const components = 'components' in body ? asList(body.components) : (was?.components ?? []);
  const kept = 'attachments' in body ? asList(body.attachments) : (was?.attachments ?? []);
  const rest = asList(body.sticker_ids).length + (isJson(body.poll) ? 1 : 0);
  return content.trim() === '' && embeds.length + components.length + kept.length + files.length + rest === 0;
}

/** A new message; throws the 400. */
export function checkMessage(body: Json, files: readonly Upload[]): void {
  const issues = createIssues();
  collectMessage(issues, body, files, null);
  issues.done();
}

/** An edit of a message; what the body leaves out stays. Throws the 400. */
export function checkEdit(body: Json, files: readonly Upload[], before: MessageRecord): void {
  const issues = createIssues();
  collectMessage(issues, body, files, before);
  issues.done();
}
