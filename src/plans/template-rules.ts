// Weeks to start from.
import { WEEKDAYS } from '../time/calendar.ts';
import type { PlanDay } from './types.ts';

/** The weeks that a coach can start from. */
export const TEMPLATES = ['charlie-francis', 'empty'] as const;

/** One of them. */
export type Template = (typeof TEMPLATES)[number];

type Session = Omit<PlanDay, 'day'>;

/** Low: at most 75 % and 1000 to 3000 m, on the days between. */
const LOW: Session = {
  type: 'tempo',
  work: '2x10x100 @75% r45',
  note: 'At most 75 %. Core between the sets, mobility after.',
};

const REST: Session = { type: 'rest', work: null, note: null };

function high(work: string, beside: string): Session {
  return { type: 'speed', work, note: `95 % or faster, full rests. ${beside}` };
}

/**
 * A Charlie Francis week (handbook §6): high on Mon, Wed and Fri, about 48 hours apart, with jumps or lower-body
 * weights beside the sprints; low on Tue, Thu and Sat; rest on Sun; nothing from 76 to 94 %. Doses are conventional.
 */
const CHARLIE_FRANCIS: readonly Session[] = [
  high('4x30 r3min, 3x60 r6min', 'Then a few jumps.'),
  LOW,
  high('6x30 r3min, 2x60 r6min', 'Then leg weights.'),
  LOW,
  high('4x30 r3min, 3x60 r6min', 'Then a few jumps.'),
  LOW,
  REST,
];

/** The seven days of a template, Monday first; of `empty` each is rest until the coach writes it. */
export function weekOf(template: Template): readonly PlanDay[] {
  return WEEKDAYS.map((day, index) => ({
    day,
    ...(template === 'empty' ? REST : (CHARLIE_FRANCIS[index] ?? REST)),
  }));
}
