import { customId } from '../discord/custom-ids.ts';
import { button, row, select } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { plainly } from '../reminders/own-text.ts';
import { clip } from '../sessions/messages.ts';
import { type Weekday, weekday } from '../time/local.ts';
import { WEEKDAY_NAMES } from '../time/show.ts';
import { planTypeLabel } from './post-messages.ts';
import { nudgeTime } from './rules.ts';
import type { ShownWeek } from './show-week.ts';
import { type Plan, type PlanDay, ROLE_GONE, WHOLE_CLUB } from './types.ts';

/** Buttons that a row holds. */
const MOST_BUTTONS = 5;

/** "the whole club", or the squad's role while there is one. */
export function squadLabel(squad: string): string {
  if (squad === ROLE_GONE) return 'a squad whose role is gone';
  return squad === WHOLE_CLUB ? 'the whole club' : `<@&${squad}>`;
}

/** "Tempo 2x10x100 @75% r45". */
export function sessionText({ type, work }: PlanDay): string {
  return [planTypeLabel(type), work].filter((part) => part !== null).join(' ');
}

/** "Tue". */
export function short(day: Weekday): string {
  return WEEKDAY_NAMES[day].slice(0, 3);
}

/** The week in a line a day, today marked and with its note; an athlete whom something holds back reads no session for today, or none at all. */
export function weekPanel(shown: ShownWeek, above: readonly string[] = []): Panel {
  const { plan, hold, isCoach } = shown;
  if (plan === null) return { content: noPlanText(shown), components: orphanRows(shown) };
  if (hold === 'flag' && !isCoach) return { content: FLAG_TEXT };
  const lines = [
    ...above,
    `**The week of ${squadLabel(shown.isSquadGone ? ROLE_GONE : plan.squad)}**`,
    ...plan.days.map((day) => dayLine(day, shown)),
    ...(hold !== 'none' && isCoach ? [OWN_REST] : []),
    ...otherLines(shown),
    ...orphanLines(shown),
    ...troubleLines(shown),
    `-# ${timesText(shown)}`,
  ];
  return withinLimit(lines, isCoach ? [...coachRows(plan), ...orphanRows(shown)] : []);
}

const FLAG_TEXT =
  '**First a doctor or physio: a warning sign is open.** Until one has looked at it, I show you no training.\nRest counts too, and nothing is lost. Has one looked at it? `/core` lets you say so.';
const RED_TEXT = 'Rest today: your light was red. Nothing is lost.';
const OWN_REST = 'You yourself: no training today. Rest counts too.';

function dayLine(planned: PlanDay, { today, hold, isCoach }: ShownWeek): string {
  const { day, note } = planned;
  const isToday = day === weekday(today);
  const name = isToday ? `**${short(day)} (today)**` : `**${short(day)}**`;
  if (isToday && hold === 'red' && !isCoach) return `${name} ${RED_TEXT}`;
  return `${name} ${sessionText(planned)}${isToday && note !== null ? ` · ${plainly(note)}` : ''}`;
}

function otherLines({ others }: ShownWeek): string[] {
  if (others.length === 0) return [];
  return [`Also: ${others.map(squadLabel).join(' · ')}, with \`/plan week squad:\``];
}

/** Plans that still post and that no command can name: there is a button to stop each. */
function orphanLines({ orphans }: ShownWeek): string[] {
  if (orphans.length === 0) return [];
  const whose = orphans.length === 1 ? 'A plan is' : `${orphans.length} plans are`;
  const channels = [...new Set(orphans.map(({ channelId }) => `<#${channelId}>`))].join(', ');
  return [`**${whose} for a role that is gone:** posted in ${channels}, and calling nobody.`];
}

function orphanRows({ orphans }: ShownWeek): NonNullable<Panel['components']> {
  const buttons = orphans
    .slice(0, MOST_BUTTONS)
    .map(({ id, time }) =>
      button(customId('plan', 'stop', { plan: id }), `Stop the plan without a role (${time})`),
    );
  return buttons.length === 0 ? [] : [row(...buttons)];
}

/** Why the posts of a plan do not come, or call nobody, for those who can mend it. */
function troubleLines({ plan, missing, isSquadGone, isCoach }: ShownWeek): string[] {
  if (plan === null || !isCoach) return [];
  const lines: string[] = [];
  if (isSquadGone)
    lines.push('**The squad’s role is gone:** the posts call nobody. `/plan start` makes one for another.');
  if (missing.length > 0)
    lines.push(`**Nothing can be posted:** in <#${plan.channelId}> I lack ${missing.join(', ')}.`);
  return lines;
}

function timesText({ plan, club }: ShownWeek): string {
  if (plan === null) return '';
  const nudge = nudgeTime(plan.trainingTime, club);
  const warmUp = nudge === null ? '' : `, warm-up ${nudge}`;
  const calls = plan.callsSquad ? ', calls the squad' : '';
  return `Posted ${plan.time} in <#${plan.channelId}>${calls} · training ${plan.trainingTime}${warmUp} (${club.zone})`;
}

function noPlanText(shown: ShownWeek): string {
  const { isCoach, others } = shown;
  if (!isCoach) return 'No plan for you here yet.';
  const lines = orphanLines(shown);
  if (others.length > 0)
    lines.unshift(
      `**Whose week?** There are plans for ${others.map(squadLabel).join(' · ')}: \`/plan week squad:\` shows one.`,
    );
  return lines.length === 0 ? 'No plan yet. `/plan start` makes one.' : lines.join('\n');
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
export function withinLimit(lines: readonly string[], components: NonNullable<Panel['components']>): Panel {
  const most = Math.floor(1900 / lines.length);
  const content = lines.join('\n');
  const fitting = content.length <= 1900 ? content : lines.map((line) => cut(line, most)).join('\n');
  return { content: fitting, components };
}

function cut(line: string, most: number): string {
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}
