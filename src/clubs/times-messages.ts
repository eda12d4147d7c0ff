import { ModalBuilder } from '@discordjs/builders';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { customId } from '../discord/custom-ids.ts';
import { textField } from '../discord/layout.ts';
import type { Club } from './store.ts';

/** The form for what is seldom changed. */
export function timesForm(club: Club): APIModalInteractionResponseCallbackData {
  const field = (id: string, label: string, value: string, hint: string) =>
    textField(id, label, { value, hint, max: 60, required: true });
  return new ModalBuilder()
    .setCustomId(customId('setup', 'save-times', {}))
    .setTitle('Times and rules')
    .addLabelComponents(
      field('summary-time', 'Daily summary', club.summaryTime, 'Time of day, like 7:30'),
      field('core', 'Core work', `${club.coreDays.replaceAll(',', ' ')} ${club.coreTime}`, 'Days and time'),
      field(
        'stretch-after',
        'Stretching',
        `${club.stretchAfterMinutes}`,
        'Minutes after a session, 5 to 240',
      ),
      field(
        'quiet',
        'Quiet hours',
        `${club.quietFrom} to ${club.quietTo}`,
        'A late reminder does not go out then',
      ),
      field(
        'light',
        'Light: amber from, red from',
        `${club.amberAt}, ${club.redAt}`,
        '3 or 2, and 6 or 5: stricter only',
      ),
    )
    .toJSON();
}
