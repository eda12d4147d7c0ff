import { randomUUID } from 'node:crypto';
import type { Command } from '../src/app.ts';
import { customId } from '../src/discord/custom-ids.ts';
import { findAreas } from '../src/pain/areas.ts';
import { painForm, painFormPanel, updateForm } from '../src/pain/form-messages.ts';
import { painPanel } from '../src/pain/messages.ts';
import { readArea, readPain } from '../src/pain/read-pain.ts';
import { openReport, reportPain } from '../src/pain/report-pain.ts';
import { readDraft } from '../src/reading.ts';
import * as answer from './pain/answer.ts';
import * as course from './pain/course.ts';
import * as morning from './pain/morning.ts';
import { shape } from './pain/shape.ts';

function emptyForm() {
  return painForm(customId('pain', 'submit', { draft: randomUUID() }), {});
}

export default {
  data: shape,
  mendable: true,
  execute: {
    needs: 'athlete',
    async run({ id, invocation, respond }, context) {
      const { options } = invocation;
      if (Object.keys(options).length === 0) {
        return await (respond.canShowForm ? respond.showForm(emptyForm()) : respond.answer(painFormPanel()));
      }
      const answered = await reportPain(context, id, readArea(options), readPain(options));
      await respond.answer(painPanel(answered, context.athlete));
    },
  },
  autocomplete: {
    area: async ({ typed }) => findAreas(typed).map(({ id, label }) => ({ name: label, value: id })),
  },
  components: {
    open: { needs: 'athlete', run: ({ respond }) => respond.showForm(emptyForm()) },
    form: {
      needs: 'athlete',
      async run(press, context) {
        const { drafts } = context.app;
        const { options, form } = readDraft(drafts, press);
        if (form?.args.report !== undefined) {
          const report = await openReport(context, form.args.report);
          return await press.respond.showForm(updateForm(report, options));
        }
        const draft = drafts.keep(press.caller.userId, { command: 'pain', subcommand: null, options });
        await press.respond.showForm(painForm(customId('pain', 'submit', { draft }), options));
      },
    },
    ...answer.components,
    ...course.components,
    ...morning.components,
  },
  forms: {
    submit: {
      needs: 'athlete',
      async run({ args, options, respond }, context) {
        // In the form the signs are ticks, and an unticked one is a no.
        const { growing: _, 'stride-changed': __, ...typed } = options;
        const answered = await reportPain(context, `draft:${args.draft}`, readArea(typed), readPain(typed));
        await respond.answer(painPanel(answered, context.athlete));
      },
    },
    ...course.forms,
  },
} satisfies Command;
