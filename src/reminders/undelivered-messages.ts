import { customId } from '../discord/custom-ids.ts';
import { row, select } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { showMoment } from '../time/show.ts';
import type { ShownLine, UndeliveredView } from './undelivered.ts';
import type { Thing } from './undelivered-rules.ts';

/** What was to be sent; of athletes' reminders only the way that they go. */
export const THING_LABELS: Readonly<Record<Thing, string>> = {
  summary: 'Daily summary',
  'weekly-summary': 'Weekly summary',
  plan: 'Session of the day',
  'plan-warm-up': 'Warm-up call',
  notice: 'Notice to administrators',
  coaches: 'Coaches’ reminder',
  'athletes-direct': 'Reminders by direct message',
  'athletes-channel': 'Reminders',
};

/** Lines of the panel; what has no room comes up when these are dealt with. */
const MAX_LINES = 8;

/** What was not delivered: a line for each thing, what to do under all that have one cause, and a menu to send again. */
export function undeliveredPanel({ lines, zone }: UndeliveredView, asked: number | null = null): Panel {
  const shown = byReason(lines.slice(0, MAX_LINES));
  const texts = shown.flatMap((line, index) => {
    const next = shown[index + 1];
    const isLast = next === undefined || whyText(next) !== whyText(line);
    return [
      lineText(line, index + 1, zone),
      ...(isLast ? [whyText(line), ...(next === undefined ? [] : [''])] : []),
    ];
  });
  if (lines.length > shown.length) texts.push(`-# and ${lines.length - shown.length} more`);
  const nothing = asked === null ? 'Nothing is missing.' : 'Nothing else is missing.';
  const title = lines.length === 0 ? nothing : `**Not delivered in the last 7 days** (${zone})`;
  const choices = shown.flatMap((line, index) => choiceOf(line, index + 1));
  return {
    content: [...(asked === null ? [] : [askedText(asked)]), title, ...texts].join('\n'),
    components:
      choices.length === 0 ? [] : [row(select(customId('setup', 'again', {}), 'Send again', choices))],
  };
}

/** Lines of which the same is said next to each other, the latest first. */
function byReason(lines: readonly ShownLine[]): ShownLine[] {
  const reasons = [...new Set(lines.map(whyText))];
  return reasons.flatMap((reason) => lines.filter((line) => whyText(line) === reason));
}

function askedText(asked: number): string {
  if (asked === 0) return 'Nothing of that is left to send again.';
  const what = asked === 1 ? 'One message is' : `${asked} messages are`;
  return `${what} on the way again. What does not arrive is back here in \`/setup\`.`;
}

function lineText(line: ShownLine, number: number, zone: string): string {
  const isGone = line.cause === 'gone' && line.missing.length > 0;
  const place = line.channelId === null || isGone ? '' : ` in <#${line.channelId}>`;
  const last = showMoment(line.lastDueAt, zone);
  const when = line.count === 1 ? last : `${line.count} times, last ${last}`;
  const already = line.mayBeThere ? ' (it may already be there)' : '';
  return `**${number}. ${THING_LABELS[line.thing]}**${place}: ${when}${already}`;
}

/** Why it was not delivered, and what to do about it. */
function whyText({ thing, cause, channelId, place, missing }: ShownLine): string {
  const there = channelId === null && place !== null ? `in <#${place}>` : 'there';
  switch (cause) {
    case 'no-permission':
      return missing.length === 0
        ? `I could not write ${there}. Now I can.`
        : `I may not write ${there}. I need: ${missing.join(', ')}.`;
    case 'gone':
      return missing.length === 0
        ? 'The channel was gone. Now I have one.'
        : `The channel is gone. ${anew(thing)}`;
    case 'bot-left':
      return 'I was not in this server then.';
    case 'late':
      return 'I was switched off, or could send it only when it was too late.';
    case 'closed':
      return 'Direct messages are closed. Each person opens them in this server’s privacy settings.';
    case 'unknown':
      return missing.includes('Read Message History')
        ? `I cannot tell whether it came. I need: Read Message History ${there}.`
        : 'I cannot tell whether it came.';
    case 'discord':
      return 'Discord did not take it. There is nothing for you to do.';
    case 'ours':
      return 'A fault of mine. Who runs the bot finds it in the log.';
  }
}

/** How a channel that is gone is replaced. */
export function anew(thing: Thing): string {
  switch (thing) {
    case 'plan':
    case 'plan-warm-up':
      return 'A coach chooses another with `/plan start channel:`.';
    case 'coaches':
    case 'athletes-channel':
      return 'Who made it makes it anew with `/remind add`.';
    default:
      return 'Choose another in `/setup`.';
  }
}

function choiceOf({ thing, sendable, mayBeThere, key }: ShownLine, number: number) {
  if (sendable.length === 0) return [];
  const label = `${number}. ${THING_LABELS[thing]}: ${sendable.length === 1 ? '1 message' : `${sendable.length} messages`}`;
  return [{ label, value: key, ...(mayBeThere ? { description: 'It may already be there' } : {}) }];
}
