/** The sandbox: a loopback Discord in one server, to which the unmodified bot connects. */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import type { Actor } from './actors/actor.ts';
import { createActor } from './actors.ts';
import { createSandboxClock, type SandboxClock } from './clock.ts';
import { createFaults, type Faults } from './faults.ts';
import { createGateway } from './gateway/gateway.ts';
import { createSandboxGuild, type SandboxGuild } from './guild.ts';
import { createLive, type Live } from './live.ts';
import { untilEvent } from './people/outcomes.ts';
import { mountAttachments } from './rest/attachments.ts';
import { createRateLimits, type RateLimitOptions } from './rest/rate-limits.ts';
import { createRequestLog, type RecordedRequest } from './rest/request-log.ts';
import { mountRest } from './rest/rest.ts';
import { refuseForeign, splitUpgrades } from './server.ts';
import type { GuildSpec } from './world/guild-spec.ts';
import { failLate } from './world/interactions.ts';
import { forgetPrivate } from './world/messages.ts';
import { createWorld } from './world.ts';

export type { Actor, Answer, RawInteraction } from './actors/actor.ts';
export { createSandboxClock, type SandboxClock } from './clock.ts';
export type { Fault, FaultMatch, Faults } from './faults.ts';
export type { SandboxGuild } from './guild.ts';
export { ClientRefusal } from './people/place.ts';
export type { RateLimitOptions } from './rest/rate-limits.ts';
export type { RecordedRequest } from './rest/request-log.ts';
export type { GuildSpec } from './world/guild-spec.ts';
export type { MessageRecord } from './world.ts';

export interface SandboxOptions {
  /** 0 (default): any free port. */
  readonly port?: number;
  readonly clock?: SandboxClock;
  /** The bot's token; default made up. */
  readonly token?: string;
  /** The web page, mounted on the same server. */
  readonly page?: FastifyPluginAsync;
  /** Default 'off'; {} for Discord-like buckets. */
  readonly rateLimits?: RateLimitOptions | 'off';
  /** Milliseconds between the bot's heartbeats; default 41250 as Discord's. */
  readonly heartbeatMs?: number;
  /** Requests kept in `requests`; default 20000. */
  readonly keepRequests?: number;
}

export interface Sandbox {
  /** What DISCORD_API_URL is set to. */
  readonly apiUrl: string;
  readonly url: string;
  readonly server: FastifyInstance;
  readonly token: string;
  readonly applicationId: string;
  readonly botUserId: string;
  readonly clock: SandboxClock;
  readonly faults: Faults;
  /** The bot's requests, oldest first, bounded. */
  readonly requests: readonly RecordedRequest[];
  /** Requests for what the sandbox has not built; each also went to stderr. */
  readonly unknownRoutes: readonly string[];
  /**
   * Answers with 429, and with 401, 403 or 429 unless its limit is shared (Discord blocks at 10,000 in 10 minutes);
   * sessions identified and resumed.
   */
  counts(): {
    readonly rateLimited: number;
    readonly invalid: number;
    readonly identified: number;
    readonly resumed: number;
  };
  /** Makes a guild at any time; a connected bot hears of it. */
  createGuild(spec: GuildSpec): SandboxGuild;
  /** A person of a guild by name. */
  actor(guild: SandboxGuild, name: string): Actor;
  readonly live: Live;
  /** Clears everybody's screen of what only they saw: ephemeral answers, forms, failed commands. */
  forgetPrivateAnswers(): void;
  /** Resolves once a bot is connected and has registered commands; rejects after 45 s of real time. */
  whenReady(): Promise<void>;
  stop(): Promise<void>;
}

const HEARTBEAT_MS = 41_250;
/** Generous, because a busy machine is slow: only what never comes waits for the end of it. */
const READY_MS = 45_000;
const ANSWER_MS = 30_000;

/** Starts a loopback Discord on 127.0.0.1. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = options.clock ?? createSandboxClock();
  const token = options.token ?? `sandbox.${randomBytes(24).toString('base64url')}`;
  const world = createWorld(clock);
  const stopWatching = clock.onChange(() => failLate(world));
  const gateway = createGateway(world, token, options.heartbeatMs ?? HEARTBEAT_MS);
  const box = createFaults(gateway);
  const log = createRequestLog(options.keepRequests ?? 20_000);
  const rateLimits = createRateLimits(options.rateLimits ?? 'off');
  const live = createLive(world, gateway);
  const server = Fastify({ logger: false, forceCloseConnections: true, bodyLimit: 30 * 1024 * 1024 });
  refuseForeign(server);
  await mountRest(server, { world, token, gateway, faults: box, rateLimits, log });
  mountAttachments(server, world);
  live.mount(server);
  if (options.page) await server.register(options.page);
  splitUpgrades(server.server, gateway, live);
  await server.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  const { port } = server.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  world.origin = url;
  const isReady = () =>
    gateway.online() &&
    (world.commands.size > 0 || [...world.guilds.values()].some((guild) => guild.commands.size > 0));
  return {
    apiUrl: `${url}/api`,
    url,
    server,
    token,
    applicationId: world.application.id,
    botUserId: world.application.botUserId,
    clock,
    faults: box.faults,
    requests: log.requests,
    unknownRoutes: log.unknownRoutes,
    counts: () => ({ ...log.counts, ...gateway.counts }),
    createGuild: (spec) => createSandboxGuild(world, spec),
    actor: (guild, name) => createActor(world, guild.state, guild.userId(name), ANSWER_MS),
    live,
    forgetPrivateAnswers: () => forgetPrivate(world),
    async whenReady() {
      const late = () => new Error(`No bot with registered commands within ${READY_MS} ms`);
      await untilEvent(world, () => (isReady() ? true : undefined), READY_MS, late);
    },
    async stop() {
      stopWatching();
      live.close();
      gateway.close();
      await server.close();
    },
  };
}
