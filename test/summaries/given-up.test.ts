/** Each entry is told once, in the summary of its day or as late in the next: whichever looks at the first succeed. */
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/db/database.ts';
import { summaryKind } from '../../src/summaries/send-summary.ts';
import { systemClock } from '../../src/time/clock.ts';
import { appOn } from '../app.ts';
import { useSqliteFiles } from '../db/databases.ts';
import { sessionRow } from '../db/rows.ts';
import { after, DAY, MINUTE, makeAthlete, makeReminder } from '../deliveries/club.ts';
import { setStage } from '../deliveries/stage.ts';

const sqliteUrl = useSqliteFiles();

const EDIT = { method: 'PATCH', route: '/channels/{channel_id}/messages/{message_id}' };

/** 7:30 in Berlin on the Tuesday whose summary is of Monday. */
const TUESDAY = new Date('2026-03-03T06:30:00Z');

/** Minutes after 7:30 at which an entry is logged: before it is composed, then, and later. */
const [EARLY, SENDING] = [-60, 0.1];
const LATER = [3, 8, 20, 40, 58, 90];
const LOGGED = [EARLY, SENDING, ...LATER];
const LOOKS = [5, 15, 30, 55];

/** When the message leaves, composed at 7:30 on a slow day; its age counts from there. */
const LEAVES = 0.75;

const DELETED = { code: 10008, status: 404 };

/** A club whose summary is due on Tuesday at 7:30. */
async function setSummaryStage() {
  const database = await openDatabase(await sqliteUrl(), { clock: systemClock });
  onTestFinished(() => database.close());
  const stage = await setStage(database);
  const { clubId, training, clock } = stage;
  const on = { coachRoleId: 'coach', summaryChannelId: training, reminderChannelId: stage.reminders };
  await database.db.club.update({ where: { id: clubId }, data: { ...on, policyReadAt: clock.now() } });
  const daily = { kind: 'summary', days: 'mon,tue,wed,thu,fri,sat,sun', time: '07:30', athleteId: null };
  await makeReminder(database, clubId, { ...daily, nextDueAt: TUESDAY });

  /** At so many minutes after 7:30 the athlete of that minute logs Monday's training, without a warm-up. */
  async function log(minute: number) {
    const loggedAt = after(TUESDAY, minute * MINUTE);
    clock.set(loggedAt);
    const athleteId = await makeAthlete(database, clubId, nameOf(minute));
    const row = { ...sessionRow(athleteId, athleteId, clubId), localDate: '2026-03-02', warmup: 'none' };
    await database.db.session.create({ data: { ...row, loggedAt } });
  }

  async function dawdle() {
    await log(SENDING);
    clock.set(after(TUESDAY, LEAVES * MINUTE));
  }

  const world = { isClosed: false, whileSending: dawdle };
  const engine = stage.engine({
    kinds: [summaryKind(appOn(database, clock))],
    hooks: { afterCompose: () => world.whileSending() },
    mayPost: () => (world.isClosed ? 'no-permission' : 'open'),
  });
  return {
    ...{ ...stage, world, log },
    async tick(at: Date) {
      clock.set(at);
      await engine.tick();
    },
    /** The minutes of those whom each summary names. */
    named: () => stage.seen().map((text) => LOGGED.filter((minute) => text.includes(`<@${nameOf(minute)}>`))),
  };
}

function nameOf(minute: number): string {
  return `of${LOGGED.indexOf(minute)}`;
}

type World = Awaited<ReturnType<typeof setSummaryStage>>;

test.each<[string, number, (stage: World) => void]>([
  ['every look succeeds', 60, () => {}],
  ['the message was deleted by +5', 5, ({ sandbox }) => sandbox.faults.next(EDIT, DELETED)],
  ['Discord fails from +30 on', 30, ({ sandbox }) => sandbox.faults.next(EDIT, '500', 1_000)],
  ['the channel was closed by +55', 55, ({ world }) => Object.assign(world, { isClosed: true })],
])('%s', async (_, givenUpAt, giveUp) => {
  const stage = await setSummaryStage();
  await stage.log(EARLY);
  await stage.tick(TUESDAY);
  expect(stage.named()).toEqual([[EARLY]]);
  stage.world.whileSending = async () => {};

  for (const minute of [...LATER, ...LOOKS].sort((a, b) => a - b)) {
    if (minute === givenUpAt) giveUp(stage);
    if (LOOKS.includes(minute)) await stage.tick(after(TUESDAY, (minute + LEAVES) * MINUTE));
    else await stage.log(minute);
  }
  stage.world.isClosed = false;
  const isIn = (minute: number) => minute < Math.max(0, ...LOOKS.filter((look) => look < givenUpAt));
  await stage.tick(after(TUESDAY, DAY));
  expect(stage.named()).toEqual([LOGGED.filter(isIn), LOGGED.filter((minute) => !isIn(minute))]);
  await stage.tick(after(TUESDAY, 2 * DAY));
  expect(stage.named()[2]).toEqual([]);
});
