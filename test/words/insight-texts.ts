/** The insights in all their words: every tier of every habit, trials, what helped, absence (handbook §8). */
import type { ClassRows } from '../../src/insights/exposure-rules.ts';
import type { HabitInsight } from '../../src/insights/insight-rules.ts';
import { absenceText } from '../../src/insights/ledger-messages.ts';
import { insightsPanel } from '../../src/insights/messages.ts';
import type { InsightsView } from '../../src/insights/show-insights.ts';
import { type Arm, compareArms, type Tier } from '../../src/insights/statistics-rules.ts';
import type { TrialCourse } from '../../src/insights/trial-rules.ts';
import { HABITS, type Habit } from '../../src/insights/types.ts';
import { NOW } from './people.ts';
import { onceEach, type ReadText, textsOfPanel } from './plain.ts';

const DAY = '2026-05-04';
const TIERS: readonly Tier[] = ['pattern', 'worth-trying', 'no-clear-difference', 'insufficient'];

const none = { rows: [], unanswered: 2, late: 1 };
const ROWS: ClassRows = {
  ...{ type: 'tempo', sessions: 34, nothingSaid: 3 },
  habits: { warmup: none, core: none, stretch: none, load: none },
};

const arm = (events: number, total: number): Arm => ({ events, total });

function insight(habit: Habit, tier: Tier): HabitInsight {
  return { habit, tier, available: 31, looked: 30, comparison: compareArms(arm(6, 10), arm(3, 20)) };
}

function course(habit: Habit, kept: Arm, verdict: TrialCourse['verdict']): TrialCourse {
  const trial = {
    id: 't',
    habit,
    sessionType: 'tempo',
    localDate: DAY,
    startedAt: NOW,
    endedAt: null,
  } as const;
  return { trial, kept, missed: 2, before: { missed: arm(6, 10), done: arm(3, 20) }, verdict };
}

const remedy = { modality: 'massage', uses: 6, compared: 6, change: -2, isLogOnly: false, atPeak: 1 };
const share = (done: number, answered: number) => ({ done, answered });
const ABSENCE = {
  before: { sessions: 11, painful: 6, warmup: share(5, 11), stretch: share(1, 4), coreDays: 2 },
  since: { sessions: 12, painful: 1, warmup: share(12, 12), stretch: share(8, 12), coreDays: 10 },
};

/** What `/insights` says, and the notice of fewer painful sessions under `/log`. */
export function insightTexts(): ReadText[] {
  const views: Partial<InsightsView>[] = [
    { rows: null, classes: [] },
    { since: '2026-02-01' },
    ...HABITS.flatMap((habit) => [
      ...TIERS.map((tier) => ({ insights: [insight(habit, tier)], offer: habit })),
      ...(['fewer', 'no-clear-difference', null] as const).map((verdict) => ({
        trial: course(habit, arm(1, verdict === null ? 6 : 10), verdict),
      })),
    ]),
    { remedies: [remedy, { ...remedy, change: 3 }, { ...remedy, change: null, compared: 2 }] },
  ];
  const base: InsightsView = {
    ...{ classes: [{ type: 'tempo', sessions: 34 }], rows: ROWS, insights: [], trial: null, offer: null },
    ...{ isFlagged: false, remedies: [], absence: null, since: null },
  };
  const shown = views.flatMap((view) =>
    [true, false].map((isFlagged) =>
      insightsPanel({ ...base, ...view, isFlagged, offer: isFlagged ? null : (view.offer ?? null) }),
    ),
  );
  return onceEach([
    ...shown.flatMap((panel) => textsOfPanel('insightsPanel', panel)),
    { name: 'absenceText', text: absenceText(ABSENCE), most: 8 },
  ]);
}
