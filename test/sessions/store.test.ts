import { expect, test } from 'vitest';
import type { Db } from '../../src/db/database.ts';
import { isDuplicate } from '../../src/db/duplicate.ts';
import { followUp } from '../../src/deliveries/store.ts';
import * as store from '../../src/sessions/store.ts';
import { describeOnBothDatabases } from '../db/databases.ts';
import {
  ANN,
  ANN_ELSEWHERE,
  addAnnTwice,
  allRows,
  BEN,
  deliveryRow,
  episodeRow,
  expectGuarded,
  type Guarded,
  NOON,
  OTHER_CLUB,
  reminderRow,
  reportRow,
  sessionRow,
} from '../db/rows.ts';

const minutesLater = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000);

type New = Parameters<typeof store.insertSession>[1];

function newSession(id: string, changes: Partial<New> = {}): New {
  return {
    ...{ ...ANN, id, interactionId: `press of ${id}`, loggedAt: NOON, visibility: 'details' },
    ...{ localDate: '2026-03-01', type: 'tempo', work: '10x100', metres: 1000, minutes: 45, effort: 7 },
    ...{ warmup: 'none', core: false, stretch: 'later', modality: null, notes: 'windy' },
    ...{ warmupAt: NOON, coreAt: NOON, stretchAt: NOON },
    ...changes,
  };
}

async function addSessions(db: Db, ...sessions: (Partial<New> & { readonly id: string })[]): Promise<void> {
  for (const { id, ...changes } of sessions) await store.insertSession(db, newSession(id, changes), []);
}

const GUARDED: Guarded<Exclude<keyof typeof store, 'insertSession'>> = {
  findSession: { nothing: null, ask: (db, owner) => store.findSession(db, owner, 's1') },
  findSessionByInteraction: {
    nothing: null,
    ask: (db, owner) => store.findSessionByInteraction(db, owner, 'press of s1'),
  },
  findLastSession: { nothing: null, ask: store.findLastSession },
  findSessionOfDay: {
    nothing: null,
    ask: (db, owner) => store.findSessionOfDay(db, owner, '2026-03-01'),
  },
  countSessions: {
    nothing: 0,
    ask: (db, owner) => store.countSessions(db, owner, '2026-01-01', '2026-12-31'),
  },
  listRecentSessions: {
    nothing: [],
    ask: (db, owner) => store.listRecentSessions(db, owner, '2026-01-01', '2026-12-31'),
  },
  hadHabit: { nothing: false, ask: (db, owner) => store.hadHabit(db, owner, 'core', '2026-03-01') },
  updateSession: {
    nothing: null,
    ask: (db, owner) => store.updateSession(db, owner, 's1', { notes: 'taken over' }, NOON),
  },
  deleteSession: { nothing: false, ask: (db, owner) => store.deleteSession(db, owner, 's1') },
};

describeOnBothDatabases('sessions', (open) => {
  test('come back as they were logged, answered or not, and change only where told', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const { interactionId: _, ...said } = newSession('s1');
    const full = { ...said, painFreeAt: null };
    expect(await store.insertSession(db, newSession('s1'), [])).toEqual(full);
    expect(await store.findSession(db, ANN, 's1')).toEqual(full);
    expect(await store.findSessionByInteraction(db, ANN, 'press of s1')).toEqual(full);
    const unanswered = {
      ...{ work: null, metres: null, minutes: null, effort: null },
      ...{ warmup: null, core: null, stretch: null, modality: null, notes: null },
      ...{ warmupAt: null, coreAt: null, stretchAt: null, painFreeAt: NOON },
    };
    const changed = await store.updateSession(db, ANN, 's1', unanswered, NOON);
    expect(await db.session.findUnique({ where: { id: 's1' } })).toMatchObject({ changedAt: NOON });
    expect(changed).toEqual({ ...full, ...unanswered });
    expect(await store.updateSession(db, ANN, 's1', { effort: 0 }, NOON)).toEqual({ ...changed, effort: 0 });
    expect(await store.updateSession(db, ANN, 'gone', { effort: 0 }, NOON)).toBeNull();
    expect(await store.deleteSession(db, ANN, 'gone')).toBe(false);
    expect(await store.findSession(db, ANN, 'gone')).toBeNull();
    expect(await store.findSessionByInteraction(db, ANN, 's1')).toBeNull();
  });

  test('are nobody else’s: not a clubmate’s, not the same person’s in another club', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    await addSessions(db, { id: 's1', core: true });
    await expectGuarded(db, GUARDED, [...OTHER_CLUB, BEN]);
    const mixed = newSession('s2', { clubId: 'c2', athleteId: 'a1' });
    await expect(store.insertSession(db, mixed, [])).rejects.toThrow(/foreign key/i);
    expect(await db.session.count()).toBe(0);
  });

  test('are found last by their day, then by when they were logged, and counted with both ends', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    expect(await store.findLastSession(db, ANN)).toBeNull();
    await addSessions(
      db,
      { id: 'evening', localDate: '2026-03-03', loggedAt: minutesLater(2) },
      { id: 'morning', localDate: '2026-03-03', loggedAt: minutesLater(1) },
      { id: 'logged late', localDate: '2026-02-28', loggedAt: minutesLater(9) },
      { id: 'first', localDate: '2026-03-01', loggedAt: minutesLater(0) },
    );
    expect((await store.findLastSession(db, ANN))?.id).toBe('evening');
    expect((await store.findSessionOfDay(db, ANN, '2026-03-03'))?.id).toBe('evening');
    expect((await store.findSessionOfDay(db, ANN, '2026-02-28'))?.id).toBe('logged late');
    expect(await store.findSessionOfDay(db, ANN, '2026-03-02')).toBeNull();
    expect(await store.countSessions(db, ANN, '2026-02-28', '2026-03-03')).toBe(4);
    expect(await store.countSessions(db, ANN, '2026-03-01', '2026-03-02')).toBe(1);
    expect(await store.countSessions(db, ANN, '2026-03-04', '2026-03-31')).toBe(0);
    const recent = await store.listRecentSessions(db, ANN, '2026-02-28', '2026-03-03');
    expect(recent.map(({ id }) => id)).toEqual(['logged late', 'first', 'morning', 'evening']);
    expect(recent[1]).toEqual({
      ...{ id: 'first', localDate: '2026-03-01', loggedAt: NOON },
      ...{ type: 'tempo', work: '10x100', metres: 1000, minutes: 45 },
    });
    expect(await store.listRecentSessions(db, ANN, '2026-03-02', '2026-03-02')).toEqual([]);
  });

  test('tell whether a habit was done on a day: core work in a session or as one, stretching only when said', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    await addSessions(
      db,
      { id: 'neither', localDate: '2026-03-01', core: false, stretch: 'later' },
      { id: 'unanswered', localDate: '2026-03-02', core: null, stretch: null },
      { id: 'not stretched', localDate: '2026-03-03', core: true, stretch: 'no' },
      { id: 'core session', localDate: '2026-03-04', core: null, type: 'core', stretch: 'yes' },
      { id: 'second of that day', localDate: '2026-03-04', core: false, stretch: 'no' },
    );
    const done = (habit: 'core' | 'stretch', day: number) =>
      store.hadHabit(db, ANN, habit, `2026-03-0${day}`);
    const days = [1, 2, 3, 4, 5];
    expect(await Promise.all(days.map((day) => done('core', day)))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
    expect(await Promise.all(days.map((day) => done('stretch', day)))).toEqual([
      ...[false, false, false, true, false],
    ]);
  });

  test('are logged once: the same press again is refused as a duplicate, whoever sends it', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    await addSessions(db, { id: 's1' });
    const before = await allRows(db);
    for (const owner of [ANN, ANN_ELSEWHERE]) {
      const again = newSession('s2', { ...owner, interactionId: 'press of s1' });
      await expect(store.insertSession(db, again, [])).rejects.toSatisfy(isDuplicate);
    }
    const nobody = newSession('s3', { athleteId: 'nobody' });
    await expect(store.insertSession(db, nobody, [])).rejects.not.toSatisfy(isDuplicate);
    expect(await allRows(db)).toEqual(before);
  });

  test('are stored with what follows them all or nothing, and take it along when deleted', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    for (const [id, clubId] of [
      ['r1', 'c1'],
      ['r2', 'c1'],
      ['r3', 'c2'],
    ] as const)
      await db.reminder.create({ data: reminderRow(id, clubId) });
    await db.delivery.create({ data: { ...deliveryRow('weekly'), clubId: 'c1', reminderId: 'r1' } });
    const before = await allRows(db);
    const nobodys = { athleteId: null, text: null, channelId: null };
    const follow = (id: string, clubId = 'c1') =>
      followUp('s1', { ...reminderRow(id, clubId), ...nobodys }, minutesLater(30));
    for (const broken of ['gone', 'r3', 'r1']) {
      const work = store.insertSession(db, newSession('s1'), [follow('r1'), follow(broken)]);
      await expect(work, broken).rejects.toThrow();
    }
    expect(await allRows(db)).toEqual(before);
    await db.session.create({ data: sessionRow('other', 'a1', 'c1') });
    await store.insertSession(db, newSession('s1'), [follow('r1'), follow('r2')]);
    const followers = await db.delivery.findMany({ where: { sessionId: 's1' } });
    expect(
      followers.map(({ reminderId, occurrenceKey, state }) => [reminderId, occurrenceKey, state]),
    ).toEqual(
      expect.arrayContaining([
        ['r1', 'session:s1', 'pending'],
        ['r2', 'session:s1', 'pending'],
      ]),
    );
    expect(followers.map(({ dueAt, availableAt }) => [dueAt, availableAt])).toEqual(
      [1, 2].map(() => [minutesLater(30), minutesLater(30)]),
    );
    await db.painEpisode.create({ data: episodeRow('e1', 'a1', 'c1') });
    await db.painReport.create({ data: { ...reportRow('p1', 'e1', 'a1', 'c1'), sessionId: 's1' } });
    expect(await store.deleteSession(db, ANN, 's1')).toBe(true);
    expect((await db.delivery.findMany()).map(({ occurrenceKey }) => occurrenceKey)).toEqual(['weekly']);
    expect(await db.session.findMany({ select: { id: true } })).toEqual([{ id: 'other' }]);
    const [report] = await db.painReport.findMany();
    expect(report).toMatchObject({ id: 'p1', sessionId: null });
  });
});
