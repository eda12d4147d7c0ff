import type { App } from '../app.ts';
import { setupGaps } from '../clubs/rules.ts';
import { type Club, findClub } from '../clubs/store.ts';
import type { DeliveryKind } from '../deliveries/kind.ts';
import { addDays, localDate, localTime } from '../time/local.ts';
import { summaryMessage } from './messages.ts';
import { type Summary, summaryLines } from './rules.ts';
import { SUMMARY_KIND } from './schedule-summary.ts';
import { loadClubDay } from './store.ts';

/** A summary and the day that it is about. */
export interface DaySummary {
  readonly day: string;
  readonly today: string;
  readonly summary: Summary;
}

/** Until this wall time "now" is about yesterday and this morning; from then on about today. */
const NOON = '12:00';

/** The summary as it stands now, of a day; without one of today, or in the morning of yesterday. */
export async function currentSummary(
  app: App,
  club: Club,
  now: Date,
  day: string | null,
): Promise<DaySummary> {
  const today = localDate(now, club.zone);
  const isMorning = localTime(now, club.zone) < NOON;
  return await summaryOf(app, club, day ?? addDays(today, isMorning ? -1 : 0), today);
}

async function summaryOf(app: App, club: Club, day: string, today: string): Promise<DaySummary> {
  const facts = await loadClubDay(app.database.db, club.id, day, day < today);
  return { day, today, summary: summaryLines(facts, { day }) };
}

/**
 * The daily summary as the engine sends it: of the day before the one that it is due on. Held back from a channel that
 * everybody has come to read since it was chosen; `/setup` says so.
 */
export function summaryKind(app: App): DeliveryKind {
  return {
    name: SUMMARY_KIND,
    graceMinutes: 6 * 60,
    async compose(delivery, now) {
      const club = await findClub(app.database.db, delivery.clubId);
      if (club === null || club.summaryChannelId === null) return { cancel: 'no summary channel' };
      if (setupGaps(club).length > 0) return { cancel: 'club is not switched on' };
      if (app.isPublic(club.id, club.summaryChannelId)) return { cancel: 'channel is public' };
      const today = localDate(delivery.dueAt, club.zone);
      const told = await summaryOf(app, club, addDays(today, -1), localDate(now, club.zone));
      return {
        send: summaryMessage(told, delivery.id),
        to: { kind: 'channel', channelId: club.summaryChannelId },
      };
    },
  };
}
