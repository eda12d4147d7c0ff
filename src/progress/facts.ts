// What the rules of `/me` read: an athlete's diary as plain values. Null is "not said", never "no".
import type { Light, Phase } from '../pain/types.ts';
import type { SessionType, Stretch, Warmup } from '../sessions/types.ts';
import type { LocalDate } from '../time/local.ts';

/** One session. */
export interface SessionFact {
  readonly id: string;
  readonly localDate: LocalDate;
  readonly type: SessionType;
  readonly work: string | null;
  /** Running metres read from the work. */
  readonly metres: number | null;
  readonly warmup: Warmup | null;
  readonly core: boolean | null;
  readonly stretch: Stretch | null;
  /** Whether the athlete said that nothing hurt. */
  readonly saidPainFree: boolean;
}

/** One pain report. */
export interface ReportFact {
  readonly sessionId: string | null;
  readonly localDate: LocalDate;
  readonly phase: Phase;
  /** 0 to 10. */
  readonly now: number | null;
  /** 0 to 10, when the session began. */
  readonly start: number | null;
  /** Repetition at which it began. */
  readonly rep: number | null;
  readonly light: Light;
}

/** Core work or stretching noted apart from a session. */
export interface HabitFact {
  readonly habit: 'core' | 'stretch';
  readonly localDate: LocalDate;
}

/** Days on which a warning sign was open, both ends included; `to` null: it still is. */
export interface FlagSpan {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** Sessions and reports are in the order in which they came. */
export interface Diary {
  readonly sessions: readonly SessionFact[];
  readonly reports: readonly ReportFact[];
  readonly habits: readonly HabitFact[];
  readonly flags: readonly FlagSpan[];
}
