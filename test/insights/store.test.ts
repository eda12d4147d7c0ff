import { expect, test } from 'vitest';
import { isDuplicate } from '../../src/db/duplicate.ts';
import { claimAbsence, endTrial, insertTrial, listTrials, loadDiary } from '../../src/insights/store.ts';
import { describeOnBothDatabases } from '../db/databases.ts';
import { ANN, addAnnTwice, BEN, episodeRow, NOON, OTHER_CLUB, reportRow, sessionRow } from '../db/rows.ts';

const TRIAL = {
  id: 't1',
  habit: 'warmup',
  sessionType: 'tempo',
  localDate: '2026-03-01',
  startedAt: NOON,
} as const;

describeOnBothDatabases('insights', (open) => {
  test('read one athlete’s diary of one club, oldest first, from a day on', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const later = new Date(NOON.getTime() + 60_000);
    const ann = (id: string) => sessionRow(id, 'a1', 'c1');
    await db.session.createMany({
      data: [
        { ...ann('second'), loggedAt: later, warmup: 'none', core: true, stretch: 'later', metres: 1000 },
        ann('first'),
        { ...ann('old'), localDate: '2026-02-27' },
        { ...ann('day-before'), localDate: '2026-02-28', painFreeAt: NOON, modality: 'massage' },
        sessionRow('of-ben', 'b1', 'c1'),
      ],
    });
    await db.painEpisode.create({ data: episodeRow('e1', 'a1', 'c1') });
    await db.painReport.create({ data: { ...reportRow('r1', 'e1', 'a1', 'c1'), sessionId: 'first' } });
    await db.habitMark.create({
      data: { ...ANN, habit: 'core', localDate: '2026-03-01', markedAt: NOON, interactionId: 'm1' },
    });
    const set = { ...ANN, menu: 'stretch', level: 1, easyAnswers: 0, minutes: 5, exercises: '24' };
    await db.exerciseSet.createMany({
      data: [
        { ...set, localDate: '2026-03-01', state: 'done', interactionId: 'x1', givenAt: NOON, doneAt: later },
        { ...set, localDate: '2026-03-02', state: 'given', interactionId: 'x2', givenAt: NOON },
      ],
    });
    const diary = await loadDiary(db, ANN, '2026-02-28');
    expect(diary.sessions.map(({ id }) => id)).toEqual(['day-before', 'first', 'second']);
    expect(diary.sessions[0]).toMatchObject({ painFreeAt: NOON, modality: 'massage', warmup: null });
    expect(diary.sessions[2]).toMatchObject({ warmup: 'none', core: true, stretch: 'later', metres: 1000 });
    expect(diary.reports).toEqual([
      {
        ...{ sessionId: 'first', episodeId: 'e1', reportedAt: NOON, localDate: '2026-03-01' },
        ...{ phase: 'during', now: 4, start: 1, trend: null },
      },
    ]);
    expect(diary.marks).toEqual([
      { habit: 'core', localDate: '2026-03-01', at: NOON },
      { habit: 'stretch', localDate: '2026-03-01', at: later },
    ]);
    for (const stranger of OTHER_CLUB) {
      expect(await loadDiary(db, stranger, '2026-01-01')).toEqual({ sessions: [], reports: [], marks: [] });
    }
  });

  test('a trial is begun once and called off once, by its athlete in its club alone', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    await insertTrial(db, ANN, TRIAL);
    await expect(insertTrial(db, ANN, TRIAL)).rejects.toSatisfy(isDuplicate);
    const later = new Date(NOON.getTime() + 60_000);
    for (const stranger of [...OTHER_CLUB, BEN]) {
      expect(await listTrials(db, stranger)).toEqual([]);
      await endTrial(db, stranger, TRIAL.id, NOON);
    }
    expect(await listTrials(db, ANN)).toMatchObject([{ ...TRIAL, endedAt: null }]);
    await endTrial(db, ANN, TRIAL.id, NOON);
    await endTrial(db, ANN, TRIAL.id, later);
    expect(await listTrials(db, ANN)).toMatchObject([{ ...TRIAL, endedAt: NOON }]);
  });

  test('absence is pointed out once, also when two ask at the same moment', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const asked = await Promise.all([1, 2, 3].map(() => claimAbsence(db, ANN, null, '2026-03-01')));
    expect(asked.filter(Boolean)).toHaveLength(1);
    expect(await claimAbsence(db, { clubId: 'c2', athleteId: 'a1' }, '2026-03-01', '2026-05-01')).toBe(false);
    expect(await claimAbsence(db, ANN, '2026-03-01', '2026-05-01')).toBe(true);
    expect(await db.athlete.count({ where: { absenceToldOn: { not: null } } })).toBe(1);
  });
});
