import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { customId } from '../discord/custom-ids.ts';
import { button, row } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { areaLabel } from '../pain/areas.ts';
import { addDays, type LocalDate } from '../time/local.ts';
import { showDate } from '../time/show.ts';
import { withoutLastLine } from './cut-rules.ts';
import { type Footer, footed, NO_FOOTER } from './footer-messages.ts';
import { COLOUR_WORDS, jumpText, MAX_CHARACTERS, MAX_FACTS, namedLines, ofTeam } from './messages.ts';
import type { ShownWeek } from './send-week.ts';
import type { WeekFact, WeekLine, WeekSummary } from './week-facts.ts';
import { WEEK_DAYS } from './week-rules.ts';

/** The weekly summary for the coaches' channel; its button opens the board. */
export function weekMessage(
  told: ShownWeek,
  deliveryId: string,
  footer: Footer,
): RESTPostAPIChannelMessageJSONBody {
  const now = button(customId('team', 'board-now', { delivery: deliveryId }), 'How is it now?');
  return { ...weekPanel(told, footer), components: [row(now)], allowed_mentions: { parse: [] } };
}

/**
 * At most eight lines by action, athletes of whom the same is said on one, then one line on all the rest; a week without
 * news is one short line. Names are shown, nobody is pinged. What would make it longer than 2,000 characters goes,
 * an athlete at a time from the least pressing, and is counted into the rest.
 */
export function weekPanel({ last, summary }: ShownWeek, footer: Footer = NO_FOOTER): Panel {
  const week = `${showDate(addDays(last, 1 - WEEK_DAYS))} to ${showDate(last)}`;
  if (summary.lines.length === 0) {
    const { trained, quiet } = summary.rest;
    const news = trained + quiet === 0 ? 'nobody has joined yet.' : `no news. ${countsText(summary)}.`;
    return { content: footed(`**Week ${week}:** ${news}`, null, footer) };
  }
  const lines = [`**The week, ${week}**`, ...namedLines(summary.lines, lineText)];
  const content = footed(lines.join('\n'), [restText(summary), ...teamTexts(summary)], footer);
  return content.length <= MAX_CHARACTERS
    ? { content }
    : weekPanel({ last, summary: withoutLastLine(summary, hasTrained) }, footer);
}

const hasTrained = ({ daysTrained }: WeekLine) => daysTrained > 0;

function lineText({ facts, daysTrained }: WeekLine): string {
  const texts = facts.slice(0, MAX_FACTS).map(factText);
  if (facts.length > MAX_FACTS) texts.push(`and ${facts.length - MAX_FACTS} more`);
  if (daysTrained > 0) texts.push(`trained on ${daysText(daysTrained)}`);
  return texts.join(' · ');
}

function factText(fact: WeekFact): string {
  switch (fact.fact) {
    case 'see-physio':
      return `**see a physio**: ${areaLabel(fact.area).toLowerCase()} up two weeks running, weekly median ${fact.medians.join(' → ')}`;
    case 'red-days':
      return `**${COLOUR_WORDS.red}** on ${daysText(fact.days.length)} (${fact.days.map(weekdayText).join(', ')})${areasText(fact.areas)}`;
    case 'pain-days':
      return fact.worst === null
        ? `amber or red on ${daysText(fact.days)}`
        : `pain on ${daysText(fact.days)}, worst ${fact.worst} of 10`;
    case 'load-jump':
      return jumpText(fact);
    case 'silent':
      return 'nothing logged all week';
    case 'core-missed':
      return `core work not logged on ${fact.missed} of ${daysText(fact.of)}`;
  }
}

/** Where it was red: two areas by name, the others counted. */
function areasText(areas: readonly string[]): string {
  if (areas.length === 0) return '';
  const named = areas.slice(0, 2).map((area) => areaLabel(area).toLowerCase());
  const more = areas.length > named.length ? ` and ${areas.length - named.length} more` : '';
  return `: ${named.join(', ')}${more}`;
}

function weekdayText(date: LocalDate): string {
  return showDate(date).slice(0, 3);
}

function daysText(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

function restText(summary: WeekSummary): string {
  const { trained, quiet, alsoToLookAt } = summary.rest;
  if (trained + quiet === 0) return 'No news of anybody else';
  const more = alsoToLookAt > 0 ? `, ${alsoToLookAt} of them to look at too` : '';
  return `Others: ${countsText(summary)}${more}`;
}

function countsText({ rest: { trained, quiet, dormant } }: WeekSummary): string {
  const silent = dormant > 0 ? ` (${dormant} silent for over two weeks)` : '';
  return `${trained} trained, ${quiet} shared no session${silent}`;
}

/** The figures that there are enough athletes for. */
function teamTexts({ team: { sessions, warmups } }: WeekSummary): string[] {
  const texts: string[] = [];
  if (sessions) {
    texts.push(
      `${sessions.count} sessions by ${sessions.of} athletes`,
      `median ${daysText(sessions.medianDays)} each`,
    );
  }
  if (warmups) texts.push(`warm-up before ${warmups.done} of ${warmups.of} sessions`);
  return ofTeam(texts);
}
