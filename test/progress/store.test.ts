import { expect, test } from 'vitest';
import {
  listFlagTimes,
  listHabitFacts,
  listReportFacts,
  listSessionFacts,
} from '../../src/progress/store.ts';
import { describeOnBothDatabases } from '../db/databases.ts';
import {
  ANN,
  addAnnTwice,
  BEN,
  episodeRow,
  expectGuarded,
  type Guarded,
  NOON,
  OTHER_CLUB,
  reportRow,
  sessionRow,
} from '../db/rows.ts';

const [FIRST, LAST] = ['2026-02-01', '2026-03-01'];

describeOnBothDatabases('progress', (open) => {
  test('a diary of some days, oldest first, and only to the one whose it is', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const session = (id: string, localDate: string) => ({ ...sessionRow(id, 'a1', 'c1'), localDate });
    await db.session.create({ data: { ...session('s2', LAST), painFreeAt: NOON, warmup: 'full' } });
    await db.session.create({ data: session('s1', FIRST) });
    await db.session.create({ data: session('s0', '2026-01-31') });
    await db.painEpisode.create({ data: episodeRow('e1', 'a1', 'c1') });
    await db.painReport.create({ data: { ...reportRow('r1', 'e1', 'a1', 'c1'), sessionId: 's2', rep: 6 } });
    const owned = { ...ANN, localDate: LAST, interactionId: 'i1' };
    await db.habitMark.create({ data: { ...owned, habit: 'stretch', markedAt: NOON } });
    const set = { level: 1, easyAnswers: 0, minutes: 10, exercises: '3,4', givenAt: NOON };
    await db.exerciseSet.create({ data: { ...owned, ...set, menu: 'core', state: 'done' } });
    const given = { ...owned, ...set, menu: 'stretch', interactionId: 'i2' };
    await db.exerciseSet.create({ data: { ...given, state: 'given' } });
    const screen = { ...ANN, episodeId: 'e1', reportId: 'r1', answeredAt: NOON };
    await db.screen.create({ data: { ...screen, level: 'urgent' } });

    expect(await listSessionFacts(db, ANN, FIRST, LAST)).toMatchObject([
      { id: 's1', saidPainFree: false, warmup: null },
      { id: 's2', saidPainFree: true, warmup: 'full' },
    ]);
    expect(await listReportFacts(db, ANN, FIRST, LAST)).toEqual([
      {
        ...{ sessionId: 's2', localDate: LAST, phase: 'during' },
        ...{ now: 4, start: 1, rep: 6, light: 'amber' },
      },
    ]);
    expect(await listHabitFacts(db, ANN, FIRST, LAST)).toEqual([
      { habit: 'stretch', localDate: LAST },
      { habit: 'core', localDate: LAST },
    ]);
    expect(await listFlagTimes(db, ANN)).toEqual([{ answeredAt: NOON, reviewedAt: null }]);
    const queries: Guarded<'sessions' | 'reports' | 'habits' | 'flags'> = {
      sessions: { nothing: [], ask: (tx, owner) => listSessionFacts(tx, owner, FIRST, LAST) },
      reports: { nothing: [], ask: (tx, owner) => listReportFacts(tx, owner, FIRST, LAST) },
      habits: { nothing: [], ask: (tx, owner) => listHabitFacts(tx, owner, FIRST, LAST) },
      flags: { nothing: [], ask: listFlagTimes },
    };
    await expectGuarded(db, queries, [BEN, ...OTHER_CLUB]);
  });
});
