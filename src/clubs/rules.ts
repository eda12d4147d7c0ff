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
