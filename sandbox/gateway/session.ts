/** One bot session: it outlives its socket, numbers its dispatches and can repeat the missed ones. */
import { GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';

const KEPT_DISPATCHES = 1000;

/** Sends one gateway payload. */
export type Send = (payload: { op: number; d: unknown; s: number | null; t: string | null }) => void;

export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  /** Whether a socket is attached. */
  connected(): boolean;
  attach(send: Send): void;
  detach(send: Send): void;
  dispatch(name: string, data: unknown): void;
  /** Repeats everything after `seq`; false when that is no longer possible. */
  replay(seq: number): boolean;
}

/** Starts a session for an IDENTIFY. */
export function createSession(id: string, intents: number, shard: readonly [number, number]): Session {
  let send: Send | null = null;
  let seq = 0;
  const kept: { readonly s: number; readonly t: string; readonly d: unknown }[] = [];
  return {
    id,
    intents,
    shard,
    connected: () => send !== null,
    attach(next) {
      send = next;
    },
    detach(old) {
      if (send === old) send = null;
    },
    dispatch(t, d) {
      seq += 1;
      kept.push({ s: seq, t, d });
      if (kept.length > KEPT_DISPATCHES) kept.shift();
      send?.({ op: GatewayOpcodes.Dispatch, d, s: seq, t });
    },
    replay(from) {
      const oldest = kept[0]?.s ?? seq + 1;
      if (from > seq || from < oldest - 1) return false;
      for (const { s, t, d } of kept) {
        if (s > from) send?.({ op: GatewayOpcodes.Dispatch, d, s, t });
      }
      return true;
    },
  };
}

const GUILD_EVENTS =
  /^(GUILD_CREATE|GUILD_DELETE|GUILD_UPDATE|GUILD_ROLE_\w+|CHANNEL_(CREATE|UPDATE|DELETE))$/;

/** Whether a session's intents let a dispatch through. */
export function wants(session: Session, name: string, guildId: string | null): boolean {
  const has = (bit: number) => (session.intents & bit) !== 0;
  if (guildId !== null) {
    const [index, count] = session.shard;
    if (Number((BigInt(guildId) >> 22n) % BigInt(count)) !== index) return false;
  } else if (session.shard[0] !== 0) {
    return false;
  }
  if (GUILD_EVENTS.test(name)) return has(GatewayIntentBits.Guilds);
  if (name.startsWith('MESSAGE_')) {
    return has(guildId === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages);
  }
  if (name.startsWith('GUILD_MEMBER')) return has(GatewayIntentBits.GuildMembers);
  return true;
}
