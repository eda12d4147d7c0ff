import { customId } from '../discord/custom-ids.ts';
import { type Invocation, typedText } from '../discord/drafts.ts';
import { button, row } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { clip } from '../sessions/messages.ts';
import { showMoment } from '../time/show.ts';
import { isTraining } from './rules.ts';
import type { ShownWeek } from './show-week.ts';
import type { PlanChange, PlanNote } from './start-plan.ts';
import { type Plan, type PlanDay, WHOLE_CLUB } from './types.ts';
import { sessionText, short, squadLabel, weekPanel, withinLimit } from './week-messages.ts';

/** After a change: what was done, the first post, and the week with its menus. */
export function planSavedPanel(change: PlanChange, shown: ShownWeek): Panel {
  const { next, isNew, plan, notes } = change;
  const first =
    next === null
      ? 'Nothing is posted: every day is rest.'
      : `Next post: ${showMoment(next, shown.club.zone)}.`;
  const lines = [`**${isNew ? 'Started' : 'Saved'}.** ${first}`, ...notes.map((note) => NOTES[note])];
  return weekPanel({ ...shown, plan }, lines);
}

const NOTES = {
  'nobody-called': '`call` needs a squad: a plan of the whole club calls nobody.',
  'coaches-channel':
    'That is the channel of the daily summary: athletes may not see it. `/plan start channel:` moves the posts.',
  'no-nudge': 'No nudge to warm up: 45 min before training lies in the quiet hours, or on the day before.',
  'post-changes': 'Today’s post changes with it.',
  'post-stays': 'Today’s post is too old to be changed. Please tell your athletes.',
  'no-post-today': 'Nothing is posted today: it is past the time. Please tell your athletes.',
} satisfies Record<PlanNote, string>;

/** Before a template takes the place of days that were written; what was typed stands below, should the draft be lost. */
export function overwritePanel(plan: Plan, draft: string, typed: Invocation): Panel {
  const lines = [
    `**${squadHeadline(plan.squad)} has a plan already.** The template takes the place of these days. Sure?`,
    ...plan.days.filter(isTraining).map((day) => `**${short(day.day)}** ${sessionText(day)}`),
    `-# ${typedText(typed)}`,
  ];
  return withinLimit(lines, [
    row(
      button(customId('plan', 'sure', { draft }), 'Yes, take the template', 'danger'),
      button(customId('plan', 'keep-days', { draft }), 'Keep the days'),
    ),
  ]);
}

function squadHeadline(squad: string): string {
  return squad === WHOLE_CLUB ? 'The whole club' : `<@&${squad}>`;
}

/** Before a plan is stopped. */
export function stopQuestion(plan: Pick<Plan, 'id' | 'squad'>): Panel {
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

/** "Today's plan: Tempo 2x10x100 @75% r45", as a choice under `/log work:`. */
export function plannedChoice(planned: PlanDay, value: string): { name: string; value: string } {
  return { name: clip(`Today’s plan: ${sessionText(planned)}`), value };
}
