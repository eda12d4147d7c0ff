import { ChannelSelectMenuBuilder, ModalBuilder } from '@discordjs/builders';
import { type APIModalInteractionResponseCallbackData, ChannelType } from 'discord-api-types/v10';
import { customId } from '../discord/custom-ids.ts';
import { type Choice, labelled, selectField, textField } from '../discord/layout.ts';
import { type Typed, textOf } from '../reading.ts';
import { TYPE_CHOICES } from '../sessions/messages.ts';
import { LIMITS } from '../sessions/shorthand.ts';
import { WEEKDAYS, type Weekday } from '../time/local.ts';
import { showDate, WEEKDAY_NAMES } from '../time/show.ts';
import { MAX_NOTE } from './read-plan.ts';
import type { Plan, PlanDay } from './types.ts';

/** What `/plan day` offers as type. */
export const PLAN_TYPE_CHOICES: readonly Choice[] = [{ label: 'Rest', value: 'rest' }, ...TYPE_CHOICES];

/** What `/plan day` offers as day. */
export const DAY_CHOICES: readonly Choice[] = WEEKDAYS.map((day) => ({
  label: WEEKDAY_NAMES[day],
  value: day,
}));

/** What the form of a day is filled with. */
export function typedOfDay({ type, work, note }: PlanDay): Typed {
  return { type, work: work ?? '', note: note ?? '' };
}

/** The form of one day, filled. */
export function dayForm(plan: Plan, day: Weekday, filled: Typed): APIModalInteractionResponseCallbackData {
  const text = (field: string) => textOf(filled, field);
  return new ModalBuilder()
    .setCustomId(customId('plan', 'save', { plan: plan.id, day }))
    .setTitle(`Plan of ${WEEKDAY_NAMES[day]}`)
    .addLabelComponents(
      selectField('type', 'Session', PLAN_TYPE_CHOICES, {
        required: true,
        chosen: [text('type') ?? []].flat(),
      }),
      textField('work', 'Work', {
        value: text('work'),
        hint: 'Sets x reps x metres, @ pace, r rest. Empty: as you say on the day.',
        placeholder: '2x10x100 @75% r45',
        max: LIMITS.length,
      }),
      textField('note', 'Note', {
        value: text('note'),
        hint: 'One line, read by everybody in the channel; it calls nobody',
        max: MAX_NOTE,
      }),
    )
    .toJSON();
}

/** The form of a plan's times; with its channel when that is asked for too. */
export function timesForm(
  id: string,
  typed: Typed,
  asks: { readonly channel: boolean } = { channel: false },
): APIModalInteractionResponseCallbackData {
  const form = new ModalBuilder()
    .setCustomId(id)
    .setTitle('Times of the plan')
    .addLabelComponents(
      textField('time', 'Post at', {
        value: textOf(typed, 'time'),
        hint: 'Time of day in the club’s zone, outside the quiet hours',
        placeholder: '7:00',
        max: 10,
      }),
      textField('training', 'Training begins at', {
        value: textOf(typed, 'training'),
        hint: 'The nudge to warm up comes 45 min before it',
        placeholder: '18:00',
        max: 10,
      }),
    );
  if (asks.channel) form.addLabelComponents(channelField(textOf(typed, 'channel')));
  return form.toJSON();
}

function channelField(chosen: string | undefined) {
  const menu = new ChannelSelectMenuBuilder()
    .setCustomId('channel')
    .setPlaceholder('Choose')
    .setChannelTypes(ChannelType.GuildText)
    .setRequired(false)
    .setMinValues(0);
  if (chosen !== undefined) menu.setDefaultChannels(chosen);
  return labelled('Post in', 'Left empty: where it was, or here').setChannelSelectMenuComponent(menu);
}

/** The title of the form that "Log it" opens on a later day; undefined: the form's own. */
export function logTitle({ date }: Typed): string | undefined {
  return date === undefined ? undefined : `Log the session of ${showDate(String(date))}`;
}
