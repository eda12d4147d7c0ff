import { customId } from '../discord/custom-ids.ts';
import { button, row, select } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { typeLabel } from '../sessions/messages.ts';
import { showShortDate } from '../time/show.ts';
import { count, outOf } from './count-messages.ts';
import type { ClassRows } from './exposure-rules.ts';
import { HABIT_WORDS } from './habit-messages.ts';
import type { HabitInsight } from './insight-rules.ts';
import { absenceText, remedyLines, trialLines } from './ledger-messages.ts';
import type { InsightsView } from './show-insights.ts';
import { MINIMUM } from './statistics-rules.ts';
import { isRunning } from './trial-rules.ts';
import { HABITS, type SessionType } from './types.ts';

/** `/insights`: one class of sessions, a line or two a habit, then what helped, then absence (handbook §8). */
export function insightsPanel(view: InsightsView): Panel {
  const { rows } = view;
  if (rows === null) return { content: NOTHING_YET };
  const lines = [
    `**${typeLabel(rows.type)}: what went before your pain** · ${count(rows.sessions, 'session')}${sinceText(view)}`,
    ...(view.isFlagged ? [FLAGGED] : []),
    ...view.insights.flatMap((insight) => insightLines(insight, rows.type, view)),
    ...trialLines(view.trial, view.isFlagged),
    ...remedyLines(view.remedies),
    ...(view.absence === null ? [] : [absenceText(view.absence)]),
    `-# ${[...leftOut(rows), ...noDifference(view), RULE].join(' ')}`,
  ];
  return { content: lines.join('\n').slice(0, 2000), components: controls(view, rows.type) };
}

/** " since 1 Feb": older ones have dropped out. */
function sinceText({ since }: InsightsView): string {
  return since === null ? '' : ` since ${showShortDate(since)}`;
}

const NOTHING_YET = [
  '**Nothing to compare yet.** It takes 20 sessions of one kind.',
  'For each: `/log` it with its warm-up, and say how it went, with `/pain` or No pain. A session counts once the next morning is over.',
].join('\n');

const FLAGGED =
  'A warning sign is open. Here are counts only, no advice, until a doctor or physio has looked at it.';

const RULE =
  'Counted: pain rose by 2 or more, to 3 or more, by next morning. That says what went before, not why. A fixed club rule, not medical evidence.';

function insightLines(insight: HabitInsight, type: SessionType, view: InsightsView): string[] {
  const { title } = HABIT_WORDS[insight.habit];
  const { tier, comparison, looked } = insight;
  if (comparison === null) return [`**${title}** · too early: ${insight.available} of 20`];
  if (tier === 'insufficient') return [`**${title}** · too early: ${tooFew(insight)}`];
  if (tier === 'no-clear-difference') {
    const counts = `${outOf(comparison.missed)}, and ${outOf(comparison.done)} ${HABIT_WORDS[insight.habit].kept}`;
    return [`**${title}** · no clear difference in ${looked}: ${counts}`];
  }
  const isPattern = tier === 'pattern';
  const label = isPattern ? 'a pattern' : view.isFlagged ? 'a hint' : 'worth trying';
  const caution = isPattern
    ? 'That is a pattern, not proof: tired or rushed days may explain both.'
    : 'That may be chance, and tired or rushed days may explain both.';
  const ask = view.offer === insight.habit ? ` ${HABIT_WORDS[insight.habit].question}` : '';
  return [
    `**${title} · ${label}**`,
    `In your log, pain rose after ${countsOf(insight, type)}. ${caution}${ask}`,
  ];
}

function countsOf({ habit, comparison }: HabitInsight, type: SessionType): string {
  if (comparison === null) return '';
  const { missed, kept } = HABIT_WORDS[habit];
  const sessions = `${typeLabel(type).toLowerCase()} sessions`;
  return `${outOf(comparison.missed)} ${sessions} ${missed} and ${outOf(comparison.done)} ${kept}`;
}

/** Never a count of pain below the minimum (handbook, Never 8). */
function tooFew({ comparison, looked }: HabitInsight): string {
  const [missed, done] = [comparison?.missed.total ?? 0, comparison?.done.total ?? 0];
  if (missed < MINIMUM.arm) return `${missed} such in ${looked}, ${MINIMUM.arm} needed`;
  if (done < MINIMUM.arm) return `${done} other in ${looked}, ${MINIMUM.arm} needed`;
  return `pain rose after fewer than ${MINIMUM.events} of ${looked}`;
}

function noDifference({ insights }: InsightsView): string[] {
  return insights.some(({ tier }) => tier === 'no-clear-difference')
    ? ['“No difference found” is not “no effect”.']
    : [];
}

/** One line on what was left out, and why. */
function leftOut({ nothingSaid, habits }: ClassRows): string[] {
  const reasons: string[] = [];
  if (nothingSaid > 0) reasons.push(`${nothingSaid} with too little said about pain`);
  const unanswered = HABITS.filter((habit) => habits[habit].unanswered > 0).map(
    (habit) => `${HABIT_WORDS[habit].answer} ${habits[habit].unanswered}`,
  );
  if (unanswered.length > 0) reasons.push(`no answer on ${unanswered.join(', ')}`);
  const late = HABITS.filter((habit) => habits[habit].late > 0).map(
    (habit) => `${HABIT_WORDS[habit].answer} ${habits[habit].late}`,
  );
  if (late.length > 0)
    reasons.push(`noted after the pain: ${late.join(', ')} (log first, then pain, to count)`);
  return reasons.length === 0 ? [] : [`Left out: ${reasons.join('; ')}.`];
}

function controls(view: InsightsView, type: SessionType) {
  const { offer, trial, classes } = view;
  const rows = [];
  if (offer !== null) {
    const id = customId('insights', 'try', { type, habit: offer });
    rows.push(row(button(id, HABIT_WORDS[offer].offer, 'main')));
  }
  if (trial !== null && isRunning(trial)) {
    rows.push(row(button(customId('insights', 'stop', { trial: trial.trial.id }), 'Call the trial off')));
  }
  if (classes.length > 1) {
    const choices = classes.map((each) => ({
      label: typeLabel(each.type),
      value: each.type,
      description: count(each.sessions, 'session'),
    }));
    rows.push(row(select(customId('insights', 'class', {}), 'Another kind of session', choices, [type])));
  }
  return rows;
}
