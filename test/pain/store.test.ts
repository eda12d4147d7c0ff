import { expect, test } from 'vitest';
import type { Db } from '../../src/db/database.ts';
import { isDuplicate } from '../../src/db/duplicate.ts';
import * as episodes from '../../src/pain/episode-store.ts';
import * as screens from '../../src/pain/screen-store.ts';
import * as reports from '../../src/pain/store.ts';
import { describeOnBothDatabases } from '../db/databases.ts';
import {
  ANN,
  ANN_ELSEWHERE,
  addAnnTwice,
  allRows,
  BEN,
  episodeRow,
  expectGuarded,
  type Guarded,
  NOON,
  OTHER_CLUB,
  type Owner,
  reportRow,
} from '../db/rows.ts';

const store = { ...episodes, ...screens, ...reports };

const minutesLater = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000);

function newReport(
  episodeId: string,
  press: string,
  changes: Partial<reports.NewReport> = {},
): reports.NewReport {
  return {
    ...{ ...ANN, episodeId, sessionId: null, interactionId: press, reportedAt: NOON },
    ...{ localDate: '2026-03-01', phase: 'during', now: 4, start: 1, growing: true, strideChanged: false },
    ...{ kinds: [], rep: null, notes: null, visibility: 'light-only', light: 'ask' },
    ...changes,
  };
}

/** Ann's episode e1 in club c1, with report p1 and its screen w1, and report p0 without. */
async function addHurtingAnn(db: Db): Promise<void> {
  await addAnnTwice(db);
  await db.painEpisode.create({ data: episodeRow('e1', 'a1', 'c1') });
  await db.painReport.create({ data: reportRow('p1', 'e1', 'a1', 'c1') });
  await db.painReport.create({ data: reportRow('p0', 'e1', 'a1', 'c1') });
  await db.screen.create({
    data: { id: 'w1', ...ANN, episodeId: 'e1', reportId: 'p1', level: 'soon', answeredAt: NOON },
  });
}

/** What a review of the signs open at report p1 names. */
const AT_P1 = { id: 'p1', reportedAt: NOON };

type Inserts = 'openEpisode' | 'insertReport' | 'insertScreen';

const GUARDED: Guarded<Exclude<keyof typeof store, Inserts>> = {
  findOpenEpisode: { nothing: null, ask: (db, owner) => store.findOpenEpisode(db, owner, 'low-back') },
  listEpisodeNumbers: { nothing: [], ask: (db, owner) => store.listEpisodeNumbers(db, owner, 'e1') },
  findReport: { nothing: null, ask: (db, owner) => store.findReport(db, owner, 'p1') },
  findReportByInteraction: {
    nothing: null,
    ask: (db, owner) => store.findReportByInteraction(db, owner, 'p1'),
  },
  updateReport: {
    nothing: undefined,
    ask: (db, owner) => store.updateReport(db, owner, 'p1', { now: 9, light: 'red' }, NOON),
  },
  findLastReportedAt: { nothing: null, ask: store.findLastReportedAt },
  findLatestOpenEpisode: { nothing: null, ask: store.findLatestOpenEpisode },
  findScreenLevel: { nothing: null, ask: (db, owner) => store.findScreenLevel(db, owner, 'p1') },
  raiseScreen: {
    nothing: undefined,
    ask: (db, owner) => store.raiseScreen(db, owner, 'p1', 'urgent', NOON),
  },
  listScreenedReports: { nothing: [], ask: (db, owner) => store.listScreenedReports(db, owner, 'e1') },
  listOpenFlags: { nothing: [], ask: store.listOpenFlags },
  reviewFlags: { nothing: 0, ask: (db, owner) => store.reviewFlags(db, owner, AT_P1, NOON) },
  listLightsOfDay: { nothing: [], ask: (db, owner) => store.listLightsOfDay(db, owner, '2026-03-01') },
  closeEpisode: {
    nothing: undefined,
    ask: (db, owner) => store.closeEpisode(db, owner, 'e1', 'resolved', NOON),
  },
};

describeOnBothDatabases('pain', (open) => {
  test('is nobody else’s: not a clubmate’s, not the same person’s in another club', async () => {
    const { db } = await open();
    await addHurtingAnn(db);
    const before = await allRows(db);
    for (const owner of OTHER_CLUB) {
      const report = newReport('e1', 'a new press', { ...owner, reportedAt: minutesLater(1) });
      await expect(store.insertReport(db, report)).rejects.toThrow(/foreign key/i);
      const screen = { episodeId: 'e1', reportId: 'p0', level: 'soon', answeredAt: NOON } as const;
      await expect(store.insertScreen(db, owner, screen)).rejects.toThrow(/foreign key/i);
    }
    const mixed: Owner = { clubId: 'c2', athleteId: 'a1' };
    await expect(store.openEpisode(db, mixed, 'low-back', NOON)).rejects.toThrow(/foreign key/i);
    expect(await allRows(db)).toEqual(before);
    await expectGuarded(db, GUARDED, [...OTHER_CLUB, BEN]);
  });

  test('is one episode for each area while it is open, and is closed once', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    expect(await store.findOpenEpisode(db, ANN, 'low-back')).toBeNull();
    const back = await store.openEpisode(db, ANN, 'low-back', NOON);
    const knee = await store.openEpisode(db, ANN, 'left-knee', minutesLater(1));
    const elsewhere = await store.openEpisode(db, ANN_ELSEWHERE, 'low-back', minutesLater(2));
    expect(back).toMatchObject({ area: 'low-back', openedAt: NOON, lastReportAt: NOON });
    expect(await store.findOpenEpisode(db, ANN, 'low-back')).toEqual(back);
    expect(await store.findOpenEpisode(db, ANN, 'left-knee')).toEqual(knee);
    await store.closeEpisode(db, ANN, back.id, 'quiet', minutesLater(3));
    await store.closeEpisode(db, ANN, back.id, 'resolved', minutesLater(4));
    expect(await db.painEpisode.findUnique({ where: { id: back.id } })).toMatchObject({
      ...{ closedAt: minutesLater(3), closedBy: 'quiet' },
    });
    expect(await store.findOpenEpisode(db, ANN, 'low-back')).toBeNull();
    expect(await store.findOpenEpisode(db, ANN, 'left-knee')).toEqual(knee);
    expect(await store.findOpenEpisode(db, ANN_ELSEWHERE, 'low-back')).toEqual(elsewhere);
    const again = await store.openEpisode(db, ANN, 'low-back', minutesLater(5));
    expect((await store.findOpenEpisode(db, ANN, 'low-back'))?.id).toBe(again.id);
  });

  test('comes back as it was reported, moves its episode on, and is filled in later', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const { id: e1 } = await store.openEpisode(db, ANN, 'low-back', NOON);
    const other = await store.openEpisode(db, ANN, 'left-knee', NOON);
    const full = newReport(e1, 'p1', {
      ...{ reportedAt: minutesLater(5), kinds: ['sharp', 'pins-and-needles'], rep: 6, notes: 'at the start' },
      ...{ now: null, start: null, trend: 'worse' },
    });
    const id = await store.insertReport(db, full);
    const { interactionId: _, ...entry } = full;
    const stored = { ...entry, id, area: 'low-back' };
    expect(await store.findReport(db, ANN, id)).toEqual(stored);
    expect(await store.findReportByInteraction(db, ANN, 'p1')).toEqual(stored);
    expect(await store.findReportByInteraction(db, ANN, id)).toBeNull();
    expect((await store.findOpenEpisode(db, ANN, 'low-back'))?.lastReportAt).toEqual(minutesLater(5));
    expect(await store.findOpenEpisode(db, ANN, 'left-knee')).toEqual(other);
    await store.updateReport(db, ANN, id, { now: 0 }, NOON);
    expect(await store.findReport(db, ANN, id)).toEqual({ ...stored, now: 0 });
    await store.updateReport(db, ANN, id, { start: 2, light: 'green' }, NOON);
    expect(await store.findReport(db, ANN, id)).toEqual({ ...stored, now: 0, start: 2, light: 'green' });
    const none = await store.insertReport(db, newReport(e1, 'p2', { kinds: [] }));
    expect((await store.findReport(db, ANN, none))?.kinds).toEqual([]);
  });

  test('gives an episode’s numbers oldest first and a day’s lights latest first', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const { id: back } = await store.openEpisode(db, ANN, 'low-back', NOON);
    const { id: knee } = await store.openEpisode(db, ANN, 'left-knee', NOON);
    const reports = [
      newReport(back, '1', { reportedAt: minutesLater(3), now: 6, light: 'red', phase: 'after' }),
      newReport(back, '2', { reportedAt: minutesLater(1), now: null, start: null, light: 'ask' }),
      newReport(knee, '3', { reportedAt: minutesLater(2), light: 'green' }),
      newReport(back, '4', { reportedAt: minutesLater(4), localDate: '2026-03-02', now: 0, light: 'amber' }),
    ];
    for (const report of reports) await store.insertReport(db, report);
    expect(await store.listEpisodeNumbers(db, ANN, back)).toEqual([
      { localDate: '2026-03-01', now: null, start: null, phase: 'during' },
      { localDate: '2026-03-01', now: 6, start: 1, phase: 'after' },
      { localDate: '2026-03-02', now: 0, start: 1, phase: 'during' },
    ]);
    expect(await store.listEpisodeNumbers(db, ANN, 'gone')).toEqual([]);
    expect(await store.listLightsOfDay(db, ANN, '2026-03-01')).toEqual(['red', 'green', 'ask']);
    expect(await store.listLightsOfDay(db, ANN, '2026-03-02')).toEqual(['amber']);
    expect(await store.listLightsOfDay(db, ANN, '2026-03-03')).toEqual([]);
  });

  test('is reported once for each press and screened once for each report', async () => {
    const database = await open();
    const { db } = database;
    await addHurtingAnn(db);
    const before = await allRows(db);
    const again = database.transaction(async (tx) => {
      const { id } = await store.openEpisode(tx, ANN, 'left-knee', NOON);
      await store.insertReport(tx, newReport(id, 'p1'));
    });
    await expect(again).rejects.toSatisfy(isDuplicate);
    const screen = { episodeId: 'e1', reportId: 'p1', level: 'none', answeredAt: NOON } as const;
    await expect(store.insertScreen(db, ANN, screen)).rejects.toSatisfy(isDuplicate);
    expect(await allRows(db)).toEqual(before);
  });

  test('keeps a warning sign open until a review of a report at which it was open, its own included', async () => {
    const { db } = await open();
    await addHurtingAnn(db);
    const screen = { episodeId: 'e1', level: 'none', answeredAt: NOON } as const;
    const clear = await store.insertReport(db, newReport('e1', 'clear'));
    const late = await store.insertReport(db, newReport('e1', 'late', { reportedAt: minutesLater(5) }));
    await store.insertScreen(db, ANN, { ...screen, reportId: clear });
    await store.insertScreen(db, ANN, {
      ...screen,
      reportId: late,
      level: 'urgent',
      answeredAt: minutesLater(6),
    });
    expect((await store.listScreenedReports(db, ANN, 'e1')).sort()).toEqual([clear, late, 'p1'].sort());
    const levels = async () => (await store.listOpenFlags(db, ANN)).map(({ level }) => level).sort();
    expect(await levels()).toEqual(['soon', 'urgent']);
    expect(await store.reviewFlags(db, ANN, AT_P1, minutesLater(7))).toBe(1);
    expect(await store.reviewFlags(db, ANN, AT_P1, minutesLater(8))).toBe(0);
    expect(await levels()).toEqual(['urgent']);
    expect(await db.screen.findUnique({ where: { id: 'w1' } })).toMatchObject({
      reviewedAt: minutesLater(7),
    });
    expect(await store.reviewFlags(db, ANN, { id: late, reportedAt: minutesLater(5) }, minutesLater(9))).toBe(
      1,
    );
    expect(await levels()).toEqual([]);
    expect(await db.screen.findFirst({ where: { level: 'none' } })).toMatchObject({ reviewedAt: null });
  });
});
