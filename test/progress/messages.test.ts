/** What `/me` says: the numbers of the pictures in words, and nothing that a diary must not say. */
import { describe, expect, test } from 'vitest';
import { bestPanel, progressPanel, streakLine } from '../../src/progress/messages.ts';
import { habitAlt, paceAlt, painAlt, tempoAlt } from '../../src/progress/picture-messages.ts';
import type { Progress } from '../../src/progress/show-progress.ts';
import { report, session, TODAY } from './diary.ts';
import { madeUpDiary, progressOf } from './made-up.ts';

/** As if its pictures had been drawn. */
const DRAWN = [{ name: 'pain.png', data: new Uint8Array(), alt: '' }];

const TWO_SESSIONS = {
  ...madeUpDiary(0, 'none'),
  sessions: [
    session('2026-11-16', { work: '10x100 @17.5', warmup: 'full', core: true, saidPainFree: true }),
    session('2026-11-18', { work: '8x200 @32', metres: 1600, warmup: 'none' }),
  ],
  reports: [report('2026-11-20', { now: 4, light: 'amber' })],
};

const panelText = (progress: Progress) => progressPanel(progress, DRAWN).content ?? '';

test('alternative text has the numbers of its picture', () => {
  const progress = progressOf(TWO_SESSIONS);
  expect([painAlt, tempoAlt, habitAlt, paceAlt].map((alt) => alt(progress))).toMatchInlineSnapshot(`
    [
      "Pain by day, the highest number; a amber, r red, – nothing said. By week from Monday: 16 Nov: 0 – – – 4a. Under it: sessions on 2 days, warm-up done on 1, core done on 1, stretch done on 0.",
      "Bars of tempo metres before pain began, a week each; “not said”: nothing was said about pain. 16 Nov: 1,000 m and 1,600 m not said.",
      "Habits by day, 12 weeks from 31 Aug. Warm-up: done on days: 1, not done: 1, else not said; done by week 0 0 0 0 0 0 0 0 0 0 0 1. Core: done on days: 1, not done: 0, else not said; done by week 0 0 0 0 0 0 0 0 0 0 0 1. Stretch: done on days: 0, not done: 0, else not said; done by week 0 0 0 0 0 0 0 0 0 0 0 0.",
      "Pace of tempo sessions in % of best speed, with the band from 65 to 75 %. 16 Nov 100 m 17.50 s 69 %; 18 Nov 200 m 32.00 s 78 %.",
    ]
  `);
});

test.each(['some', 'every'] as const)('with pain on %s days of 84 it fits what Discord takes', (pain) => {
  const progress = progressOf(madeUpDiary(84, pain));
  for (const alt of [painAlt, tempoAlt, habitAlt, paceAlt]) {
    const text = alt(progress);
    expect(text.length).toBeLessThanOrEqual(1024);
    expect(text).toMatch(/\.$/);
    expect(text).not.toMatch(/undefined|NaN|null/);
  }
});

describe('above the pictures', () => {
  test('streaks, metres, bests and tempo times', () => {
    const streaks = { warmup: 6, stretch: 3, core: 4 };
    expect(panelText(progressOf(TWO_SESSIONS, { streaks, usualMetres: 1800 }))).toMatchInlineSnapshot(`
      "**Your last 12 weeks**
      In a row: warm-up 6 sessions · stretch 3 sessions · core 4 weeks
      -# Streaks pass over rest, pain and illness. A fixed club rule, not medical evidence.
      Pain-free tempo this week: 1,000 m, 1,600 m not said
      The 4 weeks before: median 1,800 m a week
      Bests: 100 m 12.00 s · 200 m 24.80 s
      Tempo for 100 m: 16.0 to 18.5 s · 200 m: 33.1 to 38.2 s"
    `);
  });

  test('nothing logged yet: one kind line on what will appear, and after what', () => {
    const progress = progressOf(madeUpDiary(0, 'none'), { bests: [] });
    expect(progressPanel(progress, []).content).toMatchInlineSnapshot(`
      "**Your last 12 weeks**
      Your pictures begin with your first \`/log\`, and pain by day with your first \`/pain\`. One entry is enough."
    `);
  });

  test('a picture that is still to come says after what', () => {
    const progress = progressOf({ ...TWO_SESSIONS, reports: [] }, { bests: [], pain: [] });
    expect(panelText(progress)).toMatchInlineSnapshot(`
      "**Your last 12 weeks**
      Pain-free tempo this week: 1,000 m, 1,600 m not said
      -# Pain by day: comes with your first \`/pain\`, 0 counts too.
      -# Tempo pace: needs a timed tempo (\`work:10x100 @17.5\`) and your best over it (\`/me best:100 12.0\`)."
    `);
  });

  test('a red day: streaks wait and no pace is named', () => {
    const reports = [report(TODAY, { now: 7, light: 'red' })];
    const streaks = { warmup: 6, stretch: 3, core: 4 };
    expect(panelText(progressOf({ ...TWO_SESSIONS, reports }, { streaks }))).toMatchInlineSnapshot(`
      "**Your last 12 weeks**
      Your streaks wait for you: rest breaks none.
      Pain-free tempo this week: 1,000 m, 1,600 m not said
      Bests: 100 m 12.00 s · 200 m 24.80 s
      Today is a red day, so no tempo pace today."
    `);
  });

  test('an open warning sign: the record, no training advice', () => {
    const text = panelText(progressOf({ ...TWO_SESSIONS, flags: [{ from: TODAY, to: null }] }));
    expect(text).toContain('Bests: 100 m 12.00 s · 200 m 24.80 s');
    expect(text).toContain('A warning sign is open, so no tempo pace here');
    expect(text).not.toContain('Tempo for');
    expect(bestPanel({ metres: 100, seconds: 12, before: null }, false).content).not.toContain('Tempo');
  });
});

test('streaks from 2 on, and only those that there are', () => {
  expect(streakLine({ warmup: 1, stretch: 0, core: 1 })).toBeNull();
  expect(streakLine({ warmup: 2, stretch: 0, core: 1 })).toBe('In a row: warm-up 2 sessions');
  expect(streakLine({ warmup: 12, stretch: 3, core: 5 })).toBe(
    'In a row: warm-up 12 sessions · stretch 3 sessions · core 5 weeks',
  );
});

test('a best says what it was; slower replaces without asking', () => {
  const text = (before: number | null, seconds: number | null = 12) =>
    bestPanel({ metres: 100, seconds, before }, true).content?.split('\n')[0];
  expect(text(null)).toBe('**Best over 100 m: 12.00 s**');
  expect(text(11.8)).toBe('**Best over 100 m: 12.00 s**; it was 11.80 s');
  expect(text(12)).toBe('**Best over 100 m: 12.00 s**, as before');
  expect(text(12, null)).toBe('Deleted: the best of 12.00 s over 100 m.');
  expect(text(null, null)).toBe('There was no best over 100 m.');
});
