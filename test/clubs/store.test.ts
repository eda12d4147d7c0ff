import { expect, test } from 'vitest';
import { findClub, saveClub } from '../../src/clubs/store.ts';
import { describeOnBothDatabases } from '../db/databases.ts';
import { NOON } from '../db/rows.ts';

const LATER = new Date(NOON.getTime() + 60_000);

describeOnBothDatabases('club settings', (open) => {
  test('are not there before the first change, which fills in the defaults', async () => {
    const { db } = await open();
    expect(await findClub(db, 'c1')).toBeNull();
    const made = await saveClub(db, 'c1', { coachRoleId: 'coaches' }, NOON);
    expect(made).toMatchObject({
      ...{ id: 'c1', zone: 'Etc/UTC', coachRoleId: 'coaches', summaryChannelId: null, summaryTime: '07:30' },
      ...{ reminderChannelId: null, coreDays: 'mon,wed,fri', coreTime: '18:00', stretchAfterMinutes: 30 },
      ...{ quietFrom: '21:00', quietTo: '07:00', retentionMonths: 12, amberAt: 3, redAt: 6 },
      policyReadAt: null,
    });
    expect(await findClub(db, 'c1')).toEqual(made);
  });

  test('keep what a change does not name, and can be emptied again', async () => {
    const { db } = await open();
    await saveClub(
      db,
      'c1',
      { zone: 'Europe/Berlin', summaryChannelId: 'summary', policyReadAt: NOON },
      NOON,
    );
    const changed = await saveClub(db, 'c1', { amberAt: 2, summaryChannelId: null }, LATER);
    expect(changed).toMatchObject({
      ...{ zone: 'Europe/Berlin', policyReadAt: NOON, amberAt: 2, summaryChannelId: null },
      ...{ createdAt: NOON, updatedAt: LATER },
    });
    expect(await findClub(db, 'c1')).toEqual(changed);
  });

  test('of another club are neither read nor changed', async () => {
    const { db } = await open();
    const first = await saveClub(db, 'c1', { zone: 'Europe/Berlin' }, NOON);
    const second = await saveClub(db, 'c2', { zone: 'Asia/Tokyo' }, LATER);
    expect(await findClub(db, 'c1')).toEqual(first);
    await saveClub(db, 'c1', { redAt: 5 }, LATER);
    expect(await findClub(db, 'c2')).toEqual(second);
    expect(await findClub(db, 'c3')).toBeNull();
  });
});
