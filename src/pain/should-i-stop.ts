/** "Should I stop?": three taps whose answers travel in the buttons, and one report at the end (handbook §1). */

import type { AthleteContext } from '../app.ts';
import { ownerOf } from '../athletes/owner.ts';
import { zoneOf } from '../athletes/rules.ts';
import { UserError } from '../faults.ts';
import { readWhole } from '../reading.ts';
import { RANGES } from '../sessions/rules.ts';
import { localDate } from '../time/local.ts';
import { areaById } from './areas.ts';
import { knownStart } from './course-rules.ts';
import { findLatestOpenEpisode, findOpenEpisode, listEpisodeNumbers } from './episode-store.ts';
import { reportPain } from './report-pain.ts';
import type { Kind } from './rules.ts';
import { listOpenFlags } from './screen-store.ts';
import type { PainAnswer } from './settle.ts';

/** Where it is asked about when nothing hurts yet: the place of the thread that this began with. */
const USUAL_AREA = 'low-back';

/** How the pain goes on: what the third tap says. */
export const FEELS = ['steady', 'growing', 'stride', 'leg'] as const;
export type Feel = (typeof FEELS)[number];

/** What has been tapped so far; null: not yet. */
export interface StopState {
  /** The athlete's local day on which it was begun. */
  readonly day: string;
  readonly area: string;
  readonly start: number | null;
  readonly now: number | null;
}

/** The first question, and what is known before it. */
export interface StopQuestion extends StopState {
  /** A warning sign is open: no training, whatever the numbers. */
  readonly isFlagged: boolean;
}

/**
 * Begins with an area, or with the one that hurt last, or the low back. A start that was said of today's session already
 * is not asked again; it can be changed.
 */
export async function beginStop(
  { app, athlete, club, now }: AthleteContext,
  wanted: { readonly area: string | null },
): Promise<StopQuestion> {
  const { db } = app.database;
  const owner = ownerOf(athlete);
  const day = localDate(now, zoneOf(athlete, club));
  const area = knownArea(wanted.area ?? (await findLatestOpenEpisode(db, owner))?.area ?? USUAL_AREA);
  const episode = await findOpenEpisode(db, owner, area);
  const reports = episode === null ? [] : await listEpisodeNumbers(db, owner, episode.id);
  const isFlagged = (await listOpenFlags(db, owner)).length > 0;
  return { day, area, start: knownStart(reports, 'during', day), now: null, isFlagged };
}

/**
 * Reads what a button carries. Null: it was begun on another day, whose numbers are not today's. Throws `stale` for an
 * area, and `out-of-range` for a number, that this version never sends.
 */
export function readState(
  args: Readonly<Record<string, string>>,
  { athlete, club, now }: AthleteContext,
): StopState | null {
  const day = localDate(now, zoneOf(athlete, club));
  if (args.day !== day) return null;
  const number = (field: 'start' | 'now') => {
    const text = args[field];
    return text === undefined || text === '' ? null : readWhole(field, text, RANGES.pain);
  };
  return { day, area: knownArea(args.area ?? USUAL_AREA), start: number('start'), now: number('now') };
}

/**
 * The third tap: saves a report of now and here, on today's session, and gives the light or the warning signs. One
 * message is one report a day, however often and with whatever it is pressed.
 */
export async function finishStop(
  context: AthleteContext,
  messageId: string,
  { day, area, start, now }: StopState,
  feel: Feel,
): Promise<PainAnswer> {
  const kinds: readonly Kind[] = feel === 'leg' ? ['pins-and-needles'] : [];
  return await reportPain(context, `${messageId}:${day}:saved`, area, {
    phase: 'during',
    now,
    start,
    // What numbs or weakens a leg is taken as growing [D]: the careful side.
    growing: feel === 'growing' || feel === 'leg',
    strideChanged: feel === 'stride',
    kinds,
    rep: null,
    notes: null,
  });
}

function knownArea(id: string): string {
  const area = areaById(id);
  if (area === undefined) throw new UserError({ code: 'stale' });
  return area.id;
}
