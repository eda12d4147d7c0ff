import { customId } from '../discord/custom-ids.ts';
import { button, row } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { showDate } from '../time/show.ts';
import type { Board, BoardFact, BoardLine } from './board-rules.ts';
import { MAX_CHARACTERS, MAX_FACTS, painText, teamTexts, worseText } from './messages.ts';
import { TEAM_MIN } from './rules.ts';
import type { ShownBoard } from './show-board.ts';

/** The board: a line an athlete with news, most pressing first, as many as fit, and one line on the rest. */
export function boardPanel({ day, time, board }: ShownBoard): Panel {
  const title = `**Board, ${showDate(day)} ${time}**`;
  const lines = board.lines.map(lineText);
  let shown = lines.length;
  const text = () => [title, ...lines.slice(0, shown), `-# ${restText(board, shown)}`].join('\n');
  while (text().length > MAX_CHARACTERS && shown > 0) shown -= 1;
  return {
    content: text(),
    components: [row(button(customId('team', 'board', {}), 'Refresh', 'main'))],
  };
}

function lineText({ userId, facts, told, trained }: BoardLine): string {
  const texts = facts.slice(0, MAX_FACTS).map(factText);
  if (facts.length > MAX_FACTS) texts.push(`and ${facts.length - MAX_FACTS} more`);
  if (trained) texts.push('trained');
  if (told !== 'nothing') {
    texts.push(told === 'stop' ? 'told to stop' : 'told to stop and see a clinician');
  }
  return `- <@${userId}>: ${texts.join(' · ')}`;
}

function factText(fact: BoardFact): string {
  if (fact.fact === 'worse-twice-running') return worseText(fact);
  return fact.day === null ? painText(fact) : `${painText(fact)} (${showDate(fact.day)})`;
}

/**
 * The rest in few words. Below 5 they are not counted [D]: with a small or an empty rest a coach could tell who has not
 * joined, which is nobody's to see (handbook §9).
 */
function restText({ lines, withoutNews, team }: Board, shown: number): string {
  const texts: string[] = [];
  if (shown < lines.length) texts.push(`and ${lines.length - shown} more`);
  if (withoutNews >= TEAM_MIN) texts.push(`${withoutNews} without news`);
  else if (lines.length === 0) texts.push(withoutNews > 0 ? 'No news' : 'Nobody has joined yet');
  else if (shown === lines.length) texts.push('No news of anybody else');
  return [...texts, ...teamTexts({ team })].join(' · ');
}
