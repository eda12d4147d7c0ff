/** The gateway's door: sockets accepted, cut or silenced. */
import { GatewayCloseCodes } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Upgradable } from '../server.ts';
import type { World } from '../world.ts';
import { type Connection, serveConnection } from './connection.ts';
import { dispatchChanges } from './dispatches.ts';
import { createSessions } from './sessions.ts';

const MAX_PAYLOAD = 65_536;

export interface Gateway extends Upgradable {
  /** Whether a bot is connected. */
  online(): boolean;
  /** Sessions identified and resumed so far. */
  readonly counts: { readonly identified: number; readonly resumed: number };
  /** Cuts every socket without a close frame; the sessions stay resumable. */
  drop(): void;
  /** Leaves every open socket connected but dead: nothing is sent on it any more, not even heartbeat ACKs. */
  silence(): void;
  /** Answers the next `times` RESUMEs with INVALID_SESSION. */
  refuseResume(times: number): void;
  close(): void;
}

/** Opens the gateway of a world; `heartbeatMs` is what HELLO asks for. */
export function createGateway(world: World, token: string, heartbeatMs: number): Gateway {
  const sockets = new Map<WebSocket, Connection | null>();
  const sessions = createSessions(world, token, heartbeatMs);
  const stopDispatching = dispatchChanges(world, sessions);
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD, perMessageDeflate: false });
  const accept = (socket: WebSocket, query: URLSearchParams) => {
    sockets.set(socket, null);
    socket.on('close', () => sockets.delete(socket));
    if ((query.get('encoding') ?? 'json') !== 'json') {
      socket.close(GatewayCloseCodes.DecodeError, 'Only JSON is spoken here.');
      return;
    }
    sockets.set(socket, serveConnection(socket, sessions, query.get('compress') === 'zlib-stream'));
  };
  const drop = () => {
    for (const socket of sockets.keys()) socket.terminate();
  };
  return {
    counts: sessions.counts,
    online: sessions.online,
    upgrade(request, socket, head) {
      const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
      server.handleUpgrade(request, socket, head, (accepted) => accept(accepted, query));
    },
    drop,
    silence() {
      for (const connection of sockets.values()) connection?.silence();
    },
    refuseResume: sessions.refuseResume,
    close() {
      stopDispatching();
      drop();
      server.close();
    },
  };
}
