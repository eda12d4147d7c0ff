import { expect, test } from 'vitest';
import { deleteBestTime, listBestTimes, saveBestTime } from '../../src/bests/store.ts';
import { describeOnBothDatabases } from '../db/databases.ts';
import { ANN, addAnnTwice, BEN, expectGuarded, type Guarded, NOON, OTHER_CLUB } from '../db/rows.ts';

describeOnBothDatabases('bests', (open) => {
  test('one best a distance, the newest one, shortest distance first; strangers get nothing', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    await saveBestTime(db, ANN, { metres: 400, seconds: 52.31 }, NOON);
    await saveBestTime(db, ANN, { metres: 100, seconds: 11.8 }, NOON);
    await saveBestTime(db, ANN, { metres: 100, seconds: 12 }, NOON);
    expect(await listBestTimes(db, ANN)).toEqual([
      { metres: 100, seconds: 12 },
      { metres: 400, seconds: 52.31 },
    ]);
    const queries: Guarded<'listBestTimes' | 'deleteBestTime'> = {
      listBestTimes: { nothing: [], ask: listBestTimes },
      deleteBestTime: { nothing: false, ask: (tx, owner) => deleteBestTime(tx, owner, 100) },
    };
    await expectGuarded(db, queries, [BEN, ...OTHER_CLUB]);
    expect(await listBestTimes(db, ANN)).toEqual([{ metres: 400, seconds: 52.31 }]);
  });
});
