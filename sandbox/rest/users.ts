import type { FastifyInstance } from 'fastify';
import { discordError } from '../errors.ts';
import { checkRecipient } from '../rules/recipient.ts';
import { openDirect } from '../world/directs.ts';
import { apiChannel, apiMember, apiUser, userOf } from '../world/shapes.ts';
import { objectBody } from './body.ts';
import { guildIn, param, type RestContext } from './context.ts';

/** The bot itself, other users, and opening direct-message channels. */
export function userRoutes(api: FastifyInstance, context: RestContext): void {
  const { world } = context;
  const bot = world.application.botUserId;
  api.get('/users/@me', async () => ({ ...apiUser(userOf(world, bot)), verified: true, mfa_enabled: true }));
  api.get('/users/@me/guilds', async () =>
    [...world.guilds.values()]
      .filter((guild) => guild.withBot)
      .map((guild) => ({
        id: guild.id,
        name: guild.name,
        icon: null,
        owner: false,
        permissions: '0',
        features: [],
      })),
  );
  api.get('/users/@me/guilds/:guild_id/member', async (request) => {
    const member = guildIn(context, request).members.get(bot);
    if (!member) throw discordError(10007);
    return apiMember(world, member);
  });
  api.get('/users/:user_id', async (request) => {
    const user = world.users.get(param(request, 'user_id'));
    if (!user) throw discordError(10013);
    return apiUser(user);
  });
  api.post('/users/@me/channels', async (request) => {
    const recipient = checkRecipient(objectBody(request));
    const user = world.users.get(recipient);
    if (!user || user.bot) throw discordError(50033);
    return apiChannel(world, openDirect(world, recipient));
  });
}
