import { expect, test } from 'vitest';
import type { Db } from '../../src/db/database.ts';
import { putOffDelivery } from '../../src/deliveries/put-off-store.ts';
import { planStretching } from '../../src/sessions/plan-stretch.ts';
import { describeOnEmptiedDatabases } from '../db/databases.ts';
import { ANN, addAnnTwice, NOON, reminderRow, sessionRow } from '../db/rows.ts';

const DAY = '2026-03-01';
const minutesLater = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000);

/** A session of Ann's in her first club, logged minutes after noon. */
function logged(id: string, minutes: number, changes: object = {}) {
  return { ...sessionRow(id, 'a1', 'c1'), loggedAt: minutesLater(minutes), ...changes };
}

/** What is planned after which session, with its time in minutes after noon. */
async function plan(db: Db): Promise<unknown[]> {
  const rows = await db.delivery.findMany({ orderBy: [{ sessionId: 'asc' }, { dueAt: 'asc' }] });
  return rows.map((row) => [
    row.sessionId,
    row.state,
    row.lastCode,
    (row.dueAt.getTime() - NOON.getTime()) / 60_000,
  ]);
}

describeOnEmptiedDatabases('the stretch reminders of a day', (open) => {
  async function prepare() {
    const { db } = await open();
    await addAnnTwice(db);
    const reminder = { kind: 'stretch', afterMinutes: 30, athleteId: 'a1', days: null, time: null };
    await db.reminder.create({ data: { ...reminderRow('r1', 'c1'), ...reminder, nextDueAt: null } });
    const replan = (minutes: number, leaving?: string) =>
      planStretching(
        db,
        { owner: ANN, zone: 'Europe/London', now: minutesLater(minutes), graceMinutes: 120 },
        [DAY],
        leaving,
      );
    return { db, replan };
  }

  test('follow the last session of the day, and come back to the one before when it goes', async () => {
    const { db, replan } = await prepare();
    await db.session.create({ data: logged('s1', 0) });
    await replan(0);
    await replan(1);
    expect(await plan(db)).toEqual([['s1', 'pending', null, 30]]);
    await db.session.create({ data: logged('s2', 10) });
    await replan(10);
    expect(await plan(db)).toEqual([
      ['s1', 'skipped', 'newer', 30],
      ['s2', 'pending', null, 40],
    ]);
    await replan(20, 's2');
    await db.session.delete({ where: { id: 's2' } });
    expect(await plan(db)).toEqual([['s1', 'pending', null, 30]]);
  });

  test.each([
    ['comes late when its time has passed', 35, null, ['s1', 'pending', null, 30]],
    ['is missed after its grace', 151, null, ['s1', 'skipped', 'newer', 30]],
    ['comes no more when the later one’s has come', 45, 40, ['s1', 'cancelled', 'newer', 30]],
  ])('of a session whose later one is taken back: %s', async (_, goneAt, cameAt, expected) => {
    const { db, replan } = await prepare();
    for (const [id, minutes] of [
      ['s1', 0],
      ['s2', 10],
    ] as const) {
      await db.session.create({ data: logged(id, minutes) });
      await replan(minutes);
    }
    const came = cameAt === null ? {} : { state: 'sent', firstSendAt: minutesLater(cameAt) };
    await db.delivery.updateMany({ where: { sessionId: 's2' }, data: came });
    await replan(goneAt, 's2');
    await db.session.delete({ where: { id: 's2' } });
    expect(await plan(db)).toEqual([expected]);
    await replan(goneAt + 1);
    expect(await plan(db)).toEqual([expected]);
  });

  test('that were put off are put off still when the later session is taken back', async () => {
    const { db, replan } = await prepare();
    await db.session.create({ data: logged('s1', 0) });
    await replan(0);
    await db.delivery.updateMany({ data: { state: 'sent', firstSendAt: minutesLater(30) } });
    const [{ id = '' } = {}] = await db.delivery.findMany();
    const ofFirst = { id, clubId: 'c1', reminderId: 'r1', sessionId: 's1' };
    await putOffDelivery(db, ofFirst, minutesLater(50));
    await db.session.create({ data: logged('s2', 35) });
    await replan(35);
    await replan(36, 's2');
    await db.session.delete({ where: { id: 's2' } });
    expect(await plan(db)).toEqual([
      ['s1', 'sent', null, 30],
      ['s1', 'pending', null, 50],
    ]);
  });

  test.each([
    ['stretched after', { stretch: 'yes' }],
    ['mobility', { type: 'mobility' }],
    ['of another day', { localDate: '2026-02-28' }],
  ])('do not follow a session that is %s', async (_, changes) => {
    const { db, replan } = await prepare();
    await db.session.create({ data: logged('s1', 0, changes) });
    await replan(0);
    expect(await plan(db)).toEqual([]);
  });

  test('that were called off are planned again while their time is still to come', async () => {
    const { db, replan } = await prepare();
    await db.session.create({ data: logged('s1', 0) });
    await replan(0);
    await db.session.update({ where: { id: 's1' }, data: { stretch: 'yes' } });
    await replan(5);
    expect(await plan(db)).toEqual([['s1', 'cancelled', null, 30]]);
    await db.session.update({ where: { id: 's1' }, data: { stretch: 'later' } });
    await replan(30);
    expect(await plan(db)).toEqual([['s1', 'cancelled', null, 30]]);
    await replan(29);
    expect(await plan(db)).toEqual([['s1', 'pending', null, 30]]);
  });

  test('that have been tried stay as they are', async () => {
    const { db, replan } = await prepare();
    await db.session.create({ data: logged('s1', 0) });
    await replan(0);
    await db.delivery.updateMany({ data: { firstSendAt: minutesLater(30) } });
    await db.session.create({ data: logged('s2', 31) });
    await replan(31);
    expect(await plan(db)).toEqual([
      ['s1', 'pending', null, 30],
      ['s2', 'pending', null, 61],
    ]);
  });
});
