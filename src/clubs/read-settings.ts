/** From what an administrator typed to settings; every fault names its field. */
import { UserError } from '../faults.ts';
import { AFTER_MINUTES, insideQuietHours, parseDays } from '../reminders/rules.ts';
import { parseWallTime, readZone, suggestZones } from '../time/local.ts';
import type { Club, ClubSettings } from './store.ts';

/** Options of `/setup` and fields of its form, by name. */
export type TypedSettings = Readonly<Record<string, string | number | boolean>>;

/** Settings that were typed. Throws UserError for what cannot be read or lies outside its range. */
export function readSettings(typed: TypedSettings, club: Club | null): Partial<ClubSettings> {
  const text = (field: string) => (typed[field] === undefined ? undefined : String(typed[field]).trim());
  const settings: Record<string, unknown> = {
    coachRoleId: text('coach-role'),
    summaryChannelId: text('summary-channel'),
    reminderChannelId: text('reminder-channel'),
    zone: map(text('time-zone'), zone),
    summaryTime: map(text('summary-time'), (value) => time('summary-time', value)),
    coreDays: map(text('core-days'), (value) => days('core-days', value)),
    coreTime: map(text('core-time'), (value) => time('core-time', value)),
    stretchAfterMinutes: map(text('stretch-after'), (value) =>
      whole('stretch-after', value, AFTER_MINUTES.min, AFTER_MINUTES.max, 'minutes'),
    ),
    quietFrom: map(text('quiet-from'), (value) => time('quiet-from', value)),
    quietTo: map(text('quiet-to'), (value) => time('quiet-to', value)),
    retentionMonths: map(text('retention'), (value) => whole('retention', value, 1, 12, 'months')),
    amberAt: map(text('amber-at'), (value) => whole('amber-at', value, 2, 3, '')),
    redAt: map(text('red-at'), (value) => whole('red-at', value, 5, 6, '')),
  };
  const given: Partial<ClubSettings> = Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== undefined),
  );
  const coreTime = given.coreTime ?? club?.coreTime ?? '18:00';
  const from = given.quietFrom ?? club?.quietFrom ?? '21:00';
  const to = given.quietTo ?? club?.quietTo ?? '07:00';
  if (insideQuietHours(coreTime, from, to)) {
    throw new UserError({ code: 'time-in-quiet-hours', field: 'core-time', typed: coreTime });
  }
  return given;
}

/** The form's five lines as the options that `/setup` takes. */
export function settingsOfForm(fields: TypedSettings): TypedSettings {
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

function whole(field: string, typed: string, min: number, max: number, unit: string): number {
  const value = Number(typed);
  if (typed === '' || !Number.isInteger(value) || value < min || value > max) {
    throw new UserError({ code: 'out-of-range', field, typed, min, max, unit });
  }
  return value;
}
