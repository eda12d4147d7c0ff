/** One socket: HELLO, heartbeats, IDENTIFY or RESUME, and Discord's close codes for what is wrong. */
import { createDeflate, constants as zlib } from 'node:zlib';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { asJson, asList, asNumber, asText, type Json } from '../json.ts';
import type { Send, Session } from './session.ts';

const HEARTBEAT_MS = 41_250;
const SENDS_PER_MINUTE = 120;

/** What a socket asks of the gateway. */
export interface Host {
  readonly token: string;
  /** Makes a session and dispatches READY and GUILD_CREATEs on it. */
  identify(intents: number, shard: readonly [number, number], send: Send): Session;
  /** The session of a RESUME; null: it cannot be resumed. */
  find(sessionId: string): Session | null;
  attached(session: Session): void;
  /** `resumable`: the socket broke instead of being closed by the bot. */
  detached(session: Session, resumable: boolean): void;
}

/** Writes JSON, through one shared deflate stream when the client asked for zlib-stream. */
function writer(socket: WebSocket, compressed: boolean): Send {
  if (!compressed) return (payload) => socket.send(JSON.stringify(payload));
  const deflate = createDeflate({ flush: zlib.Z_SYNC_FLUSH });
  deflate.on('data', (chunk: Buffer) => {
    if (socket.readyState === socket.OPEN) socket.send(chunk);
  });
  return (payload) => deflate.write(JSON.stringify(payload));
}

function shardOf(data: Json): readonly [number, number] {
  const [index, count] = asList(data.shard);
  return [asNumber(index), Math.max(1, asNumber(count, 1))];
}

/** Speaks the gateway's protocol on one socket until it closes. */
export function serveConnection(socket: WebSocket, host: Host, compressed: boolean): void {
  const send = writer(socket, compressed);
  const control = (op: number, d: unknown = null) => send({ op, d, s: null, t: null });
  let session: Session | null = null;
  let sends = 0;
  const quota = setInterval(() => {
    sends = 0;
  }, 60_000).unref();
  const zombie = setTimeout(
    () => socket.close(GatewayCloseCodes.SessionTimedOut),
    HEARTBEAT_MS * 1.5,
  ).unref();

  const identify = (data: Json) => {
    if (session) return socket.close(GatewayCloseCodes.AlreadyAuthenticated);
    if (asText(data.token).replace(/^Bot /, '') !== host.token) {
      return socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    }
    session = host.identify(asNumber(data.intents), shardOf(data), send);
  };
  const resume = (data: Json) => {
    if (asText(data.token).replace(/^Bot /, '') !== host.token) {
      return socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    }
    const found = host.find(asText(data.session_id));
    if (!found) return control(GatewayOpcodes.InvalidSession, false);
    found.attach(send);
    if (!found.replay(asNumber(data.seq))) {
      found.detach(send);
      return control(GatewayOpcodes.InvalidSession, false);
    }
    session = found;
    found.dispatch('RESUMED', {});
    host.attached(found);
  };
  const receive = (op: number, data: Json) => {
    if (op === GatewayOpcodes.Heartbeat) {
      zombie.refresh();
      return control(GatewayOpcodes.HeartbeatAck);
    }
    if (op === GatewayOpcodes.Identify) return identify(data);
    if (op === GatewayOpcodes.Resume) return resume(data);
    if (!session) return socket.close(GatewayCloseCodes.NotAuthenticated);
    const harmless = [
      GatewayOpcodes.PresenceUpdate,
      GatewayOpcodes.VoiceStateUpdate,
      GatewayOpcodes.RequestGuildMembers,
    ];
    if (!harmless.includes(op)) socket.close(GatewayCloseCodes.UnknownOpcode);
  };

  socket.on('message', (raw) => {
    sends += 1;
    if (sends > SENDS_PER_MINUTE) return socket.close(GatewayCloseCodes.RateLimited);
    try {
      const payload = asJson(JSON.parse(raw.toString()));
      receive(asNumber(payload.op, -1), asJson(payload.d));
    } catch {
      socket.close(GatewayCloseCodes.DecodeError);
    }
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', (code) => {
    clearInterval(quota);
    clearTimeout(zombie);
    session?.detach(send);
    if (session) host.detached(session, code !== 1000 && code !== 1001);
  });
  control(GatewayOpcodes.Hello, { heartbeat_interval: HEARTBEAT_MS, _trace: [] });
}
