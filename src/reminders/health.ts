import type { AthleteContext, MemberContext } from '../app.ts';
import { ownerOf } from '../athletes/owner.ts';
import { zoneOf } from '../athletes/rules.ts';
import { findDirect, noteClosedTold, reopenDirect } from '../deliveries/direct-store.ts';
import { localDate, localTime } from '../time/local.ts';
import { type DirectHealth, directHealth, type LastFates, lastFates } from './health-rules.ts';
import { type Fate, listFates } from './health-store.ts';
import { isToCome, type ReminderLine, recallClubs, recallReminders } from './show-reminders.ts';
import { addTest, TEST_KEY } from './test-store.ts';

/** How one reminder fares. */
export type ReminderHealth = ReminderLine & LastFates;

/** How the reminders fare that somebody can open. */
export interface Health {
  /** Of the athlete; null: a coach who has not joined. */
  readonly own: OwnHealth | null;
  /** For a coach: those that coaches made for the club. */
  readonly clubs: readonly ReminderHealth[];
}

/** How an athlete's reminders fare, and whether direct messages arrive. */
export interface OwnHealth {
  readonly reminders: readonly ReminderHealth[];
  readonly direct: DirectHealth;
  /** The last test that was asked for; null: none. */
  readonly test: Fate | null;
  /** The athlete's direct channel; null: never opened. */
  readonly directChannelId: string | null;
  /** IANA zone of the athlete's days. */
  readonly zone: string;
}

/** Deliveries are kept that long, in days. */
const KEPT_DAYS = 30;

/** What became lately of the reminders that somebody can open; whoever reads here that direct messages are closed has been told. */
export async function showHealth(context: MemberContext): Promise<Health> {
  const { app, club, athlete, isCoach, now } = context;
  const since = new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60_000);
  const own = athlete === null ? null : await ownHealth({ ...context, athlete }, since);
  if (!isCoach) return { own, clubs: [] };
  const fates = await listFates(app.database.db, { clubId: club.id, athleteId: null }, since);
  return { own, clubs: withFates(await recallClubs(app, club, now), fates) };
}

async function ownHealth({ app, club, athlete, now }: AthleteContext, since: Date): Promise<OwnHealth> {
  const { db } = app.database;
  const lines = await recallReminders(app, athlete, now);
  const fates = await listFates(db, ownerOf(athlete), since);
  const known = await findDirect(db, athlete.clubId, athlete.userId);
  if (known?.closedAt && athlete.dmToldAt === null) await noteClosedTold(db, athlete.userId, now);
  const direct = known ?? { channelId: null, closedAt: null, closedCode: null };
  return {
    reminders: withFates(lines, fates),
    direct: directHealth(direct, fates),
    test: fates.find(({ occurrenceKey }) => occurrenceKey.startsWith(TEST_KEY)) ?? null,
    directChannelId: direct.channelId,
    zone: zoneOf(athlete, club),
  };
}

function withFates(lines: readonly ReminderLine[], fates: readonly Fate[]): ReminderHealth[] {
  return lines
    .map((line) => ({
      ...line,
      ...lastFates(fates.filter(({ reminderId }) => reminderId === line.reminder.id)),
    }))
    .filter(isOfUse);
}

/** What is over, and of which nothing is known any more, tells nothing. */
function isOfUse(each: ReminderHealth): boolean {
  return each.sent !== null || each.missed !== null || isToCome(each);
}

/**
 * Sends the athlete a direct message through the same engine as every reminder, and lets direct messages be tried again.
 * While one is on its way no second one is made.
 */
export async function sendTest(
  { app, club, athlete, now }: AthleteContext,
  interactionId: string,
  text: string,
): Promise<void> {
  const zone = zoneOf(athlete, club);
  const test = { text, interactionId, zone, date: localDate(now, zone), time: localTime(now, zone) };
  await app.database.transaction(async (tx) => {
    await reopenDirect(tx, athlete.userId);
    await addTest(tx, athlete, test, now);
  });
}
