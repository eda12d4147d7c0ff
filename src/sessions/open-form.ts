import { randomUUID } from 'node:crypto';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { AthleteContext } from '../app.ts';
import { zoneOf } from '../athletes/rules.ts';
import { customId } from '../discord/custom-ids.ts';
import type { Invocation } from '../discord/drafts.ts';
import { localDate } from '../time/local.ts';
import { lastSession } from './log-session.ts';
import { FORM_FIELDS, logForm, MORE_FIELDS, moreForm } from './messages.ts';
import { hasReadableDate } from './read-session.ts';

/**
 * The form of `/log` filled with what was typed, or the one that has the date when that is at fault; what it has no
 * field for is kept beside it. `title`: instead of the form's own.
 */
export async function filledForm(
  { app, athlete, club, now }: AthleteContext,
  options: Invocation['options'],
  title?: string,
): Promise<APIModalInteractionResponseCallbackData> {
  const today = localDate(now, zoneOf(athlete, club));
  const isReadable = hasReadableDate(options, today);
  const fields: readonly string[] = isReadable ? FORM_FIELDS : MORE_FIELDS;
  const outside = Object.keys(options).some((field) => !fields.includes(field));
  const kept = { command: 'log', subcommand: null, options };
  const id = customId('log', 'submit', {
    draft: outside ? app.drafts.keep(athlete.userId, kept) : nothingKept(),
  });
  if (!isReadable) return moreForm(id, options);
  const last = await lastSession(app, athlete);
  return logForm({ id, typed: options, last, ...(title === undefined ? {} : { title }) });
}

/** Stands for a draft where a form has fields for all that was typed: the form sent twice is one session. */
export function nothingKept(): string {
  return `${NOTHING_KEPT}${randomUUID()}`;
}

/** Whether a form was sent that had something kept beside it. */
export function wasKept(draft: string): boolean {
  return !draft.startsWith(NOTHING_KEPT);
}

const NOTHING_KEPT = 'none-';
