// The light of handbook §1: the first of seven rows that matches. A fixed club rule, not medical evidence.
import type { ScreenGroup } from './areas.ts';
import {
  type Kind,
  type LightInput,
  type LightResult,
  MEANINGFUL_CHANGE,
  MINOR_RED_AT,
  type Missing,
  type Reason,
  type Thresholds,
} from './types.ts';

export {
  DEFAULT_THRESHOLDS,
  type FlagLevel,
  type Fracture,
  KINDS,
  type Kind,
  type Light,
  type LightInput,
  type LightResult,
  type Missing,
  PHASES,
  type Phase,
  type Reason,
  type Thresholds,
  TRENDS,
  type Trend,
} from './types.ts';

const FLAGGED = {
  emergency: { light: 'emergency', rule: 1 },
  urgent: { light: 'urgent', rule: 2 },
  soon: { light: 'red-see-clinician', rule: 3 },
} as const;

const RED_KINDS: readonly Kind[] = ['sharp', 'stabbing', 'shooting'];
const SCREENED_KINDS: readonly Kind[] = ['pins-and-needles', 'numbness'];

/** The light of handbook §1: the first of its seven rows that matches. */
export function light(input: LightInput, thresholds: Thresholds): LightResult {
  if (input.flag !== 'none') {
    return { ...FLAGGED[input.flag], reasons: [{ clause: 'flag', level: input.flag }], missing: [] };
  }
  const missing = missingOf(input);
  const { now } = input;
  if (missing.length > 0 || now === null) {
    const reasons = missing.map((what): Reason => ({ clause: 'missing', what }));
    return { light: 'ask', rule: 4, reasons, missing };
  }
  const start = input.phase === 'before' ? now : input.start;
  const red = redReasons(input, now, start, thresholds);
  if (red.length > 0) return { light: 'red', rule: 5, reasons: red, missing: [] };
  const amber = amberReasons(input, now, start, thresholds);
  if (amber.length > 0) return { light: 'amber', rule: 6, reasons: amber, missing: [] };
  const below: Reason = { clause: 'below-amber', now, start, amberAt: thresholds.amberAt };
  return { light: 'green', rule: 7, reasons: [below], missing: [] };
}

/** A report as it comes in, before it is known whether the screen is due. */
export interface ReportInput extends Omit<LightInput, 'screen'> {
  readonly group: ScreenGroup;
  /** The first report of its episode. */
  readonly newEpisode: boolean;
  /** Whether the screen was answered for this report. */
  readonly screened: boolean;
}

/**
 * The light of a report, and whether the screen has to be answered first. "Due at every RED" would ask for the
 * light that it withholds, so the numbers alone are judged first, as if the screen were answered and no flag open.
 */
export function assess(
  report: ReportInput,
  thresholds: Thresholds,
): {
  readonly result: LightResult;
  readonly screenDue: boolean;
  /** The numbers alone are RED already, whatever the screen brings. */
  readonly redByNumbers: boolean;
} {
  const unscreened = light({ ...report, flag: 'none', screen: 'answered' }, thresholds);
  const due = screenDue({ ...report, unscreened });
  const screen = !due ? 'not-due' : report.screened ? 'answered' : 'due-unanswered';
  return {
    result: light({ ...report, screen }, thresholds),
    screenDue: due && !report.screened,
    redByNumbers: unscreened.light === 'red',
  };
}

/**
 * Whether the warning signs have to be asked (handbook §1): at the first report of an episode in the back,
 * pelvis, hip, buttock or leg, at every RED, and for pins and needles or numbness anywhere.
 */
export function screenDue(facts: {
  readonly newEpisode: boolean;
  readonly group: ScreenGroup;
  readonly kinds: LightInput['kinds'];
  /** The light of the same numbers with the screen taken as answered and no flag open. */
  readonly unscreened: LightResult;
}): boolean {
  const firstInBackOrLeg = facts.newEpisode && facts.group !== 'other';
  const nerve = among(facts.kinds, SCREENED_KINDS).length > 0;
  return firstInBackOrLeg || nerve || facts.unscreened.light === 'red';
}

function missingOf(input: LightInput): Missing[] {
  const missing: Missing[] = [];
  if (input.now === null) missing.push('now');
  if (input.phase === 'during' && input.start === null) missing.push('start');
  if (input.screen === 'due-unanswered') missing.push('screen');
  return missing;
}

function redReasons(input: LightInput, now: number, start: number | null, limits: Thresholds): Reason[] {
  const reasons: Reason[] = [];
  if (now >= limits.redAt) reasons.push({ clause: 'at-red', now, redAt: limits.redAt });
  if (input.strideChanged) reasons.push({ clause: 'stride-changed' });
  const kinds = among(input.kinds, RED_KINDS);
  if (kinds.length > 0) reasons.push({ clause: 'kinds', kinds });
  if (start !== null && now >= limits.amberAt && now - start >= MEANINGFUL_CHANGE) {
    reasons.push({ clause: 'rise', now, start, by: now - start, amberAt: limits.amberAt });
  }
  if (input.fracture === 'uncleared' && now >= 1) reasons.push({ clause: 'fracture', now });
  if (input.minor && now >= MINOR_RED_AT) reasons.push({ clause: 'minor', now, redAt: MINOR_RED_AT });
  return reasons;
}

function amberReasons(input: LightInput, now: number, start: number | null, limits: Thresholds): Reason[] {
  const reasons: Reason[] = [];
  if (now >= limits.amberAt) reasons.push({ clause: 'at-amber', now, amberAt: limits.amberAt });
  if (start !== null && now - start >= MEANINGFUL_CHANGE) {
    reasons.push({ clause: 'small-rise', now, start, by: now - start });
  }
  if (input.growing) reasons.push({ clause: 'growing' });
  return reasons;
}

function among(kinds: LightInput['kinds'], wanted: readonly Kind[]): Kind[] {
  const has = (kind: Kind): boolean => ('has' in kinds ? kinds.has(kind) : kinds.includes(kind));
  return wanted.filter(has);
}
