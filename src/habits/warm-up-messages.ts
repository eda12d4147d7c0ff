/** The warm-up before training in words (handbook §6). */
import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { customId } from '../discord/custom-ids.ts';
import { button, row } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { laterRow } from '../reminders/later-messages.ts';
import { addressedMessage, lateLine, waitingMessage } from './messages.ts';
import type { Move, WarmUp } from './types.ts';

/** What a nudge to warm up depends on. */
export interface WarmUpFacts {
  readonly deliveryId: string;
  /** Whom it is for; in a direct message one. */
  readonly userIds: readonly string[];
  /** In a channel the athletes are named, and these mentions are meant. */
  readonly inChannel: boolean;
  /** Wall time at which it was due, when it comes noticeably later; null: on time. */
  readonly wasDueAt: string | null;
  readonly warmUp: WarmUp;
}

/** Before training. A channel is public, so there it says the same to everybody. */
export function warmUpMessage(facts: WarmUpFacts): RESTPostAPIChannelMessageJSONBody {
  const { deliveryId, inChannel, wasDueAt, warmUp } = facts;
  const text = inChannel
    ? '**Training today? Warm up first.** It counts before tempo too.'
    : directText(warmUp);
  const rows = [stepsRow(deliveryId), laterRow(deliveryId)];
  return addressedMessage(facts, `${text}${lateLine(wasDueAt)}`, rows);
}

function directText(warmUp: WarmUp): string {
  if (warmUp === 'gentle')
    return '**Training today? Warm up gently.** It counts before tempo too.\nWalk first. Jog only if it does not hurt, and leave out what does. Still sore after that? `/should-i-stop`.';
  if (warmUp === 'walk')
    return '**Training today? Warm up first.** It counts before tempo too.\nWalk about 10 min; jog only if your doctor says so. Then easy drills. Stop anything that hurts.';
  return `**Training today? Warm up first.** It counts before tempo too.\nJog about 10 min, then 5 to 8 min of ${listed(warmUp)}, then drills, to a light sweat. Stop anything that hurts.`;
}

/** The same in steps, as it suits the athlete now; `red`: no training today, so no warm-up. */
export function warmUpSteps(warmUp: WarmUp | 'red'): Panel {
  const lines = {
    red: [
      '**Today was red: no running.** Walk a little. Easy mobility only if it does not hurt.',
      'Rest counts too, and nothing is lost.',
    ],
    gentle: [
      '**Warm-up, gently**',
      '1. **Walk** for 5 min.',
      '2. **Jog** only if it does not hurt.',
      '3. **Easy moves and drills**; leave out what hurts.',
      'Still sore after that? `/should-i-stop` before you run.',
    ],
    walk: [
      '**Warm-up**',
      '1. **Walk** about 10 min; jog only if your doctor says so.',
      '2. **Easy drills**: no throws, sit-ups, twists or jumps.',
      'Stop anything that hurts.',
    ],
  };
  if (typeof warmUp === 'string') return { content: lines[warmUp].join('\n') };
  const moves = [
    '**Warm-up, about 20 min**',
    '1. **Jog** about 10 min.',
    `2. **Move** 5 to 8 min: ${listed(warmUp)}.`,
    '3. **Drills**, to a light sweat.',
    'Stop anything that hurts. `/log` asks how you warmed up.',
    '-# Usual before sprints and tempo, after Charlie Francis.',
  ];
  return { content: moves.join('\n') };
}

function listed(moves: readonly Move[]): string {
  if (moves.length < 2) return moves.join('');
  return `${moves.slice(0, -1).join(', ')} and ${moves.at(-1)}`;
}

/** For closed direct messages. */
export function warmUpNudge({
  deliveryId,
  userId,
}: Pick<WarmUpFacts, 'deliveryId'> & { userId: string }): RESTPostAPIChannelMessageJSONBody {
  return waitingMessage(userId, [stepsRow(deliveryId), laterRow(deliveryId)]);
}

/** The button that opens the warm-up step by step. */
export function stepsRow(deliveryId: string) {
  return row(button(customId('remind', 'warm-up', { delivery: deliveryId }), 'Step by step'));
}
