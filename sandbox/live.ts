/** The page's other half: a View to every open page after each change, and the acts that come back. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Gateway } from './gateway/gateway.ts';
import { type Acting, perform } from './live/acts.ts';
import { buildView, personasOf, type Screen } from './live/view.ts';
import { ClientRefusal } from './people/commands.ts';
import type { ActResult, View } from './protocol.ts';
import type { Upgradable } from './server.ts';
import type { GuildState, World } from './world.ts';

const MAX_ACT_BYTES = 64 * 1024;
const MAX_PAGES = 100;

export interface Live extends Upgradable {
  /** Adds POST /page/act. */
  mount(server: FastifyInstance): void;
  /** The View of a person, as the page would get it. */
  view(guildId: string, userId: string): View;
  /** A banner on every page; null takes it down. */
  setNotice(text: string | null): void;
  close(): void;
}

interface Page {
  readonly socket: WebSocket;
  readonly guildId: string | null;
  readonly userId: string | null;
}

/** The page's server side over one world. */
export function createLive(world: World, gateway: Gateway): Live {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false });
  const pages = new Set<Page>();
  const screens = new Map<string, Screen>();
  let notice: string | null = null;
  let scheduled = false;

  const screenOf = (userId: string): Screen => {
    const screen = screens.get(userId) ?? { read: new Map(), dismissed: new Set() };
    screens.set(userId, screen);
    return screen;
  };
  const guildOf = (guildId: string | null): GuildState | undefined =>
    guildId === null ? world.guilds.values().next().value : world.guilds.get(guildId);
  /** Who acts: the named person, or the first that the page offers. */
  const actingAs = (guildId: string | null, userId: string | null): Acting | null => {
    const guild = guildOf(guildId);
    if (!guild) return null;
    const personas = personasOf(world, guild);
    const wanted =
      userId === null
        ? personas.find((one) => one.switchable)
        : personas.find((one) => one.userId === userId);
    return wanted ? { world, guild, userId: wanted.userId, screen: screenOf(wanted.userId) } : null;
  };
  const viewOf = (acting: Acting): View => buildView({ ...acting, online: gateway.online(), notice });

  const show = (page: Page) => {
    const acting = actingAs(page.guildId, page.userId);
    if (!acting) return page.socket.close(4404, 'There is no such person or server in the sandbox');
    if (page.socket.readyState === page.socket.OPEN) page.socket.send(JSON.stringify(viewOf(acting)));
  };
  const refresh = () => {
    if (scheduled || pages.size === 0) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      for (const page of pages) show(page);
    });
  };
  const stops = [world.events.on(refresh), world.clock.onChange(refresh)];

  const act = async (
    guildId: string | null,
    userId: string | null,
    body: unknown,
  ): Promise<[number, ActResult]> => {
    const acting = actingAs(guildId, userId);
    if (!acting) return [400, { error: 'There is no such person or server in the sandbox', choices: null }];
    try {
      return [200, { error: null, choices: await perform(acting, body) }];
    } catch (error) {
      if (error instanceof ClientRefusal) return [400, { error: error.message, choices: null }];
      throw error;
    } finally {
      refresh();
    }
  };

  return {
    mount(app) {
      app.post<{ Querystring: { as?: string; guild?: string } }>(
        '/page/act',
        { bodyLimit: MAX_ACT_BYTES },
        async (request, reply) => {
          const [status, result] = await act(
            request.query.guild ?? null,
            request.query.as ?? null,
            request.body,
          );
          return reply.code(status).send(result);
        },
      );
    },
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
      if (pages.size >= MAX_PAGES) {
        socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, (accepted) => {
        const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
        const page: Page = { socket: accepted, guildId: query.get('guild'), userId: query.get('as') };
        pages.add(page);
        accepted.on('close', () => pages.delete(page));
        accepted.on('error', () => accepted.terminate());
        show(page);
      });
    },
    view(guildId, userId) {
      const acting = actingAs(guildId, userId);
      if (!acting) throw new Error(`There is no person ${userId} in guild ${guildId}`);
      return viewOf(acting);
    },
    setNotice(text) {
      notice = text;
      refresh();
    },
    close() {
      for (const stop of stops) stop();
      for (const page of pages) page.socket.terminate();
      server.close();
    },
  };
}
