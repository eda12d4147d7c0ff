// When a reminder may come, and what the hour asks for (handbook §7).
import type { Club } from '../clubs/store.ts';
import { isBetween, type WallTime } from '../time/local.ts';
import type { Usual } from './when-rules.ts';

/** What reminders people can add. */
export const ASKED_FOR = ['core', 'stretch', 'warm-up', 'check-in', 'own', 'echo'] as const;
export type Kind = (typeof ASKED_FOR)[number];

/** Of these a coach can make one for a role; the others follow a person's own sessions or pain. */
export const FOR_ROLES: readonly Kind[] = ['core', 'warm-up', 'check-in', 'own'];

/** Of these one athlete can have several, each at its own time; of the others a second one replaces the first. */
export const SEVERAL: readonly Kind[] = ['core', 'warm-up', 'own'];

/** Whether its next time is known ahead: the morning question comes only after a session that hurt. */
export function isForeseen({ kind }: { readonly kind: string }): boolean {
  return kind !== 'echo';
}

/** Why a morning question was called off on a day without pain before it: nobody missed that. */
export const NOTHING_TO_ASK = 'nothing to ask';

/** Reminders that one athlete can have, and those of coaches that a club can have. */
export const MOST_REMINDERS = 10;
export const MOST_CLUB_REMINDERS = 20;

/** Hours for which what was typed can be saved, and how many such drafts one member has in a club at most [D]. */
export const DRAFT_HOURS = 24;
export const MOST_DRAFTS = 5;

/** From here on a message says that it is late, and keeps out of quiet hours, in minutes. */
const NOTICEABLY_LATE = 5;

/** Whether a message that was due at an instant comes so late that it says so. */
export function isNoticeablyLate(dueAt: Date, now: Date): boolean {
  return now.getTime() - dueAt.getTime() > NOTICEABLY_LATE * 60_000;
}

/** From when to when it is late: eat first, or the seated set. */
export const LATE_HOURS = { from: '21:00', to: '05:00' } as const;

/** The 9 p.m. rule: from 21:00 until 04:59 it is late (handbook §7). */
export function isLate(time: WallTime): boolean {
  return isBetween(time, LATE_HOURS.from, LATE_HOURS.to);
}

/** When to warm up unless the athlete says otherwise: the usual tempo days (handbook §6), an hour before core work [D]. */
export const WARM_UP_USUAL = { days: 'tue,thu,sat', time: '17:00' } as const;

/** When the morning question is asked unless the athlete says otherwise: every day, at their own time [D]. */
export const ECHO_USUAL = { days: 'mon,tue,wed,thu,fri,sat,sun', time: '07:30' } as const;

/** When to check in unless the athlete says otherwise: every day, as quiet hours end and before coaches read the summary [D]. */
export const CHECK_IN_USUAL = { days: ECHO_USUAL.days, time: '07:00' } as const;

/** What stands in for what a `when` does not say: the club's defaults, or the kind's. Own text has no usual time. */
export function usualOf(kind: Kind, club: Club): Usual {
  const afterMinutes = club.stretchAfterMinutes;
  switch (kind) {
    case 'core':
      return { days: club.coreDays, time: club.coreTime, afterMinutes };
    case 'warm-up':
      return { ...WARM_UP_USUAL, afterMinutes };
    case 'check-in':
      return { ...CHECK_IN_USUAL, afterMinutes };
    case 'echo':
      return { ...ECHO_USUAL, afterMinutes };
    case 'own':
    case 'stretch':
      return { days: null, time: null, afterMinutes };
  }
}
