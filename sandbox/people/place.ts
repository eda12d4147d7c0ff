import type { ChannelState, World } from '../world.ts';

/** What Discord's own client would refuse, in words. */
export class ClientRefusal extends Error {
  override readonly name = 'ClientRefusal';
}

/** Who acts, and where. */
export interface Place {
  readonly world: World;
  readonly userId: string;
  readonly channel: ChannelState;
}
