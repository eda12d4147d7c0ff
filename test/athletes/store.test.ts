import { expect, test } from 'vitest';
import {
  deleteAthlete,
  findAthlete,
  findAthleteById,
  findMembership,
  type Membership,
  type Preferences,
  saveAthlete,
  setWantsDirect,
} from '../../src/athletes/store.ts';
import type { Db } from '../../src/db/database.ts';
import { describeOnBothDatabases } from '../db/databases.ts';

import {
  ANN,
  ANN_ELSEWHERE,
  addAnnTwice,
  allRows,
  BEN,
  clubRow,
  deliveryRow,
  episodeRow,
  NOON,
  reminderRow,
  reportRow,
  sessionRow,
} from '../db/rows.ts';

const LATER = new Date(NOON.getTime() + 60_000);

const membership: Membership = {
  ...{ ageGroup: '16-17', sharing: 'details', fracture: 'cleared' },
  ...{ zone: 'Europe/Paris', wantsDirect: true },
};

const DEFAULTS: Preferences = {
  ...{ kit: 'mat,strap,chair,wall', arching: null, pictureTheme: 'dark' },
  ...{ asksMind: null, weeklyQuestions: false, absenceToldOn: null },
};

/** One row of everything that an athlete can have. */
async function addDiary(db: Db, athleteId: string, clubId: string): Promise<void> {
  const [id, owner] = [`of ${athleteId}`, { athleteId, clubId }];
  await db.session.create({ data: sessionRow(id, athleteId, clubId) });
  await db.painEpisode.create({ data: episodeRow(id, athleteId, clubId) });
  await db.painReport.create({ data: { ...reportRow(id, id, athleteId, clubId), sessionId: id } });
  await db.screen.create({
    data: { id, ...owner, episodeId: id, reportId: id, level: 'soon', answeredAt: NOON },
  });
  await db.habitMark.create({
    data: { id, ...owner, habit: 'core', localDate: '2026-03-01', markedAt: NOON, interactionId: id },
  });
  const deliveries = { create: [{ ...deliveryRow('weekly') }, { ...deliveryRow('after'), sessionId: id }] };
  await db.reminder.create({ data: { ...reminderRow(id, clubId), athleteId, deliveries } });
}

describeOnBothDatabases('athletes', (open) => {
  test('are found by person, with their club and by our own id', async () => {
    const { db } = await open();
    await db.club.create({ data: clubRow('c1') });
    expect(await findAthlete(db, 'c1', 'ann')).toBeNull();
    expect(await findMembership(db, 'c1', 'ann')).toBeNull();
    const ann = await saveAthlete(db, 'c1', 'ann', membership, NOON);
    const id = expect.any(String);
    expect(ann).toEqual({
      ...membership,
      id,
      clubId: 'c1',
      userId: 'ann',
      ...{ dmClosedAt: null, dmClosedCode: null, dmToldAt: null },
      preferences: DEFAULTS,
    });
    expect(await findAthlete(db, 'c1', 'ann')).toEqual(ann);
    expect(await findAthleteById(db, 'c1', ann.id)).toEqual(ann);
    expect(await findMembership(db, 'c1', 'ann')).toEqual({ athlete: ann, club: expect.anything() });
    expect((await findMembership(db, 'c1', 'ann'))?.club).toMatchObject(clubRow('c1'));
  });

  test('who join again change their answers and stay the same athlete, who consented when they first joined', async () => {
    const { db } = await open();
    await db.club.create({ data: clubRow('c1') });
    const { id } = await saveAthlete(db, 'c1', 'ann', membership, NOON);
    await db.athlete.update({ where: { id }, data: { dmClosedAt: NOON } });
    const answers: Membership = { ...membership, sharing: 'only-me', zone: null, wantsDirect: false };
    const again = await saveAthlete(db, 'c1', 'ann', answers, LATER);
    expect(again).toEqual({
      ...answers,
      id,
      clubId: 'c1',
      userId: 'ann',
      ...{ dmClosedAt: NOON, dmClosedCode: null, dmToldAt: null },
      preferences: DEFAULTS,
    });
    expect(await db.athlete.findMany({ select: { id: true, consentedAt: true } })).toEqual([
      { id, consentedAt: NOON },
    ]);
  });

  test('of one club are nobody in another, although the person is the same', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const before = await allRows(db);
    expect((await findAthlete(db, 'c1', 'ann'))?.id).toBe('a1');
    expect((await findAthlete(db, 'c2', 'ann'))?.id).toBe('a2');
    const elsewhere = await findMembership(db, 'c2', 'ann');
    expect([elsewhere?.athlete.id, elsewhere?.club.id]).toEqual(['a2', 'c2']);
    expect(await findAthlete(db, 'c2', 'ben')).toBeNull();
    expect(await findMembership(db, 'c2', 'ben')).toBeNull();
    expect(await findAthleteById(db, ANN_ELSEWHERE.clubId, 'a1')).toBeNull();
    await saveAthlete(db, 'c2', 'ann', membership, LATER);
    await saveAthlete(db, 'c2', 'ben', membership, LATER);
    const ofFirst = (await allRows(db)).athletes.filter(({ clubId }) => clubId === 'c1');
    expect(ofFirst).toEqual(before.athletes.filter(({ clubId }) => clubId === 'c1'));
    expect(await db.athlete.count({ where: { clubId: 'c2' } })).toBe(2);
    await expect(saveAthlete(db, 'no club', 'ann', membership, NOON)).rejects.toThrow();
  });

  test('agree to direct messages and take it back, each in their own club', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const before = await allRows(db);
    await setWantsDirect(db, 'c2', 'a1', true);
    expect(await allRows(db)).toEqual(before);
    const ann = await findAthlete(db, 'c1', 'ann');
    await setWantsDirect(db, 'c1', 'a1', true);
    expect(await findAthlete(db, 'c1', 'ann')).toEqual({ ...ann, wantsDirect: true });
    expect((await findAthlete(db, 'c1', 'ben'))?.wantsDirect).toBe(false);
    await setWantsDirect(db, 'c1', 'a1', false);
    expect(await allRows(db)).toEqual(before);
  });

  test('who leave take their diary along, and nobody else’s', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    for (const { clubId, athleteId } of [ANN_ELSEWHERE, BEN]) await addDiary(db, athleteId, clubId);
    const others = await allRows(db);
    await addDiary(db, ANN.athleteId, ANN.clubId);
    const everybody = await allRows(db);
    for (const [clubId, userId] of [
      ['c2', 'ben'],
      ['c3', 'ann'],
      ['c1', 'a1'],
    ] as const)
      expect(await deleteAthlete(db, clubId, userId)).toBe(false);
    expect(await allRows(db)).toEqual(everybody);
    expect(await deleteAthlete(db, 'c1', 'ann')).toBe(true);
    expect(await deleteAthlete(db, 'c1', 'ann')).toBe(false);
    const athletes = others.athletes.filter(({ id }) => id !== 'a1');
    expect(await allRows(db)).toEqual({ ...others, athletes });
  });
});
