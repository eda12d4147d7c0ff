/** One entry in full, the question before it is deleted, and what is said afterwards. */
import { ModalBuilder } from '@discordjs/builders';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { customId } from '../discord/custom-ids.ts';
import { button, row, selectField, textField } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { areaLabel } from '../pain/areas.ts';
import { KIND_CHOICES, painNumbers } from '../pain/form-messages.ts';
import type { Person } from '../pain/screen.ts';
import { endText } from '../pain/screen-text.ts';
import type { FlagLevel } from '../pain/types.ts';
import { MAX_NOTES } from '../reading.ts';
import { showDate, showMoment } from '../time/show.ts';
import { entryDetails } from './entry-messages.ts';
import { goneText } from './gone-messages.ts';
import { entryLine } from './line-messages.ts';
import type { Place } from './messages.ts';
import { packId } from './place-codes.ts';
import { mayDelete, mendable } from './rules.ts';
import type { TakenOut } from './take-out.ts';
import type { Entry, OpenedEntry, ReportEntry } from './types.ts';

/** Why a report stays, and how that ends (handbook §2). */
export const SIGN_STAYS =
  'No clinician has reviewed its warning sign yet, so this report stays as it is. Has a doctor or physio looked at it? Then press the button.';
const SIGN_ELSEWHERE = 'While a warning sign is open, pain reports cannot be edited.';
const SIGN_BEFORE = 'Its light came from a warning sign, so its numbers stay. You can delete it.';
const LIGHT_OPEN = 'A question was left open. Press Edit to answer it and get a light.';

const RULE = 'the light is a fixed club rule, not medical evidence';

/** Who reads it: in which IANA zone, and how warning signs are put to them. */
export interface Reader {
  readonly zone: string;
  readonly person: Person;
}

/** Everything about one entry, and what can be done with it; an open warning sign says again what to do. */
export function detailPanel(opened: OpenedEntry, place: Place, reader: Reader, opening = ''): Panel {
  const { entry, signOpen } = opened;
  const note = noteOn(opened, reader.person);
  const lines = [
    ...(opening === '' ? [] : [opening]),
    ...entryDetails(entry, signOpen),
    ...(note === '' ? [] : [note]),
    `-# Logged ${showMoment(entry.at, reader.zone)}${entry.kind === 'report' ? ` · ${RULE}` : ''}`,
  ];
  return { content: lines.join('\n').slice(0, 2000), components: [row(...buttonsOf(opened, place))] };
}

function noteOn(opened: OpenedEntry, person: Person): string {
  const { entry, signOpen } = opened;
  switch (entry.kind) {
    case 'report':
      if (entry.facts.sign === 'open') return `${adviceOf(entry.facts.signLevel, person)}${SIGN_STAYS}`;
      if (mendable(opened)) return entry.facts.light === 'ask' ? LIGHT_OPEN : '';
      return signOpen ? SIGN_ELSEWHERE : SIGN_BEFORE;
    case 'check-in':
      return 'To change today’s check-in, run `/checkin` again.';
    default:
      return '';
  }
}

function adviceOf(level: FlagLevel, person: Person): string {
  return level === 'none' ? '' : `${endText(level, person)}\n`;
}

function buttonsOf(opened: OpenedEntry, place: Place) {
  const { entry } = opened;
  const back = button(customId('history', 'back', { ...place }), 'Back');
  const gone = button(customId('history', 'delete', { ...place, ...keyOf(entry) }), 'Delete', 'danger');
  switch (entry.kind) {
    case 'session':
      return [
        button(customId('log', 'edit', { session: entry.id }), 'Edit', 'main'),
        button(customId('log', 'more', { session: entry.id }), 'Date, habits, notes'),
        back,
        gone,
      ];
    case 'report': {
      const mend = customId('history', 'mend', { ...place, entry: packId(entry.id) });
      const reviewed = customId('pain', 'reviewed', { report: entry.id });
      if (!mayDelete(entry.facts)) return [button(reviewed, 'A clinician has reviewed it'), back];
      return [...(mendable(opened) ? [button(mend, 'Edit', 'main')] : []), back, gone];
    }
    default:
      return [back, gone];
  }
}

/** Before anything is deleted: a tap by accident must not do it. */
export function deleteQuestion({ entry, signOpen }: OpenedEntry, place: Place): Panel {
  const args = { ...place, ...keyOf(entry) };
  const hanging =
    entry.kind === 'session' ? '\n-# Its stretch reminder goes too. Pain reports of that day stay.' : '';
  return {
    content: `Delete this for good?\n**${showDate(entry.localDate)}** · ${entryLine(entry, signOpen)}${hanging}`,
    components: [
      row(
        button(customId('history', 'sure', args), 'Yes, delete it', 'danger'),
        button(customId('history', 'keep', args), 'Keep it'),
      ),
    ],
  };
}

/** After it: what it was, so that it can be typed again. `today`: the athlete's local date. */
export function deletedPanel(taken: TakenOut, place: Place, today: string): Panel {
  return {
    content: goneText('Deleted', taken, today).join('\n').slice(0, 2000),
    components: [row(button(customId('history', 'back', { ...place }), 'Back to the list'))],
  };
}

/** The numbers and notes of a report, filled with what was said; when and at which rep stays. */
export function mendForm({ id, facts }: ReportEntry, place: Place): APIModalInteractionResponseCallbackData {
  const { area, now, start, kinds, growing, strideChanged, notes } = facts;
  const signs = [growing ? 'growing' : '', strideChanged ? 'stride-changed' : ''].filter(Boolean);
  return new ModalBuilder()
    .setCustomId(customId('history', 'save', { ...place, entry: packId(id) }))
    .setTitle(`Edit: ${areaLabel(area)}`)
    .addLabelComponents(
      selectField('now', 'Pain then, 0 to 10', painNumbers(0, 10), { required: true, chosen: [`${now}`] }),
      selectField('start', 'Pain when the session began', painNumbers(0, 10), { chosen: [`${start}`] }),
      selectField('kind', 'What kind?', KIND_CHOICES, { chosen: [...kinds], atMost: KIND_CHOICES.length }),
      selectField('signs', 'Is any of this so?', SIGN_CHOICES, { chosen: signs, atMost: 2 }),
      textField('notes', 'Notes', { value: notes ?? '', max: MAX_NOTES, paragraph: true }),
    )
    .toJSON();
}

const SIGN_CHOICES = [
  { label: 'It was growing', value: 'growing' },
  { label: 'I limped, or my stride had changed', value: 'stride-changed' },
];

/** After a report of an earlier day was mended: today's gets its light with what to do now. */
export const MENDED = 'Changed, and judged anew by the same rule.';

function keyOf({ kind, id }: Entry) {
  return { kind, entry: packId(id) };
}
