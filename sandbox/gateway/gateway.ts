/** The gateway: sessions, what is dispatched to whom, and sockets dropped on demand. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { ApplicationFlags, GatewayIntentBits, MessageFlags } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { failInteraction } from '../world/interactions.ts';
import { apiUser, gatewayGuild, userOf } from '../world/shapes.ts';
import type { InteractionState, MessageRecord, World } from '../world.ts';
import { type Host, serveConnection } from './connection.ts';
import { createSession, type Send, type Session, wants } from './session.ts';

const MAX_PAYLOAD = 65_536;

export interface Gateway {
  /** Takes over an HTTP upgrade below /gateway. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  online(): boolean;
  /** Sockets accepted so far with IDENTIFY, and with RESUME. */
  readonly counts: { identified: number; resumed: number };
  /** Cuts every socket without a close frame; the sessions stay resumable. */
  drop(): void;
  /** Answers the next `times` RESUMEs with INVALID_SESSION. */
  refuseResume(times: number): void;
  close(): void;
}

/** A message as the bot's gateway may see it: without Message Content intent only its own, mentions and directs. */
function seenByBot(world: World, session: Session, record: MessageRecord): unknown {
  const bot = world.application.botUserId;
  const { message } = record;
  const open =
    record.guildId === null ||
    message.author.id === bot ||
    message.mentions.some((user) => user.id === bot) ||
    (session.intents & GatewayIntentBits.MessageContent) !== 0;
  const shown = open ? message : { ...message, content: '', embeds: [], attachments: [], components: [] };
  return record.guildId === null ? shown : { ...shown, guild_id: record.guildId };
}

/** Opens the gateway of a world. */
export function createGateway(world: World, token: string): Gateway {
  const sockets = new Set<WebSocket>();
  const sessions = new Map<string, Session>();
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD, perMessageDeflate: false });
  const counts = { identified: 0, resumed: 0 };
  let refusals = 0;
  const online = () => [...sessions.values()].some((session) => session.connected());

  const ready = (session: Session) => {
    const guilds = [...world.guilds.values()].filter(
      (guild) => guild.withBot && wants(session, 'READY', guild.id),
    );
    session.dispatch('READY', {
      v: 10,
      user: {
        ...apiUser(userOf(world, world.application.botUserId)),
        verified: true,
        mfa_enabled: true,
        email: null,
      },
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: `${world.origin.replace('http', 'ws')}/gateway/resume`,
      application: { id: world.application.id, flags: ApplicationFlags.GatewayMessageContentLimited },
      shard: session.shard,
      _trace: [],
    });
    for (const guild of guilds) {
      if (wants(session, 'GUILD_CREATE', guild.id))
        session.dispatch('GUILD_CREATE', gatewayGuild(world, guild));
    }
  };

  const host: Host = {
    token,
    identify(intents, shard, send: Send) {
      for (const old of sessions.values()) {
        if (old.shard[0] === shard[0] && old.shard[1] === shard[1]) sessions.delete(old.id);
      }
      const session = createSession(randomUUID().replaceAll('-', ''), intents, shard);
      sessions.set(session.id, session);
      session.attach(send);
      counts.identified += 1;
      ready(session);
      world.events.emit({ kind: 'bot-presence', online: true });
      return session;
    },
    find(sessionId) {
      if (refusals > 0) {
        refusals -= 1;
        sessions.delete(sessionId);
        return null;
      }
      return sessions.get(sessionId) ?? null;
    },
    attached() {
      counts.resumed += 1;
      world.events.emit({ kind: 'bot-presence', online: true });
    },
    detached(session, resumable) {
      if (!resumable) sessions.delete(session.id);
      world.events.emit({ kind: 'bot-presence', online: online() });
    },
  };

  const dispatch = (name: string, guildId: string | null, data: (session: Session) => unknown): boolean => {
    const takers = [...sessions.values()].filter((session) => wants(session, name, guildId));
    for (const session of takers) session.dispatch(name, data(session));
    return takers.length > 0;
  };
  const dispatchMessage = (name: string, record: MessageRecord) => {
    if (((record.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0) return;
    if (record.guildId !== null && !world.guilds.get(record.guildId)?.withBot) return;
    dispatch(name, record.guildId, (session) => seenByBot(world, session, record));
  };
  const startInteraction = (interaction: InteractionState) => {
    const reached = dispatch('INTERACTION_CREATE', interaction.guildId, () => interaction.payload);
    if (!reached) failInteraction(world, interaction);
  };
  const stopListening = world.events.on((event) => {
    if (event.kind === 'interaction-started') startInteraction(event.interaction);
    else if (event.kind === 'message-created') dispatchMessage('MESSAGE_CREATE', event.record);
    else if (event.kind === 'message-updated') dispatchMessage('MESSAGE_UPDATE', event.record);
    else if (event.kind === 'message-deleted' && event.record.visibleTo === null) {
      const { id, channelId, guildId } = event.record;
      dispatch('MESSAGE_DELETE', guildId, () => ({
        id,
        channel_id: channelId,
        ...(guildId ? { guild_id: guildId } : {}),
      }));
    } else if (event.kind === 'guild-created') {
      dispatch('GUILD_CREATE', event.guild.id, () => gatewayGuild(world, event.guild));
    } else if (event.kind === 'guild-removed') {
      dispatch('GUILD_DELETE', event.guild.id, () => ({ id: event.guild.id }));
    } else if (event.kind === 'dispatch') dispatch(event.name, event.guildId, () => event.data);
  });

  return {
    counts,
    online,
    upgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (accepted) => {
        sockets.add(accepted);
        accepted.on('close', () => sockets.delete(accepted));
        const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
        if ((query.get('encoding') ?? 'json') !== 'json')
          return accepted.close(4002, 'Only JSON is spoken here.');
        serveConnection(accepted, host, query.get('compress') === 'zlib-stream');
      });
    },
    drop() {
      for (const socket of sockets) socket.terminate();
    },
    refuseResume(times) {
      refusals = times;
    },
    close() {
      stopListening();
      for (const socket of sockets) socket.terminate();
      server.close();
    },
  };
}
