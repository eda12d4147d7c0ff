/** What is gone: said in full, and how to enter it again. */
import { typedText } from '../discord/drafts.ts';
import { moreOf, typedOf } from '../sessions/messages.ts';
import type { Session } from '../sessions/store.ts';
import { parseLocalDate } from '../time/local.ts';
import { entryDetails } from './entry-messages.ts';
import type { TakenOut } from './take-out.ts';
import type { Entry, ReportFacts } from './types.ts';

/** What is gone, in full, and how to enter it again. */
export function goneText(
  what: 'Deleted' | 'Taken back',
  { entry, session, signOpen }: Pick<TakenOut, 'entry' | 'session' | 'signOpen'>,
  today: string,
): string[] {
  const [first = '', ...rest] = entryDetails(entry, signOpen).filter((line) => !line.startsWith('-#'));
  const again = typeAgain(entry, session, today);
  return [
    `${what}: ${first}`,
    ...(session === null || again === null ? rest : []),
    ...(again === null ? [] : [`To enter it again: ${again}`]),
  ];
}

/** How to enter it again by hand; null where no command takes it, like a day too long ago. `today`: the athlete's. */
export function typeAgain(entry: Entry, session: Session | null, today: string): string | null {
  if (session !== null) {
    if (!parseLocalDate(entry.localDate, today).ok) return null;
    return command('log', { ...typedOf(session), ...moreOf(session, today) });
  }
  if (entry.localDate !== today) return null;
  switch (entry.kind) {
    case 'report':
      return command('pain', reportOptions(entry.facts));
    case 'check-in':
      return '`/checkin`';
    case 'set':
      return `\`/${entry.facts.menu}\``;
    default:
      return null;
  }
}

function command(name: string, options: Readonly<Record<string, string | number | boolean>>): string {
  return `\`${typedText({ command: name, subcommand: null, options }).replaceAll('`', "'")}\``;
}

function reportOptions(facts: ReportFacts): Record<string, string | number | boolean> {
  const { area, now, start, kinds, phase, rep, growing, strideChanged, notes } = facts;
  return {
    area,
    ...(now === null ? {} : { now }),
    ...(start === null ? {} : { start }),
    ...(kinds[0] === undefined ? {} : { kind: kinds[0] }),
    ...(phase === 'during' ? {} : { when: phase }),
    ...(rep === null ? {} : { rep }),
    ...(growing ? { growing } : {}),
    ...(strideChanged ? { 'stride-changed': strideChanged } : {}),
    ...(notes === null ? {} : { notes }),
  };
}
