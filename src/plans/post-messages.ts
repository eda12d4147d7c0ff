/** What a plan posts: public, so it says the same to everybody. */
import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { customId } from '../discord/custom-ids.ts';
import { button, row } from '../discord/layout.ts';
import { plainly } from '../reminders/own-text.ts';
import { typeLabel } from '../sessions/messages.ts';
import type { LocalDate } from '../time/local.ts';
import { showDate } from '../time/show.ts';
import { takesWarmUp } from './rules.ts';
import { type Plan, type PlanDay, type PlanType, WHOLE_CLUB } from './types.ts';

/** "Speed endurance", "Rest". */
export function planTypeLabel(type: PlanType): string {
  return type === 'rest' ? 'Rest' : typeLabel(type);
}

/** The day's session, or that it became rest. The squad is named; it is called only where the coach wanted that. */
export function postMessage(
  plan: Plan,
  planned: PlanDay,
  date: LocalDate,
  deliveryId: string,
): RESTPostAPIChannelMessageJSONBody {
  const { type, note } = planned;
  const warmUp = takesWarmUp(planned);
  const lines = [
    `${squadPrefix(plan)}**Today, ${showDate(date)}: ${planTypeLabel(type).toLowerCase()}.** ${whatText(planned)}.`,
    ...(note === null ? [] : [plainly(note)]),
    ...(type === 'rest'
      ? []
      : [
          `${warmUp ? `Warm up first${type === 'tempo' ? ': it counts before tempo too' : ''}. ` : ''}A red light beats the plan.`,
        ]),
  ];
  const log = button(customId('plan', 'log', { delivery: deliveryId }), 'Log it', 'main');
  const buttons = warmUp ? [log, warmUpButton(deliveryId)] : [log];
  return {
    content: lines.join('\n'),
    components: [row(...buttons)],
    allowed_mentions: calling(plan),
  };
}

function whatText({ type, work }: PlanDay): string {
  return type === 'rest' ? 'The plan has changed' : (work ?? 'Work as your coach says');
}

/** The nudge to warm up before training. */
export function nudgeMessage(
  plan: Plan,
  { type }: PlanDay,
  deliveryId: string,
): RESTPostAPIChannelMessageJSONBody {
  const session = planTypeLabel(type);
  return {
    content: `${squadPrefix(plan)}**${session} at ${plan.trainingTime}: warm up first.**${type === 'tempo' ? ' It counts before tempo too.' : ''}\nThe button shows what suits you today.`,
    components: [row(warmUpButton(deliveryId))],
    allowed_mentions: calling(plan),
  };
}

function warmUpButton(deliveryId: string) {
  return button(customId('plan', 'warm-up', { delivery: deliveryId }), 'Warm-up');
}

function squadPrefix({ squad }: Plan): string {
  return squad === WHOLE_CLUB ? '' : `<@&${squad}> `;
}

function calling({ squad, callsSquad }: Plan): { readonly roles: string[] } | { readonly parse: [] } {
  return callsSquad && squad !== WHOLE_CLUB ? { roles: [squad] } : { parse: [] };
}
