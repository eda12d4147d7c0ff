/** Who the page can be, what each of them has read and dismissed, and the banner over it all. */
import type { Gateway } from '../gateway/gateway.ts';
import type { View } from '../protocol.ts';
import type { GuildState, World } from '../world.ts';
import type { Acting } from './acts.ts';
import { buildView, personasOf, type Screen } from './view.ts';

export interface Stage {
  /** A person of a guild. Null stands for the first guild, and for the first person that the page offers. */
  acting(guildId: string | null, userId: string | null): Acting | null;
  view(acting: Acting): View;
  setNotice(text: string | null): void;
}

/** Keeps everybody's screen. */
export function createStage(world: World, gateway: Gateway): Stage {
  const screens = new Map<string, Screen>();
  let notice: string | null = null;
  const screenOf = (userId: string): Screen => {
    const screen = screens.get(userId) ?? { read: new Map(), dismissed: new Set() };
    screens.set(userId, screen);
    return screen;
  };
  const guildOf = (guildId: string | null): GuildState | undefined =>
    guildId === null ? world.guilds.values().next().value : world.guilds.get(guildId);
  return {
    acting(guildId, userId) {
      const guild = guildOf(guildId);
      if (!guild) return null;
      const found = personasOf(world, guild).find((one) =>
        userId === null ? one.switchable : one.userId === userId,
      );
      return found ? { world, guild, userId: found.userId, screen: screenOf(found.userId) } : null;
    },
    view: (acting) => buildView({ ...acting, online: gateway.online(), notice }),
    setNotice(text) {
      notice = text;
    },
  };
}
