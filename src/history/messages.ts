import { customId } from '../discord/custom-ids.ts';
import { button, type Choice, row, select } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { showDate, showDay } from '../time/show.ts';
import { capital, entryLine, entryWords } from './line-messages.ts';
import type { HistoryPage } from './open-history.ts';
import { encodePosition, packId } from './place-codes.ts';
import { byDay } from './rules.ts';
import type { Entry, Filter } from './types.ts';

const FILTER_CHOICES: readonly (Choice & { value: Filter })[] = [
  { label: 'Show everything', value: 'all' },
  { label: 'Sessions only', value: 'sessions' },
  { label: 'Pain only', value: 'pain' },
  { label: 'Check-ins only', value: 'check-ins' },
  { label: 'Core and stretching only', value: 'habits' },
];

const EMPTY: Readonly<Record<Filter, string>> = {
  all: 'Nothing here yet. `/log` a session, and it stands here.',
  sessions: 'No sessions yet. `/log` one, and it stands here.',
  pain: 'No pain reports. `/pain` makes one.',
  'check-ins': 'No check-ins yet. `/checkin` makes one.',
  habits: 'No core work or stretching marked apart from sessions.',
};

/** Above the list while a warning sign is open (handbook, Never 2). */
const SIGN_NOTICE = '-# A warning sign is open. Until a clinician has reviewed it, I show no green.';

/** Where a press on an entry came from: the page to go back to. */
export interface Place {
  readonly filter: Filter;
  /** The page's first entry, encoded; anything else means the first page. */
  readonly at: string;
}

/**
 * A page of the list by day, with a menu to open one entry; a day with one entry is one line, because a phone shows
 * few. `today`: the athlete's local date.
 */
export function historyPanel(page: HistoryPage, today: string): Panel {
  const { filter, entries, signOpen } = page;
  if (entries.length === 0) return { content: EMPTY[filter], components: filterRows(page) };
  const days = byDay(entries).flatMap(({ localDate, entries: ofDay }) => {
    const lines = ofDay.map((entry) => entryLine(entry, signOpen));
    const day = `**${capital(showDay(localDate, today))}**`;
    return lines.length === 1 ? [`${day} · ${lines[0]}`] : [day, ...lines];
  });
  return {
    content: [...(signOpen ? [SIGN_NOTICE] : []), ...days].join('\n').slice(0, 2000),
    components: [openRow(page), ...turnRows(page), ...filterRows(page)],
  };
}

function openRow({ filter, entries, hasNewer, signOpen }: HistoryPage) {
  const [first] = entries;
  const at = first === undefined || !hasNewer ? 'first' : encodePosition(first);
  const choices = entries.map((entry) => ({
    label: `${showDate(entry.localDate)} · ${entryWords(entry, signOpen)}`.slice(0, 100),
    value: `${entry.kind}:${packId(entry.id)}`,
  }));
  return row(select(customId('history', 'open', { filter, at }), 'Look, edit or delete', choices));
}

function turnRows({ filter, entries, hasNewer, hasOlder }: HistoryPage) {
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined || (!hasNewer && !hasOlder)) return [];
  const turn = (action: 'newer' | 'older', to: Entry, label: string, off: boolean) =>
    button(customId('history', action, { filter, at: encodePosition(to) }), label, 'plain', off);
  return [
    row(
      button(customId('history', 'first', { filter }), 'First', 'plain', !hasNewer),
      turn('newer', first, 'Newer', !hasNewer),
      turn('older', last, 'Older', !hasOlder),
    ),
  ];
}

/** What to show is asked only where there is more than a page. */
function filterRows({ filter, hasNewer, hasOlder }: HistoryPage) {
  if (filter === 'all' && !hasNewer && !hasOlder) return [];
  return [row(select(customId('history', 'show', {}), 'Show', FILTER_CHOICES, [filter]))];
}
