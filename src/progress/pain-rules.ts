// Pain by day: what was said, the day's highest number, and nothing where nothing was said.
import type { Light } from '../pain/types.ts';
import type { LocalDate } from '../time/local.ts';
import type { ReportFact, SessionFact } from './facts.ts';

/** A day's light as a picture shows it; none: a number without a light, or "nothing hurt". */
export type DayLight = 'red' | 'amber' | 'green' | 'none';

/** A day on which a number was said. */
export interface PainDay {
  readonly localDate: LocalDate;
  /** The day's highest number, 0 to 10. */
  readonly pain: number;
  /** The worst light of the day. */
  readonly light: DayLight;
}

const SHOWN: Readonly<Record<Light, DayLight>> = {
  emergency: 'red',
  urgent: 'red',
  'red-see-clinician': 'red',
  red: 'red',
  amber: 'amber',
  green: 'green',
  ask: 'none',
};

const ORDER: readonly DayLight[] = ['none', 'green', 'amber', 'red'];

/**
 * The days on which a number was said, oldest first; a day without one is left out, never 0 (handbook, Never 13).
 * "Nothing hurt" after a session is a 0. The pain at the start counts for its day, except in a report of the next
 * morning, whose start lies in the day before [D].
 */
export function painByDay(sessions: readonly SessionFact[], reports: readonly ReportFact[]): PainDay[] {
  const days = new Map<LocalDate, PainDay>();
  const note = (localDate: LocalDate, pain: number, light: DayLight) => {
    const known = days.get(localDate);
    const worst =
      known !== undefined && ORDER.indexOf(known.light) > ORDER.indexOf(light) ? known.light : light;
    days.set(localDate, { localDate, pain: Math.max(pain, known?.pain ?? 0), light: worst });
  };
  for (const { localDate, phase, now, start, light } of reports) {
    const numbers = [now, phase === 'next-morning' ? null : start].filter((each) => each !== null);
    if (numbers.length > 0) note(localDate, Math.max(...numbers), SHOWN[light]);
  }
  for (const { localDate, saidPainFree } of sessions) if (saidPainFree) note(localDate, 0, 'none');
  return [...days.values()].sort((a, b) => (a.localDate < b.localDate ? -1 : 1));
}
