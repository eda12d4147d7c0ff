// Reads what is typed as a best: "100 12.0", "400 m 52.31", "1500 4:02.1", "100 none".
import { UserError } from '../faults.ts';
import { BEST_METRES, plausibility } from './record-rules.ts';

/** A best to set, or to take back where `seconds` is null. */
export interface TypedBest {
  readonly metres: number;
  /** Hundredths at most. */
  readonly seconds: number | null;
}

/** What can be typed. */
export const BEST_EXAMPLE = '100 12.0';

/** Characters that the field takes. */
export const BEST_LENGTH = 40;

const METRES = String.raw`(\d{1,5}|\d{1,2}[.,]\d{1,3})\s*(km|k|metres?|meters?|m)?`;
const TIME = String.raw`(?:(\d{1,2}):)?(\d{1,4})(?:[.,](\d{1,2}))?\s*(?:s|secs?|seconds?)?`;
const SHAPE = new RegExp(String.raw`^${METRES}(?:\s*[:=]\s*|\s+)(?:in\s+)?(?:none|no|delete|${TIME})$`);

/** Reads a best. Throws `line-unreadable` for what it is not, `best-implausible` for a slip of the finger. */
export function readBest(text: string): TypedBest {
  const typed = text.trim();
  const match = SHAPE.exec(typed.toLowerCase());
  const metres = match === null ? Number.NaN : metresOf(match[1] ?? '', match[2] ?? '');
  if (match === null || !Number.isInteger(metres)) throw unreadable(typed);
  if (metres < BEST_METRES.min || metres > BEST_METRES.max) {
    throw new UserError({ code: 'best-implausible', field: 'best', typed, why: 'distance' });
  }
  const [, , , minutes, whole, fraction] = match;
  if (whole === undefined) return { metres, seconds: null };
  if (minutes !== undefined && (whole.length !== 2 || Number(whole) > 59)) throw unreadable(typed);
  const seconds = Number(minutes ?? 0) * 60 + Number(`${whole}.${fraction ?? '0'}`);
  const why = seconds === 0 ? 'too-fast' : plausibility({ metres, seconds });
  if (why !== 'plausible') throw new UserError({ code: 'best-implausible', field: 'best', typed, why });
  return { metres, seconds: Math.round(seconds * 100) / 100 };
}

/** Whole metres; "1,500" is the bot's own way to write them, "1.5" without a unit is none. */
function metresOf(number: string, unit: string): number {
  if (unit.startsWith('k')) return Math.round(Number(number.replace(',', '.')) * 1000);
  return Number(/^\d{1,2},\d{3}$/.test(number) ? number.replace(',', '') : number);
}

function unreadable(typed: string): UserError {
  return new UserError({ code: 'line-unreadable', field: 'best', typed, example: BEST_EXAMPLE });
}
