/** Turning the pages of the history. */
import type { AthleteContext, Command } from '../../src/app.ts';
import type { Press } from '../../src/discord/command.ts';
import type { Responder } from '../../src/discord/responder.ts';
import { historyPanel } from '../../src/history/messages.ts';
import { FIRST_PAGE, openPage, type PageAt, today } from '../../src/history/open-history.ts';
import { decodeFilter, decodePosition } from '../../src/history/place-codes.ts';
import type { Filter } from '../../src/history/types.ts';

async function showPage(respond: Responder, context: AthleteContext, filter: Filter, at: PageAt) {
  await respond.redraw(historyPanel(await openPage(context, filter, at), today(context)));
}

/** A press that turns to another page; a place that cannot be read is the first. */
function turn(side: PageAt['side'], including: boolean) {
  return {
    needs: 'athlete' as const,
    async run({ args, respond }: Press, context: AthleteContext) {
      const from = decodePosition(args.at ?? '');
      const at = from === undefined ? FIRST_PAGE : { side, from, including };
      await showPage(respond, context, decodeFilter(args.filter ?? ''), at);
    },
  };
}

export const components = {
  first: turn('older', false),
  older: turn('older', false),
  newer: turn('newer', false),
  back: turn('older', true),
  show: {
    needs: 'athlete',
    run: ({ values, respond }, context) =>
      showPage(respond, context, decodeFilter(values[0] ?? ''), FIRST_PAGE),
  },
} satisfies Command['components'];
