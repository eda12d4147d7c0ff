/** What the engine is handed when it asks for a summary, before it was sent and after. */
import { expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/database.ts';
import { digestOf } from '../../src/deliveries/amend-rules.ts';
import type { Composed, DeliveryKind } from '../../src/deliveries/kind.ts';
import { scheduleMissingWeekly, scheduleSummary } from '../../src/summaries/schedule-summary.ts';
import { summaryKind } from '../../src/summaries/send-summary.ts';
import { weekKind } from '../../src/summaries/send-week.ts';
import { systemClock } from '../../src/time/clock.ts';
import { useSqliteFiles } from '../db/databases.ts';
import {
  ANN,
  addAnnTwice,
  athleteRow,
  BEN,
  clubRow,
  deliveryRow,
  episodeRow,
  type Owner,
  reminderRow,
  reportRow,
  sessionRow,
} from '../db/rows.ts';
import { contextOf } from '../history/diary.ts';

const sqliteUrl = useSqliteFiles();

/** A Tuesday in London, where clocks show what UTC shows; the summary is due at 7:30. */
const DAY = '2026-03-10';
const WEDNESDAY = (time: string) => new Date(`2026-03-11T${time}:00Z`);
const ON = { coachRoleId: 'coach', summaryChannelId: 'coaches', reminderChannelId: 'reminders' };

/** A club that is on, with Ann and Ben, who share everything; its summary of Tuesday is due. */
async function setStage(dueAt = WEDNESDAY('07:30')) {
  const database = await openDatabase(await sqliteUrl(), { clock: systemClock });
  const { db } = database;
  await addAnnTwice(db);
  await db.athlete.updateMany({ data: { sharing: 'details' } });
  await db.club.update({ where: { id: 'c1' }, data: { ...ON, policyReadAt: dueAt } });
  await db.reminder.create({
    data: {
      ...reminderRow('daily', 'c1'),
      deliveries: { create: { id: 'd1', ...deliveryRow('key', dueAt) } },
    },
  });
  const { app } = await contextOf(database);
  const compose = (kind: DeliveryKind, now: Date) =>
    kind.compose(
      {
        id: 'd1',
        clubId: 'c1',
        reminderId: 'daily',
        athleteId: null,
        sessionId: null,
        occurrenceKey: '',
        dueAt,
      },
      now,
    );
  const bodyOf = (composed: Composed) => {
    if ('cancel' in composed) throw new Error(composed.cancel);
    return composed.send;
  };
  return {
    database,
    db,
    app,
    /** What the summary says now. */
    says: async (now: Date) => bodyOf(await compose(summaryKind(app), now)),
    week: async (now: Date) => bodyOf(await compose(weekKind(app), now)),
    /** The engine has sent it, and noted what it said. */
    async post(sentAt: Date) {
      const body = bodyOf(await compose(summaryKind(app), sentAt));
      await db.delivery.update({
        where: { id: 'd1' },
        data: { state: 'sent', sentAt, digest: digestOf(body) },
      });
      return body;
    },
    close: () => database.close(),
  };
}

async function logCold({ db }: Database, owner: Owner, id: string, loggedAt: Date, visibility = 'details') {
  const row = sessionRow(id, owner.athleteId, owner.clubId);
  await db.session.create({ data: { ...row, loggedAt, localDate: DAY, warmup: 'none', visibility } });
}

async function logTrained({ db }: Database, owner: Owner, days: readonly string[]) {
  const row = { ...sessionRow('', owner.athleteId, owner.clubId), visibility: 'details', warmup: 'full' };
  await db.session.createMany({
    data: days.map((localDate) => ({ ...row, id: localDate, interactionId: localDate, localDate })),
  });
}

async function hurt({ db }: Database, owner: Owner, id: string, reportedAt: Date, light = 'red') {
  await db.painEpisode.create({ data: { ...episodeRow(id, owner.athleteId, owner.clubId) } });
  const row = { ...reportRow(id, id, owner.athleteId, owner.clubId), visibility: 'details' };
  await db.painReport.create({ data: { ...row, reportedAt, light, localDate: DAY } });
}

test('a summary that was sent says the same for as long as nothing changes, at whatever hour it is asked', async () => {
  const stage = await setStage();
  await logCold(stage.database, ANN, 's1', new Date('2026-03-10T18:00:00Z'));
  const body = await stage.post(WEDNESDAY('07:30'));
  expect(body.content).toBe(
    '**Summary of yesterday, Tue 10 Mar**\n- <@ann>: no warm-up before tempo · trained\n-# Others: 0 trained, 1 shared no session',
  );
  for (const now of ['07:35', '08:25', '23:59']) expect(await stage.says(WEDNESDAY(now))).toEqual(body);
  await stage.close();
});

test('what is logged, changed or deleted after it was sent is in it, and when; an entry for oneself leaves no time', async () => {
  const stage = await setStage();
  const { db, database } = stage;
  await logCold(database, ANN, 's1', new Date('2026-03-10T18:00:00Z'));
  await stage.post(WEDNESDAY('07:30'));
  const lines = async () => (await stage.says(WEDNESDAY('08:25'))).content?.split('\n').slice(1);
  const amend = async () => {
    const digest = digestOf(await stage.says(WEDNESDAY('08:00')));
    await db.delivery.update({ where: { id: 'd1' }, data: { digest } });
  };

  await hurt(database, BEN, 'p1', WEDNESDAY('07:52'));
  const withBen = [
    '- <@ben>: **🔴 RED**, low back 1 → 4',
    '- <@ann>: no warm-up before tempo · trained',
    '-# No news of anybody else · updated 07:52',
  ];
  expect(await lines()).toEqual(withBen);
  await amend();
  expect(await lines()).toEqual(withBen);

  await db.session.update({ where: { id: 's1' }, data: { warmup: 'full', changedAt: WEDNESDAY('07:58') } });
  expect(await lines()).toEqual([
    '- <@ben>: **🔴 RED**, low back 1 → 4',
    '-# Others: 1 trained, 0 shared no session · updated 07:58',
  ]);
  await amend();
  await db.painReport.delete({ where: { id: 'p1' } });
  await db.session.delete({ where: { id: 's1' } });
  expect((await stage.says(WEDNESDAY('08:25'))).content).toBe(
    '**Tue 10 Mar:** no news. 0 trained, 2 shared no session.\n-# Updated',
  );
  await amend();
  await logCold(database, ANN, 's2', WEDNESDAY('08:10'), 'only-me');
  expect((await stage.says(WEDNESDAY('08:25'))).content).toBe(
    '**Tue 10 Mar:** no news. 0 trained, 2 shared no session.\n-# Updated',
  );
  await stage.close();
});

test('core work that is marked within the hour takes its line away, from the day and from the week, and says when', async () => {
  const stage = await setStage(new Date('2026-03-16T07:30:00Z'));
  const { db, database } = stage;
  const days = ['2026-03-11', '2026-03-13', '2026-03-15'];
  const row = { ...reminderRow('core', 'c1'), athleteId: 'a1', kind: 'core', days: 'wed,fri,sun' };
  await db.reminder.create({ data: { ...row, time: '18:00' } });
  await logTrained(database, ANN, days);
  const sent = new Date('2026-03-16T07:30:00Z');
  expect((await stage.post(sent)).content).toContain('- <@ann>: core work not logged · trained');
  const week = async () => (await stage.week(new Date('2026-03-16T07:45:00Z'))).content;
  expect(await week()).toContain('- <@ann>: core work not logged on 3 of 3 days · trained on 3 days');
  const mark = { ...ANN, habit: 'core', markedAt: new Date('2026-03-16T07:41:00Z'), interactionId: 'done' };
  await db.habitMark.create({ data: { ...mark, localDate: '2026-03-15' } });
  expect((await stage.says(new Date('2026-03-16T07:45:00Z'))).content).toBe(
    '**Sun 15 Mar:** no news. 1 trained, 1 shared no session.\n-# Updated 07:41',
  );
  expect(await week()).toContain(':** no news. 1 trained, 1 shared no session.\n-# Updated 07:41');
  await stage.close();
});

test('sharing that is taken back within the hour takes the line with it', async () => {
  const stage = await setStage();
  await hurt(stage.database, ANN, 'p1', new Date('2026-03-10T18:00:00Z'));
  expect((await stage.post(WEDNESDAY('07:30'))).content).toContain('<@ann>: **🔴 RED**, low back 1 → 4');
  await stage.db.athlete.update({ where: { id: 'a1' }, data: { sharing: 'only-me' } });
  expect((await stage.says(WEDNESDAY('07:35'))).content).toBe(
    '**Tue 10 Mar:** no news. 0 trained, 2 shared no session.\n-# Updated',
  );
  await stage.close();
});

test.each([
  ['07:35', ''],
  ['07:36', '\n-# Late: it was due at 07:30.'],
  ['13:30', '\n-# Late: it was due at 07:30.'],
])('sent at %s it says that it is late from six minutes on, and goes on saying so', async (time, late) => {
  const stage = await setStage();
  const { content } = await stage.post(WEDNESDAY(time));
  expect(content).toBe(`**Tue 10 Mar:** no news. 0 trained, 2 shared no session.${late}`);
  expect((await stage.says(WEDNESDAY('14:00'))).content).toBe(content);
  await stage.close();
});

test('sent again on a later day it names the day that it was due on', async () => {
  const stage = await setStage();
  const { content } = await stage.post(new Date('2026-03-12T07:30:00Z'));
  expect(content).toContain('\n-# Late: it was due at 07:30 on Wed 11 Mar.');
  await stage.close();
});

test('the next summary tells what came after the last look, once, and of a day that was never told all', async () => {
  const stage = await setStage(new Date('2026-03-12T07:30:00Z'));
  const { db, database } = stage;
  const posted = { state: 'sent', sentAt: WEDNESDAY('07:31'), comparedAt: WEDNESDAY('08:26') };
  const delivery = { ...deliveryRow('before', WEDNESDAY('07:30')), ...posted, id: 'd0', clubId: 'c1' };
  await hurt(database, ANN, 'p1', WEDNESDAY('08:25'));
  // At that instant it may have been on its way into the database.
  await hurt(database, BEN, 'p2', WEDNESDAY('08:26'));
  const lines = async () => (await stage.says(new Date('2026-03-12T07:30:00Z'))).content?.split('\n') ?? [];
  // No summary came before this one: nothing was told, so nothing is late.
  expect(await lines()).toEqual(['**Wed 11 Mar:** no news. 0 trained, 2 shared no session.']);
  await db.delivery.create({ data: { ...delivery, reminderId: 'daily' } });
  expect(await lines()).toEqual([
    '**Summary of yesterday, Wed 11 Mar**',
    '- <@ben>: Tue 10 Mar, logged late: **🔴 RED**, low back 1 → 4',
    '-# Others: 0 trained, 1 shared no session',
  ]);
  // From before it was known when it was last compared: told is what was there when it was sent.
  const late = (who: string) => `- <@${who}>: Tue 10 Mar, logged late: **🔴 RED**, low back 1 → 4`;
  await db.delivery.update({ where: { id: 'd0' }, data: { comparedAt: null } });
  expect((await lines()).slice(1, -1)).toEqual([late('ann'), late('ben')]);
  // The one before was skipped, and the last that came told Monday the 9th.
  await db.delivery.update({ where: { id: 'd0' }, data: { state: 'skipped', sentAt: null } });
  const earlier = { dueAt: new Date('2026-03-10T07:30:00Z'), comparedAt: new Date('2026-03-10T08:25:00Z') };
  await db.delivery.create({
    data: { ...delivery, ...earlier, id: 'dd', occurrenceKey: 'earlier', reminderId: 'daily' },
  });
  expect((await lines()).slice(1, -1)).toEqual([
    '- <@ann>: Tue 10 Mar: **🔴 RED**, low back 1 → 4',
    '- <@ben>: Tue 10 Mar: **🔴 RED**, low back 1 → 4',
  ]);
  await stage.close();
});

test('the week is composed anew as the day is', async () => {
  const stage = await setStage(new Date('2026-03-16T07:31:00Z'));
  const { db, database } = stage;
  const quiet = '**Week Mon 9 Mar to Sun 15 Mar:** no news. 0 trained, 2 shared no session.';
  const body = await stage.week(new Date('2026-03-16T07:31:00Z'));
  expect(body.content).toBe(quiet);
  const sentAt = new Date('2026-03-16T07:31:00Z');
  await db.delivery.update({ where: { id: 'd1' }, data: { state: 'sent', sentAt, digest: digestOf(body) } });
  expect(await stage.week(new Date('2026-03-16T08:20:00Z'))).toEqual(body);
  await hurt(database, ANN, 'p1', new Date('2026-03-16T07:40:00Z'));
  expect((await stage.week(new Date('2026-03-16T08:20:00Z'))).content).toBe(
    '**The week, Mon 9 Mar to Sun 15 Mar**\n- <@ann>: **🔴 RED** on 1 day (Tue): low back\n-# Others: 0 trained, 1 shared no session · updated 07:40',
  );
  await stage.close();
});

test('clubs that were on before there were weekly summaries get one, once, a minute below their daily one', async () => {
  const stage = await setStage();
  const { db } = stage;
  await db.club.create({ data: { ...clubRow('c3'), ...ON, policyReadAt: WEDNESDAY('07:30') } });
  const place = { target: 'channel', channelId: 'coaches', days: 'mon,tue,wed,thu,fri,sat,sun' };
  await db.reminder.update({ where: { id: 'daily' }, data: { ...place, time: '23:59' } });
  const now = WEDNESDAY('12:00');
  await Promise.all([scheduleMissingWeekly(db, now), scheduleMissingWeekly(db, now)]);
  await scheduleMissingWeekly(db, now);
  const weekly = () =>
    db.reminder.findMany({ where: { kind: 'weekly-summary' }, orderBy: { clubId: 'asc' } });
  const monday = { days: 'mon', zone: 'Europe/London', channelId: 'coaches', athleteId: null };
  expect(await weekly()).toMatchObject([
    { clubId: 'c1', ...monday, time: '23:59', nextDueAt: new Date('2026-03-16T23:59:00Z') },
  ]);
  const c3 = await db.club.findUniqueOrThrow({ where: { id: 'c3' } });
  await scheduleSummary(db, c3, now);
  await scheduleSummary(db, { ...c3, summaryTime: '06:59', zone: 'Australia/Sydney' }, now);
  expect(await weekly()).toMatchObject([
    { clubId: 'c1' },
    { clubId: 'c3', time: '07:00', zone: 'Australia/Sydney', nextDueAt: new Date('2026-03-15T20:00:00Z') },
  ]);
  expect(await db.reminder.count({ where: { clubId: 'c3' } })).toBe(2);
  await stage.close();
});

test('200 athletes with long facts, a day and a week: a message each that fits', async () => {
  const stage = await setStage(new Date('2026-03-16T07:30:00Z'));
  const { db } = stage;
  const ids = Array.from({ length: 198 }, (_, place) => `${10n ** 19n + BigInt(place)}`);
  const own = (id: string) => ({ clubId: 'c1', athleteId: id });
  await db.athlete.createMany({
    data: ids.map((id) => ({ ...athleteRow(id, 'c1'), userId: id, sharing: 'details' })),
  });
  const areas = ['left-foot-ankle', 'right-foot-ankle'];
  const stories = ids.flatMap((id) => areas.map((area) => ({ id: `${id} ${area}`, area, own: own(id) })));
  await db.painEpisode.createMany({
    data: stories.map(({ id, area, own: { athleteId } }) => ({ ...episodeRow(id, athleteId, 'c1'), area })),
  });
  const days = ['2026-02-24', '2026-03-03', '2026-03-12', '2026-03-13', '2026-03-15'];
  await db.painReport.createMany({
    data: stories.flatMap(({ id, own: { athleteId } }) =>
      days.map((localDate, index) => ({
        ...{ ...reportRow(`${id} ${localDate}`, id, athleteId, 'c1'), localDate, visibility: 'details' },
        ...{ light: 'red', now: 2 * index + 2, start: 1, rep: 200 },
      })),
    ),
  });
  await db.session.createMany({
    data: ids.flatMap((id) =>
      days.map((localDate) => ({
        ...{ ...sessionRow(`${id} ${localDate}`, id, 'c1'), localDate, visibility: 'details' },
        ...{ warmup: 'none', metres: 2000, minutes: 45, effort: 5 },
      })),
    ),
  });
  const now = new Date('2026-03-16T07:30:00Z');
  for (const body of [await stage.says(now), await stage.week(now)]) {
    const lines = body.content?.split('\n') ?? [];
    const named = lines.filter((line) => line.startsWith('- <@'));
    expect(body.content?.length).toBeLessThanOrEqual(2000);
    expect(named.length).toBeGreaterThanOrEqual(4);
    expect(named.length).toBeLessThanOrEqual(8);
    for (const line of named) expect(line).toMatch(/ · and \d more · trained/);
    expect(lines.at(-1)).toContain(`Others: ${198 - named.length} trained, 2 shared no session`);
  }
  await stage.close();
});
