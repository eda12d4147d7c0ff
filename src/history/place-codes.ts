/** Entries and places in the list as custom ids carry them: short, because an id has 100 characters in all. */
import { addDays, daysBetween } from '../time/local.ts';
import { ENTRY_KINDS, type EntryKey, FILTERS, type Filter, type Position } from './types.ts';

const DAY_ZERO = '1970-01-01';
const MOST_DAYS = 100_000;
const MOST_MS = 8_640_000_000_000_000;

/** A place as up to 36 characters. */
export function encodePosition({ localDate, at, id }: Position): string {
  return [daysBetween(DAY_ZERO, localDate).toString(36), at.getTime().toString(36), packId(id)].join('.');
}

/** The place that a custom id names; undefined for one that this bot never sends. */
export function decodePosition(code: string): Position | undefined {
  const [day = '', moment = '', packed = '', ...more] = code.split('.');
  const [days, ms, id] = [readNumber(day, MOST_DAYS), readNumber(moment, MOST_MS), unpackId(packed)];
  if (days === undefined || ms === undefined || id === undefined || more.length > 0) return undefined;
  return { localDate: addDays(DAY_ZERO, days), at: new Date(ms), id };
}

/** The entry that a custom id or a menu's choice names; undefined for one that this bot never sends. */
export function decodeEntry(kind: string, packed: string): EntryKey | undefined {
  const known = ENTRY_KINDS.find((each) => each === kind);
  const id = unpackId(packed);
  return known === undefined || id === undefined ? undefined : { kind: known, id };
}

/** The filter of this name; all for a name that there is not. */
export function decodeFilter(name: string): Filter {
  return FILTERS.find((each) => each === name) ?? 'all';
}

/** A UUID as 22 characters. */
export function packId(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

function unpackId(packed: string): string | undefined {
  const hex = Buffer.from(packed, 'base64url').toString('hex');
  if (hex.length !== 32) return undefined;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function readNumber(text: string, most: number): number | undefined {
  const value = /^[0-9a-z]{1,12}$/.test(text) ? Number.parseInt(text, 36) : Number.NaN;
  return value <= most ? value : undefined;
}
