import { describe, expect, test } from 'vitest';
import type { ClassRows } from '../../src/insights/exposure-rules.ts';
import { HABIT_WORDS } from '../../src/insights/habit-messages.ts';
import type { HabitInsight } from '../../src/insights/insight-rules.ts';
import { absenceText } from '../../src/insights/ledger-messages.ts';
import { insightsPanel } from '../../src/insights/messages.ts';
import type { InsightsView } from '../../src/insights/show-insights.ts';
import { type Arm, compareArms, type Tier } from '../../src/insights/statistics-rules.ts';
import type { TrialCourse } from '../../src/insights/trial-rules.ts';
import type { Habit } from '../../src/insights/types.ts';
import { at, day } from './diary.ts';

const none = { rows: [], unanswered: 0, late: 0 };
const ROWS: ClassRows = {
  type: 'tempo',
  sessions: 34,
  nothingSaid: 3,
  habits: { warmup: none, core: none, stretch: none, load: none },
};

const arm = (events: number, total: number): Arm => ({ events, total });

function insight(habit: Habit, tier: Tier, missed = arm(6, 10), done = arm(3, 20)): HabitInsight {
  const looked = missed.total + done.total;
  return { habit, tier, available: looked + 1, looked, comparison: compareArms(missed, done) };
}

const tooEarly = (habit: Habit, available: number): HabitInsight => ({
  habit,
  tier: 'insufficient',
  available,
  looked: 0,
  comparison: null,
});

function view(changes: Partial<InsightsView> = {}): InsightsView {
  return {
    classes: [{ type: 'tempo', sessions: 34 }],
    rows: ROWS,
    since: null,
    insights: [],
    trial: null,
    offer: null,
    isFlagged: false,
    remedies: [],
    absence: null,
    ...changes,
  };
}

const text = (changes: Partial<InsightsView>) => insightsPanel(view(changes)).content ?? '';

const course = (kept: Arm, verdict: TrialCourse['verdict'], missed = 0): TrialCourse => ({
  trial: {
    id: 't',
    habit: 'warmup',
    sessionType: 'tempo',
    localDate: day(0),
    startedAt: at(0, '12:00'),
    endedAt: null,
  },
  kept,
  missed,
  before: { missed: arm(6, 10), done: arm(3, 20) },
  verdict,
});

test('where older sessions have dropped out, the day from which it counts is said', () => {
  expect(text({ since: '2026-02-01' }).split('\n')[0]).toMatch(/ sessions since 1 Feb$/);
  expect(text({}).split('\n')[0]).toMatch(/ sessions$/);
});

describe('words of handbook §8', () => {
  test('a pattern, with its counts, its caution and the offer', () => {
    const said = text({ insights: [insight('warmup', 'pattern')], offer: 'warmup' });
    expect(said).toContain(
      'In your log, pain rose after 6 of 10 tempo sessions without a warm-up and 3 of 20 with one. That is a pattern, not proof: tired or rushed days may explain both. Want to warm up for the next 10 and compare?',
    );
  });

  test('worth trying says that it may be chance', () => {
    const said = text({ insights: [insight('stretch', 'worth-trying')] });
    expect(said).toContain('**No stretch the session before · worth trying**');
    expect(said).toContain('That may be chance, and tired or rushed days may explain both.');
    expect(said).not.toContain('Want to');
  });

  test('no clear difference says in how many sessions, with the counts', () => {
    const said = text({ insights: [insight('core', 'no-clear-difference', arm(4, 12), arm(5, 18))] });
    expect(said).toContain(
      '**3+ days since core work** · no clear difference in 30: 4 of 12, and 5 of 18 sooner after it',
    );
    expect(said).toContain('“No difference found” is not “no effect”.');
  });

  test.each<[given: string, HabitInsight, says: string]>([
    ['12 of 20', tooEarly('load', 12), 'too early: 12 of 20'],
    [
      '4 missed',
      insight('warmup', 'insufficient', arm(4, 4), arm(0, 16)),
      'too early: 4 such in 20, 5 needed',
    ],
    [
      '4 kept',
      insight('warmup', 'insufficient', arm(8, 16), arm(0, 4)),
      'too early: 4 other in 20, 5 needed',
    ],
    [
      '2 rises',
      insight('warmup', 'insufficient', arm(2, 10), arm(0, 10)),
      'too early: pain rose after fewer than 3 of 20',
    ],
  ])('below the minimum no pain is counted: %s', (_, only, says) => {
    const said = text({ insights: [only] });
    expect(said).toContain(says);
    expect(said).not.toMatch(/pain rose after \d/);
  });

  test('while a warning sign is open there are counts, and no advice', () => {
    const said = text({ insights: [insight('warmup', 'worth-trying')], isFlagged: true });
    expect(said).toContain('no advice, until a doctor or physio has looked at it');
    expect(said).toContain('**No warm-up · a hint**');
    expect(said).not.toMatch(/worth trying|Want to/i);
  });

  test('what was left out, and why, in one line', () => {
    const habits = {
      ...ROWS.habits,
      warmup: { rows: [], unanswered: 2, late: 1 },
      load: { ...none, unanswered: 9 },
    };
    expect(text({ rows: { ...ROWS, habits } })).toContain(
      'Left out: 3 with too little said about pain; no answer on warm-up 2, size 9; noted after the pain: warm-up 1 (log first, then pain, to count).',
    );
  });

  test('nothing logged: what it takes', () => {
    expect(text({ rows: null, classes: [] })).toContain('It takes 20 sessions of one kind.');
  });
});

describe('a trial', () => {
  test('on its way', () => {
    expect(text({ trial: course(arm(1, 6), null, 2) })).toContain(
      '**Your trial: warm up.** 6 of 10 so far. 2 without a warm-up not counted.',
    );
  });

  test.each([
    ['fewer', arm(1, 10), 'Fewer than before. That is a pattern, not proof: other things changed too.'],
    ['no-clear-difference', arm(4, 10), 'No clear difference found. That is not “no effect”.'],
  ] as const)('over: %s', (verdict, kept, says) => {
    expect(text({ trial: course(kept, verdict) })).toContain(
      `Pain rose after ${kept.events} of 10. Before it: 6 of 10 without a warm-up and 3 of 20 with one. ${says}`,
    );
  });
});

describe('what helped', () => {
  const remedy = { modality: 'massage', uses: 6, compared: 6, change: -2, isLogOnly: false, atPeak: 0 };
  test.each([
    ['2 lower', {}, '- Massage: pain 2 lower (middle of 6 times). A pattern, not proof.'],
    ['3 higher', { change: 3 }, '- Massage: pain 3 higher (middle of 6 times). A pattern, not proof.'],
    ['1 lower: no comment', { change: -1 }, '- Massage: −1 (middle of 6 times)\n'],
    ['none', { change: 0 }, '- Massage: no change (middle of 6 times)\n'],
    ['below 5', { change: null, compared: 3 }, '- Massage: too early: 3 of 5\n'],
    ['EMS: logged only', { modality: 'ems', change: null, isLogOnly: true }, '- EMS: logged 6 times\n'],
  ])('%s', (_, changes, says) => {
    expect(text({ remedies: [{ ...remedy, ...changes }] })).toContain(says);
  });

  test('what began at the peak is left out, and said', () => {
    expect(text({ remedies: [{ ...remedy, change: null, compared: 0, atPeak: 4 }] })).toContain(
      'Left out: 4 uses of something begun on a flare’s worst day:',
    );
  });
});

const share = (done: number, answered: number) => ({ done, answered });
const ABSENCE = {
  before: { sessions: 11, painful: 6, warmup: share(5, 11), stretch: share(0, 0), coreDays: 2 },
  since: { sessions: 12, painful: 1, warmup: share(12, 12), stretch: share(8, 12), coreDays: 10 },
};

test('fewer painful sessions: the counts, and what changed', () => {
  expect(absenceText(ABSENCE)).toBe(
    [
      '**Fewer painful sessions.** Pain was 3 or more in 1 of 12 sessions in the last 4 weeks, and in 6 of 11 in the 4 before.',
      'Your habits, before → now: warm-up 5 of 11 → 12 of 12 · core work on 2 → 10 days.',
      'When pain isn’t there you don’t miss it. These are counts, not proof of why.',
    ].join('\n'),
  );
});

test('an offer fits a button, and never suggests skipping a habit', () => {
  for (const { offer, question } of Object.values(HABIT_WORDS)) {
    expect(offer.length).toBeLessThanOrEqual(80);
    expect(`${offer} ${question}`).not.toMatch(/\bskip|without|leave out/i);
  }
});
