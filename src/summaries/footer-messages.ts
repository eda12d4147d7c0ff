import { lateLine } from '../habits/messages.ts';
import type { WallTime } from '../time/local.ts';

/** What a summary says of itself. */
export interface Footer {
  /** It says something else than when it was sent; the time is of the newest change, null where that left none. */
  readonly updated: { readonly at: WallTime | null } | null;
  /** When it was due, when it comes noticeably later; null: on time. */
  readonly wasDueAt: string | null;
}

/** Of a summary that was just asked for. */
export const NO_FOOTER: Footer = { updated: null, wasDueAt: null };

/** A summary with its small lines: what is told of all the rest, null for none, and what it says of itself. */
export function footed(text: string, rest: readonly string[] | null, { updated, wasDueAt }: Footer): string {
  const update = updated === null ? [] : [`updated${updated.at === null ? '' : ` ${updated.at}`}`];
  const small = [...(rest ?? []), ...update].join(' · ');
  return `${text}${small === '' ? '' : `\n-# ${small.charAt(0).toUpperCase()}${small.slice(1)}`}${lateLine(wasDueAt)}`;
}
