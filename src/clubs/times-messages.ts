import { ModalBuilder } from '@discordjs/builders';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { customId } from '../discord/custom-ids.ts';
import { textField } from '../discord/layout.ts';
import { type Typed, textOf } from '../reading.ts';
import type { Club } from './store.ts';

/** What the form of times and rules is filled with. */
export function typedOfTimes(club: Club): Typed {
  return {
    'summary-time': club.summaryTime,
    core: `${club.coreDays.replaceAll(',', ' ')} ${club.coreTime}`,
    'stretch-after': club.stretchAfterMinutes,
    quiet: `${club.quietFrom} to ${club.quietTo}`,
    light: `${club.amberAt}, ${club.redAt}`,
  };
}

/** The form for what is seldom changed, filled. */
export function timesForm(filled: Typed): APIModalInteractionResponseCallbackData {
  const field = (id: string, label: string, hint: string) =>
    textField(id, label, { value: textOf(filled, id), hint, max: 60, required: true });
  return new ModalBuilder()
    .setCustomId(customId('setup', 'save-times', {}))
    .setTitle('Times and rules')
    .addLabelComponents(
      field('summary-time', 'Daily summary', 'Time of day, like 7:30'),
      field('core', 'Core work', 'Days and time'),
      field('stretch-after', 'Stretching', 'Minutes after a session, 5 to 240'),
      field('quiet', 'Quiet hours', 'A late reminder does not go out then'),
      field('light', 'Light: amber from, red from', '3 or 2, and 6 or 5: stricter only'),
    )
    .toJSON();
}
