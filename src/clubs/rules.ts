import { isBetween, type WallTime } from '../time/local.ts';
import type { Club } from './store.ts';

/** The zone of a club that has not chosen one yet; a club that chooses UTC is stored as "UTC". */
export const DEFAULT_ZONE = 'Etc/UTC';

/** What `/setup` still asks for before the club can be switched on. */
export type SetupGap = 'coach-role' | 'summary-channel' | 'reminder-channel' | 'zone' | 'policy';

/** The steps left, in the order of the panel; empty: the club is on. */
export function setupGaps(club: Club | null): SetupGap[] {
  const gaps: SetupGap[] = [];
  if (!club?.coachRoleId) gaps.push('coach-role');
  if (!club?.summaryChannelId) gaps.push('summary-channel');
  if (!club?.reminderChannelId) gaps.push('reminder-channel');
  if (!club || club.zone === DEFAULT_ZONE) gaps.push('zone');
  if (!club?.policyReadAt) gaps.push('policy');
  return gaps;
}

/** Whether a time lies in the club's quiet hours; over midnight when `quietFrom` is later; equal ends are none. */
export function isQuiet(time: WallTime, club: Pick<Club, 'quietFrom' | 'quietTo'>): boolean {
  return isBetween(time, club.quietFrom, club.quietTo);
}

/** How long after a logged session its stretch reminder can come, in minutes. */
export const STRETCH_AFTER = { min: 5, max: 240 } as const;

/** How long entries can be kept, in months (handbook §9). */
export const RETENTION = { min: 1, max: 12 } as const;

/** Where a club may put its lights: the handbook's 3 and 6, or stricter (handbook §1). */
export const AMBER_AT = { min: 2, max: 3 } as const;
export const RED_AT = { min: 5, max: 6 } as const;
