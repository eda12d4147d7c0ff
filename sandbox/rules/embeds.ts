import { asJson, asList, asText, type Json } from '../json.ts';
import { checkInteger, checkList, checkText, type Issues, type Path } from './issues.ts';

const MAX_EMBEDS = 10;
const MAX_FIELDS = 25;
const MAX_TOTAL = 6000;

function characters(embed: Json): number {
  const parts = [embed.title, embed.description, asJson(embed.footer).text, asJson(embed.author).name];
  const fields = asList(embed.fields).flatMap((field) => [asJson(field).name, asJson(field).value]);
  return [...parts, ...fields].reduce<number>((sum, part) => sum + [...asText(part)].length, 0);
}

function checkUrl(issues: Issues, path: Path, value: unknown): void {
  if (value === undefined || value === null || value === '') return;
  if (typeof value !== 'string' || !/^(https?|attachment):\/\/.+/.test(value)) {
    issues.add(path, 'URL_TYPE_INVALID_SCHEME', "Scheme must be one of ('http', 'https', 'attachment').");
  }
}

function checkEmbed(issues: Issues, path: Path, embed: Json): void {
  checkText(issues, [...path, 'title'], embed.title, { max: 256 });
  checkText(issues, [...path, 'description'], embed.description, { max: 4096 });
  checkInteger(issues, [...path, 'color'], embed.color, 0, 0xffffff);
  checkUrl(issues, [...path, 'url'], embed.url);
  for (const part of ['image', 'thumbnail'])
    checkUrl(issues, [...path, part, 'url'], asJson(embed[part]).url);
  if (embed.footer)
    checkText(issues, [...path, 'footer', 'text'], asJson(embed.footer).text, { max: 2048, required: true });
  if (embed.author)
    checkText(issues, [...path, 'author', 'name'], asJson(embed.author).name, { max: 256, required: true });
  if (typeof embed.timestamp === 'string' && Number.isNaN(Date.parse(embed.timestamp))) {
    issues.add([...path, 'timestamp'], 'DATE_TIME_TYPE_PARSE', 'Could not parse. Should be ISO8601.');
  }
  checkList(issues, [...path, 'fields'], embed.fields, { max: MAX_FIELDS }).forEach((entry, index) => {
    const field = asJson(entry);
    const at = [...path, 'fields', index];
    checkText(issues, [...at, 'name'], field.name, { required: true, min: 1, max: 256 });
    checkText(issues, [...at, 'value'], field.value, { required: true, min: 1, max: 1024 });
  });
  const visible = characters(embed) > 0 || embed.image || embed.thumbnail || embed.url;
  if (!visible) issues.add([...path, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required');
}

/** Embeds: at most 10, 25 fields each, 6000 characters over all. */
export function checkEmbeds(issues: Issues, value: unknown): void {
  const embeds = checkList(issues, ['embeds'], value, { max: MAX_EMBEDS }).map(asJson);
  embeds.forEach((embed, index) => {
    checkEmbed(issues, ['embeds', index], embed);
  });
  const total = embeds.reduce((sum, embed) => sum + characters(embed), 0);
  if (total > MAX_TOTAL) {
    issues.add(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${MAX_TOTAL}`);
  }
}
