// Which parts of the warm-up of handbook §6 suit somebody today.
import type { Move, WarmUp } from '../habits/types.ts';
import type { Block } from './block-rules.ts';
import type { Flag } from './menu.ts';
import { hiddenFlags, type Wish } from './rules.ts';

/**
 * What hides a move of the warm-up: what hides the exercises of §7 that are most like it (A-skip, throws, leg swings,
 * curl-up); a sore shoulder hides throws and a sore hamstring kicks as well [D].
 */
const HIDDEN_BY: readonly (readonly [Move, readonly Flag[]])[] = [
  ['skips', ['F', 'pain ≥ 3']],
  ['throws', ['F', 'E', 'shoulder pain']],
  ['kicks', ['E', 'hamstring strain']],
  ['sit-ups', ['F']],
  ['stretches', []],
];

/**
 * The warm-up that suits an athlete: gently while anything stands against exercises, on a walk with a broken vertebra
 * that is not cleared (handbook Never 9), else the moves that nothing hides.
 */
export function warmUpFor(wish: Omit<Wish, 'minutes' | 'seated'>, block: Block | null): WarmUp {
  if (wish.fracture === 'uncleared') return 'walk';
  if (block !== null) return 'gentle';
  const hidden = hiddenFlags(wish);
  return HIDDEN_BY.flatMap(([move, flags]) => (flags.some((flag) => hidden.includes(flag)) ? [] : [move]));
}
