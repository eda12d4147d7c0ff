/** All sessions of the bot: who identified, who may resume, and who gets which dispatch. */
import { randomUUID } from 'node:crypto';
import { ApplicationFlags } from 'discord-api-types/v10';
import { gatewayGuild } from '../world/guild-shapes.ts';
import { apiUser, userOf } from '../world/shapes.ts';
import type { World } from '../world.ts';
import type { Host } from './connection.ts';
import { createSession, type Session, wants } from './session.ts';

export interface Sessions extends Host {
  readonly counts: { identified: number; resumed: number };
  online(): boolean;
  /** Sends to, or keeps for, every session that wants it; false when there is none at all. */
  dispatch(name: string, guildId: string | null, data: (session: Session) => unknown): boolean;
  /** Answers the next `times` RESUMEs with INVALID_SESSION. */
  refuseResume(times: number): void;
}

function sendReady(world: World, session: Session): void {
  const guilds = [...world.guilds.values()].filter(
    (guild) => guild.withBot && wants(session, 'READY', guild.id),
  );
  const bot = apiUser(userOf(world, world.application.botUserId));
  session.dispatch('READY', {
    v: 10,
    user: { ...bot, verified: true, mfa_enabled: true, email: null },
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
}

/** Keeps the sessions of one bot. A new IDENTIFY of a shard ends those that lost their socket; one in use goes on. */
export function createSessions(world: World, token: string, heartbeatMs: number): Sessions {
  const sessions = new Map<string, Session>();
  const counts = { identified: 0, resumed: 0 };
  let refusals = 0;
  const online = () => [...sessions.values()].some((session) => session.connected());
  const tellPresence = () => world.events.emit({ kind: 'bot-presence', online: online() });
  return {
    token,
    heartbeatMs,
    counts,
    online,
    identify(intents, shard, send) {
      for (const old of sessions.values()) {
        const isSame = old.shard[0] === shard[0] && old.shard[1] === shard[1];
        if (isSame && !old.connected()) sessions.delete(old.id);
      }
      const session = createSession(randomUUID().replaceAll('-', ''), intents, shard);
      sessions.set(session.id, session);
      session.attach(send);
      counts.identified += 1;
      sendReady(world, session);
      tellPresence();
      return session;
    },
    find(sessionId) {
      if (refusals === 0) return sessions.get(sessionId) ?? null;
      refusals -= 1;
      sessions.delete(sessionId);
      return null;
    },
    resumed() {
      counts.resumed += 1;
      tellPresence();
    },
    detached(session, resumable) {
      if (!resumable) sessions.delete(session.id);
      tellPresence();
    },
    dispatch(name, guildId, data) {
      const takers = [...sessions.values()].filter((session) => wants(session, name, guildId));
      for (const session of takers) session.dispatch(name, data(session));
      return takers.length > 0;
    },
    refuseResume(times) {
      refusals = times;
    },
  };
}
