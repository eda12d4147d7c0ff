import { ModalBuilder, RadioGroupBuilder } from '@discordjs/builders';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { customId } from '../discord/custom-ids.ts';
import { button, labelled, row } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { showDate } from '../time/show.ts';
import type { OpenCheckIn, SavedCheckIn } from './check-in.ts';
import {
  type Answers,
  BODY_ITEMS,
  ITEMS,
  type Item,
  isLow,
  itemsOf,
  LOW_Z,
  MIN_ENTRIES,
  totalOf,
  type Usual,
} from './rules.ts';

/** What each item asks, and its five steps, worst first. */
const WORDS: Readonly<
  Record<Item, { readonly ask: string; readonly steps: readonly [string, string, string, string, string] }>
> = {
  fatigue: {
    ask: 'How fresh are you?',
    steps: ['Very tired', 'Tired', 'A bit tired', 'Fresh', 'Very fresh'],
  },
  sleep: {
    ask: 'How did you sleep?',
    steps: ['Slept very badly', 'Slept badly', 'Slept so-so', 'Slept well', 'Slept very well'],
  },
  soreness: {
    ask: 'How sore are your muscles?',
    steps: ['Very sore', 'Sore', 'A bit sore', 'Hardly sore', 'Not sore'],
  },
  stress: {
    ask: 'How stressed are you?',
    steps: ['Very stressed', 'Stressed', 'A bit stressed', 'Calm', 'Very calm'],
  },
  mood: {
    ask: 'How is your mood?',
    steps: ['Very low mood', 'Low mood', 'So-so mood', 'Good mood', 'Very good mood'],
  },
};

const RULE =
  '-# Fixed club rule on your own last 28 days, not medical evidence. No message goes to your coach.';

/** The form of a morning: a question a line of taps, filled with what was answered before. */
export function checkInForm(
  { day, answered, asksMind }: OpenCheckIn,
  id: string = customId('checkin', 'submit', { day }),
): APIModalInteractionResponseCallbackData {
  const items = asksMind ? ITEMS : BODY_ITEMS;
  return new ModalBuilder()
    .setCustomId(id)
    .setTitle(`Check-in, ${showDate(day)}`)
    .addLabelComponents(items.map((item) => itemField(item, answered)))
    .toJSON();
}

function itemField(item: Item, answered: Answers | null) {
  const { ask, steps } = WORDS[item];
  const group = new RadioGroupBuilder()
    .setCustomId(item)
    .setRequired(true)
    .addOptions(
      steps.map((words, index) => ({
        label: `${index + 1}: ${words.toLowerCase()}`,
        value: `${index + 1}`,
        default: answered?.[item] === index + 1,
      })),
    );
  return labelled(ask).setRadioGroupComponent(group);
}

/** When the form cannot open at once. */
export function checkInFirstPanel(): Panel {
  return {
    content: 'Now your check-in: a few taps.',
    components: [row(button(customId('checkin', 'open', {}), 'Check in', 'main'))],
  };
}

/** An Edit button of an earlier day was pressed. */
export function pastDayPanel(day: string): Panel {
  return {
    content: `That was ${showDate(day)}, and it stays as it is. Here is today’s:`,
    components: [row(button(customId('checkin', 'open', {}), 'Check in', 'main'))],
  };
}

/** After a morning was saved: its total against the athlete's own usual, and a question when two running were low. */
export function checkInPanel(saved: SavedCheckIn): Panel {
  const { entry } = saved;
  const { total, most } = totalOf(entry);
  const lines = [
    `**Check-in, ${showDate(entry.localDate)}: ${total} of ${most}**`,
    `${itemsOf(entry)
      .map((item) => `${WORDS[item].steps[(entry[item] ?? 1) - 1]} (${entry[item]})`)
      .join(' · ')}`,
    usualText(saved, total),
  ];
  if (saved.asksWhatIsUp) lines.push(...WHAT_IS_UP);
  lines.push(RULE);
  const buttons = [button(customId('checkin', 'edit', { day: entry.localDate }), 'Edit')];
  if (saved.asksWhatIsUp) buttons.push(button(customId('pain', 'open', {}), 'Something hurts', 'main'));
  if (saved.isWeeklyDue) buttons.push(button(customId('checkin', 'weekly-start', {}), 'Weekly questions'));
  return { content: lines.join('\n'), components: [row(...buttons)] };
}

const WHAT_IS_UP = [
  '**Your last two check-ins are well below your usual. Is something up?**',
  'If something hurts, tap below. If it is something else, talk to somebody you trust.',
];

function usualText({ usual }: SavedCheckIn, total: number): string {
  const { entries, mean, spread, z } = usual;
  if (mean === null || spread === null) {
    return `This is check-in ${entries + 1} in 28 days. After ${MIN_ENTRIES} I show your usual.`;
  }
  const known = `Your usual: ${mean.toFixed(1)}, give or take ${spread.toFixed(1)} (${entries} check-ins).`;
  if (z === null) return `${known} Your days are too alike to compare.`;
  return `${known} ${comparison(usual, total - mean)}`;
}

function comparison(usual: Usual, above: number): string {
  if (isLow(usual)) return 'This is **well below** it.';
  if ((usual.z ?? 0) >= -LOW_Z) return 'This is well above it.';
  if (Math.abs(above) < 0.5) return 'This is right on it.';
  return above < 0 ? 'This is a bit below it.' : 'This is a bit above it.';
}

/** After questions were switched on or off. */
export function choicePanel(chosen: { readonly mind?: boolean; readonly weekly?: boolean }): Panel {
  const lines: string[] = [];
  const buttons = [button(customId('checkin', 'open', {}), 'Check in', 'main')];
  if (chosen.mind !== undefined) {
    lines.push(
      chosen.mind
        ? 'Stress and mood: **on**. The check-in asks all five.'
        : 'Stress and mood: **off**. The check-in asks for the body only.',
    );
  }
  if (chosen.weekly === true) {
    lines.push(
      'Weekly questions: **on**. Once a week the check-in offers them: four taps on one sore spot.',
      '-# OSTRC-style, not the validated questionnaire. `/checkin weekly:off` ends it.',
    );
    buttons.push(button(customId('checkin', 'weekly-start', {}), 'Weekly questions'));
  }
  if (chosen.weekly === false)
    lines.push('Weekly questions: **off**. What you answered stays in your diary.');
  return { content: lines.join('\n'), components: [row(...buttons)] };
}
