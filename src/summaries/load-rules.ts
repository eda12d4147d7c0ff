// What a day's sessions come to. Only what a session shares is looked at: see rules.ts.
import { SPIKE_WINDOW_DAYS, type Spike, spike } from '../sessions/rules.ts';
import { addDays, type LocalDate } from '../time/local.ts';
import type { DayFact, SessionFact, TempoSession } from './facts.ts';
import { isDetailed, isShared } from './sharing-rules.ts';

/** The day's biggest tempo session against those of the 30 days before it; null: not above 10 %, as every good week is. */
export function tempoJump(
  sessions: readonly SessionFact[],
  tempo: readonly TempoSession[],
  day: LocalDate,
): Spike | null {
  const metres = sessions
    .filter((session) => isDetailed(session) && session.type === 'tempo')
    .map((session) => session.metres ?? 0);
  const first = addDays(day, -SPIKE_WINDOW_DAYS);
  const earlier = tempo
    .filter((each) => isDetailed(each) && each.localDate >= first && each.localDate < day)
    .map((each) => each.metres);
  const found = metres.length === 0 ? null : spike(Math.max(...metres), earlier);
  return found === null || found.bin === 'up-to-10' ? null : found;
}

/** A load jump and a missing warm-up, as far as they are shared. */
export function sessionFacts(
  sessions: readonly SessionFact[],
  tempo: readonly TempoSession[],
  day: LocalDate,
): DayFact[] {
  const facts: DayFact[] = [];
  const jump = tempoJump(sessions, tempo, day);
  if (jump !== null) facts.push({ fact: 'load-jump', ...jump });
  const cold = sessions.filter((session) => isShared(session) && session.warmup === 'none');
  const [known] = cold.filter(isDetailed);
  if (cold.length > 0) facts.push({ fact: 'warm-up-missed', type: known?.type ?? null });
  return facts;
}
