import { expect, test } from 'vitest';
import type { Db } from '../../src/db/database.ts';
import { loadOpen } from '../../src/summaries/board-store.ts';
import { addDays } from '../../src/time/local.ts';
import { describeOnBothDatabases } from '../db/databases.ts';
import { ANN, ANN_ELSEWHERE, addAnnTwice, BEN, episodeRow, NOON, type Owner, reportRow } from '../db/rows.ts';

const DAY = '2026-03-10';
const ago = (days: number): string => addDays(DAY, -days);

interface Made {
  readonly closed?: boolean;
  readonly visibility?: string;
  /** Level of the warning signs that were answered; none: not screened. */
  readonly level?: string;
  readonly reviewed?: boolean;
}

/** A report in an episode of its own, by the name of both. */
async function addReport(
  db: Db,
  { clubId, athleteId }: Owner,
  id: string,
  localDate: string,
  made: Made = {},
) {
  const { closed = false, visibility = 'details', level, reviewed = false } = made;
  const closing = closed ? { closedAt: NOON, closedBy: 'resolved' } : {};
  await db.painEpisode.create({ data: { ...episodeRow(id, athleteId, clubId), ...closing } });
  await db.painReport.create({ data: { ...reportRow(id, id, athleteId, clubId), localDate, visibility } });
  if (level === undefined) return;
  const reviewedAt = reviewed ? NOON : null;
  await db.screen.create({
    data: { clubId, athleteId, episodeId: id, reportId: id, level, answeredAt: NOON, reviewedAt },
  });
}

describeOnBothDatabases('what is open on the board', (open) => {
  test('is reports of episodes that go on, and signs that no clinician has reviewed, as they are shared now', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    await db.athlete.update({ where: { id: 'a1' }, data: { sharing: 'details' } });
    await addReport(db, ANN, 'two weeks ago', ago(14));
    await addReport(db, ANN, 'yesterday, light only', ago(1), { visibility: 'light-only' });
    await addReport(db, ANN, 'before that', ago(15));
    await addReport(db, ANN, 'today', DAY);
    await addReport(db, ANN, 'ended', ago(2), { closed: true });
    await addReport(db, ANN, 'old sign', ago(200), { closed: true, level: 'urgent' });
    await addReport(db, ANN, 'reviewed sign', ago(100), { level: 'emergency', reviewed: true });
    await addReport(db, ANN, 'no sign', ago(100), { level: 'none' });
    await addReport(db, BEN, 'of Ben', ago(3), { level: 'soon' });

    const [ann, ben, ...more] = await loadOpen(db, 'c1', DAY);
    expect(ann?.reports.map(({ episodeId, visibility }) => [episodeId, visibility]).sort()).toEqual([
      ['two weeks ago', 'details'],
      ['yesterday, light only', 'light-only'],
    ]);
    expect(ann?.reports[0]).toMatchObject({ area: 'low-back', light: 'amber', now: 4, start: 1 });
    expect(ann?.flags).toEqual([{ visibility: 'details', localDate: ago(200) }]);
    expect(ben).toMatchObject({
      reports: [{ episodeId: 'of Ben', visibility: 'light-only' }],
      flags: [{ visibility: 'light-only', localDate: ago(3) }],
    });
    expect(more).toEqual([]);

    await db.athlete.update({ where: { id: 'a1' }, data: { sharing: 'only-me' } });
    const [hidden] = await loadOpen(db, 'c1', DAY);
    const all = [...(hidden?.reports ?? []), ...(hidden?.flags ?? [])];
    expect(new Set(all.map(({ visibility }) => visibility))).toEqual(new Set(['only-me']));
  });

  test('is nothing of another club, although the same person is in both', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    await addReport(db, ANN_ELSEWHERE, 'elsewhere', ago(1), { level: 'emergency' });
    expect(await loadOpen(db, 'c1', DAY)).toEqual([
      { userId: 'ann', reports: [], flags: [] },
      { userId: 'ben', reports: [], flags: [] },
    ]);
    expect(await loadOpen(db, 'c2', DAY)).toMatchObject([{ reports: [{}], flags: [{}] }]);
    expect(await loadOpen(db, 'no club', DAY)).toEqual([]);
  });
});
