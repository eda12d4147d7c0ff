// From rows to insights: looks, tiers, order, and what may be offered (handbook §8).
import { addDays, type LocalDate, monthsBefore } from '../time/calendar.ts';
import type { ClassRows, Days } from './exposure-rules.ts';
import {
  armsOf,
  type Comparison,
  compareArms,
  lookAt,
  matchingShifts,
  type Tier,
  tierOf,
} from './statistics-rules.ts';
import { type Diary, HABITS, type Habit, type Row, type SessionType } from './types.ts';

/** What one habit's rows say at the last look. */
export interface HabitInsight {
  readonly habit: Habit;
  readonly tier: Tier;
  /** Sessions that can be compared. */
  readonly available: number;
  /** The first so many of them that the look reads; 0: fewer than 20 are there. */
  readonly looked: number;
  /** Null before the first look. */
  readonly comparison: Comparison | null;
}

const ORDER: readonly Tier[] = ['pattern', 'worth-trying', 'no-clear-difference', 'insufficient'];

/** The insight of some rows, oldest first, at their last look. */
export function insightOf(habit: Habit, rows: readonly Row[]): HabitInsight {
  const looked = lookAt(rows.length);
  const available = rows.length;
  if (looked === 0) return { habit, tier: 'insufficient', available, looked, comparison: null };
  const first = rows.slice(0, looked);
  const { missed, done } = armsOf(first);
  const comparison = compareArms(missed, done);
  const tier = tierOf(comparison, matchingShifts(first) / looked);
  return { habit, tier, available, looked, comparison };
}

/** The four insights of a class: Pattern first, and within a tier the clearest first. */
export function insightsOf(rows: ClassRows): HabitInsight[] {
  const clarity = ({ comparison, available }: HabitInsight) => comparison?.probability ?? available / 1000;
  return HABITS.map((habit) => insightOf(habit, rows.habits[habit].rows)).sort(
    (a, b) => ORDER.indexOf(a.tier) - ORDER.indexOf(b.tier) || clarity(b) - clarity(a),
  );
}

/** Whether a habit may be offered for a trial: only what is a pattern or worth trying. */
export function isOffered({ tier }: HabitInsight): boolean {
  return tier === 'pattern' || tier === 'worth-trying';
}

/**
 * The days that count: up to the day before yesterday, since a session's next morning belongs to it, and back to the
 * first of a month that leaves a month of kept entries before it [D]. So an insight changes at its looks and, once
 * sessions are older than that, on the first of a month, when the oldest drop out and the look is taken anew; the
 * answer then names the day from which it counts.
 */
export function countedDays(today: LocalDate, retentionMonths: number): Days {
  const first = `${monthsBefore(today, Math.max(0, retentionMonths - 2)).slice(0, 8)}01`;
  return { first, last: addDays(today, -2) };
}

/** A class of sessions and how many of them count. */
export interface ClassCount {
  readonly type: SessionType;
  readonly sessions: number;
}

/** The classes that there are sessions of, the one with most first, and regeneration last: it stands under what helped [D]. */
export function classesOf({ sessions }: Diary, days: Days): ClassCount[] {
  const counts = new Map<SessionType, number>();
  for (const { type, localDate } of sessions) {
    if (localDate >= days.first && localDate <= days.last) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts]
    .map(([type, count]) => ({ type, sessions: count }))
    .sort((a, b) => isRest(a) - isRest(b) || b.sessions - a.sessions || (a.type < b.type ? -1 : 1));
}

function isRest({ type }: ClassCount): number {
  return type === 'regen' ? 1 : 0;
}
