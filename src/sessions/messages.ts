import { ModalBuilder } from '@discordjs/builders';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { customId } from '../discord/custom-ids.ts';
import { type Invocation, typedText } from '../discord/drafts.ts';
import { button, type Choice, row, select, selectField, textField } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { MAX_NOTES, type Typed, textOf } from '../reading.ts';
import { SAME_TYPE } from './read-session.ts';
import { typedWork } from './read-work.ts';
import { formatWork, LIMITS, parseWork } from './shorthand.ts';
import type { Session } from './store.ts';
import { EFFORT_LABELS, SESSION_TYPES, type SessionType } from './types.ts';

export const WARMUP_CHOICES: readonly Choice[] = [
  { label: 'Full warm-up', value: 'full' },
  { label: 'Short warm-up', value: 'short' },
  { label: 'No warm-up', value: 'none' },
];

export const EFFORT_CHOICES: readonly Choice[] = Array.from({ length: 11 }, (_, effort) => ({
  label: EFFORT_LABELS[effort] ? `${effort}: ${EFFORT_LABELS[effort]}` : `${effort}`,
  value: `${effort}`,
}));

export const TYPE_CHOICES: readonly Choice[] = SESSION_TYPES.map(({ id, label }) => ({ label, value: id }));

/** "Speed endurance". */
export function typeLabel(type: SessionType): string {
  return SESSION_TYPES.find(({ id }) => id === type)?.label ?? type;
}

/** The readable form of typed work; the typed text where it cannot be read. */
export function workLabel(work: string): string {
  const parsed = parseWork(work);
  return parsed.ok ? formatWork(parsed.work) : work;
}

/** "1,200 m". */
export function metresLabel(metres: number): string {
  return `${metres.toLocaleString('en-GB')} m`;
}

/** Characters of a choice's name or value. */
export const MOST_IN_A_CHOICE = 100;

/** A text short enough for a choice. */
export function clip(text: string): string {
  return text.length <= MOST_IN_A_CHOICE ? text : `${text.slice(0, MOST_IN_A_CHOICE - 1)}…`;
}

/** "Same as last time: Tempo 2x10x100 40 min". */
export function lastLabel(session: Session): string {
  const { type, minutes } = session;
  const work = typedWork(session);
  const parts = [typeLabel(type), ...(work ? [work] : []), ...(minutes === null ? [] : [`${minutes} min`])];
  return clip(`Same as last time: ${parts.join(' ')}`);
}

/** What the form of `/log` has fields for, and what the form for the rest has. */
export const FORM_FIELDS = ['type', 'work', 'minutes', 'effort', 'warmup'] as const;
export const MORE_FIELDS = ['date', 'core', 'stretch', 'notes'] as const;

export const EDIT_TITLE = 'Edit the session';

/** The form of `/log`. `typed` fills it; `last` offers "same as last time". */
export function logForm(opened: {
  readonly id: string;
  readonly typed: Typed;
  readonly last: Session | null;
  readonly title?: string;
}): APIModalInteractionResponseCallbackData {
  const { typed, last } = opened;
  const text = (field: string) => (typed[field] === undefined ? undefined : String(typed[field]));
  const chosen = (field: string) => (text(field) === undefined ? [] : [text(field) ?? '']);
  const again = last === null ? [] : [{ label: lastLabel(last), value: SAME_TYPE }];
  return new ModalBuilder()
    .setCustomId(opened.id)
    .setTitle(opened.title ?? 'Log a session')
    .addLabelComponents(
      selectField('type', 'Session', [...again, ...TYPE_CHOICES], { required: true, chosen: chosen('type') }),
      textField('work', 'Work', {
        value: text('work'),
        hint: 'Sets x reps x metres, @ seconds a rep, r rest. Empty is fine.',
        placeholder: '2x10x100 @17.5 r45',
        max: LIMITS.length,
      }),
      textField('minutes', 'Minutes', { value: text('minutes'), placeholder: '45', max: 10 }),
      selectField('effort', 'How hard was it?', EFFORT_CHOICES, { chosen: chosen('effort') }),
      selectField('warmup', 'Warm-up', WARMUP_CHOICES, { chosen: chosen('warmup') }),
    )
    .toJSON();
}

/** The rest of a session: what the first form has no room for. */
export function moreForm(id: string, typed: Typed): APIModalInteractionResponseCallbackData {
  const yesNo = [
    { label: 'Yes', value: 'yes' },
    { label: 'No', value: 'no' },
  ];
  const chosen = (field: string) => [textOf(typed, field) ?? []].flat();
  return new ModalBuilder()
    .setCustomId(id)
    .setTitle('Date, habits, notes')
    .addLabelComponents(
      textField('date', 'Date', {
        value: textOf(typed, 'date'),
        hint: 'Like today, yesterday, Monday, 12 March; up to 31 days back',
        required: true,
        max: 40,
      }),
      selectField('core', 'Core work with it?', yesNo, { chosen: chosen('core') }),
      selectField('stretch', 'Stretched after?', [...yesNo, { label: 'Later', value: 'later' }], {
        chosen: chosen('stretch'),
      }),
      textField('notes', 'Notes', {
        value: textOf(typed, 'notes'),
        max: MAX_NOTES,
        paragraph: true,
      }),
    )
    .toJSON();
}

/** What the form for the rest of a session is filled with. */
export function moreOf(session: Session, today: string): Typed {
  const { localDate: date, core, stretch, notes } = session;
  return {
    date: date === today ? 'today' : date,
    ...(core === null ? {} : { core: core ? 'yes' : 'no' }),
    ...(stretch === null ? {} : { stretch }),
    ...(notes === null ? {} : { notes }),
  };
}

/** What a session's form is filled with for editing. */
export function typedOf(session: Session): Typed {
  const { type, minutes, effort, warmup } = session;
  const fields = { type, work: typedWork(session), minutes, effort, warmup };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

/** One tap for what was left out: which session was it? The typed text stands above, should the draft be lost. */
export function typeQuestion(draft: string, invocation: Invocation): Panel {
  return {
    content: `Which session was it? Then I save \`${typedText(invocation).replaceAll('`', "'")}\``,
    components: [row(select(customId('log', 'type', { draft }), 'Session', TYPE_CHOICES))],
  };
}

/** Above the answer to a form whose draft is gone: what it had no fields for went with it. */
export function withoutDraft(panel: Panel): Panel {
  const notice =
    'I no longer have what you typed before the form opened: only the form’s own fields count. Add the rest with Edit or “Date, habits, notes”.';
  return { ...panel, content: `${notice}\n${panel.content ?? ''}`.slice(0, 2000) };
}

/** When a form cannot open at once. */
export function formPanel(draft: string): Panel {
  return {
    content: 'Now log your session.',
    components: [row(button(customId('log', 'form', { draft }), 'Open the form', 'main'))],
  };
}
