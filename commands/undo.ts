import { SlashCommandBuilder } from '@discordjs/builders';
import { InteractionContextType } from 'discord-api-types/v10';
import type { Command } from '../src/app.ts';
import { UserError } from '../src/faults.ts';
import { today } from '../src/history/open-history.ts';
import { decodeEntry } from '../src/history/place-codes.ts';
import { putBack, undoLast } from '../src/history/undo-last.ts';
import { backPanel, undonePanel } from '../src/history/undo-messages.ts';

const data = new SlashCommandBuilder()
  .setName('undo')
  .setDescription('Take back the last thing that you logged')
  .setContexts(InteractionContextType.Guild);

export default {
  data,
  execute: {
    needs: 'athlete',
    async run({ id, respond }, context) {
      await respond.answer(undonePanel(await undoLast(context, id), today(context)));
    },
  },
  components: {
    back: {
      needs: 'athlete',
      async run({ args, respond }, context) {
        const key = decodeEntry(args.kind ?? '', args.entry ?? '');
        if (key === undefined) throw new UserError({ code: 'stale' });
        const put = await putBack(context, args.kept ?? '', key);
        // Where it is gone, the pressed message stays: it alone still says what it was.
        await (put.outcome === 'back' ? respond.redraw(backPanel(put)) : respond.answer(backPanel(put)));
      },
    },
  },
} satisfies Command;
