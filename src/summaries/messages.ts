import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { customId } from '../discord/custom-ids.ts';
import { button, row } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { areaLabel } from '../pain/areas.ts';
import { metresLabel, typeLabel } from '../sessions/messages.ts';
import type { Spike } from '../sessions/rules.ts';
import { showDate, showDay } from '../time/show.ts';
import { lineKey, type NamedLine, withoutLastLine } from './cut-rules.ts';
import type {
  Colour,
  DayFact,
  Lateness,
  PainFact,
  Summary,
  SummaryFact,
  SummaryLine,
  WorseFact,
} from './facts.ts';
import { type Footer, footed, NO_FOOTER } from './footer-messages.ts';
import type { DaySummary } from './send-summary.ts';

/** A colour in words as well as in colour. */
export const COLOUR_WORDS: Readonly<Record<Colour, string>> = {
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
export function summaryMessage(
  told: DaySummary,
  deliveryId: string,
  footer: Footer,
): RESTPostAPIChannelMessageJSONBody {
  const now = button(customId('team', 'now', { delivery: deliveryId, day: told.day }), 'How is it now?');
  return { ...summaryPanel(told, footer), components: [row(now)], allowed_mentions: { parse: [] } };
}

/**
 * At most eight lines by action, those of whom the same everyday facts are said on one, then one line on all the rest; a
 * day without news is one short line. Names are shown, nobody is pinged. What would make it longer than 2,000
 * characters goes, an athlete at a time from the least pressing, and is counted into the rest.
 */
export function summaryPanel({ day, today, summary }: DaySummary, footer: Footer = NO_FOOTER): Panel {
  if (summary.lines.length === 0) return { content: footed(quietText(day, today, summary), null, footer) };
  const lines = [`**Summary of ${showDay(day, today)}**`, ...namedLines(summary.lines, lineText)];
  const rest = [restText(summary), ...lateTexts(summary), ...teamTexts(summary)];
  const content = footed(lines.join('\n'), rest, footer);
  return content.length <= MAX_CHARACTERS
    ? { content }
    : summaryPanel({ day, today, summary: withoutLastLine(summary, hasTrained) }, footer);
}

function quietText(day: string, today: string, summary: Summary): string {
  const { trained, quiet } = summary.rest;
  const news =
    trained + quiet === 0
      ? 'nobody has joined yet.'
      : `no news${day === today ? ' so far' : ''}. ${[countsText(summary), ...lateTexts(summary)].join(', ')}.`;
  return `**${showDate(day)}:** ${news}`;
}

const hasTrained = ({ trained }: SummaryLine) => trained;

function lineText({ facts, trained, stopped }: SummaryLine): string {
  const texts = facts.slice(0, MAX_FACTS).map(factText);
  if (facts.length > MAX_FACTS) texts.push(`and ${facts.length - MAX_FACTS} more`);
  if (trained) texts.push(stopped ? 'trained, told to stop' : 'trained');
  return texts.join(' · ');
}

/** The lines in the order of their first athlete, each with the names of those who share it. */
export function namedLines<Line extends NamedLine>(
  lines: readonly Line[],
  textOf: (line: Line) => string,
): string[] {
  const shared = new Map<string, { readonly text: string; readonly names: string[] }>();
  for (const line of lines) {
    const [key, name] = [lineKey(line), `<@${line.userId}>`];
    const before = shared.get(key);
    if (before) before.names.push(name);
    else shared.set(key, { text: textOf(line), names: [name] });
  }
  return [...shared.values()].map(({ text, names }) => `- ${names.join(', ')}: ${text}`);
}

const LATENESS_WORDS: Readonly<Record<Lateness, string>> = {
  untold: '',
  logged: ', logged late',
  changed: ', changed since',
};

function factText(fact: SummaryFact): string {
  return fact.fact === 'late'
    ? `${showDate(fact.day)}${LATENESS_WORDS[fact.how]}: ${dayFactText(fact.of)}`
    : dayFactText(fact);
}

function dayFactText(fact: DayFact): string {
  switch (fact.fact) {
    case 'pain':
      return painText(fact);
    case 'worse-twice-running':
      return worseText(fact);
    case 'silent':
      return `nothing logged for ${fact.days} days`;
    case 'load-jump':
      return jumpText(fact);
    case 'core-missed':
      return 'core work not logged';
    case 'core-done':
      return 'core work done';
    case 'warm-up-missed':
      return fact.type === null ? 'no warm-up' : `no warm-up before ${typeLabel(fact.type).toLowerCase()}`;
  }
}

/** "biggest shared tempo session in 30 days: 2,000 m (+40 %)". */
export function jumpText({ metres, percent }: Pick<Spike, 'metres' | 'percent'>): string {
  return `biggest shared tempo session in 30 days: ${metresLabel(metres)} (+${Math.round(percent)} %)`;
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

function restText(summary: Summary): string {
  const { trained, quiet } = summary.rest;
  if (trained + quiet === 0) return 'No news of anybody else';
  return `Others: ${countsText(summary)}`;
}

function countsText({ rest: { trained, quiet, dormant, alsoToLookAt } }: Summary): string {
  const silent = dormant > 0 ? ` (${dormant} silent for over two weeks)` : '';
  const more = alsoToLookAt > 0 ? `, ${alsoToLookAt} of them to look at too` : '';
  return `${trained} trained, ${quiet} shared no session${silent}${more}`;
}

/** A part of its own, because it counts the sessions of everybody: of those who have a line too. */
function lateTexts({ rest: { loggedLate } }: Summary): string[] {
  if (loggedLate === 0) return [];
  return [`${loggedLate} ${loggedLate === 1 ? 'session' : 'sessions'} logged late`];
}

/** Figures as one part of the last line, which are of everybody and not of those who were not named; none: no part. */
export function ofTeam(figures: readonly string[]): string[] {
  return figures.length === 0 ? [] : [`team: ${figures.join(', ')}`];
}

/** The figures that there are enough athletes for. */
export function teamTexts({ team }: Pick<Summary, 'team'>): string[] {
  const texts: string[] = [];
  if (team.warmups) texts.push(`${team.warmups.done} of ${team.warmups.of} warmed up`);
  if (team.load) texts.push(`median load ${Math.round(team.load.medianAu)} AU (${team.load.of} athletes)`);
  return ofTeam(texts);
}
