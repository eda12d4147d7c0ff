/** "Remind me later": the menu under every reminder, and what a choice comes to. */
import { customId } from '../discord/custom-ids.ts';
import { row, select } from '../discord/layout.ts';
import { showNear } from '../time/show.ts';
import { KIND_LABELS } from './label-messages.ts';
import type { Later } from './later-rules.ts';
import { plainly } from './own-text.ts';
import type { Reminder } from './store.ts';

/** What each choice is called, in the menu and in `/remind snooze`. */
export const LATER_LABELS: Readonly<Record<Later, string>> = {
  '10-min': '10 min',
  '1-h': '1 h',
  'after-dinner': 'After dinner',
  tomorrow: 'Tomorrow',
};

/** The menu that puts a reminder off; a row of its own under the buttons of its message. */
export function laterRow(deliveryId: string) {
  const choices = Object.entries(LATER_LABELS).map(([value, label]) => ({ label, value }));
  return row(select(customId('remind', 'snooze', { delivery: deliveryId }), 'Remind me later', choices));
}

/** A wish to be reminded later, and what it came to. */
export interface LaterFacts {
  readonly means: 'waits' | 'by-itself' | 'done';
  /** Null: it comes no more. */
  readonly at: Date | null;
  readonly reminder: Pick<Reminder, 'kind' | 'text'>;
  /** IANA zone of the athlete's days. */
  readonly zone: string;
}

/** "**Core work.** Later: today 20:30." */
export function laterText({ means, at, reminder, zone }: LaterFacts, now: Date): string {
  const what =
    reminder.text === null ? (KIND_LABELS[reminder.kind] ?? reminder.kind) : plainly(reminder.text);
  if (means === 'done' || at === null) return `**${what}.** Done already, so there is nothing to put off.`;
  const when = showNear(at, now, zone);
  return means === 'waits' ? `**${what}.** Later: ${when}.` : `**${what}.** It comes by itself: ${when}.`;
}
