/** npx tsx bench/insight-speed.ts: what one look at the insights costs with 500 sessions, beside loading the rows. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../src/db/database.ts';
import { absenceOf } from '../src/insights/absence-rules.ts';
import { readClass } from '../src/insights/exposure-rules.ts';
import { countedDays, insightsOf } from '../src/insights/insight-rules.ts';
import { remediesOf } from '../src/insights/remedy-rules.ts';
import { loadDiary } from '../src/insights/store.ts';
import { systemClock } from '../src/time/clock.ts';
import { addDays } from '../src/time/local.ts';

const SESSIONS = 500;
const ROUNDS = 50;
const AIM_MS = 20;
const TODAY = '2026-05-04';
const FIRST = '2025-07-01';
const OWNER = { clubId: 'club', athleteId: 'ann' };

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** 500 tempo sessions on 300 days, each with a report; a third of them without a warm-up. */
function season() {
  const days = Array.from({ length: SESSIONS }, (_, index) => addDays(FIRST, Math.floor((index * 3) / 5)));
  const at = (day: string, hour: number) => new Date(`${day}T${hour}:00:00.000Z`);
  const sessions = days.map((localDate, index) => ({
    ...{ ...OWNER, id: `s${index}`, interactionId: `s${index}`, loggedAt: at(localDate, 16), localDate },
    ...{ type: 'tempo', metres: 1000 + 100 * (index % 7), warmup: index % 3 === 0 ? 'none' : 'full' },
    ...{ core: index % 4 === 0, stretch: index % 3 === 1 ? 'no' : 'yes', visibility: 'only-me' },
    modality: index % 10 === 0 ? 'massage' : null,
  }));
  const reports = days.map((localDate, index) => ({
    ...{ ...OWNER, episodeId: 'e', sessionId: `s${index}`, interactionId: `r${index}`, localDate },
    ...{ reportedAt: at(localDate, 17), phase: 'after', now: index % 6 === 0 ? 4 : 1, start: 1, kinds: '' },
    ...{ growing: false, strideChanged: false, visibility: 'only-me', light: 'green' },
  }));
  return { sessions, reports };
}

const folder = await mkdtemp(join(tmpdir(), 'backstraight-bench-'));
const database = await openDatabase(`file:${join(folder, 'bench.db')}`, { clock: systemClock });
try {
  const { db } = database;
  const then = new Date(`${FIRST}T12:00:00.000Z`);
  await db.club.create({ data: { id: 'club', zone: 'UTC', createdAt: then, updatedAt: then } });
  await db.athlete.create({
    data: {
      ...{ id: 'ann', clubId: 'club', userId: 'ann', ageGroup: 'adult', sharing: 'only-me' },
      ...{ fracture: 'none', wantsDirect: false, consentedAt: then },
    },
  });
  await db.painEpisode.create({
    data: { ...OWNER, id: 'e', area: 'low-back', openedAt: then, lastReportAt: then },
  });
  const { sessions, reports } = season();
  await db.session.createMany({ data: sessions });
  await db.painReport.createMany({ data: reports });
  const loads: number[] = [];
  const reads: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    const diary = await loadDiary(db, OWNER, FIRST);
    const loaded = performance.now();
    const days = { ...countedDays(TODAY, 12), first: FIRST };
    const insights = insightsOf(readClass(diary, 'tempo', days));
    if (insights.length !== 4) throw new Error('an insight is missing');
    remediesOf(diary, days);
    absenceOf(diary, TODAY);
    reads.push(performance.now() - loaded);
    loads.push(loaded - began);
  }
  const insight = median(reads);
  console.log(`${SESSIONS} sessions with ${reports.length} reports, ${ROUNDS} rounds, SQLite`);
  console.log(`load the rows      ${median(loads).toFixed(1).padStart(6)} ms (median)`);
  console.log(
    `insight of a class ${insight.toFixed(1).padStart(6)} ms (median), first ${reads[0]?.toFixed(1)} ms`,
  );
  console.log(`${insight <= AIM_MS ? 'met   ' : 'missed'} at most ${AIM_MS} ms for the insight`);
} finally {
  await database.close();
  await rm(folder, { recursive: true, force: true });
}
