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
    throw new UserError({ code: 'time-in-quiet-hours', field: 'core-time', typed: coreTime });
  }
  return given;
}

/** The form's five lines as the options that `/setup` takes. */
export function settingsOfForm(fields: Typed): Typed {
  const words = (field: string) => String(fields[field] ?? '').trim();
  const core = /^(.*\S)\s+(\S+)$/.exec(words('core'));
  const quiet = /^(\S+)\s*(?:to|-|–|,)\s*(\S+)$/.exec(words('quiet'));
  const light = /^(\d+)\D+(\d+)$/.exec(words('light'));
  return {
    'summary-time': words('summary-time'),
    'core-days': core?.[1] ?? words('core'),
    'core-time': core?.[2] ?? '',
    'stretch-after': words('stretch-after').replace(/\s*min(utes)?$/, ''),
    'quiet-from': quiet?.[1] ?? words('quiet'),
    'quiet-to': quiet?.[2] ?? '',
    'amber-at': light?.[1] ?? words('light'),
    'red-at': light?.[2] ?? '',
  };
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
