import { expect, test } from 'vitest';
import { describeOnBothDatabases } from './databases.ts';

describeOnBothDatabases('a database', (open) => {
  test('starts empty', async () => {
    const { db } = await open();
    expect(await db.club.count()).toBe(0);
  });
  test('starts empty again', async () => {
    const { db } = await open();
    const two = await open();
    expect(await db.club.count()).toBe(0);
    expect(await two.db.club.count()).toBe(0);
  });
});
