/** Wall-clock words in the club's zone, the zone of the made-up people whose screen this is. */

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions, at: number): string {
  const key = zone + JSON.stringify(options);
  let found = formats.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...options });
    formats.set(key, found);
  }
  return found.format(at);
}

/** "18:32". */
export function hourMinute(at: number, zone: string): string {
  return format(zone, { hour: '2-digit', minute: '2-digit' }, at);
}

/** "2026-10-14": equal for two instants of the same local day. */
export function dayKey(at: number, zone: string): string {
  const [day, month, year] = format(zone, { day: '2-digit', month: '2-digit', year: 'numeric' }, at).split(
    '/',
  );
  return `${year}-${month}-${day}`;
}

/** "14 October 2026". */
export function longDate(at: number, zone: string): string {
  return format(zone, { day: 'numeric', month: 'long', year: 'numeric' }, at);
}

/** "Wed, 14 Oct". */
export function shortDay(at: number, zone: string): string {
  return format(zone, { weekday: 'short', day: 'numeric', month: 'short' }, at);
}

/** "18:32" today, "Yesterday at 18:32", "12/10/2026, 18:32" before that. */
export function messageStamp(at: number, now: number, zone: string): string {
  const time = hourMinute(at, zone);
  if (dayKey(at, zone) === dayKey(now, zone)) return time;
  if (dayKey(at + DAY_MS, zone) === dayKey(now, zone)) return `Yesterday at ${time}`;
  return `${format(zone, { day: '2-digit', month: '2-digit', year: 'numeric' }, at)}, ${time}`;
}

/** The whole of it, for a tooltip: "Wednesday, 14 October 2026 at 18:32 (Europe/Berlin)". */
export function fullStamp(at: number, zone: string): string {
  return `${format(zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, at)} at ${hourMinute(at, zone)} (${zone})`;
}

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * DAY_MS],
  ['month', 30 * DAY_MS],
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "in 30 minutes", "2 days ago". */
export function relative(at: number, now: number): string {
  const words = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });
  const delta = at - now;
  for (const [unit, size] of UNITS) {
    if (Math.abs(delta) >= size) return words.format(Math.round(delta / size), unit);
  }
  return words.format(Math.round(delta / 1000), 'second');
}

/** Discord's `<t:unix:style>` in words; `style` one of t T d D f F R s S, anything else reads as f. */
export function discordTime(at: number, style: string, now: number, zone: string): string {
  const time = hourMinute(at, zone);
  const seconds = format(zone, { hour: '2-digit', minute: '2-digit', second: '2-digit' }, at);
  const digits = format(zone, { day: '2-digit', month: '2-digit', year: 'numeric' }, at);
  const styles: Record<string, string> = {
    t: time,
    T: seconds,
    d: digits,
    D: longDate(at, zone),
    f: `${longDate(at, zone)} at ${time}`,
    F: `${format(zone, { weekday: 'long' }, at)}, ${longDate(at, zone)} at ${time}`,
    s: `${digits}, ${time}`,
    S: `${digits}, ${seconds}`,
    R: relative(at, now),
  };
  return styles[style] ?? styles.f ?? time;
}
