import type { FastifyInstance } from 'fastify';
import { discordError } from '../errors.ts';
import { apiGuild } from '../world/guild-shapes.ts';
import { apiChannel, apiMember } from '../world/shapes.ts';
import { guildIn, param, query, type RestContext } from './context.ts';

const MEMBERS_PAGE = 1000;

/** A guild, its channels, roles and members. */
export function guildRoutes(api: FastifyInstance, context: RestContext): void {
  const { world } = context;
  api.get('/guilds/:guild_id', async (request) => {
    const guild = guildIn(context, request);
    const counts = {
      approximate_member_count: guild.members.size,
      approximate_presence_count: guild.members.size,
    };
    return query(request, 'with_counts') === 'true' ? { ...apiGuild(guild), ...counts } : apiGuild(guild);
  });
  api.get('/guilds/:guild_id/channels', async (request) =>
    guildIn(context, request).channelIds.flatMap((id) => {
      const channel = world.channels.get(id);
      return channel ? [apiChannel(world, channel)] : [];
    }),
  );
  api.get('/guilds/:guild_id/roles', async (request) => guildIn(context, request).roles);
  api.get('/guilds/:guild_id/members', async (request) => {
    const guild = guildIn(context, request);
    const limit = Math.min(MEMBERS_PAGE, Number(query(request, 'limit') ?? 1) || 1);
    return [...guild.members.values()].slice(0, limit).map((member) => apiMember(world, member));
  });
  api.get('/guilds/:guild_id/members/:user_id', async (request) => {
    const member = guildIn(context, request).members.get(param(request, 'user_id'));
    if (!member) throw discordError(10007);
    return apiMember(world, member);
  });
}
