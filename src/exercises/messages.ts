/** Sets of exercises in words: what to do, how much, what stands against it (handbook §7). */

import type { Athlete, Preferences } from '../athletes/store.ts';
import { customId } from '../discord/custom-ids.ts';
import { button, row } from '../discord/layout.ts';
import type { Panel, PanelFile } from '../discord/panel.ts';
import { doneMessage } from '../habits/messages.ts';
import { areaLabel } from '../pain/areas.ts';
import { personOf } from '../pain/screen.ts';
import { endText } from '../pain/screen-text.ts';
import { showDate } from '../time/show.ts';
import type { Answered } from './answer-set.ts';
import type { Block } from './block-rules.ts';
import type { Changed, LeftOut } from './change-set.ts';
import { levelWithin } from './dose-rules.ts';
import { setPicture } from './figures.ts';
import type { FinishedReminder } from './finish-reminded.ts';
import type { Finished } from './finish-set.ts';
import type { Given } from './give-set.ts';
import { EASY_TO_RISE } from './level-rules.ts';
import { exerciseOf, kitFor, type Menu, readKit } from './menu.ts';
import { MOST_PAIN } from './rules.ts';
import { howRows, KIT_LABELS, type Opened, setRows } from './set-rows.ts';
import { itemsOf, minutesOfSet, type SetItem } from './shown-set.ts';
import type { ExerciseSet } from './store.ts';

const TITLES: Readonly<Record<Menu, string>> = { core: 'Core work', stretch: 'Stretching' };

/** The answer to a command or a press: today's set, or why there is none. `opened`: the menu under the buttons. */
export function givenPanel(given: Changed, opened: Opened = 'none'): Panel {
  if (given.kind === 'blocked') return blockedPanel(given.menu, given.block, given.athlete);
  return given.kind === 'old' ? oldSetPanel(given.set) : setPanel(given, opened);
}

function setPanel({ set, athlete, isLate }: Extract<Given, { kind: 'set' }>, opened: Opened): Panel {
  const lines = [headline(set)];
  if (isLate && set.state !== 'done') lines.push(lateLine(set, athlete.preferences));
  const items = itemsOf(set);
  if (items.length === 0) lines.push(nothingLine(set));
  else lines.push(...items.map(itemLine), ...safetyLines(set.menu));
  const files = items.length === 0 ? [] : [pictureOf(items, athlete.preferences.pictureTheme)];
  return { content: lines.join('\n'), components: setRows(set, athlete.preferences, opened), files };
}

function pictureOf(items: readonly SetItem[], theme: Preferences['pictureTheme']): PanelFile {
  const { png, alt } = setPicture(items, theme);
  return { name: 'set.png', data: png, alt };
}

function headline(set: ExerciseSet): string {
  const level = levelWithin(set.level + set.shift);
  const shifted = level === set.level ? '' : set.shift < 0 ? ', easier today' : ', harder today';
  const time = set.exercises.length === 0 ? '' : ` · about ${minutesOfSet(set)} min`;
  const seat = set.seated ? ' on a chair' : '';
  const done = set.state === 'done' ? ' · done ✓' : '';
  return `**${TITLES[set.menu]}${seat}, ${showDate(set.localDate)}** · level ${level}${shifted}${time}${done}`;
}

function itemLine({ number, name, dose, cue }: SetItem, index: number): string {
  return `${index + 1}. **${name}** ${dose}${kitText(number)}: ${cue}`;
}

/** The kit that an exercise needs, in brackets, unless its name says it. */
function kitText(number: number): string {
  const exercise = exerciseOf(number);
  const kit = exercise && kitFor(exercise);
  if (!kit || exercise.name.toLowerCase().includes(kit)) return '';
  return kit === 'med-ball' ? ` (med ball, ${exercise.kit})` : ` (${KIT_LABELS[kit].toLowerCase()})`;
}

/** The 9 p.m. rule [D]: hungry and late, eat first, or what can be done on a chair; never chew lying down. */
function lateLine({ menu, seated }: ExerciseSet, { kit }: Preferences): string {
  if (seated)
    return 'Hungry? Eat first, or do this while dinner is on. Never chew lying down. 4 to 6 minutes count.';
  if (menu === 'core') return 'It is late. Hungry? Eat first, and never chew lying down. 5 minutes count.';
  const chair = readKit(kit).includes('chair') ? ' `/stretch seated:True` goes while dinner is on.' : '';
  return `It is late. Hungry? Eat first.${chair} 4 to 6 minutes count.`;
}

function nothingLine({ seated }: ExerciseSet): string {
  const where = seated ? 'on a chair ' : '';
  return `Nothing new fits ${where}today with your kit and your back. Rest counts too. More kit? Tell me below.`;
}

function safetyLines(menu: Menu): string[] {
  const evidence =
    menu === 'core'
      ? 'Core control and pilates rank well in adults with long-lasting low-back pain (Owen 2020).'
      : 'Stretching is for range and routine, not for faster recovery (Afonso 2021).';
  return [
    `At pain ${MOST_PAIN} or less. Stop if a leg hurts, tingles, goes numb.`,
    `-# ${evidence} Level, mix: fixed club rules, not medical evidence.`,
  ];
}

/** Why there are no exercises now, and the way on (handbook §2, Never 2 and 3). */
export function blockedPanel(menu: Menu, block: Block, athlete: Athlete): Panel {
  if (block.why !== 'flag') return { content: blockText(menu, block) };
  const reviewed = customId('pain', 'reviewed', { report: block.reportId });
  return {
    content: [
      '**No exercises while a warning sign is open.**',
      endText(block.level, personOf(athlete)),
      'Has a doctor or physio looked at it? Then tell me, and ask again.',
    ].join('\n'),
    components: [row(button(reviewed, 'A clinician has reviewed it'))],
  };
}

const GENTLE = 'Walk a little. Easy mobility only if it does not hurt.';
const NOTHING_LOST = 'Rest counts too, and nothing is lost.';

function blockText(menu: Menu, block: Exclude<Block, { why: 'flag' }>): string {
  const what = menu === 'core' ? 'core work' : 'stretching';
  switch (block.why) {
    case 'red':
      return `**Today was red: no ${what}.** ${GENTLE}\n${NOTHING_LOST} Tomorrow is another day.`;
    case 'leg':
      return `**No ${what} with tingling, numbness or shooting pain.** Rest from exercises today.\n${NOTHING_LOST} Does it stay? See a doctor or physio.`;
    case 'question':
      return `**First your pain report: a question in it is open.** Press its buttons, or run \`/pain\` again.\nThen I know what fits.`;
    case 'pain':
      return `**No ${what} at pain ${block.now}** (${areaLabel(block.area)}, ${showDate(block.localDate)}). Exercises need ${MOST_PAIN} or less.\n${GENTLE} Better now? \`/pain\` tells me.`;
    case 'amber':
      return `**Today was amber: no set.** ${GENTLE}\n${NOTHING_LOST}`;
  }
}

/** A set of another day: its buttons change nothing any more. */
function oldSetPanel({ menu, localDate }: ExerciseSet): Panel {
  return {
    content: `That set was for ${showDate(localDate)}. Nothing was changed. \`/${menu}\` gives today’s.`,
  };
}

/** After Done: how was it? */
export function donePanel({ kind, set }: Finished): Panel {
  if (kind === 'old') return oldSetPanel(set);
  const { menu, answer } = set;
  const question = answer === null ? ' How was it?' : '';
  return { content: `**${TITLES[menu]}: done. Noted.**${question}`, components: howRows(set) };
}

/** After Done on a reminder that is for several: only the one who pressed reads it. */
export function sharedDonePanel({ habit, set }: FinishedReminder): Panel {
  const noted = `**${TITLES[habit]}: done. Noted.**`;
  if (set === null || set.answer !== null) return { content: noted };
  return { content: `${noted} How was it?`, components: howRows(set) };
}

/** After Done on a reminder. `inChannel`: others read it, so how the set was is not asked there. */
export function remindedDonePanel(
  { habit, set }: FinishedReminder,
  deliveryId: string,
  inChannel: boolean,
): Panel {
  const noted = doneMessage(habit, deliveryId);
  if (set === null || set.answer !== null || inChannel) return noted;
  const components = [...(noted.components ?? []), ...howRows(set)];
  return { content: `${noted.content} How was it?`, components };
}

/** After the answer to "How was it?": what follows from it (handbook §7, levels). */
export function answeredPanel({ set, easyAnswers }: Answered): Panel {
  const left = EASY_TO_RISE - (easyAnswers ?? 0);
  const easy =
    set.shift < 0
      ? 'With that day’s easier doses it does not count for the level.'
      : easyAnswers === null
        ? 'The level has changed since, so it does not count any more.'
        : set.level === 3
          ? 'That is the top level already.'
          : left > 0
            ? `${left} more easy ${left === 1 ? 'set' : 'sets'}, and the level goes up.`
            : 'That was three: next time the level goes up.';
  const texts = {
    easy: `Easy. ${easy}`,
    right: 'Just right. The level stays.',
    hard: 'Hard. The level stays; press Easier next time if you like.',
  };
  return { content: `**${TITLES[set.menu]}: done. Noted.** ${set.answer === null ? '' : texts[set.answer]}` };
}

/** After Not today: no blame, and a way back. */
export function leftOutPanel({ kind, set }: LeftOut): Panel {
  const { id, menu } = set;
  if (kind === 'old') return oldSetPanel(set);
  if (set.state === 'done') return { content: `**${TITLES[menu]}: done already.** It stays noted.` };
  return {
    content: `**Not today: fine.** ${NOTHING_LOST} Tomorrow is another day.`,
    components: [row(button(customId(menu, 'back', { set: id }), 'Show it after all'))],
  };
}
