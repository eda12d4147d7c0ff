/** The four questions that come once a week. */
import type { Command } from '../../src/app.ts';
import { answerWeek, noProblem, openWeek } from '../../src/checkins/answer-weekly.ts';
import { readGiven } from '../../src/checkins/read-check-in.ts';
import { weeklyPanel, weekPanel } from '../../src/checkins/weekly-messages.ts';

export const components = {
  'weekly-start': {
    needs: 'athlete',
    run: async ({ respond }, context) => respond.answer(weekPanel(await openWeek(context))),
  },
  'weekly-none': {
    needs: 'athlete',
    run: async ({ id, args, respond }, context) =>
      respond.redraw(weeklyPanel(await noProblem(context, id, args.day ?? ''))),
  },
  'weekly-area': {
    needs: 'athlete',
    run: async ({ id, args, values, respond }, context) =>
      respond.redraw(weeklyPanel(await answerWeek(context, id, args.day ?? '', values[0] ?? '', []))),
  },
  weekly: {
    needs: 'athlete',
    async run({ id, args, respond }, context) {
      const given = readGiven(args.answers ?? '');
      await respond.redraw(
        weeklyPanel(await answerWeek(context, id, args.day ?? '', args.area ?? '', given)),
      );
    },
  },
} satisfies Command['components'];
