import { ModalBuilder } from '@discordjs/builders';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { customId } from '../discord/custom-ids.ts';
import { button, type Choice, row, select, selectField, textField } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { type Typed, textOf } from '../reading.ts';
import { clip, TYPE_CHOICES } from '../sessions/messages.ts';
import { LIMITS } from '../sessions/shorthand.ts';
import { WEEKDAYS, type Weekday, weekday } from '../time/local.ts';
import { showDate, showMoment } from '../time/show.ts';
import { planTypeLabel } from './post-messages.ts';
import { MAX_NOTE } from './read-plan.ts';
import { isTraining, nudgeTime } from './rules.ts';
import type { ShownWeek } from './show-week.ts';
import type { PlanChange, PlanNote } from './start-plan.ts';
import { type Plan, type PlanDay, WHOLE_CLUB } from './types.ts';

/** What `/plan day` offers as type. */
export const PLAN_TYPE_CHOICES: readonly Choice[] = [{ label: 'Rest', value: 'rest' }, ...TYPE_CHOICES];

const DAY_LABELS: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** What `/plan day` offers as day. */
export const DAY_CHOICES: readonly Choice[] = WEEKDAYS.map((day) => ({ label: DAY_LABELS[day], value: day }));

/** "the whole club", or the squad's role. */
export function squadLabel(squad: string): string {
  return squad === WHOLE_CLUB ? 'the whole club' : `<@&${squad}>`;
}

/** "Tempo 2x10x100 @75% r45". */
function sessionText({ type, work }: PlanDay): string {
  return [planTypeLabel(type), work].filter((part) => part !== null).join(' ');
}

function short(day: Weekday): string {
  return DAY_LABELS[day].slice(0, 3);
}

/** The week, today marked; an athlete whom something holds back reads no session for today, or none at all. */
export function weekPanel(shown: ShownWeek): Panel {
  const { plan, hold, isCoach } = shown;
  if (plan === null) return { content: noPlanText(shown) };
  if (hold === 'flag' && !isCoach) return { content: FLAG_TEXT };
  const lines = [
    `**The week of ${squadLabel(plan.squad)}**`,
    ...plan.days.map((day) => dayLine(day, shown)),
    ...(hold !== 'none' && isCoach ? [OWN_REST] : []),
    ...otherLines(shown),
    `-# ${timesText(shown)}`,
  ];
  return withinLimit(lines, isCoach ? coachRows(plan) : []);
}

const FLAG_TEXT =
  '**First a doctor or physio: a warning sign is open.** Until one has looked at it, I show you no training.\nRest counts too, and nothing is lost. `/pain` tells you more.';
const RED_TEXT = 'Rest today: your light was red. Nothing is lost.';
const OWN_REST = 'You yourself: no training today. Rest counts too.';

function dayLine(planned: PlanDay, { today, hold, isCoach }: ShownWeek): string {
  const { day, note } = planned;
  const isToday = day === weekday(today);
  const name = isToday ? `**${short(day)} (today)**` : `**${short(day)}**`;
  if (isToday && hold === 'red' && !isCoach) return `${name} ${RED_TEXT}`;
  return `${name} ${sessionText(planned)}${note === null ? '' : ` · ${note}`}`;
}

function otherLines({ others }: ShownWeek): string[] {
  if (others.length === 0) return [];
  return [`Also: ${others.map(squadLabel).join(' · ')}, with \`/plan week squad:\``];
}

function timesText({ plan, club }: ShownWeek): string {
  if (plan === null) return '';
  const nudge = nudgeTime(plan.trainingTime, club);
  const warmUp = nudge === null ? '' : `, warm-up ${nudge}`;
  const calls = plan.callsSquad ? ', calls the squad' : '';
  return `Posted ${plan.time} in <#${plan.channelId}>${calls} · training ${plan.trainingTime}${warmUp} (${club.zone})`;
}

function noPlanText({ isCoach, others }: ShownWeek): string {
  if (isCoach && others.length === 0) return 'No plan yet. `/plan start` makes one.';
  return ['No plan for you here yet.', ...(isCoach ? otherLinesOf(others) : [])].join('\n');
}

function otherLinesOf(others: readonly string[]): string[] {
  return [`There is one for ${others.map(squadLabel).join(', ')}: \`/plan week squad:\` shows it.`];
}

function coachRows(plan: Plan): NonNullable<Panel['components']> {
  const choices = plan.days.map((day) => ({
    label: clip(`${short(day.day)}: ${sessionText(day)}`),
    value: day.day,
  }));
  return [
    row(select(customId('plan', 'day', { plan: plan.id }), 'Change a day', choices)),
    row(
      button(customId('plan', 'times', { plan: plan.id }), 'Times'),
      button(customId('plan', 'stop', { plan: plan.id }), 'Stop the plan'),
    ),
  ];
}

/** Discord's 2000 characters: long notes and work go first to what a phone can show. */
function withinLimit(lines: readonly string[], components: NonNullable<Panel['components']>): Panel {
  const most = Math.floor(1900 / lines.length);
  const content = lines.join('\n');
  const fitting = content.length <= 1900 ? content : lines.map((line) => cut(line, most)).join('\n');
  return { content: fitting, components };
}

function cut(line: string, most: number): string {
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}

/** After a change: what was done, the first post, and the week with its menus. */
export function planSavedPanel(change: PlanChange, shown: ShownWeek): Panel {
  const { next, isNew, plan, notes } = change;
  const first =
    next === null
      ? 'Nothing is posted: every day is rest.'
      : `Next post: ${showMoment(next, shown.club.zone)}.`;
  const lines = [`**${isNew ? 'Started' : 'Saved'}.** ${first}`, ...notes.map((note) => NOTES[note])];
  const week = weekPanel({ ...shown, plan });
  return { ...week, content: `${lines.join('\n')}\n${week.content ?? ''}`.slice(0, 2000) };
}

const NOTES = {
  'nobody-called': '`call` needs a squad: a plan of the whole club calls nobody.',
  'coaches-channel': 'That is the channel of the daily summary: athletes may not see it.',
  'no-nudge': 'No nudge to warm up: 45 min before training lies in the quiet hours, or on the day before.',
  'past-today': 'Today’s post has its time behind it and stays as it is.',
} satisfies Record<PlanNote, string>;

/** Before a template takes the place of days that were written. */
export function overwritePanel(plan: Plan, draft: string): Panel {
  return {
    content: `**${squadHeadline(plan.squad)} has a plan already.** The template takes the place of its days. Sure?\n${plan.days
      .filter(isTraining)
      .map((day) => `**${short(day.day)}** ${sessionText(day)}`)
      .join('\n')
      .slice(0, 1700)}`,
    components: [
      row(
        button(customId('plan', 'sure', { draft }), 'Yes, take the template', 'danger'),
        button(customId('plan', 'keep-days', { draft }), 'Keep the days'),
      ),
    ],
  };
}

function squadHeadline(squad: string): string {
  return squad === WHOLE_CLUB ? 'The whole club' : `<@&${squad}>`;
}

/** Before a plan is stopped. */
export function stopQuestion(plan: Plan): Panel {
  return {
    content: `**Stop the plan of ${squadLabel(plan.squad)}?** Its days and its posts go. What was logged stays.`,
    components: [
      row(
        button(customId('plan', 'stop-yes', { plan: plan.id }), 'Yes, stop it', 'danger'),
        button(customId('plan', 'keep', { plan: plan.id }), 'Keep it'),
      ),
    ],
  };
}

/** After a plan was stopped, now or before; `squad` null: it was gone already. */
export function stoppedPanel(squad: string | null): Panel {
  return {
    content:
      squad === null
        ? 'That plan is stopped already.'
        : `**Stopped:** the plan of ${squadLabel(squad)}. \`/plan start\` makes a new one.`,
  };
}

/** What the form of a day is filled with. */
export function typedOfDay({ type, work, note }: PlanDay): Typed {
  return { type, work: work ?? '', note: note ?? '' };
}

/** The form of one day, filled. */
export function dayForm(plan: Plan, day: Weekday, filled: Typed): APIModalInteractionResponseCallbackData {
  const text = (field: string) => textOf(filled, field);
  return new ModalBuilder()
    .setCustomId(customId('plan', 'save', { plan: plan.id, day }))
    .setTitle(`Plan of ${DAY_LABELS[day]}`)
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

/** The form of a plan's times. */
export function timesForm(id: string, typed: Typed): APIModalInteractionResponseCallbackData {
  return new ModalBuilder()
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
    )
    .toJSON();
}

/** "Today's plan: Tempo 2x10x100 @75% r45", as a choice under `/log work:`. */
export function plannedChoice(planned: PlanDay, value: string): { name: string; value: string } {
  return { name: clip(`Today’s plan: ${sessionText(planned)}`), value };
}

/** The title of the form that "Log it" opens on a later day; undefined: the form's own. */
export function logTitle({ date }: Typed): string | undefined {
  return date === undefined ? undefined : `Log the session of ${showDate(String(date))}`;
}
