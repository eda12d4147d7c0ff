import { expect, test } from 'vitest';
import * as store from '../../src/checkins/store.ts';
import { describeOnBothDatabases } from '../db/databases.ts';
import { ANN, addAnnTwice, expectGuarded, type Guarded, NOON, OTHER_CLUB } from '../db/rows.ts';

const MONDAY = '2026-05-04';
const GOOD = { fatigue: 4, sleep: 4, soreness: 4, stress: 4, mood: 4 };
const BARE = { fatigue: 2, sleep: 3, soreness: 2, stress: null, mood: null };
const PROBLEM: Omit<store.WeeklyProblem, 'answeredAt'> = {
  ...{ weekOf: MONDAY, area: 'low-back', participation: 8, modified: 17, performance: 8, pain: 8 },
  ...{ severity: 41, substantial: true },
};
const NONE: Omit<store.WeeklyProblem, 'answeredAt'> = {
  ...{ weekOf: MONDAY, area: null, participation: 0, modified: null, performance: null, pain: null },
  ...{ severity: 0, substantial: false },
};

const from = (interactionId: string, visibility: store.Origin['visibility'] = 'light-only') => ({
  interactionId,
  at: NOON,
  visibility,
});

const READS: Guarded<Exclude<keyof typeof store, 'saveCheckIn' | 'saveWeeklyProblem'>> = {
  listCheckIns: { nothing: [], ask: (db, owner) => store.listCheckIns(db, owner, MONDAY, '2026-05-31') },
  findCheckIn: { nothing: null, ask: (db, owner) => store.findCheckIn(db, owner, MONDAY) },
  findWeeklyProblem: { nothing: null, ask: (db, owner) => store.findWeeklyProblem(db, owner, MONDAY) },
  findLastWeeklyProblem: { nothing: null, ask: store.findLastWeeklyProblem },
};

describeOnBothDatabases('check-ins and weekly questions', (open) => {
  test('are one a day and one a week: again, or twice at once, is an edit', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    await Promise.all(['a', 'b'].map((press) => store.saveCheckIn(db, ANN, MONDAY, GOOD, from(press))));
    await store.saveCheckIn(db, ANN, MONDAY, BARE, from('later', 'details'));
    await store.saveCheckIn(db, ANN, '2026-05-05', GOOD, from('next day'));
    expect(await store.listCheckIns(db, ANN, MONDAY, '2026-05-05')).toEqual([
      { localDate: MONDAY, ...BARE },
      { localDate: '2026-05-05', ...GOOD },
    ]);
    expect(await store.findCheckIn(db, ANN, '2026-05-03')).toBeNull();
    // What a day was shared as never grows by an edit.
    expect(await db.checkIn.findFirst({ where: { localDate: MONDAY } })).toMatchObject({
      visibility: 'light-only',
    });

    await Promise.all(['a', 'b'].map((press) => store.saveWeeklyProblem(db, ANN, PROBLEM, from(press))));
    await store.saveWeeklyProblem(db, ANN, { ...PROBLEM, weekOf: '2026-04-27' }, from('week before'));
    expect(await store.findLastWeeklyProblem(db, ANN)).toEqual({ ...PROBLEM, answeredAt: NOON });
    await store.saveWeeklyProblem(db, ANN, NONE, from('later'));
    expect(await store.findWeeklyProblem(db, ANN, MONDAY)).toEqual({ ...NONE, answeredAt: NOON });
    expect(await db.weeklyProblem.count()).toBe(2);
  });

  test('are nobody else’s: not a clubmate’s, not the same person’s in another club', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    await store.saveCheckIn(db, ANN, MONDAY, GOOD, from('press'));
    await store.saveWeeklyProblem(db, ANN, PROBLEM, from('press'));
    await expectGuarded(db, READS, [...OTHER_CLUB, { clubId: 'c1', athleteId: 'b1' }]);
    for (const stranger of OTHER_CLUB) {
      await store.saveCheckIn(db, stranger, MONDAY, BARE, from('theirs')).catch(() => undefined);
      await store.saveWeeklyProblem(db, stranger, NONE, from('theirs')).catch(() => undefined);
    }
    expect(await store.findCheckIn(db, ANN, MONDAY)).toEqual({ localDate: MONDAY, ...GOOD });
    expect(await store.findWeeklyProblem(db, ANN, MONDAY)).toEqual({ ...PROBLEM, answeredAt: NOON });
    const wrong = { where: { clubId: 'c2', athleteId: 'a1' } };
    expect([await db.checkIn.count(wrong), await db.weeklyProblem.count(wrong)]).toEqual([0, 0]);
  });
});
