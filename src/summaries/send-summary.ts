import type { App } from '../app.ts';
import type { Club } from '../clubs/store.ts';
import { TRANSACTION_OPTIONS } from '../db/transaction-options.ts';
import type { DeliveryKind } from '../deliveries/kind.ts';
import { addDays, instantOf, localDate, localTime } from '../time/local.ts';
import { AMEND_MINUTES, composeSummary } from './compose-summary.ts';
import type { AthleteFacts, Told } from './facts.ts';
import { LATE_DAYS, newestChange } from './late-rules.ts';
import { summaryMessage } from './messages.ts';
import { type Summary, summaryLines } from './rules.ts';
import { SUMMARY_KIND } from './schedule-summary.ts';
import { loadClubDay } from './store.ts';
import { listLastSent } from './told-store.ts';

/** A summary and the day that it is about. */
export interface DaySummary {
  readonly day: string;
  readonly today: string;
  readonly summary: Summary;
}

/** Until this wall time "now" is about yesterday and this morning; from then on about today. */
const NOON = '12:00';

/** How long after the time that it bears an entry may still be on its way into the database, in milliseconds. */
const UNDER_WAY_MS = TRANSACTION_OPTIONS.maxWait + TRANSACTION_OPTIONS.timeout;

/** The last day that "now" is about: in the morning yesterday, later today. */
export function currentDay(now: Date, zone: string): string {
  return addDays(localDate(now, zone), localTime(now, zone) < NOON ? -1 : 0);
}

/** The summary as it stands now, of a day; without one of today, or in the morning of yesterday. */
export async function currentSummary(
  app: App,
  club: Club,
  now: Date,
  day: string | null,
): Promise<DaySummary> {
  const about = day ?? currentDay(now, club.zone);
  return (await summaryOf(app, club, about, localDate(now, club.zone))).told;
}

async function summaryOf(
  app: App,
  club: Club,
  day: string,
  today: string,
): Promise<{ readonly told: DaySummary; readonly facts: readonly AthleteFacts[] }> {
  const tellings = await tellingsBefore(app, club, day);
  const facts = await loadClubDay(app.database.db, club.id, day, day < today, tellings);
  const summary = summaryLines(facts, { day, told: tellings[0] ?? null });
  return { told: { day, today, summary }, facts };
}

/**
 * What the summaries before the one of a day told, the newest first: what was there when each was last known to say what
 * it should, at its sending or a later look. What was just being saved then, or stood in an edit of which we never heard
 * that it succeeded, may be told twice, never not at all.
 */
async function tellingsBefore(app: App, club: Club, day: string): Promise<Told[]> {
  const before = instantOf(addDays(day, 1), '00:00', club.zone);
  const sent = await listLastSent(app.database.db, club.id, SUMMARY_KIND, before, LATE_DAYS);
  return sent.map(({ dueAt, comparedAt }) => ({
    day: addDays(localDate(dueAt, club.zone), -1),
    until: new Date(comparedAt.getTime() - UNDER_WAY_MS),
  }));
}

/**
 * The daily summary as the engine sends it: of the day before the one that it is due on, with what earlier days still
 * owe. Amended within the hour; what is logged after the last look that succeeded is told the next day.
 */
export function summaryKind(app: App): DeliveryKind {
  return {
    name: SUMMARY_KIND,
    graceMinutes: 6 * 60,
    amendMinutes: AMEND_MINUTES,
    compose: (delivery, now) =>
      composeSummary(app, delivery, now, async (club, today) => {
        const day = addDays(localDate(delivery.dueAt, club.zone), -1);
        const { told, facts } = await summaryOf(app, club, day, today);
        return {
          message: (footer) => summaryMessage(told, delivery.id, footer),
          newestChange: (since) => newestChange(facts, since),
        };
      }),
  };
}
