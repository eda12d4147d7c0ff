// Which time zones exist, and how people name them.

// Spellings that the zone database has moved to and JavaScript engines still list under the old name.
const MODERN: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

// Places that have a zone but did not give it its name.
const PLACES: Readonly<Record<string, string>> = {
  atlanta: 'America/New_York',
  barcelona: 'Europe/Madrid',
  beijing: 'Asia/Shanghai',
  birmingham: 'Europe/London',
  boston: 'America/New_York',
  california: 'America/Los_Angeles',
  canberra: 'Australia/Sydney',
  'cape town': 'Africa/Johannesburg',
  cologne: 'Europe/Berlin',
  dallas: 'America/Chicago',
  delhi: 'Asia/Kolkata',
  edinburgh: 'Europe/London',
  eugene: 'America/Los_Angeles',
  florida: 'America/New_York',
  frankfurt: 'Europe/Berlin',
  geneva: 'Europe/Zurich',
  germany: 'Europe/Berlin',
  gothenburg: 'Europe/Stockholm',
  hamburg: 'Europe/Berlin',
  houston: 'America/Chicago',
  india: 'Asia/Kolkata',
  japan: 'Asia/Tokyo',
  leipzig: 'Europe/Berlin',
  manchester: 'Europe/London',
  miami: 'America/New_York',
  milan: 'Europe/Rome',
  montreal: 'America/Toronto',
  mumbai: 'Asia/Kolkata',
  munich: 'Europe/Berlin',
  osaka: 'Asia/Tokyo',
  ottawa: 'America/Toronto',
  philadelphia: 'America/New_York',
  pretoria: 'Africa/Johannesburg',
  rio: 'America/Sao_Paulo',
  'san diego': 'America/Los_Angeles',
  'san francisco': 'America/Los_Angeles',
  scotland: 'Europe/London',
  seattle: 'America/Los_Angeles',
  stuttgart: 'Europe/Berlin',
  texas: 'America/Chicago',
  uk: 'Europe/London',
  wales: 'Europe/London',
  'washington dc': 'America/New_York',
  wellington: 'Pacific/Auckland',
};

const LIMIT = 25;

const OFFERED = [
  ...new Set(['UTC', ...Intl.supportedValuesOf('timeZone').map((zone) => MODERN[zone] ?? zone)]),
].sort();
const KNOWN = new Set([...OFFERED, ...Object.keys(MODERN)]);
const BY_LOWER = new Map([...KNOWN].map((zone) => [zone.toLowerCase(), zone]));

/**
 * Whether this is the name of a place's time zone in its usual spelling, like "Europe/Berlin", or "UTC".
 * Offsets ("+01:00", "Etc/GMT-1"), abbreviations ("EST", "CET") and nicknames ("US/Eastern") are refused:
 * they do not say, or hide, when clocks change.
 */
export function isZone(name: string): boolean {
  return KNOWN.has(name);
}

/** The zone that somebody typed, in any case, by old name, city or country ("berlin"); undefined if none or several fit. */
export function readZone(text: string): string | undefined {
  const typed = text.trim().replace(/\s+/g, ' ').toLowerCase();
  const named =
    BY_LOWER.get(typed.replaceAll(' ', '_')) ?? (Object.hasOwn(PLACES, typed) ? PLACES[typed] : undefined);
  if (named !== undefined) return MODERN[named] ?? named;
  const cities = OFFERED.filter((zone) => cityOf(zone) === typed);
  return cities.length === 1 ? cities[0] : nicknamed(typed);
}

/** Zones for autocomplete, best match first, at most 25: by city, then by the start of a word, then by any part of the name. */
export function suggestZones(query: string): string[] {
  const typed = plain(query);
  if (typed === '') return OFFERED.slice(0, LIMIT);
  const ranked = OFFERED.map((zone) => ({ zone, rank: rankOf(zone, typed) })).filter(({ rank }) => rank < 9);
  return ranked
    .sort((a, b) => a.rank - b.rank || (a.zone < b.zone ? -1 : 1))
    .slice(0, LIMIT)
    .map(({ zone }) => zone);
}

function rankOf(zone: string, typed: string): number {
  const city = cityOf(zone);
  const places = Object.keys(PLACES).filter((place) => PLACES[place] === zone);
  if (city === typed || places.includes(typed)) return 0;
  if (city.startsWith(typed)) return 1;
  if (places.some((place) => place.startsWith(typed))) return 2;
  if (city.includes(` ${typed}`)) return 3;
  if (plain(zone).startsWith(typed)) return 4;
  return plain(zone).includes(typed) ? 5 : 9;
}

function cityOf(zone: string): string {
  return plain(zone.slice(zone.lastIndexOf('/') + 1));
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[_\s]+/g, ' ')
    .trim();
}

function nicknamed(typed: string): string | undefined {
  if (!/^[a-z]+(\/[a-z_\- ]+)+$/.test(typed)) return undefined;
  try {
    const zone = new Intl.DateTimeFormat('en', { timeZone: typed.replaceAll(' ', '_') }).resolvedOptions()
      .timeZone;
    const modern = MODERN[zone] ?? zone;
    return KNOWN.has(modern) && modern !== 'UTC' ? modern : undefined;
  } catch {
    return undefined;
  }
}
