/** What is pressed on the answer to a log: it changes the session and draws the answer anew. */
import type { AthleteContext, Command } from '../../src/app.ts';
import { zoneOf } from '../../src/athletes/rules.ts';
import type { Press, Submission } from '../../src/discord/command.ts';
import { customId } from '../../src/discord/custom-ids.ts';
import { standingOf } from '../../src/progress/standing.ts';
import { type Typed, typedIn } from '../../src/reading.ts';
import { undonePanel } from '../../src/sessions/answer-messages.ts';
import { changeSession, noteNoPain, openSession, undoSession } from '../../src/sessions/log-session.ts';
import { EDIT_TITLE, logForm, moreForm, moreOf, typedOf } from '../../src/sessions/messages.ts';
import { readChanges } from '../../src/sessions/read-session.ts';
import { localDate } from '../../src/time/local.ts';
import { answerPanel, silenceOf } from './save.ts';

async function change(context: AthleteContext, { args, respond }: Press | Submission, typed: Typed) {
  const { athlete, club, now } = context;
  const changes = readChanges(typed, localDate(now, zoneOf(athlete, club)));
  const standing = standingOf(context);
  const changed = await changeSession(context, args.session ?? '', changes, silenceOf(standing));
  await respond.redraw(await answerPanel(context, changed, standing));
}

/** A press that sets one field; `null`: to what was chosen. */
function setting(field: string, value: string | null) {
  return {
    needs: 'athlete' as const,
    run: (press: Press, context: AthleteContext) =>
      change(context, press, { [field]: value ?? press.values[0] ?? '' }),
  };
}

export const components = {
  stretched: setting('stretch', 'yes'),
  core: setting('core', 'yes'),
  warmup: setting('warmup', null),
  effort: setting('effort', null),
  modality: setting('modality', null),
  'no-pain': {
    needs: 'athlete',
    async run({ args, respond }, context) {
      const standing = standingOf(context);
      const noted = await noteNoPain(context, args.session ?? '', silenceOf(standing));
      await respond.redraw(await answerPanel(context, noted, standing));
    },
  },
  edit: {
    needs: 'athlete',
    async run({ args, respond }, { app, athlete }) {
      const session = await openSession(app, athlete, args.session ?? '');
      const id = customId('log', 'save', { session: session.id });
      await respond.showForm(logForm({ id, typed: typedOf(session), last: null, title: EDIT_TITLE }));
    },
  },
  more: {
    needs: 'athlete',
    async run({ args, respond }, { app, athlete, club, now }) {
      const session = await openSession(app, athlete, args.session ?? '');
      const typed = moreOf(session, localDate(now, zoneOf(athlete, club)));
      await respond.showForm(moreForm(customId('log', 'save-more', { session: session.id }), typed));
    },
  },
  undo: {
    needs: 'athlete',
    async run({ args, respond }, context) {
      await respond.redraw(undonePanel(await undoSession(context, args.session ?? '')));
    },
  },
} satisfies Command['components'];

export const forms = {
  save: { needs: 'athlete', run: (sent, context) => change(context, sent, typedIn(sent.fields)) },
  'save-more': { needs: 'athlete', run: (sent, context) => change(context, sent, typedIn(sent.fields)) },
} satisfies Command['forms'];
