// Time zones as people choose them.
import { type Choice, optionChoices } from '../discord/layout.ts';
import { suggestZones } from '../time/local.ts';

/** Zones offered in the panel's menu; every other one by `/setup time-zone:`. */
export const COMMON_ZONES: readonly Choice[] = [
  'Europe/London',
  'Europe/Dublin',
  'Europe/Lisbon',
  'Europe/Berlin',
  'Europe/Paris',
  'Europe/Madrid',
  'Europe/Rome',
  'Europe/Stockholm',
  'Europe/Warsaw',
  'Europe/Athens',
  'Europe/Kyiv',
  'Africa/Lagos',
  'Africa/Nairobi',
  'Africa/Johannesburg',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Toronto',
  'America/Sao_Paulo',
  'America/Jamaica',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
].map(zoneChoice);

/** The zones that fit what is typed so far, at most 25. */
export function zoneChoices(typed: string): { name: string; value: string }[] {
  return optionChoices(suggestZones(typed).map(zoneChoice));
}

function zoneChoice(zone: string): Choice {
  return { label: zone.replaceAll('_', ' '), value: zone };
}
