/** Going on with what was typed when something was missing or could not be read. */
import type { AthleteContext, Command } from '../../src/app.ts';
import { customId } from '../../src/discord/custom-ids.ts';
import type { Invocation } from '../../src/discord/drafts.ts';
import { readDraft } from '../../src/reading.ts';
import { EDIT_TITLE, logForm, moreForm } from '../../src/sessions/messages.ts';
import { filledForm, wasKept } from '../../src/sessions/open-form.ts';
import { save } from './save.ts';

/** The form that a draft came from, or for a typed command the one that has the field at fault, filled. */
async function mendForm(context: AthleteContext, { options, form }: Invocation) {
  const session = form?.args.session;
  if (session !== undefined) {
    return form?.action === 'save-more'
      ? moreForm(customId('log', 'save-more', { session }), options)
      : logForm({ id: customId('log', 'save', { session }), typed: options, last: null, title: EDIT_TITLE });
  }
  return await filledForm(context, options);
}

export const components = {
  form: {
    needs: 'athlete',
    async run(press, context) {
      await press.respond.showForm(await mendForm(context, readDraft(context.app.drafts, press)));
    },
  },
  type: {
    needs: 'athlete',
    async run(press, context) {
      const { args, values, respond } = press;
      const kept = readDraft(context.app.drafts, press);
      const options = { ...kept.options, type: values[0] ?? '' };
      await save(context, respond, `draft:${args.draft}`, { ...kept, options }, { redraw: true });
    },
  },
} satisfies Command['components'];

export const forms = {
  submit: {
    needs: 'athlete',
    async run({ args, options, caller, respond }, context) {
      const draft = args.draft ?? '';
      const draftIsLost = wasKept(draft) && context.app.drafts.find(draft, caller.userId) === undefined;
      const invocation = { command: 'log', subcommand: null, options };
      await save(context, respond, `draft:${draft}`, invocation, { draftIsLost });
    },
  },
} satisfies Command['forms'];
