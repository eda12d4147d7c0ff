/** The week of a squad: what `/plan week` shows, and what every change ends with. */
import type { ClubContext, Command } from '../../src/app.ts';
import { askToJoin, isCoach } from '../../src/athletes/admit.ts';
import { recogniseCaller } from '../../src/athletes/caller.ts';
import type { Caller } from '../../src/discord/command.ts';
import type { Invocation } from '../../src/discord/drafts.ts';
import type { Panel } from '../../src/discord/panel.ts';
import { painObjection } from '../../src/pain/objection.ts';
import { planSavedPanel } from '../../src/plans/messages.ts';
import { showWeek } from '../../src/plans/show-week.ts';
import { WHOLE_CLUB } from '../../src/plans/types.ts';
import { weekPanel } from '../../src/plans/week-messages.ts';
import { textOf } from '../../src/reading.ts';

/** The squad that was named; null: none. The role that everybody has stands for the whole club. */
export function squadOf({ options }: Pick<Invocation, 'options'>, { clubId }: Caller): string | null {
  const squad = textOf(options, 'squad') ?? null;
  return squad === clubId ? WHOLE_CLUB : squad;
}

/** The week as the caller may see it. */
export async function weekFor(context: ClubContext, caller: Caller, squad: string | null): Promise<Panel> {
  return weekPanel(await readWeek(context, caller, squad));
}

/** What was saved, above the week as it then is. */
export async function savedPanel(
  context: ClubContext,
  caller: Caller,
  change: Parameters<typeof planSavedPanel>[0],
): Promise<Panel> {
  return planSavedPanel(change, await readWeek(context, caller, change.plan.squad));
}

async function readWeek(context: ClubContext, caller: Caller, squad: string | null) {
  const { athlete } = await recogniseCaller(context.app, caller);
  const viewer = { roleIds: caller.roleIds, isCoach: isCoach(context.club, caller), athlete };
  return await showWeek(context, viewer, squad, painObjection(context.app));
}

export const execute = {
  week: {
    needs: 'club',
    async run({ invocation, caller, respond }, context) {
      const { athlete } = await recogniseCaller(context.app, caller);
      if (athlete === null && !isCoach(context.club, caller)) {
        return await askToJoin(context.app, caller, respond, invocation);
      }
      await respond.answer(await weekFor(context, caller, squadOf(invocation, caller)));
    },
  },
} satisfies Command['execute'];
