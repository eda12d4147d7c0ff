// The answer to `/log`, and what it becomes.
import { zoneOf } from '../athletes/rules.ts';
import type { Athlete } from '../athletes/store.ts';
import type { Club } from '../clubs/store.ts';
import { customId } from '../discord/custom-ids.ts';
import { typedText } from '../discord/drafts.ts';
import { button, type Choice, row, select } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { localDate, localTime } from '../time/local.ts';
import { showDate, showDay } from '../time/show.ts';
import type { LoggedSession } from './describe-session.ts';
import {
  EFFORT_CHOICES,
  metresLabel,
  moreOf,
  typedOf,
  typeLabel,
  WARMUP_CHOICES,
  workLabel,
} from './messages.ts';
import { typedWork } from './read-work.ts';
import { asksWarmup, load, takesModality } from './rules.ts';
import { modalityLabel } from './shorthand-modality.ts';
import type { Session } from './store.ts';
import { tempoLines } from './tempo-messages.ts';
import { MODALITIES, type Warmup } from './types.ts';

const WARMUP_WORDS: Readonly<Record<Warmup, string>> = {
  full: 'full warm-up',
  short: 'short warm-up',
  none: 'no warm-up',
};

const MODALITY_CHOICES: readonly Choice[] = MODALITIES.map(({ id, label }) => ({ label, value: id }));

/**
 * The answer to `/log`: what was understood, what it adds up to, and what can be added with one tap. `streak`: what
 * runs in a row, if anything does.
 */
export function sessionPanel(
  logged: LoggedSession,
  { athlete, club, now }: { readonly athlete: Athlete; readonly club: Club; readonly now: Date },
  streak: string | null,
): Panel {
  const { session, sameAt } = logged;
  const zone = zoneOf(athlete, club);
  const lines = [
    `**Saved: ${typeLabel(session.type)}**, ${showDay(session.localDate, localDate(now, zone))}`,
    ...(sameAt === null ? [] : [sameLine(localTime(sameAt, zone))]),
    ...workLines(session),
    ...effortLines(session),
    ...habitLines(session),
    ...(logged.tempo === null ? [] : tempoLines(logged.tempo)),
  ];
  if (session.notes) lines.push(`> ${session.notes.replaceAll('\n', '\n> ')}`);
  const foot = [`Session ${logged.inWeek} this week`];
  if (logged.stretchAt) foot.push(`stretch reminder at ${localTime(logged.stretchAt, zone)}`);
  lines.push(`-# ${foot.join(' · ')}`);
  if (streak !== null) lines.push(`-# ${streak}`);
  return { content: lines.join('\n').slice(0, 2000), components: sessionRows(session) };
}

function sameLine(time: string): string {
  return `You logged the same at ${time}. Twice? Undo takes this one back.`;
}

function workLines(session: Session): string[] {
  const { work, modality } = session;
  const metres = session.metres ? ` = ${metresLabel(session.metres)}` : '';
  const done = work ? [`${workLabel(work)}${metres}`] : [];
  const isInWork = typedWork(session) === work;
  const line = [...(modality === null || isInWork ? [] : [modalityLabel(modality)]), ...done].join(', ');
  return line === '' ? [] : [line];
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

/**
 * How it felt, what was done, what is still to say, what changes the entry: each row of buttons fits a phone's width. At
 * most 5 rows, because the warm-up and what it was are never asked of the same type.
 */
function sessionRows(session: Session) {
  const { type, warmup, effort, modality } = session;
  const args = { session: session.id };
  const asked = [
    ...(takesModality(type) && modality === null
      ? [select(customId('log', 'modality', args), 'What was it?', MODALITY_CHOICES)]
      : []),
    ...(asksWarmup(type) && warmup === null
      ? [select(customId('log', 'warmup', args), 'Warm-up?', WARMUP_CHOICES)]
      : []),
    ...(effort === null ? [select(customId('log', 'effort', args), 'How hard was it?', EFFORT_CHOICES)] : []),
  ];
  const done = (action: 'no-pain' | 'stretched' | 'core', label: string, isDone: boolean) =>
    button(customId('log', action, args), isDone ? `${label} ✓` : label, 'plain', isDone);
  return [
    row(
      button(customId('pain', 'open', {}), 'Pain'),
      done('no-pain', 'No pain', session.painFreeAt !== null),
    ),
    row(
      done('stretched', 'Stretched', session.stretch === 'yes'),
      // A core session says so already.
      ...(type === 'core' ? [] : [done('core', 'Core done', session.core === true)]),
    ),
    ...asked.map((each) => row(each)),
    row(
      button(customId('log', 'edit', args), 'Edit'),
      button(customId('log', 'more', args), 'Date, habits, notes'),
      button(customId('log', 'undo', args), 'Undo'),
    ),
  ];
}

/** After Undo: what was taken back, as it can be typed again. */
export function undonePanel(session: Session): Panel {
  const options = { ...typedOf(session), ...moreOf(session, '') };
  const again = typedText({ command: 'log', subcommand: null, options }).replaceAll('`', "'");
  return {
    content: `Taken back: ${typeLabel(session.type)} of ${showDate(session.localDate)}.\nTo log it again: \`${again}\``,
  };
}
