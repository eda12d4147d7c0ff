import { CheckboxGroupBuilder, ModalBuilder, TextDisplayBuilder } from '@discordjs/builders';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Club } from '../clubs/store.ts';
import { customId } from '../discord/custom-ids.ts';
import { type Invocation, typedText } from '../discord/drafts.ts';
import { button, type Choice, labelled, row, selectField } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { type Fracture, isMinor, type Sharing, zoneOf } from './rules.ts';
import type { Athlete } from './store.ts';

const AGES: readonly Choice[] = [
  { label: 'Under 13', value: 'under-13' },
  { label: '13 to 15', value: '13-15' },
  { label: '16 or 17', value: '16-17' },
  { label: '18 or older', value: 'adult' },
];

const SHARING: Readonly<Record<Sharing, { label: string; description: string }>> = {
  'only-me': { label: 'Only me', description: 'Coaches see no entry of mine' },
  'light-only': {
    label: 'Light only',
    description: 'That I trained, the colour of the light, habits; no numbers',
  },
  details: { label: 'Details', description: 'Numbers and notes too' },
};

const FRACTURE: Readonly<Record<Fracture, string>> = {
  none: 'No',
  cleared: 'Yes, and a clinician has cleared me to run',
  uncleared: 'Yes, and I am not cleared yet',
};

const TERMS = [
  'Backstraight is a training diary. It keeps what you log about training and pain, for your club only.',
  'Coaches see what you choose below, and never who said no. Messages pass through Discord.',
  'It is not medical advice, and nobody watches it. Leaving this form keeps nothing.',
].join('\n');

/** The form that makes somebody an athlete. `answered` fills it for somebody who has joined before. */
export function joinForm(opened: {
  readonly draft: string;
  readonly answered: Athlete | null;
}): APIModalInteractionResponseCallbackData {
  const { draft, answered } = opened;
  const sharing = Object.entries(SHARING).map(([value, words]) => ({ value, ...words }));
  const fracture = Object.entries(FRACTURE).map(([value, label]) => ({ value, label }));
  const agreements = new CheckboxGroupBuilder()
    .setCustomId('agree')
    .setMinValues(0)
    .setMaxValues(2)
    .setRequired(false)
    .addOptions(
      { label: 'I agree that my entries are kept', value: 'agree', default: answered !== null },
      { label: 'Remind me by direct message', value: 'remind', default: answered?.wantsDirect ?? false },
    );
  return new ModalBuilder()
    .setCustomId(customId('join', 'submit', { draft }))
    .setTitle('Join Backstraight')
    .addTextDisplayComponents(new TextDisplayBuilder().setContent(TERMS))
    .addLabelComponents(
      selectField('age', 'How old are you?', AGES, {
        required: true,
        chosen: answered ? [answered.ageGroup] : [],
      }),
      selectField('sharing', 'What may your coaches see?', sharing, {
        chosen: answered ? [answered.sharing] : [],
        placeholder: 'Light only; under 18: only me',
      }),
      selectField('fracture', 'Have you ever broken a vertebra (back bone)?', fracture, {
        required: true,
        chosen: answered ? [answered.fracture] : [],
        hint: 'It makes the light stricter.',
      }),
      labelled('Do you agree?', 'Say no, or stop later: it costs you nothing.').setCheckboxGroupComponent(
        agreements,
      ),
    )
    .toJSON();
}

/** When the form cannot open at once: a button that opens it, with what was typed in sight. */
export function joinFirstPanel(draft: string, resume: Invocation | null): Panel {
  const waiting = resume ? `\nThen I go on with \`${typedText(resume).replaceAll('`', "'")}\`.` : '';
  return {
    content: `Join first: it takes half a minute.${waiting}`,
    components: [row(button(customId('join', 'open', { draft }), 'Join', 'main'))],
  };
}

/** Why somebody could not join, with what was typed before; `draft` null: there is no way on. */
export function joinRefusedPanel(refused: {
  readonly why: string;
  readonly draft: string | null;
  readonly waiting: Invocation | null;
  readonly isMember: boolean;
}): Panel {
  const { why, draft, waiting, isMember } = refused;
  const typed = waiting ? `\nYou typed: \`${typedText(waiting).replaceAll('`', "'")}\`` : '';
  const kept = isMember ? '\nYour diary is as it was. To stop, delete it.' : '';
  const content = `${why}${kept}${typed}`.slice(0, 2000);
  if (draft === null) return { content };
  const buttons = [button(customId('join', 'open', { draft }), 'Back to the form', 'main')];
  if (isMember) buttons.push(button(customId('join', 'leave', {}), 'Delete my diary', 'danger'));
  return { content, components: [row(...buttons)] };
}

/** Before a diary is deleted. */
export function leaveQuestion(): Panel {
  return {
    content:
      'Delete your diary? Sessions, pain, habits and reminders go at once, and nobody can bring them back.',
    components: [row(button(customId('join', 'leave-yes', {}), 'Yes, delete it for good', 'danger'))],
  };
}

/** After a diary was deleted. */
export function leftPanel(): Panel {
  return { content: 'Deleted. Nothing of yours is kept in this club. `/join` starts afresh.' };
}

/**
 * After joining: what is seen, what is sent, and how to change it. `isLost`: what was typed before is gone; `isPress`: a
 * button brought them here, which cannot go on by itself.
 */
export function joinedPanel(joined: {
  readonly athlete: Athlete;
  readonly club: Club;
  readonly reminders: readonly string[];
  readonly isLost: boolean;
  readonly isPress: boolean;
}): Panel {
  const { athlete, club, reminders } = joined;
  const seen = SHARING[athlete.sharing];
  const lines = [
    '**You are in.**',
    `Coaches see: **${seen.label}**. ${seen.description}.`,
    reminders.length > 0
      ? `Reminders by direct message: ${reminders.join(' · ')}. Change them with \`/remind\`.`
      : 'No reminders. `/remind add` makes one.',
    `Times are in ${zoneOf(athlete, club)}. Elsewhere? \`/join time-zone:\``,
    'To change an answer, or to delete your diary (untick “I agree”), run `/join` again.',
  ];
  if (joined.isLost) lines.push('I no longer have what you typed before this form. Please run it again.');
  if (joined.isPress) lines.push('**Now press that button again.**');
  if (isMinor(athlete.ageGroup)) lines.push('-# No coach can write to you through this bot.');
  return { content: lines.join('\n') };
}

/** Beside an answer, once after Discord refused a direct message: where reminders come now; null: nowhere. */
export function directClosedPanel(channelId: string | null): Panel {
  const instead =
    channelId === null ? 'reminders do not arrive' : `reminders come in <#${channelId}> instead`;
  return {
    content: `Your direct messages are closed: ${instead}. Open them in this server’s privacy settings, then:`,
    components: [row(button(customId('remind', 'test', {}), 'Try again', 'main'))],
  };
}
