import type { App, AthleteContext } from '../app.ts';
import type { Athlete } from '../athletes/store.ts';
import type { WarmUp, WarmUpPreview } from '../habits/types.ts';
import type { Block } from './block-rules.ts';
import { readToday } from './give-set.ts';
import { openReminded } from './show-reminded.ts';
import { warmUpFor } from './warm-up-rules.ts';

/** What a nudge tells of the warm-up. */
export function warmUpPreview(app: App): WarmUpPreview {
  return async (whose, now) => {
    const { wish, block } = await readToday(app.database.db, { ...whose, now }, 'core');
    return warmUpFor(wish, block);
  };
}

/** The warm-up as it suits an athlete now, or what stands against training at all. */
export type ShownWarmUp =
  | { readonly kind: 'steps'; readonly warmUp: WarmUp | 'red' }
  | { readonly kind: 'blocked'; readonly block: Block; readonly athlete: Athlete };

/**
 * The warm-up behind a nudge, by how the athlete is now: an open warning sign and an open question come first
 * (handbook §2). Throws `stale` when the nudge is gone, `not-yours` for another person.
 */
export async function showWarmUp(
  app: App,
  deliveryId: string,
  userId: string,
  now: Date,
): Promise<ShownWarmUp> {
  const { member } = await openReminded(app, deliveryId, userId);
  return await warmUpNow({ app, now, ...member });
}

/** The warm-up as it suits somebody now, whoever's nudge they pressed. */
export async function warmUpNow({ app, ...whose }: AthleteContext): Promise<ShownWarmUp> {
  const { wish, block, athlete } = await readToday(app.database.db, whose, 'core');
  if (block?.why === 'flag' || block?.why === 'question') return { kind: 'blocked', block, athlete };
  return { kind: 'steps', warmUp: block?.why === 'red' ? 'red' : warmUpFor(wish, block) };
}
