/** The warm-up that somebody asked to see, in words. */
import type { Panel } from '../discord/panel.ts';
import { warmUpSteps } from '../habits/warm-up-messages.ts';
import { blockedPanel } from './messages.ts';
import type { ShownWarmUp } from './show-warm-up.ts';

/** Its steps, or what stands against training at all (handbook §2, §6). */
export function warmUpPanel(shown: ShownWarmUp): Panel {
  if (shown.kind === 'blocked') return blockedPanel('core', shown.block, shown.athlete);
  return warmUpSteps(shown.warmUp);
}
