/** People for tests: they type, press, choose and fill in as Discord lets them, and wait on events. */
import type { Actor } from './actors/actor.ts';
import { componentParts } from './actors/pressing.ts';
import { readingParts } from './actors/reading.ts';
import { commandParts } from './actors/running.ts';
import type { Setting } from './actors/setting.ts';
import { userOf } from './world/shapes.ts';
import type { GuildState, World } from './world.ts';

/** A person of a guild, for tests. */
export function createActor(world: World, guild: GuildState, userId: string, timeoutMs: number): Actor {
  const setting: Setting = { world, guild, userId, timeoutMs, seen: new Set() };
  return {
    userId,
    name: userOf(world, userId).name,
    ...commandParts(setting),
    ...componentParts(setting),
    ...readingParts(setting),
  };
}
