import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { customId } from '../discord/custom-ids.ts';
import { button, row } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { areaLabel } from '../pain/areas.ts';
import { metresLabel, typeLabel } from '../sessions/messages.ts';
import { showDay } from '../time/show.ts';
import type { Colour, PainFact, Summary, SummaryFact, SummaryLine, WorseFact } from './facts.ts';
import { withoutLastLine } from './rules.ts';
import type { DaySummary } from './send-summary.ts';

const COLOUR_WORDS: Readonly<Record<Colour, string>> = {
  red: '🔴 RED',
  amber: '🟠 AMBER',
  green: '🟢 GREEN',
  unfinished: '⚪ no light yet',
};

/** Facts on a line; the others are counted. */
export const MAX_FACTS = 3;

/** Characters of a message, Discord's limit. */
export const MAX_CHARACTERS = 2000;

/** The daily summary for the coaches' channel. */
export function summaryMessage(told: DaySummary, deliveryId: string): RESTPostAPIChannelMessageJSONBody {
  const now = button(customId('team', 'now', { delivery: deliveryId, day: told.day }), 'How is it now?');
  return { ...summaryPanel(told), components: [row(now)], allowed_mentions: { parse: [] } };
}

/**
 * At most eight lines by action, then one line on all the rest. Names are shown, nobody is pinged. Lines that would
 * make it longer than 2,000 characters go, whole and from the end, and are counted into the rest.
 */
export function summaryPanel({ day, today, summary }: DaySummary): Panel {
  const content = summaryText(`Summary of ${showDay(day, today)}`, summary);
  return content.length <= MAX_CHARACTERS || summary.lines.length === 0
    ? { content }
    : summaryPanel({ day, today, summary: withoutLastLine(summary) });
}

function summaryText(title: string, summary: Summary): string {
  return [
    `**${title}**`,
    ...summary.lines.map(lineText),
    `-# ${[restText(summary), ...teamTexts(summary)].join(' · ')}`,
  ].join('\n');
}

function lineText({ userId, facts, trained, stopped }: SummaryLine): string {
  const texts = facts.slice(0, MAX_FACTS).map(factText);
  if (facts.length > MAX_FACTS) texts.push(`and ${facts.length - MAX_FACTS} more`);
  if (trained) texts.push(stopped ? 'trained, told to stop' : 'trained');
  return `- <@${userId}>: ${texts.join(' · ')}`;
}

function factText(fact: SummaryFact): string {
  switch (fact.fact) {
    case 'pain':
      return painText(fact);
    case 'worse-twice-running':
      return worseText(fact);
    case 'silent':
      return `nothing logged for ${fact.days} days`;
    case 'load-jump':
      return `biggest shared tempo session in 30 days: ${metresLabel(fact.metres)} (+${Math.round(fact.percent)} %)`;
    case 'core-missed':
      return 'core work not logged';
    case 'warm-up-missed':
      return fact.type === null ? 'no warm-up' : `no warm-up before ${typeLabel(fact.type).toLowerCase()}`;
  }
}

/** "Low back worse twice running: 1 → 3 → 4"; without details that it is so. */
export function worseText({ details }: WorseFact): string {
  return details
    ? `${areaLabel(details.area)} worse twice running: ${details.ratings.join(' → ')}`
    : 'worse twice running';
}

/** "🔴 RED, new: low back 1 → 4 from rep 6"; without details the colour. */
export function painText({ colour, details }: PainFact): string {
  const light = `**${COLOUR_WORDS[colour]}**`;
  if (details === null) return light;
  const numbers =
    details.now === null
      ? ''
      : details.start === null
        ? ` ${details.now}`
        : ` ${details.start} → ${details.now}`;
  const rep = details.rep === null ? '' : ` from rep ${details.rep}`;
  return `${light}, ${details.isNew ? 'new: ' : ''}${areaLabel(details.area).toLowerCase()}${numbers}${rep}`;
}

function restText({ lines, rest }: Summary): string {
  if (rest.trained + rest.quiet === 0)
    return lines.length > 0 ? 'No news of anybody else' : 'Nobody has joined yet';
  const others = lines.length > 0 ? 'Others' : 'Nothing to act on';
  const more = rest.alsoToLookAt > 0 ? `, ${rest.alsoToLookAt} of them to look at too` : '';
  const dormant = rest.dormant > 0 ? ` (${rest.dormant} silent for over two weeks)` : '';
  return `${others}: ${rest.trained} trained, ${rest.quiet} logged nothing${dormant}${more}`;
}

/** The figures that there are enough athletes for. */
export function teamTexts({ team }: Pick<Summary, 'team'>): string[] {
  const texts: string[] = [];
  if (team.warmups) texts.push(`${team.warmups.done} of ${team.warmups.of} warmed up`);
  if (team.load) texts.push(`median load ${Math.round(team.load.medianAu)} AU (${team.load.of} athletes)`);
  return texts;
}
