// What people write for others or themselves to read, own reminders and notes: kept as typed, shown as plain text.
import { UserError } from '../faults.ts';

/** Characters that own text can have. */
export const TEXT_LENGTH = 200;

/** Invisible characters, and those that turn the direction of text around. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Typed text in one line, without what cannot be seen. Joiners inside an emoji go too: it falls into its parts. */
export function inOneLine(typed: string): string {
  return typed.replace(/\s+/g, ' ').replace(INVISIBLE, '').replace(/ +/g, ' ').trim();
}

/** Own text in one line. Throws `missing` when nothing is left, `too-long` above 200 characters. */
export function readOwnText(typed: string): string {
  const text = inOneLine(typed);
  if (text === '') throw new UserError({ code: 'missing', field: 'text', example: 'Pack the spikes' });
  if (text.length > TEXT_LENGTH)
    throw new UserError({ code: 'too-long', field: 'text', length: text.length, max: TEXT_LENGTH });
  return text;
}

/** The beginning of a text, with "…" when there is more; up to `most` characters, and no character is halved. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()}…`;
}

/** Own text as Discord shows it letter for letter: no mention, no markdown, no masked link; addresses stay addresses. */
export function plainly(text: string): string {
  return text
    .split(' ')
    .map((word) => (/^https?:\/\/[^<>()[\]|*`@]+$/.test(word) ? word : escaped(word)))
    .join(' ');
}

function escaped(word: string): string {
  return word
    .replace(/[\\*_~`|<>[\]()#]/g, '\\$&')
    .replace(/@/g, '@\u200b')
    .replace(/^([-+])/, '\\$1')
    .replace(/^(\d+)\./, '$1\\.');
}
