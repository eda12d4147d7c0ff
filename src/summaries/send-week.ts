import type { App } from '../app.ts';
import type { Club } from '../clubs/store.ts';
import type { DeliveryKind } from '../deliveries/kind.ts';
import { addDays, type LocalDate, localDate } from '../time/local.ts';
import { AMEND_MINUTES, composeSummary } from './compose-summary.ts';
import { newestOf } from './late-rules.ts';
import { WEEKLY_SUMMARY_KIND } from './schedule-summary.ts';
import { currentDay } from './send-summary.ts';
import type { WeekFacts, WeekSummary } from './week-facts.ts';
import { weekMessage } from './week-messages.ts';
import { weekSummary } from './week-rules.ts';
import { loadClubWeek } from './week-store.ts';

/** A weekly summary and the last of its seven days. */
export interface ShownWeek {
  readonly last: LocalDate;
  readonly summary: WeekSummary;
}

/** The last seven days as they stand now: in the morning up to yesterday, later up to today. */
export async function currentWeek(app: App, club: Club, now: Date): Promise<ShownWeek> {
  const last = currentDay(now, club.zone);
  return (await weekOf(app, club, last, localDate(now, club.zone))).told;
}

async function weekOf(
  app: App,
  club: Club,
  last: LocalDate,
  today: LocalDate,
): Promise<{ readonly told: ShownWeek; readonly facts: readonly WeekFacts[] }> {
  const facts = await loadClubWeek(app.database.db, club.id, last, last < today);
  return { told: { last, summary: weekSummary(facts, last) }, facts };
}

/** The weekly summary as the engine sends it: of the seven days before the one that it is due on. */
export function weekKind(app: App): DeliveryKind {
  return {
    name: WEEKLY_SUMMARY_KIND,
    graceMinutes: 12 * 60,
    amendMinutes: AMEND_MINUTES,
    compose: (delivery, now) =>
      composeSummary(app, delivery, now, async (club, today) => {
        const last = addDays(localDate(delivery.dueAt, club.zone), -1);
        const { told, facts } = await weekOf(app, club, last, today);
        return {
          message: (footer) => weekMessage(told, delivery.id, footer),
          newestChange: (since) => newestOf(facts, since),
        };
      }),
  };
}
