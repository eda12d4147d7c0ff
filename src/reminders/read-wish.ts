/** What was typed for a reminder, on the command line or into its form, as a wish or a change. */
import type { Invocation } from '../discord/drafts.ts';
import { UserError } from '../faults.ts';
import { readChoice, textOf } from '../reading.ts';
import type { Change } from './edit-reminder.ts';
import { readOwnText } from './own-text.ts';
import type { Wish } from './propose.ts';
import { ASKED_FOR } from './rules.ts';

type Options = Invocation['options'];

const PLACES = ['direct', 'here'] as const;

/** The options of `/remind add`; a role is reminded here unless it says otherwise. Throws a fault of the field. */
export function readWish(options: Options, channelId: string): Wish {
  const what = readChoice('what', textOf(options, 'what') ?? '', ASKED_FOR);
  const typed = textOf(options, 'text');
  if (typed !== undefined && what !== 'own')
    throw new UserError({ code: 'option-does-not-fit', field: 'text', why: 'own-text-only' });
  const roleId = textOf(options, 'role') ?? null;
  const where = readChoice('where', textOf(options, 'where') ?? (roleId ? 'here' : 'direct'), PLACES);
  return {
    what,
    when: textOf(options, 'when') ?? null,
    text: what === 'own' ? readOwnText(typed ?? '') : null,
    channelId: where === 'here' ? channelId : null,
    roleId,
  };
}

/** The options of `/remind edit` but for the reminder. Throws a fault of the field. */
export function readChange(options: Options, channelId: string): Change {
  const where = textOf(options, 'where');
  const text = textOf(options, 'text');
  return {
    when: textOf(options, 'when') ?? null,
    text: text === undefined ? null : readOwnText(text),
    to:
      where === undefined
        ? null
        : { channelId: readChoice('where', where, PLACES) === 'here' ? channelId : null },
  };
}
