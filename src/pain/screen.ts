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

/** One step of the dialogue: a list of signs that share a level. A "yes" to any ends the dialogue. */
export interface ScreenStep {
  readonly level: ScreenLevel;
  /** What the athlete can tick, at most 9. */
  readonly asked: readonly QuestionId[];
  /** What the printed list names: the same, and for minors E5, which they are not asked. */
  readonly printed: readonly QuestionId[];
}

interface Question {
  readonly id: QuestionId;
  readonly level: ScreenLevel;
  readonly groups: readonly ScreenGroup[];
  readonly ask: 'everybody' | 'adults' | 'minors' | 'adults-printed-for-minors';
}

const BACK: readonly ScreenGroup[] = ['spine', 'leg'];
const LIMB: readonly ScreenGroup[] = ['leg', 'other'];

/** Every warning sign in the order of the handbook. */
export const QUESTIONS: readonly Question[] = [
  ...ids('E', [1, 2, 3, 4]).map((id) => ask(id, 'emergency', BACK)),
  ask('E5', 'emergency', BACK, 'adults-printed-for-minors'),
  ...ids('E', [6, 7]).map((id) => ask(id, 'emergency', BACK)),
  ...ids('G', [2, 3, 4, 5, 6]).map((id) => ask(id, 'emergency', LIMB)),
  ...ids('U', [1, 2, 3, 4, 5, 6, 7, 8]).map((id) => ask(id, 'urgent', BACK)),
  ask('G1', 'urgent', LIMB),
  ask('S1', 'soon', BACK),
  ask('S2', 'soon', BACK, 'minors'),
  ask('S3', 'soon', BACK),
  ask('S4', 'soon', BACK, 'adults'),
];

// For a leg the emergency signs of the back and those of a limb are two steps, so that a list stays short.
const STEPS: readonly { level: ScreenLevel; letters: string }[] = [
  { level: 'emergency', letters: 'E' },
  { level: 'emergency', letters: 'G' },
  { level: 'urgent', letters: 'UG' },
  { level: 'soon', letters: 'S' },
];

/** The steps of the screen for an area and a person, most pressing first; a group without signs of a level has no such step. */
export function screenSteps(group: ScreenGroup, person: Person): ScreenStep[] {
  return STEPS.map(({ level, letters }) => {
    const here = QUESTIONS.filter(
      (question) => question.level === level && letters.includes(question.id.charAt(0)),
    );
    return stepOf(
      level,
      here.filter((question) => question.groups.includes(group)),
      person,
    );
  }).filter((step) => step.asked.length > 0);
}

function stepOf(level: ScreenLevel, here: readonly Question[], person: Person): ScreenStep {
  const asked = here.filter(({ ask: who }) => who === 'everybody' || (who === 'minors') === person.minor);
  const printed = here.filter(
    (question) => asked.includes(question) || question.ask === 'adults-printed-for-minors',
  );
  return { level, asked: asked.map(({ id }) => id), printed: printed.map(({ id }) => id) };
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
