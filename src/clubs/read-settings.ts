/** From what an administrator typed to settings; every fault names its field. */
import { UserError } from '../faults.ts';
import { readWhole, type Typed, textOf } from '../reading.ts';
import { parseDays, parseWallTime, readZone, suggestZones } from '../time/local.ts';
import { AMBER_AT, isQuiet, RED_AT, RETENTION, STRETCH_AFTER } from './rules.ts';
import type { Club, ClubSettings } from './store.ts';

/** Settings that were typed. Throws UserError for what cannot be read or lies outside its range. */
export function readSettings(typed: Typed, club: Club | null): Partial<ClubSettings> {
  const text = (field: string) => textOf(typed, field);
  const settings: Record<string, unknown> = {
    coachRoleId: text('coach-role'),
    summaryChannelId: text('summary-channel'),
    reminderChannelId: text('reminder-channel'),
    zone: map(text('time-zone'), zone),
    summaryTime: map(text('summary-time'), (value) => time('summary-time', value)),
    coreDays: map(text('core-days'), (value) => days('core-days', value)),
    coreTime: map(text('core-time'), (value) => time('core-time', value)),
    stretchAfterMinutes: map(text('stretch-after'), (value) =>
      readWhole('stretch-after', value, STRETCH_AFTER, 'minutes'),
    ),
    quietFrom: map(text('quiet-from'), (value) => time('quiet-from', value)),
    quietTo: map(text('quiet-to'), (value) => time('quiet-to', value)),
    retentionMonths: map(text('retention'), (value) => readWhole('retention', value, RETENTION, 'months')),
    amberAt: map(text('amber-at'), (value) => readWhole('amber-at', value, AMBER_AT)),
    redAt: map(text('red-at'), (value) => readWhole('red-at', value, RED_AT)),
  };
  const given: Partial<ClubSettings> = Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== undefined),
  );
  const coreTime = given.coreTime ?? club?.coreTime ?? '18:00';
  const from = given.quietFrom ?? club?.quietFrom ?? '21:00';
  const to = given.quietTo ?? club?.quietTo ?? '07:00';
  if (isQuiet(coreTime, { quietFrom: from, quietTo: to })) {
    throw new UserError({ code: 'time-in-quiet-hours', field: 'core-time', typed: coreTime, from, to });
  }
  return given;
}

/** The form's five lines as the options that `/setup` takes. Throws UserError for a line that lacks one of its two parts. */
export function settingsOfForm(fields: Typed): Typed {
  const words = (field: string) => textOf(fields, field) ?? '';
  const [coreDays, coreTime] = twoParts('Core work', words('core'), CORE_LINE, 'mon wed fri 18:00');
  const [quietFrom, quietTo] = twoParts('Quiet hours', words('quiet'), QUIET_LINE, '21:00 to 07:00');
  const [amberAt, redAt] = twoParts('Light', words('light'), LIGHT_LINE, '3, 6');
  return {
    'summary-time': words('summary-time'),
    'core-days': coreDays,
    'core-time': coreTime,
    'stretch-after': words('stretch-after').replace(/\s*min(utes)?$/, ''),
    'quiet-from': quietFrom,
    'quiet-to': quietTo,
    'amber-at': amberAt,
    'red-at': redAt,
  };
}

const CORE_LINE = /^(.*?\S)\s+(\d\S*(?:\s*[ap]\.?m\.?)?)$/i;
const QUIET_LINE = /^(.+?)\s*(?:\bto\b|-|–|,)\s*(.+)$/;
const LIGHT_LINE = /^(\d+)\D+(\d+)$/;

function twoParts(field: string, typed: string, line: RegExp, example: string): [string, string] {
  const [, first, second] = line.exec(typed) ?? [];
  if (first === undefined || second === undefined)
    throw new UserError({ code: 'line-unreadable', field, typed, example });
  return [first, second];
}

function map<T>(value: string | undefined, read: (value: string) => T): T | undefined {
  return value === undefined ? undefined : read(value);
}

/** Reads an IANA zone by name or city; throws `zone-unknown` with up to three suggestions. */
export function zone(typed: string): string {
  const found = readZone(typed);
  if (found === undefined) {
    throw new UserError({ code: 'zone-unknown', typed, suggestions: suggestZones(typed).slice(0, 3) });
  }
  return found;
}

function time(field: string, typed: string): string {
  const read = parseWallTime(typed);
  if (read === undefined) throw new UserError({ code: 'time-unreadable', field, typed });
  return read;
}

function days(field: string, typed: string): string {
  const read = parseDays(typed);
  if (read === undefined) throw new UserError({ code: 'days-unreadable', field, typed });
  return read.join(',');
}
