/** A diary for tests: what is not said is null. */
import type { ReportFact, SessionFact } from '../../src/progress/facts.ts';

/** A Friday; its week began on Monday 16 November. */
export const TODAY = '2026-11-20';

let made = 0;

/** A tempo session of 10 × 100 m about which nothing was said. */
export function session(localDate: string, said: Partial<SessionFact> = {}): SessionFact {
  made += 1;
  return {
    ...{ id: `s${made}`, localDate, type: 'tempo', work: '10x100', metres: 1000 },
    ...{ warmup: null, core: null, stretch: null, saidPainFree: false },
    ...said,
  };
}

/** A green report during the day's session, with nothing hurting. */
export function report(localDate: string, said: Partial<ReportFact> = {}): ReportFact {
  return {
    ...{ sessionId: null, localDate, phase: 'during', now: 0, start: 0, rep: null, light: 'green' },
    ...said,
  };
}
