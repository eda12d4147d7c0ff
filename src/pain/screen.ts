// The warning signs of handbook §2: which are asked of whom, in which order, and what a "yes" means.
// Answers to single questions are never stored; only the level leaves this file.
import { type AgeGroup, isMinor } from '../athletes/rules.ts';
import type { ScreenGroup } from './areas.ts';
import type { FlagLevel, Fracture } from './types.ts';

export type QuestionId =
  | `E${1 | 2 | 3 | 4 | 5 | 6 | 7}`
  | `U${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`
  | `S${1 | 2 | 3 | 4}`
  | `G${1 | 2 | 3 | 4 | 5 | 6}`;

export type ScreenLevel = Exclude<FlagLevel, 'none'>;

/** Whom the questions are put to. */
export interface Person {
  /** Under 18. */
  readonly minor: boolean;
  /** Chooses the wording of the question on an old fracture; it is put to everybody. */
  readonly fracture: Fracture;
}

/** The person that an athlete is to the questions. */
export function personOf(athlete: { readonly ageGroup: AgeGroup; readonly fracture: Fracture }): Person {
  return { minor: isMinor(athlete.ageGroup), fracture: athlete.fracture };
}

/** The letter that a list is headed with on the page. */
export type ScreenLetter = 'A' | 'B' | 'C';

/** One list of the page: signs that share a level. They are read, not ticked; one press says "yes, in A". */
export interface ScreenList {
  readonly letter: ScreenLetter;
  readonly level: ScreenLevel;
  readonly signs: readonly QuestionId[];
}

interface Question {
  readonly id: QuestionId;
  readonly level: ScreenLevel;
  readonly groups: readonly ScreenGroup[];
  readonly ask: 'everybody' | 'adults' | 'minors';
}

const BACK: readonly ScreenGroup[] = ['spine', 'leg'];
const LIMB: readonly ScreenGroup[] = ['leg', 'other'];

/** Every warning sign in the order of the handbook. Nobody is asked E5 by itself: minors see it in the printed list. */
export const QUESTIONS: readonly Question[] = [
  ...ids('E', [1, 2, 3, 4, 5, 6, 7]).map((id) => ask(id, 'emergency', BACK)),
  ...ids('G', [2, 3, 4, 5, 6]).map((id) => ask(id, 'emergency', LIMB)),
  ...ids('U', [1, 2, 3, 4, 5, 6, 7, 8]).map((id) => ask(id, 'urgent', BACK)),
  ask('G1', 'urgent', LIMB),
  ask('S1', 'soon', BACK),
  ask('S2', 'soon', BACK, 'minors'),
  ask('S3', 'soon', BACK),
  ask('S4', 'soon', BACK, 'adults'),
];

const LISTS = [
  { letter: 'A', level: 'emergency' },
  { letter: 'B', level: 'urgent' },
  { letter: 'C', level: 'soon' },
] as const;

/**
 * The lists of the one page for an area and a person, most pressing first (handbook §2). A leg has the signs of the
 * back and those of a limb; an area without signs of a level has no such list.
 */
export function screenLists(group: ScreenGroup, person: Person): ScreenList[] {
  const asked = QUESTIONS.filter(
    ({ groups, ask: who }) =>
      groups.includes(group) && (who === 'everybody' || (who === 'minors') === person.minor),
  );
  return LISTS.map((list) => ({
    ...list,
    signs: asked.filter(({ level }) => level === list.level).map(({ id }) => id),
  })).filter(({ signs }) => signs.length > 0);
}

/** Levels from none to the most pressing: a later answer can only raise one. */
export const LEVELS: readonly FlagLevel[] = ['none', 'soon', 'urgent', 'emergency'];

/** Whether one level is more pressing than another. */
export function isMorePressing(level: FlagLevel, than: FlagLevel): boolean {
  return LEVELS.indexOf(level) > LEVELS.indexOf(than);
}

function ids<Letter extends 'E' | 'U' | 'G', Digit extends number>(letter: Letter, digits: readonly Digit[]) {
  return digits.map((digit): `${Letter}${Digit}` => `${letter}${digit}`);
}

function ask(
  id: QuestionId,
  level: ScreenLevel,
  groups: readonly ScreenGroup[],
  who: Question['ask'] = 'everybody',
): Question {
  return { id, level, groups, ask: who };
}
