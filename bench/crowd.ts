/** Clubs on the sandbox with their rows in the bot's database, as if everybody had joined long ago. */
import type { Actor, Sandbox, SandboxGuild } from '../sandbox/sandbox.ts';
import { openDatabase } from '../src/db/database.ts';

/** How many, and what is due for them. */
export interface CrowdSpec {
  readonly clubs: number;
  readonly athletesPerClub: number;
  /** Channels of a club that reminders go to, in turn. */
  readonly channelsPerClub: number;
  readonly due: 'reminders' | 'summaries';
  /** The minute at which all of it is due; on a full minute. */
  readonly dueAt: Date;
}

const ZONE = 'Europe/Berlin';
const EVERY_DAY = 'mon,tue,wed,thu,fri,sat,sun';
const JOINED = new Date('2026-01-01T12:00:00Z');
const AT_ONCE = 500;
const DAY_MS = 24 * 60 * 60_000;

/** One in so many reminders follows a session and is due a few seconds after the minute, in the middle of the rush. */
const FOLLOWS_SESSION = 50;

/** Users from this id on are in the database alone; no server of the sandbox knows them. */
const STRANGERS = 900_000_000_000_000_000n;

const wallTime = (at: Date) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }).format(at);
const day = (at: Date) => at.toISOString().slice(0, 10);

function clubRow(guild: SandboxGuild, spec: CrowdSpec) {
  return {
    ...{ id: guild.id, zone: ZONE, coachRoleId: guild.roleId('Coach'), policyReadAt: JOINED },
    ...{ summaryChannelId: guild.channelId('coaches'), reminderChannelId: guild.channelId('training-0') },
    ...{ summaryTime: spec.due === 'summaries' ? wallTime(spec.dueAt) : '07:30' },
    ...{ createdAt: JOINED, updatedAt: JOINED },
  };
}

function athleteRow(clubId: string, userId: string) {
  return {
    ...{ id: `athlete-${userId}`, clubId, userId, ageGroup: 'adult', sharing: 'details', fracture: 'none' },
    ...{ wantsDirect: false, consentedAt: JOINED, zone: null },
  };
}

function sessionRow(clubId: string, athleteId: string, loggedAt: Date) {
  return {
    ...{ id: `session-${athleteId}`, interactionId: `session-${athleteId}`, clubId, athleteId, loggedAt },
    ...{ localDate: day(loggedAt), type: 'tempo', work: '2x10x100 @17.5 r45', metres: 2000, minutes: 45 },
    ...{ effort: 4, warmup: 'full', visibility: 'details' },
  };
}

function reminderRow(clubId: string, athleteId: string | null, channelId: string, spec: CrowdSpec) {
  return {
    ...{ id: `reminder-${athleteId ?? clubId}`, clubId, athleteId, kind: athleteId ? 'core' : 'summary' },
    ...{ days: EVERY_DAY, time: wallTime(spec.dueAt), zone: ZONE, nextDueAt: spec.dueAt },
    ...{ target: 'channel', channelId, createdAt: JOINED },
  };
}

/** A stretch reminder after the athlete's session, and the delivery that waits for its time. */
function followUp(clubId: string, athleteId: string, channelId: string, dueAt: Date) {
  const id = `reminder-${athleteId}`;
  const reminder = {
    ...{ id, clubId, athleteId, kind: 'stretch', afterMinutes: 30, zone: ZONE, target: 'channel', channelId },
    createdAt: JOINED,
  };
  const sessionId = `session-${athleteId}`;
  const waits = { occurrenceKey: `session:${sessionId}`, sessionId, state: 'pending' };
  return { reminder, delivery: { clubId, reminderId: id, ...waits, dueAt, availableAt: dueAt } };
}

function rowsOf(guilds: readonly SandboxGuild[], spec: CrowdSpec) {
  const clubs = guilds.map((guild) => clubRow(guild, spec));
  const athletes: ReturnType<typeof athleteRow>[] = [];
  const sessions: ReturnType<typeof sessionRow>[] = [];
  const reminders: (ReturnType<typeof reminderRow> | ReturnType<typeof followUp>['reminder'])[] = [];
  const deliveries: ReturnType<typeof followUp>['delivery'][] = [];
  const trainedAt = new Date(spec.dueAt.getTime() - (spec.due === 'summaries' ? DAY_MS : 30 * 60_000));
  for (const guild of guilds) {
    if (spec.due === 'summaries') {
      reminders.push(reminderRow(guild.id, null, guild.channelId('coaches'), spec));
    }
    for (let index = 0; index < spec.athletesPerClub; index += 1) {
      const userId = index === 0 ? guild.userId('Athlete') : String(STRANGERS + BigInt(athletes.length));
      const athlete = athleteRow(guild.id, userId);
      athletes.push(athlete);
      const channelId = guild.channelId(`training-${index % spec.channelsPerClub}`);
      const follows = spec.due === 'reminders' && athletes.length % FOLLOWS_SESSION === 0;
      if (spec.due === 'summaries' || follows) sessions.push(sessionRow(guild.id, athlete.id, trainedAt));
      if (follows) {
        const seconds = 1 + ((athletes.length / FOLLOWS_SESSION) % 10);
        const dueAt = new Date(spec.dueAt.getTime() + seconds * 1000);
        const { reminder, delivery } = followUp(guild.id, athlete.id, channelId, dueAt);
        reminders.push(reminder);
        deliveries.push(delivery);
      } else if (spec.due === 'reminders') {
        reminders.push(reminderRow(guild.id, athlete.id, channelId, spec));
      }
    }
  }
  return { clubs, athletes, sessions, reminders, deliveries };
}

/** How many messages they make: athletes who are due for the same in one channel share one, up to fifty of them. */
export function messagesOf({ due, clubs, athletesPerClub, channelsPerClub }: CrowdSpec): number {
  if (due === 'summaries') return clubs;
  const groups = new Map<string, number>();
  for (let index = 0; index < clubs * athletesPerClub; index += 1) {
    const channel = (index % athletesPerClub) % channelsPerClub;
    const group = [Math.floor(index / athletesPerClub), channel, (index + 1) % FOLLOWS_SESSION === 0].join();
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  return [...groups.values()].reduce((sum, size) => sum + Math.ceil(size / 50), 0);
}

async function inPages<Row>(rows: readonly Row[], insert: (page: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) await insert(rows.slice(from, from + AT_ONCE));
}

/** Makes the clubs and their rows; gives one athlete of each club, who can run commands. */
export async function gather(sandbox: Sandbox, databaseUrl: string, spec: CrowdSpec): Promise<Actor[]> {
  const training = Array.from({ length: spec.channelsPerClub }, (_, index) => ({
    name: `training-${index}`,
  }));
  const guilds = Array.from({ length: spec.clubs }, (_, index) =>
    sandbox.createGuild({
      name: `Club ${index + 1}`,
      roles: [{ name: 'Coach' }],
      channels: [...training, { name: 'coaches', onlyRoles: ['Coach'] }],
      members: [{ name: 'Athlete' }],
    }),
  );
  const { clubs, athletes, sessions, reminders, deliveries } = rowsOf(guilds, spec);
  const database = await openDatabase(databaseUrl, { clock: sandbox.clock });
  const { db } = database;
  try {
    await inPages(clubs, (data) => db.club.createMany({ data }));
    await inPages(athletes, (data) => db.athlete.createMany({ data }));
    await inPages(sessions, (data) => db.session.createMany({ data }));
    await inPages(reminders, (data) => db.reminder.createMany({ data }));
    await inPages(deliveries, (data) => db.delivery.createMany({ data }));
  } finally {
    await database.close();
  }
  return guilds.map((guild) => sandbox.actor(guild, 'Athlete'));
}

/** What became of the deliveries, in the order in which their messages arrived; read once the bot is stopped. */
export async function outcome(databaseUrl: string, sandbox: Sandbox) {
  const database = await openDatabase(databaseUrl, { clock: sandbox.clock });
  try {
    const rows = await database.db.delivery.findMany({
      select: { id: true, state: true, messageId: true, dueAt: true, lastCode: true },
    });
    return rows.sort((a, b) => (BigInt(a.messageId ?? 0) < BigInt(b.messageId ?? 0) ? -1 : 1));
  } finally {
    await database.close();
  }
}
