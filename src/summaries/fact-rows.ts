// Rows of the diary as facts: what they say, and to whom.
import type { Sharing } from '../athletes/rules.ts';
import type { Light } from '../pain/types.ts';
import { load } from '../sessions/rules.ts';
import type { SessionType, Stretch, Warmup } from '../sessions/types.ts';
import type { ReportFact, SessionFact, TempoSession } from './facts.ts';

/** Rows by the athlete whose they are, in their order. */
export function byAthlete<Row extends { readonly athleteId: string }>(
  rows: readonly Row[],
): (athleteId: string) => Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const known = groups.get(row.athleteId);
    if (known === undefined) groups.set(row.athleteId, [row]);
    else known.push(row);
  }
  return (athleteId) => groups.get(athleteId) ?? [];
}

interface SessionRow {
  readonly visibility: string;
  readonly localDate: string;
  readonly loggedAt: Date;
  readonly changedAt: Date | null;
  readonly type: string;
  readonly warmup: string | null;
  readonly core: boolean | null;
  readonly stretch: string | null;
  readonly minutes: number | null;
  readonly effort: number | null;
  readonly metres: number | null;
}

/** A session's row as a fact. */
export function toSession(row: SessionRow): SessionFact {
  const { localDate, loggedAt, changedAt, core, minutes, effort, metres } = row;
  return {
    ...{ visibility: row.visibility as Sharing, localDate, loggedAt, changedAt },
    type: row.type as SessionType,
    warmup: row.warmup as Warmup | null,
    core,
    stretch: row.stretch as Stretch | null,
    load: minutes === null || effort === null ? null : load(effort, minutes),
    metres,
  };
}

/** A tempo session's row as something to compare with; nothing for another session, or without metres. */
export function toTempo({ visibility, type, localDate, metres }: SessionRow): TempoSession[] {
  return type !== 'tempo' || metres === null
    ? []
    : [{ visibility: visibility as Sharing, localDate, metres }];
}

/** A report's row as a fact. */
export function toReport(row: {
  readonly visibility: string;
  readonly reportedAt: Date;
  readonly changedAt: Date | null;
  readonly localDate: string;
  readonly light: string;
  readonly now: number | null;
  readonly start: number | null;
  readonly rep: number | null;
  readonly episode: { readonly area: string; readonly openedAt: Date };
}): ReportFact {
  const { reportedAt, changedAt, localDate, now, start, rep, episode } = row;
  return {
    ...{ visibility: row.visibility as Sharing, reportedAt, changedAt, localDate },
    ...{ area: episode.area, light: row.light as Light, now, start, rep },
    newEpisode: episode.openedAt.getTime() === reportedAt.getTime(),
  };
}
