import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { customId } from '../discord/custom-ids.ts';
import { button, row } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { areaLabel } from '../pain/areas.ts';
import { metresLabel, typeLabel } from '../sessions/messages.ts';
import { showDay } from '../time/show.ts';
import type { Colour, Summary, SummaryFact, SummaryLine } from './facts.ts';
import type { DaySummary } from './send-summary.ts';

const COLOUR_WORDS: Readonly<Record<Colour, string>> = {
  red: '🔴 RED',
  amber: '🟠 AMBER',
  green: '🟢 GREEN',
  unfinished: '⚪ no light yet',
};

/** The daily summary for the coaches' channel. */
export function summaryMessage(told: DaySummary, deliveryId: string): RESTPostAPIChannelMessageJSONBody {
  const now = button(customId('team', 'now', { delivery: deliveryId, day: told.day }), 'How is it now?');
  return { ...summaryPanel(told), components: [row(now)], allowed_mentions: { parse: [] } };
}

/** At most eight lines by action, then one line on all the rest. Names are shown, nobody is pinged. */
export function summaryPanel({ day, today, summary }: DaySummary): Panel {
  const lines = [
    `**${title(showDay(day, today))}**`,
    ...summary.lines.map(lineText),
    `-# ${[restText(summary), ...teamTexts(summary)].join(' · ')}`,
  ];
  return { content: lines.join('\n').slice(0, 2000) };
}

function title(day: string): string {
  return `Summary of ${day}`;
}

function lineText(line: SummaryLine): string {
  const isStop = line.facts.some((fact) => fact.fact === 'pain' && fact.colour === 'red');
  const state = line.trained ? (isStop ? ' · trained, told to stop' : ' · trained') : '';
  return `- <@${line.userId}>: ${line.facts.map(factText).join(' · ')}${state}`;
}

function factText(fact: SummaryFact): string {
  switch (fact.fact) {
    case 'pain':
      return painText(fact);
    case 'worse-twice-running':
      return fact.details
        ? `${areaLabel(fact.details.area)} worse twice running: ${fact.details.ratings.join(' → ')}`
        : 'worse twice running';
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

function painText({ colour, details }: Extract<SummaryFact, { fact: 'pain' }>): string {
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
    return lines.length > 0 ? 'Nobody else has joined' : 'Nobody has joined yet';
  const others = lines.length > 0 ? 'Others' : 'Nothing to act on';
  const more = rest.alsoToLookAt > 0 ? `, ${rest.alsoToLookAt} of them with something smaller` : '';
  return `${others}: ${rest.trained} trained, ${rest.quiet} logged nothing${more}`;
}

function teamTexts({ team }: Summary): string[] {
  const texts: string[] = [];
  if (team.warmups) texts.push(`${team.warmups.done} of ${team.warmups.of} warmed up`);
  if (team.load) texts.push(`median load ${Math.round(team.load.medianAu)} AU (${team.load.of} athletes)`);
  return texts;
}
