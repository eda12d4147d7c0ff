/** One entry of the history: look, edit, delete. */
import type { AthleteContext, Command } from '../../src/app.ts';
import { zoneOf } from '../../src/athletes/rules.ts';
import type { Press, Submission } from '../../src/discord/command.ts';
import { UserError } from '../../src/faults.ts';
import {
  deletedPanel,
  deleteQuestion,
  detailPanel,
  MENDED,
  mendForm,
} from '../../src/history/detail-messages.ts';
import { mendReport } from '../../src/history/mend-report.ts';
import type { Place } from '../../src/history/messages.ts';
import { openEntry, today } from '../../src/history/open-history.ts';
import { decodeEntry, decodeFilter } from '../../src/history/place-codes.ts';
import { mendable } from '../../src/history/rules.ts';
import { deleteForGood } from '../../src/history/take-out.ts';
import type { EntryKey } from '../../src/history/types.ts';
import { painPanel } from '../../src/pain/messages.ts';
import { readPain } from '../../src/pain/read-pain.ts';
import { personOf } from '../../src/pain/screen.ts';
import { typedIn } from '../../src/reading.ts';

type Args = Press['args'];

function placeOf({ filter = '', at = '' }: Args): Place {
  return { filter: decodeFilter(filter), at };
}

/** The entry that a custom id names; a forged or foreign one is answered like one that is gone. */
function keyOf({ kind = 'report', entry = '' }: Args): EntryKey {
  const key = decodeEntry(kind, entry);
  if (key === undefined) throw new UserError({ code: 'stale' });
  return key;
}

async function showEntry(
  { respond, args }: Press | Submission,
  context: AthleteContext,
  key: EntryKey,
  opening = '',
) {
  const { athlete, club } = context;
  const reader = { zone: zoneOf(athlete, club), person: personOf(athlete) };
  await respond.redraw(detailPanel(await openEntry(context, key), placeOf(args), reader, opening));
}

export const components = {
  open: {
    needs: 'athlete',
    async run(press, context) {
      const [kind = '', entry = ''] = (press.values[0] ?? '').split(':');
      await showEntry(press, context, keyOf({ kind, entry }));
    },
  },
  keep: {
    needs: 'athlete',
    run: (press, context) => showEntry(press, context, keyOf(press.args)),
  },
  mend: {
    needs: 'athlete',
    async run(press, context) {
      const key = keyOf(press.args);
      const report = mendable(await openEntry(context, key));
      if (report === null) return await showEntry(press, context, key);
      await press.respond.showForm(mendForm(report, placeOf(press.args)));
    },
  },
  delete: {
    needs: 'athlete',
    async run(press, context) {
      const opened = await openEntry(context, keyOf(press.args));
      await press.respond.redraw(deleteQuestion(opened, placeOf(press.args)));
    },
  },
  sure: {
    needs: 'athlete',
    async run(press, context) {
      const taken = await deleteForGood(context, keyOf(press.args));
      if (taken.held) return await showEntry(press, context, taken.entry);
      await press.respond.redraw(deletedPanel(taken, placeOf(press.args), today(context)));
    },
  },
} satisfies Command['components'];

export const forms = {
  save: {
    needs: 'athlete',
    async run(sent, context) {
      const key = keyOf(sent.args);
      const typed = readPain(typedIn(sent.fields));
      const { now } = typed;
      if (now === null) throw new UserError({ code: 'missing', field: 'now', example: '3' });
      const answer = await mendReport(context, key.id, { ...typed, now });
      if (answer === null) return await showEntry(sent, context, key);
      const isNews = answer.result.light === 'ask' || answer.report.localDate === today(context);
      if (isNews) return await sent.respond.redraw(painPanel(answer, context.athlete));
      await showEntry(sent, context, key, MENDED);
    },
  },
} satisfies Command['forms'];
