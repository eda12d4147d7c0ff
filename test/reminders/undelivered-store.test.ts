import { expect, test } from 'vitest';
import { saveNotice } from '../../src/reminders/notice-store.ts';
import * as store from '../../src/reminders/undelivered-store.ts';
import { describeOnBothDatabases } from '../db/databases.ts';
import {
  ANN,
  addAnnTwice,
  deliveryRow,
  expectGuarded,
  type Guarded,
  NOON,
  OTHER_CLUB,
  reminderRow,
} from '../db/rows.ts';

const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const SINCE = later(-7 * 24 * 60);

const GUARDED: Guarded<keyof typeof store> = {
  countUndelivered: { nothing: 0, ask: (db, { clubId }) => store.countUndelivered(db, clubId, SINCE) },
  listUndelivered: {
    nothing: [],
    ask: (db, { clubId }) => store.listUndelivered(db, clubId, SINCE, later(60)),
  },
};

describeOnBothDatabases('what was not delivered', (open) => {
  test('of seven days, of its own club only, without what a newer one replaced', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const row = (key: string, minutes: number, state: string, lastCode: string | null) => ({
      ...deliveryRow(key, later(minutes)),
      ...{ state, lastCode },
    });
    const create = [
      row('old', -8 * 24 * 60, 'dead', '50013'),
      row('dead', -120, 'dead', '50013'),
      { ...row('unknown', -90, 'unknown', 'no-history'), firstSendAt: NOON },
      row('replaced', -60, 'skipped', 'newer'),
      row('cancelled', -30, 'cancelled', 'done already'),
      row('skipped', -40, 'skipped', null),
    ];
    const core = { ...reminderRow('r1', 'c1'), ...ANN, kind: 'core', target: 'direct' };
    await db.reminder.create({ data: { ...core, deliveries: { create } } });
    await expectGuarded(db, GUARDED, OTHER_CLUB);
    const listed = await store.listUndelivered(db, 'c1', SINCE, NOON);
    expect(listed.map(({ state, mayBeThere, isLatest }) => [state, mayBeThere, isLatest])).toEqual([
      ['skipped', false, true],
      ['unknown', true, false],
      ['dead', false, false],
    ]);
    expect(await store.countUndelivered(db, 'c1', SINCE)).toBe(3);
  });

  test('a notice about the same is saved once in seven days, by however many workers', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const notice = {
      ...{ clubId: 'c1', about: 'x-gone', text: 'Gone', channelId: 'y', zone: 'Europe/London' },
      ...{ date: '2026-03-01', time: '12:00', now: NOON, notSince: later(-7 * 24 * 60) },
    };
    const saved = await Promise.all([1, 2, 3].map(() => saveNotice(db, notice)));
    expect(saved.filter(Boolean)).toHaveLength(1);
    expect(await saveNotice(db, { ...notice, clubId: 'c2' })).toBe(true);
    expect(await saveNotice(db, { ...notice, now: later(60), notSince: later(-1) })).toBe(false);
    expect(await saveNotice(db, { ...notice, now: later(60), notSince: NOON, text: 'Anew' })).toBe(true);
    expect(await db.reminder.findMany({ where: { clubId: 'c1' } })).toMatchObject([
      { kind: 'notice', text: 'Anew', channelId: 'y', nextDueAt: later(60), version: 2 },
    ]);
  });
});
