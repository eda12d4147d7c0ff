/** One socket: HELLO, heartbeats, IDENTIFY or RESUME, and Discord's close codes for what is wrong. */
import { createDeflate, constants as zlib } from 'node:zlib';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { asJson, asList, asNumber, asText, type Json } from '../json.ts';
import type { Send, Session } from './session.ts';

const SENDS_PER_MINUTE = 120;
/** Heartbeats that may stay out before the socket is taken for dead. */
const PATIENCE = 1.5;
const IGNORED: readonly number[] = [
  GatewayOpcodes.PresenceUpdate,
  GatewayOpcodes.VoiceStateUpdate,
  GatewayOpcodes.RequestGuildMembers,
];

/** What a socket asks of the gateway. */
export interface Host {
  readonly token: string;
  /** Milliseconds between heartbeats. */
  readonly heartbeatMs: number;
  /** Makes a session and dispatches READY and GUILD_CREATEs on it. */
  identify(intents: number, shard: readonly [number, number], send: Send): Session;
  /** The session of a RESUME; null: it cannot be resumed. */
  find(sessionId: string): Session | null;
  resumed(): void;
  /** `resumable`: the socket broke instead of being closed by the bot. */
  detached(session: Session, resumable: boolean): void;
}

export interface Connection {
  /** From now on nothing is sent on this socket. */
  silence(): void;
}

/** Writes JSON, through one shared deflate stream when the client asked for zlib-stream. */
function writer(socket: WebSocket, compressed: boolean): Send {
  const write = (data: string | Buffer) => {
    if (socket.readyState === socket.OPEN) socket.send(data);
  };
  if (!compressed) return (payload) => write(JSON.stringify(payload));
  const deflate = createDeflate({ flush: zlib.Z_SYNC_FLUSH });
  deflate.on('data', write);
  return (payload) => {
    deflate.write(JSON.stringify(payload));
  };
}

function shardOf(data: Json): readonly [number, number] {
  const [index, count] = asList(data.shard);
  return [asNumber(index), Math.max(1, asNumber(count, 1))];
}

/** Calls `onExcess` when a socket sends more than 120 payloads within a minute. */
function countSends(socket: WebSocket, onExcess: () => void): void {
  let sends = 0;
  const minute = setInterval(() => {
    sends = 0;
  }, 60_000).unref();
  socket.on('message', () => {
    sends += 1;
    if (sends > SENDS_PER_MINUTE) onExcess();
  });
  socket.on('close', () => clearInterval(minute));
}

/** The protocol of one socket: what came in, and what is to be done. */
function createProtocol(socket: WebSocket, host: Host, send: Send) {
  const control = (op: number, d: unknown = null) => send({ op, d, s: null, t: null });
  let session: Session | null = null;
  const isTrusted = (data: Json) => {
    if (asText(data.token).replace(/^Bot /, '') === host.token) return true;
    socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    return false;
  };
  const identify = (data: Json) => {
    if (session) socket.close(GatewayCloseCodes.AlreadyAuthenticated);
    else if (isTrusted(data)) session = host.identify(asNumber(data.intents), shardOf(data), send);
  };
  const resume = (data: Json) => {
    if (!isTrusted(data)) return;
    const found = host.find(asText(data.session_id));
    found?.attach(send);
    if (!found?.replay(asNumber(data.seq))) {
      found?.detach(send);
      control(GatewayOpcodes.InvalidSession, false);
      return;
    }
    session = found;
    found.dispatch('RESUMED', {});
    host.resumed();
  };
  return {
    control,
    session: () => session,
    receive(op: number, data: Json) {
      if (op === GatewayOpcodes.Heartbeat) control(GatewayOpcodes.HeartbeatAck);
      else if (op === GatewayOpcodes.Identify) identify(data);
      else if (op === GatewayOpcodes.Resume) resume(data);
      else if (!session) socket.close(GatewayCloseCodes.NotAuthenticated);
      else if (!IGNORED.includes(op)) socket.close(GatewayCloseCodes.UnknownOpcode);
    },
  };
}

/** Speaks the gateway's protocol on one socket until it closes. */
export function serveConnection(socket: WebSocket, host: Host, compressed: boolean): Connection {
  const write = writer(socket, compressed);
  let silent = false;
  const send: Send = (payload) => {
    if (!silent) write(payload);
  };
  const protocol = createProtocol(socket, host, send);
  const dead = () => socket.close(GatewayCloseCodes.SessionTimedOut);
  const watch = setTimeout(dead, host.heartbeatMs * PATIENCE).unref();
  countSends(socket, () => socket.close(GatewayCloseCodes.RateLimited));
  socket.on('message', (raw) => {
    try {
      const payload = asJson(JSON.parse(raw.toString()));
      if (payload.op === GatewayOpcodes.Heartbeat) watch.refresh();
      protocol.receive(asNumber(payload.op, -1), asJson(payload.d));
    } catch {
      socket.close(GatewayCloseCodes.DecodeError);
    }
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', (code) => {
    clearTimeout(watch);
    const session = protocol.session();
    session?.detach(send);
    if (session) host.detached(session, code !== 1000 && code !== 1001);
  });
  protocol.control(GatewayOpcodes.Hello, { heartbeat_interval: host.heartbeatMs, _trace: [] });
  return {
    silence() {
      silent = true;
    },
  };
}
