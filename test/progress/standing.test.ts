/** What the diary says beside an answer, against what pain itself says of the same day. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AthleteContext } from '../../src/app.ts';
import { findMembership } from '../../src/athletes/store.ts';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { painObjection } from '../../src/pain/objection.ts';
import { standingOf } from '../../src/progress/standing.ts';
import { appOn } from '../app.ts';
import { useSqliteFiles } from '../db/databases.ts';
import { ANN, athleteRow, clubRow, episodeRow, NOON, reportRow } from '../db/rows.ts';

const newFile = useSqliteFiles();
const [TODAY, YESTERDAY, TOMORROW, LONG_AGO] = ['2026-03-01', '2026-02-28', '2026-03-02', '2024-03-01'];
const LIGHTS = ['green', 'amber', 'ask', 'red', 'red-see-clinician', 'urgent', 'emergency'];
let database: Database;
let context: AthleteContext;

beforeEach(async () => {
  const clock = { now: () => NOON };
  database = await openDatabase(await newFile(), { clock });
  await database.db.club.create({ data: { ...clubRow('c1'), zone: 'Europe/Berlin' } });
  await database.db.athlete.create({ data: athleteRow('a1', 'c1') });
  await database.db.painEpisode.create({ data: episodeRow('e1', 'a1', 'c1') });
  const member = await findMembership(database.db, 'c1', 'user-of-a1');
  if (member === null) throw new Error('the athlete is gone');
  context = { app: appOn(database, clock), now: NOON, ...member };
});
afterEach(() => database.close());

async function expectTheSame(day: string): Promise<void> {
  const standing = standingOf(context);
  for (const habit of ['core', 'stretch', 'warm-up'] as const) {
    expect(await standing.restraint(habit, day)).toEqual(await painObjection(context.app)(ANN, habit, [day]));
  }
}

describe('words about training are held back as nudges are', () => {
  test.each([TODAY, YESTERDAY, TOMORROW, LONG_AGO])('by the lights of %s', async (localDate) => {
    await expectTheSame(localDate);
    for (const light of LIGHTS) {
      const report = { ...reportRow(light, 'e1', 'a1', 'c1'), localDate, light };
      await database.db.painReport.create({ data: report });
      await expectTheSame(localDate);
      // What hurt on another day says nothing about this one.
      await expectTheSame(localDate === TODAY ? YESTERDAY : TODAY);
      await database.db.painReport.deleteMany();
    }
  });

  test('by the worst of several lights of a day, in whatever order', async () => {
    for (const [index, light] of ['green', 'red', 'amber'].entries()) {
      const report = { ...reportRow(light, 'e1', 'a1', 'c1'), localDate: YESTERDAY, light };
      const reportedAt = new Date(NOON.getTime() - (24 - index) * 60 * 60_000);
      await database.db.painReport.create({ data: { ...report, reportedAt } });
      await expectTheSame(YESTERDAY);
    }
    expect(await standingOf(context).restraint('core', YESTERDAY)).toEqual({ cancel: 'held back' });
    expect(await standingOf(context).restraint('stretch', YESTERDAY)).toBe('gentle');
    expect(await standingOf(context).restraint('core', TODAY)).toBe('none');
  });

  test('by a warning sign, until it is reviewed', async () => {
    await database.db.painReport.create({ data: reportRow('r1', 'e1', 'a1', 'c1') });
    const screen = { ...ANN, episodeId: 'e1', reportId: 'r1', level: 'urgent', answeredAt: NOON };
    await database.db.screen.create({ data: screen });
    await expectTheSame(YESTERDAY);
    expect(await standingOf(context).streaks()).toBeNull();
    await database.db.screen.updateMany({ data: { reviewedAt: NOON } });
    await expectTheSame(YESTERDAY);
    expect(await standingOf(context).streaks()).toEqual({ warmup: 0, stretch: 0, core: 0 });
  });
});
