import { ModalBuilder } from '@discordjs/builders';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { zoneOf } from '../athletes/rules.ts';
import type { Athlete } from '../athletes/store.ts';
import type { Club } from '../clubs/store.ts';
import { customId } from '../discord/custom-ids.ts';
import { type Invocation, typedText } from '../discord/drafts.ts';
import { button, type Choice, row, select, selectField, textField } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { MAX_NOTES, type Typed, textOf } from '../reading.ts';
import { localDate, localTime } from '../time/local.ts';
import { showDate, showDay } from '../time/show.ts';
import type { LoggedSession } from './log-session.ts';
import { SAME_AS_LAST, SAME_TYPE } from './read-session.ts';
import { load } from './rules.ts';
import { formatWork, LIMITS, parseWork } from './shorthand.ts';
import type { Session } from './store.ts';
import { EFFORT_LABELS, SESSION_TYPES, type SessionType, type Warmup } from './types.ts';

const WARMUP_WORDS: Readonly<Record<Warmup, string>> = {
  full: 'full warm-up',
  short: 'short warm-up',
  none: 'no warm-up',
};

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

/**
 * What `/log work:` shows while it is typed: what is understood, or where it stops being readable. A choice carries
 * 100 characters at most, so for longer work there is none, and what was typed is sent as it is.
 */
export function workPreview(typed: string, last: Session | null): { name: string; value: string }[] {
  const again =
    last === null ? [] : [{ name: clip(`Same as last time: ${shortSession(last)}`), value: SAME_AS_LAST }];
  if (typed.trim() === '') {
    return [
      ...again,
      ...EXAMPLES.map((work) => ({ name: clip(`${work}  →  ${workLabel(work)}`), value: work })),
    ];
  }
  if (typed.toLowerCase() === SAME_AS_LAST) return again;
  if (typed.length > MOST_IN_A_CHOICE) return [];
  const parsed = parseWork(typed);
  if (!parsed.ok) {
    const name = `I can read up to here: “${typed.slice(0, parsed.error.at)}”. Try ${parsed.error.example}`;
    return [{ name: clip(name), value: typed }];
  }
  const metres = parsed.work.metres > 0 ? ` = ${metresLabel(parsed.work.metres)}` : '';
  return [{ name: clip(`${formatWork(parsed.work)}${metres}`), value: typed }];
}

const EXAMPLES = [
  '2x10x100 @17.5 r45',
  '100+100+100/100+200+100/100+100+100',
  '4x60, 3x120 R3min',
  '800m jog, 30min',
];

/** Characters of a choice's name or value. */
const MOST_IN_A_CHOICE = 100;

function clip(text: string): string {
  return text.length <= MOST_IN_A_CHOICE ? text : `${text.slice(0, MOST_IN_A_CHOICE - 1)}…`;
}

/** "Tempo 2 × 10 × 100 m". */
function shortSession(session: Session): string {
  const minutes = session.minutes === null ? '' : ` ${session.minutes} min`;
  return `${typeLabel(session.type)}${session.work ? ` ${session.work}` : ''}${minutes}`;
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
  const again =
    last === null ? [] : [{ label: clip(`Same as last time: ${shortSession(last)}`), value: SAME_TYPE }];
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
  const { type, work, minutes, effort, warmup } = session;
  const fields = { type, work, minutes, effort, warmup };
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

/** The answer to `/log`: what was understood, what it adds up to, and what can be added with one tap. */
export function sessionPanel(logged: LoggedSession, athlete: Athlete, club: Club, now: Date): Panel {
  const { session } = logged;
  const zone = zoneOf(athlete, club);
  const lines = [
    `**Saved: ${typeLabel(session.type)}**, ${showDay(session.localDate, localDate(now, zone))}`,
    ...workLines(session),
    ...effortLines(session),
    ...habitLines(session),
  ];
  if (session.notes) lines.push(`> ${session.notes.replaceAll('\n', '\n> ')}`);
  const foot = [`Session ${logged.inWeek} this week`];
  if (logged.stretchAt) foot.push(`stretch reminder at ${localTime(logged.stretchAt, zone)}`);
  lines.push(`-# ${foot.join(' · ')}`);
  return { content: lines.join('\n').slice(0, 2000), components: sessionRows(session) };
}

function workLines(session: Session): string[] {
  if (!session.work) return [];
  const metres = session.metres ? ` = ${metresLabel(session.metres)}` : '';
  return [`${workLabel(session.work)}${metres}`];
}

function effortLines({ minutes, effort }: Session): string[] {
  if (minutes !== null && effort !== null) {
    return [`${minutes} min × effort ${effort} = load ${load(effort, minutes)} AU`];
  }
  if (minutes !== null) return [`${minutes} min`];
  return effort === null ? [] : [`Effort ${effort}`];
}

function habitLines(session: Session): string[] {
  const words: string[] = [];
  if (session.warmup) words.push(WARMUP_WORDS[session.warmup]);
  if (session.core !== null) words.push(session.core ? 'core done' : 'no core work');
  if (session.stretch)
    words.push({ yes: 'stretched', no: 'no stretch', later: 'stretch later' }[session.stretch]);
  const text = words.join(' · ');
  return text === '' ? [] : [`${text[0]?.toUpperCase()}${text.slice(1)}`];
}

function sessionRows(session: Session) {
  const args = { session: session.id };
  const stretched = session.stretch === 'yes';
  const rows = [
    row(
      button(customId('pain', 'open', {}), 'Pain'),
      button(customId('log', 'stretched', args), stretched ? 'Stretched ✓' : 'Stretched', 'plain', stretched),
      button(
        customId('log', 'core', args),
        session.core ? 'Core done ✓' : 'Core done',
        'plain',
        session.core === true,
      ),
      button(customId('log', 'edit', args), 'Edit'),
      button(customId('log', 'undo', args), 'Undo'),
    ),
  ];
  if (session.warmup === null)
    rows.push(row(select(customId('log', 'warmup', args), 'Warm-up?', WARMUP_CHOICES)));
  if (session.effort === null)
    rows.push(row(select(customId('log', 'effort', args), 'How hard was it?', EFFORT_CHOICES)));
  rows.push(row(button(customId('log', 'more', args), 'Date, habits, notes')));
  return rows;
}

/** After Undo: what was taken back, as it can be typed again. */
export function undonePanel(session: Session): Panel {
  const options = { ...typedOf(session), ...moreOf(session, '') };
  const again = typedText({ command: 'log', subcommand: null, options }).replaceAll('`', "'");
  return {
    content: `Taken back: ${typeLabel(session.type)} of ${showDate(session.localDate)}.\nTo log it again: \`${again}\``,
  };
}
