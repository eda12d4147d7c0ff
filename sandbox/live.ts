/** The page's other half: a View to every open page after each change, and the acts that come back. */
import type { FastifyInstance } from 'fastify';
import type { Gateway } from './gateway/gateway.ts';
import { perform } from './live/acts.ts';
import { createPages } from './live/pages.ts';
import { createStage, type Stage } from './live/stage.ts';
import { ClientRefusal } from './people/place.ts';
import type { ActResult, View } from './protocol.ts';
import type { Upgradable } from './server.ts';
import type { World } from './world.ts';

const MAX_ACT_BYTES = 64 * 1024;
const NOBODY = 'There is no such person or server in the sandbox';

export interface Live extends Upgradable {
  /** Adds POST /page/act. */
  mount(server: FastifyInstance): void;
  /** The View of a person, as the page would get it. */
  view(guildId: string, userId: string): View;
  /** A banner on every page; null takes it down. */
  setNotice(text: string | null): void;
  close(): void;
}

/** Does an act: 200, or 400 with words for the person. */
async function answerAct(
  stage: Stage,
  guildId: string | null,
  userId: string | null,
  act: unknown,
): Promise<[number, ActResult]> {
  const acting = stage.acting(guildId, userId);
  if (!acting) return [400, { error: NOBODY, choices: null }];
  try {
    return [200, { error: null, choices: await perform(acting, act) }];
  } catch (error) {
    if (error instanceof ClientRefusal) return [400, { error: error.message, choices: null }];
    throw error;
  }
}

/** The page's server side over one world. */
export function createLive(world: World, gateway: Gateway): Live {
  const stage = createStage(world, gateway);
  const pages = createPages(stage);
  const stops = [world.events.on(pages.refresh), world.clock.onChange(pages.refresh)];
  return {
    mount(app) {
      app.post<{ Querystring: { as?: string; guild?: string } }>(
        '/page/act',
        { bodyLimit: MAX_ACT_BYTES },
        async (request, reply) => {
          const { guild = null, as = null } = request.query;
          const [status, result] = await answerAct(stage, guild, as, request.body);
          pages.refresh();
          return reply.code(status).send(result);
        },
      );
    },
    upgrade: pages.upgrade,
    view(guildId, userId) {
      const acting = stage.acting(guildId, userId);
      if (!acting) throw new Error(`There is no person ${userId} in guild ${guildId}`);
      return stage.view(acting);
    },
    setNotice(text) {
      stage.setNotice(text);
      pages.refresh();
    },
    close() {
      for (const stop of stops) stop();
      pages.close();
    },
  };
}
