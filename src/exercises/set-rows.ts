// The buttons and menus under a set of exercises.
import type { Preferences } from '../athletes/store.ts';
import { customId } from '../discord/custom-ids.ts';
import { button, row, select } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { levelWithin } from './dose-rules.ts';
import type { Answer } from './level-rules.ts';
import { exerciseOf, KIT, type Kit, readKit } from './menu.ts';
import { MINUTES } from './rules.ts';
import { doneOf } from './shown-set.ts';
import type { ExerciseSet } from './store.ts';

/** What kit is called. */
export const KIT_LABELS: Readonly<Record<Kit, string>> = {
  mat: 'Mat',
  band: 'Band',
  dumbbell: 'Dumbbell',
  ball: 'Gym ball',
  'med-ball': 'Med ball, 2 to 4 kg',
  strap: 'Strap or towel',
  chair: 'Chair',
  wall: 'Wall',
};

/** Which menu stands open under the buttons. */
export type Opened = 'none' | 'swap' | 'made-by';

/** The rows under a set: what to do with it, what it is made by, and a menu where one was opened. */
export function setRows(
  set: ExerciseSet,
  preferences: Preferences,
  opened: Opened,
): NonNullable<Panel['components']> {
  if (set.state === 'done') return howRows(set);
  const isEmpty = set.exercises.length === 0;
  return [...(isEmpty ? [] : [mainRow(set)]), doseRow(set, isEmpty), ...openedRows(set, preferences, opened)];
}

/** "How was it?" under a done set, until it is answered. */
export function howRows({ id, menu, answer }: ExerciseSet): NonNullable<Panel['components']> {
  if (answer !== null) return [];
  const how = (value: Answer, label: string) =>
    button(customId(menu, 'how', { set: id, answer: value }), label);
  return [row(how('easy', 'Easy'), how('right', 'Right'), how('hard', 'Hard'))];
}

/** What to do with a set; two short rows are all that a phone shows without breaking them. */
function mainRow({ id, menu }: ExerciseSet) {
  const args = { set: id };
  return row(
    button(customId(menu, 'done', args), 'Done', 'main'),
    button(customId(menu, 'swap', args), 'Swap one'),
    button(customId(menu, 'not-today', args), 'Not today'),
  );
}

/** Easier and Harder carry the shift that they lead to, so the same press twice is one; the last opens its questions. */
function doseRow({ id, menu, shift, level }: ExerciseSet, isEmpty: boolean) {
  const args = { set: id };
  const now = levelWithin(level + shift);
  const shiftTo = (by: number) => customId(menu, 'shift', { ...args, by: `${by}` });
  const doses = [
    button(shiftTo(levelWithin(now - 1) - level), 'Easier', 'plain', now === 1 || shift < 0),
    button(shiftTo(levelWithin(now + 1) - level), 'Harder', 'plain', now === 3 || shift > 0),
  ];
  return row(...(isEmpty ? [] : doses), button(customId(menu, 'made-by', args), 'Kit, time, back'));
}

/** Both answers about arching the back; the one that was given is marked, and can be changed. */
function archingRow({ id, menu }: ExerciseSet, { arching }: Preferences) {
  const says = (how: 'hurts' | 'fine', label: string) =>
    button(
      customId(menu, 'arching', { set: id, how }),
      arching === how ? `${label} ✓` : label,
      'plain',
      arching === how,
    );
  return row(says('hurts', 'Arching my back hurts'), says('fine', 'Arching is fine'));
}

function openedRows(
  set: ExerciseSet,
  preferences: Preferences,
  opened: Opened,
): NonNullable<Panel['components']> {
  const { id, menu, exercises, minutes } = set;
  const args = { set: id };
  if (opened === 'swap' && exercises.length > 0) {
    const choices = doneOf(set).map((number) => ({
      label: exerciseOf(number)?.name ?? `${number}`,
      value: `${number}`,
    }));
    return [row(select(customId(menu, 'swap-out', args), 'Swap which one?', choices))];
  }
  if (opened === 'made-by') {
    const kits = KIT.map((value) => ({ label: KIT_LABELS[value], value }));
    const times = MINUTES.map((each) => ({ label: `${each} minutes`, value: `${each}` }));
    const kit = select(customId(menu, 'save-kit', args), 'What do you have?', kits, readKit(preferences.kit));
    return [
      row(kit.setMinValues(0).setMaxValues(KIT.length)),
      row(select(customId(menu, 'save-minutes', args), 'How long?', times, [`${minutes}`])),
      archingRow(set, preferences),
    ];
  }
  return [];
}
