// When a weekly rule comes round. node-cron is not asked: it skips jobs that fall into a spring gap.
import {
  addDays,
  instantOf,
  type LocalDate,
  localDate,
  type WallTime,
  type Weekday,
  weekday,
} from './local.ts';

/** "On these days at this time, by clocks in this zone." */
export interface WeeklyRule {
  /** At least one day. */
  readonly days: readonly Weekday[];
  readonly time: WallTime;
  /** IANA zone. */
  readonly zone: string;
}

/** One coming round of a rule. */
export interface Occurrence {
  readonly at: Date;
  /**
   * The day and time that the rule means, "YYYY-MM-DDTHH:MM": also where clocks jumped over it and `at` is
   * later, so that every occurrence has one key and every key one occurrence.
   */
  readonly key: string;
}

/** The first occurrence strictly after an instant; throws RangeError for a rule without days, or a bad time or zone. */
export function nextOccurrence(rule: WeeklyRule, after: Date): Occurrence {
  let date = followingDay(rule, addDays(localDate(after, rule.zone), -3), 1);
  for (;;) {
    const found = occurrenceOn(rule, date);
    date = followingDay(rule, date, 1);
    if (found.at <= after) continue;
    // Where a whole day is missing (Samoa, 30 December 2011) two days of the rule share an instant: the later names it.
    const twin = occurrenceOn(rule, date);
    return twin.at.getTime() === found.at.getTime() ? twin : found;
  }
}

/** The last occurrence at or before an instant; throws like nextOccurrence. */
export function previousOccurrence(rule: WeeklyRule, atOrBefore: Date): Occurrence {
  let date = followingDay(rule, addDays(localDate(atOrBefore, rule.zone), 2), -1);
  for (;;) {
    const found = occurrenceOn(rule, date);
    if (found.at <= atOrBefore) return found;
    date = followingDay(rule, date, -1);
  }
}

function occurrenceOn(rule: WeeklyRule, date: LocalDate): Occurrence {
  return { at: instantOf(date, rule.time, rule.zone), key: `${date}T${rule.time}` };
}

function followingDay(rule: WeeklyRule, date: LocalDate, step: 1 | -1): LocalDate {
  for (let distance = 1; distance <= 7; distance += 1) {
    const day = addDays(date, distance * step);
    if (rule.days.includes(weekday(day))) return day;
  }
  throw new RangeError('a weekly rule needs a day');
}
