/** The page with a server behind it that shows what a test hands it and keeps every act. */
import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { type WebSocket, WebSocketServer } from 'ws';
import { pagePlugin } from '../../sandbox/page/plugin.ts';
import type { Act, ActResult, View } from '../../sandbox/protocol.ts';
import { ANN } from './page-views.ts';

export interface TakenAct {
  readonly as: string;
  readonly act: Act;
}

type Answer = (taken: TakenAct) => ActResult | Promise<ActResult>;

export interface PageServer {
  readonly url: string;
  readonly port: number;
  /** What an account sees from now on; sent at once to every page open for it. */
  show(view: View): void;
  /** How acts are answered; a fresh server takes all of them. */
  answer(how: Answer): void;
  readonly acts: readonly TakenAct[];
  /** The first act of a kind, past or coming; rejects when the test's time is over. */
  act<K extends Act['do']>(kind: K): Promise<Extract<Act, { do: K }>>;
  stop(): Promise<void>;
}

const DONE: ActResult = { error: null, choices: null };

function isKind<K extends Act['do']>(act: Act, kind: K): act is Extract<Act, { do: K }> {
  return act.do === kind;
}

/** Starts it on 127.0.0.1; port 0 takes any free one. */
export async function startPageServer(port = 0): Promise<PageServer> {
  const app = Fastify({ forceCloseConnections: true });
  const sockets = new WebSocketServer({ noServer: true });
  const open = new Map<WebSocket, string>();
  const views = new Map<string, View>();
  const acts: TakenAct[] = [];
  const bell = new EventEmitter();
  let how: Answer = () => DONE;

  await app.register(pagePlugin);
  app.post<{ Querystring: { as?: string }; Body: Act }>('/page/act', async (request, reply) => {
    const taken = { as: request.query.as ?? '', act: request.body };
    acts.push(taken);
    bell.emit('act');
    const result = await how(taken);
    return reply.code(result.error === null ? 200 : 400).send(result);
  });
  app.server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (opened) => {
      const as = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('as') ?? ANN;
      open.set(opened, as);
      opened.on('close', () => open.delete(opened));
      const view = views.get(as);
      if (view) opened.send(JSON.stringify(view));
    });
  });
  await app.listen({ host: '127.0.0.1', port });
  const bound = (app.server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${bound}/`,
    port: bound,
    show: (view) => {
      views.set(view.me.userId, view);
      for (const [socket, as] of open) if (as === view.me.userId) socket.send(JSON.stringify(view));
    },
    answer: (next) => {
      how = next;
    },
    acts,
    act: async (kind) => {
      for (;;) {
        for (const { act } of acts) if (isKind(act, kind)) return act;
        await once(bell, 'act');
      }
    },
    stop: async () => {
      for (const socket of open.keys()) socket.terminate();
      await app.close();
    },
  };
}
