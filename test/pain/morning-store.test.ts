import { expect, test } from 'vitest';
import { findDeliveryOwner, findReportOwner, listOpenReports } from '../../src/pain/morning-store.ts';
import { findScreenLevel, listOpenFlags, raiseScreen, reviewFlags } from '../../src/pain/screen-store.ts';
import { describeOnBothDatabases } from '../db/databases.ts';
import {
  ANN,
  addAnnTwice,
  BEN,
  deliveryRow,
  episodeRow,
  NOON,
  OTHER_CLUB,
  reminderRow,
  reportRow,
} from '../db/rows.ts';

const LATER = new Date(NOON.getTime() + 60_000);

describeOnBothDatabases('the morning after', (open) => {
  test('looks at the reports of two days in open episodes, in order, and at nobody else’s', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    await db.painEpisode.create({ data: episodeRow('e1', 'a1', 'c1') });
    await db.painEpisode.create({ data: { ...episodeRow('e2', 'a1', 'c1'), closedAt: LATER } });
    await db.painReport.create({ data: { ...reportRow('p2', 'e1', 'a1', 'c1'), reportedAt: LATER } });
    await db.painReport.create({ data: reportRow('p1', 'e1', 'a1', 'c1') });
    await db.painReport.create({ data: reportRow('closed', 'e2', 'a1', 'c1') });
    const early = { ...reportRow('early', 'e1', 'a1', 'c1'), localDate: '2026-02-27' };
    await db.painReport.create({ data: early });
    const days = ['2026-02-28', '2026-03-01'] as const;
    const found = await listOpenReports(db, ANN, days);
    expect(found.map(({ id }) => id)).toEqual(['p1', 'p2']);
    expect(found[0]).toMatchObject({ area: 'low-back', now: 4, start: 1, light: 'amber', trend: null });
    for (const stranger of [...OTHER_CLUB, BEN])
      expect(await listOpenReports(db, stranger, days)).toEqual([]);
  });

  test('knows whose a report or a delivery is, for a press that names no club', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    await db.painEpisode.create({ data: episodeRow('e1', 'a1', 'c1') });
    await db.painReport.create({ data: reportRow('p1', 'e1', 'a1', 'c1') });
    const echo = { ...reminderRow('r1', 'c1'), athleteId: 'a1', kind: 'echo' };
    await db.reminder.create({
      data: { ...echo, deliveries: { create: [deliveryRow('2026-03-02T07:30')] } },
    });
    const own = { ...reminderRow('r2', 'c1'), deliveries: { create: [deliveryRow('2026-03-02T07:30')] } };
    await db.reminder.create({ data: own });
    const [asked, summary] = await db.delivery.findMany({ orderBy: { reminderId: 'asc' } });
    expect(await findReportOwner(db, 'p1')).toEqual({ ...ANN, userId: 'ann' });
    expect(await findReportOwner(db, 'gone')).toBeNull();
    expect(await findDeliveryOwner(db, asked?.id ?? '')).toEqual({ ...ANN, userId: 'ann' });
    expect(await findDeliveryOwner(db, summary?.id ?? '')).toBeNull();
    expect(await findDeliveryOwner(db, 'gone')).toBeNull();
  });

  test('a raised sign is open again, whatever was reviewed before it', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    await db.painEpisode.create({ data: episodeRow('e1', 'a1', 'c1') });
    await db.painReport.create({ data: reportRow('p1', 'e1', 'a1', 'c1') });
    const screen = { ...ANN, episodeId: 'e1', reportId: 'p1', level: 'soon', answeredAt: NOON };
    await db.screen.create({ data: screen });
    await reviewFlags(db, ANN, { id: 'p1', reportedAt: NOON }, LATER);
    expect(await listOpenFlags(db, ANN)).toEqual([]);
    await raiseScreen(db, ANN, 'p1', 'urgent', LATER);
    expect(await findScreenLevel(db, ANN, 'p1')).toBe('urgent');
    expect(await listOpenFlags(db, ANN)).toMatchObject([{ level: 'urgent' }]);
  });
});
