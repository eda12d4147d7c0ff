import type { FastifyRequest } from 'fastify';
import { discordError } from '../errors.ts';
import type { FaultBox } from '../faults.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { asJson, asText } from '../json.ts';
import { may, type PermissionName } from '../world/permissions.ts';
import type { ChannelState, GuildState, World } from '../world.ts';
import type { RateLimits } from './rate-limits.ts';
import type { RequestLog } from './request-log.ts';

/** What the routes work with. */
export interface RestContext {
  readonly world: World;
  readonly token: string;
  readonly gateway: Gateway;
  readonly faults: FaultBox;
  readonly rateLimits: RateLimits;
  readonly log: RequestLog;
}

/** A path parameter. */
export function param(request: FastifyRequest, name: string): string {
  return asText(asJson(request.params)[name]);
}

/** A query parameter, or null. */
export function query(request: FastifyRequest, name: string): string | null {
  const value = asJson(request.query)[name];
  return typeof value === 'string' ? value : null;
}

/** The guild in the path, with the bot in it; else 10004. */
export function guildIn(context: RestContext, request: FastifyRequest): GuildState {
  const guild = context.world.guilds.get(param(request, 'guild_id'));
  if (!guild) throw discordError(10004);
  if (!guild.withBot) throw discordError(50001);
  return guild;
}

/** The channel in the path, which the bot can see: unknown is 10003, hidden 50001, a lacking permission 50013. */
export function channelIn(
  context: RestContext,
  request: FastifyRequest,
  ...needed: readonly PermissionName[]
): ChannelState {
  const { world } = context;
  const channel = world.channels.get(param(request, 'channel_id'));
  if (!channel) throw discordError(10003);
  const bot = world.application.botUserId;
  if (!may(world, channel, bot, 'ViewChannel')) throw discordError(50001);
  for (const name of needed) {
    if (!may(world, channel, bot, name)) throw discordError(50013);
  }
  return channel;
}
