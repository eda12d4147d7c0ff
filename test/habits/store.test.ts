import { expect, test } from 'vitest';
import { findAthleteById } from '../../src/athletes/store.ts';
import { isDuplicate } from '../../src/db/duplicate.ts';
import { findDelivered, findLastDelivered, isMarked, markHabit } from '../../src/habits/store.ts';
import { listFates } from '../../src/reminders/health-store.ts';
import { listReminders } from '../../src/reminders/store.ts';
import { addTest } from '../../src/reminders/test-store.ts';
import { describeOnBothDatabases } from '../db/databases.ts';
import {
  ANN,
  ANN_ELSEWHERE,
  addAnnTwice,
  allRows,
  BEN,
  deliveryRow,
  NOON,
  OTHER_CLUB,
  reminderRow,
  sessionRow,
} from '../db/rows.ts';

type Mark = Parameters<typeof markHabit>[1];

const DAY = '2026-03-01';

function mark(interactionId: string, changes: Partial<Mark> = {}): Mark {
  return { ...ANN, habit: 'core', localDate: DAY, interactionId, markedAt: NOON, ...changes };
}

describeOnBothDatabases('habits', (open) => {
  test('are marked once a day, each habit for itself, and another press changes nothing', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    expect(await isMarked(db, ANN, 'core', DAY)).toBe(false);
    expect(await markHabit(db, mark('first'))).toBe(true);
    const before = await allRows(db);
    const later = new Date(NOON.getTime() + 60_000);
    expect(await markHabit(db, mark('second', { markedAt: later }))).toBe(false);
    expect(await allRows(db)).toEqual(before);
    expect(await isMarked(db, ANN, 'core', DAY)).toBe(true);
    expect(await isMarked(db, ANN, 'stretch', DAY)).toBe(false);
    expect(await isMarked(db, ANN, 'core', '2026-03-02')).toBe(false);
    expect(await markHabit(db, mark('third', { habit: 'stretch' }))).toBe(true);
    expect(await markHabit(db, mark('fourth', { localDate: '2026-03-02' }))).toBe(true);
  });

  test('are marked once when two presses come at the same moment, and the loser is told as a duplicate', async () => {
    const database = await open();
    const { db } = database;
    await addAnnTwice(db);
    const presses = ['1', '2', '3', '4'].map((press) =>
      database.transaction((tx) => markHabit(tx, mark(press))),
    );
    const outcomes = await Promise.allSettled(presses);
    const won = outcomes.filter((each) => each.status === 'fulfilled' && each.value);
    const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(won).toHaveLength(1);
    expect(refused.filter((reason) => !isDuplicate(reason))).toEqual([]);
    expect(await db.habitMark.count()).toBe(1);
    const [{ interactionId } = { interactionId: '' }] = await db.habitMark.findMany();
    const samePress = mark(interactionId, { ...BEN, habit: 'stretch' });
    await expect(markHabit(db, samePress)).rejects.toSatisfy(isDuplicate);
  });

  test('are nobody else’s: not a clubmate’s, not the same person’s in another club', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    await markHabit(db, mark('first'));
    const before = await allRows(db);
    for (const stranger of [...OTHER_CLUB, BEN])
      expect(await isMarked(db, stranger, 'core', DAY)).toBe(false);
    const mixed = mark('second', { clubId: 'c2', athleteId: 'a1', localDate: '2026-03-02' });
    await expect(markHabit(db, mixed)).rejects.toThrow(/foreign key/i);
    expect(await allRows(db)).toEqual(before);
    expect(await markHabit(db, mark('third', ANN_ELSEWHERE))).toBe(true);
    expect((await allRows(db)).habitMarks.filter(({ clubId }) => clubId === 'c1')).toEqual(before.habitMarks);
  });

  test('are found by the delivery that asked for them, with its athlete’s own club and days', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    await db.club.update({ where: { id: 'c2' }, data: { zone: 'Europe/Berlin' } });
    await db.athlete.update({ where: { id: 'a1' }, data: { zone: 'Asia/Tokyo' } });
    await db.session.create({ data: sessionRow('s1', 'a1', 'c1') });
    for (const { clubId, athleteId } of [ANN, ANN_ELSEWHERE])
      await db.reminder.create({
        data: { ...reminderRow(`of ${athleteId}`, clubId), athleteId, kind: 'stretch' },
      });
    await db.reminder.create({ data: reminderRow('of c1', 'c1') });
    for (const [id, clubId, sessionId] of [
      ['of a1', 'c1', 's1'],
      ['of a2', 'c2', null],
      ['of c1', 'c1', null],
    ] as const)
      await db.delivery.create({ data: { ...deliveryRow('1'), id, clubId, sessionId, reminderId: id } });
    const common = { kind: 'stretch', userId: 'ann', dueAt: NOON, isShared: false };
    expect(await findDelivered(db, 'of a1', 'ann')).toEqual({
      ...{ ...common, ...ANN, id: 'of a1', reminderId: 'of a1', zone: 'Asia/Tokyo', sessionId: 's1' },
    });
    expect(await findDelivered(db, 'of a2', 'ann')).toEqual({
      ...{
        ...common,
        ...ANN_ELSEWHERE,
        id: 'of a2',
        reminderId: 'of a2',
        zone: 'Europe/Berlin',
        sessionId: null,
      },
    });
    expect(await findDelivered(db, 'of c1', 'ann')).toBeNull();
    expect(await findDelivered(db, 'gone', 'ann')).toBeNull();
  });

  test('behind a message for several are each presser’s own, and nobody’s whom it does not name', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const shared = { leaderId: 'anns', firstSendAt: NOON };
    for (const [id, athleteId, more] of [
      ['anns', ANN.athleteId, { firstSendAt: NOON }],
      ['bens', BEN.athleteId, shared],
    ] as const) {
      const { clubId } = ANN;
      await db.reminder.create({ data: { ...reminderRow(id, clubId), athleteId, kind: 'core' } });
      await db.delivery.create({ data: { ...deliveryRow('1'), id, clubId, reminderId: id, ...more } });
    }
    expect(await findDelivered(db, 'anns', 'ann')).toMatchObject({ ...ANN, isShared: true });
    expect(await findDelivered(db, 'anns', 'ben')).toMatchObject({ ...BEN, isShared: true });
    expect((await findDelivered(db, 'anns', 'carl'))?.userId).not.toBe('carl');
    await db.delivery.update({ where: { id: 'bens' }, data: { firstSendAt: null } });
    expect(await findDelivered(db, 'anns', 'ben')).toMatchObject({ ...ANN, isShared: false });
  });

  test('the one that came last is the athlete’s own, of the kinds asked for, lately, and no test', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000);
    const sent = async (id: string, owner: typeof ANN, kind: string, at: number, key = id) => {
      const reminder = { ...reminderRow(`of ${id}`, owner.clubId), athleteId: owner.athleteId, kind };
      await db.reminder.create({ data: reminder });
      await db.delivery.create({
        data: {
          ...deliveryRow(key, minutes(at)),
          ...{ id, clubId: owner.clubId, reminderId: reminder.id, state: 'sent', sentAt: minutes(at) },
        },
      });
    };
    await sent('core', ANN, 'core', 1);
    await sent('stretch', ANN, 'stretch', 3);
    await sent('echo', ANN, 'echo', 4);
    await sent('test', ANN, 'own', 5, 'test:1');
    await sent('bens', BEN, 'core', 6);
    await sent('elsewhere', ANN_ELSEWHERE, 'core', 7);
    const last = (since = 0, kinds = ['core', 'stretch', 'own'], owner = ANN) =>
      findLastDelivered(db, owner, kinds, minutes(since));
    expect(await last()).toBe('stretch');
    expect(await last(0, ['core'])).toBe('core');
    expect(await last(2, ['core'])).toBeNull();
    expect(await last(0, ['core'], { clubId: 'c2', athleteId: 'a1' })).toBeNull();
    const fates = async (owner = ANN, since = 0) =>
      (await listFates(db, owner, minutes(since))).map(({ occurrenceKey }) => occurrenceKey);
    expect(await fates()).toEqual(['test:1', 'echo', 'stretch', 'core']);
    expect(await fates(ANN, 4)).toEqual(['test:1', 'echo']);
    expect(await fates(BEN)).toEqual(['bens']);
    expect(await fates(ANN_ELSEWHERE)).toEqual(['elsewhere']);
    expect(await listFates(db, { clubId: 'c1', athleteId: null }, minutes(0))).toEqual([]);
    for (const stranger of OTHER_CLUB.slice(1)) expect(await fates(stranger)).toEqual([]);
  });

  test('a test waits once, by the press that asked for it, and is in no list', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const ann = await findAthleteById(db, 'c1', 'a1');
    if (ann === null) throw new Error('Ann is gone');
    const wanted = { text: 'Hello', zone: 'Europe/Berlin', date: DAY, time: '13:00' };
    const add = (interactionId: string) => addTest(db, ann, { ...wanted, interactionId }, NOON);
    expect(await add('1')).toBe(true);
    expect(await add('2')).toBe(false);
    await db.delivery.updateMany({ data: { state: 'sent' } });
    expect(await add('3')).toBe(true);
    expect((await db.delivery.findMany({ orderBy: { id: 'asc' } })).map(({ clubId }) => clubId)).toEqual([
      'c1',
      'c1',
    ]);
    expect(await listReminders(db, 'c1', 'a1')).toEqual([]);
    expect(await db.reminder.findMany()).toMatchObject([{ kind: 'own', text: 'Hello', nextDueAt: null }]);
  });
});
