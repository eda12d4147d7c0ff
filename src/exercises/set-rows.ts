// The buttons and menus under a set of exercises.
import type { Preferences } from '../athletes/store.ts';
import { customId } from '../discord/custom-ids.ts';
import { button, row, select } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { levelWithin } from './dose-rules.ts';
import { exerciseOf, KIT, type Kit, readKit } from './menu.ts';
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

/** Minutes that a set can be asked for. */
export const MINUTES = [5, 10, 15, 20] as const;

/** Which menu stands open under the buttons. */
export type Opened = 'none' | 'swap' | 'kit' | 'minutes';

/** The rows under a set: what to do with it, what it is made by, and a menu where one was opened. */
export function setRows(
  set: ExerciseSet,
  preferences: Preferences,
  opened: Opened,
): NonNullable<Panel['components']> {
  if (set.state === 'done') return [];
  const { id, menu, exercises, shift, level } = set;
  const args = { set: id };
  const now = levelWithin(level + shift);
  const isEmpty = exercises.length === 0;
  const shiftTo = (by: number) => customId(menu, 'shift', { ...args, by: `${by}` });
  const arching = preferences.arching === 'hurts' ? 'fine' : 'hurts';
  return [
    row(
      button(customId(menu, 'done', args), 'Done', 'main', isEmpty),
      button(customId(menu, 'swap', args), 'Swap one', 'plain', isEmpty),
      button(shiftTo(levelWithin(now - 1) - level), 'Easier', 'plain', isEmpty || now === 1 || shift < 0),
      button(shiftTo(levelWithin(now + 1) - level), 'Harder', 'plain', isEmpty || now === 3 || shift > 0),
      button(customId(menu, 'not-today', args), 'Not today'),
    ),
    row(
      button(customId(menu, 'kit', args), 'My kit'),
      button(
        customId(menu, 'arching', { ...args, how: arching }),
        arching === 'hurts' ? 'Arching my back hurts' : 'Arching my back is fine',
      ),
      button(customId(menu, 'minutes', args), 'Minutes'),
    ),
    ...openedRows(set, preferences, opened),
  ];
}

function openedRows(
  { id, menu, exercises, minutes }: ExerciseSet,
  { kit }: Preferences,
  opened: Opened,
): NonNullable<Panel['components']> {
  const args = { set: id };
  if (opened === 'swap' && exercises.length > 0) {
    const choices = exercises.map((number) => ({
      label: exerciseOf(number)?.name ?? `${number}`,
      value: `${number}`,
    }));
    return [row(select(customId(menu, 'swap-out', args), 'Swap which one?', choices))];
  }
  if (opened === 'kit') {
    const choices = KIT.map((value) => ({ label: KIT_LABELS[value], value }));
    const kits = select(customId(menu, 'save-kit', args), 'What do you have?', choices, readKit(kit));
    return [row(kits.setMinValues(0).setMaxValues(KIT.length))];
  }
  if (opened === 'minutes') {
    const choices = MINUTES.map((each) => ({ label: `${each} minutes`, value: `${each}` }));
    return [row(select(customId(menu, 'save-minutes', args), 'How long?', choices, [`${minutes}`]))];
  }
  return [];
}
