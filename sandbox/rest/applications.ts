import type { FastifyInstance } from 'fastify';
import { apiUser, userOf } from '../world/shapes.ts';
import type { RestContext } from './context.ts';

/** The bot's application, under both of its addresses. */
export function applicationRoutes(api: FastifyInstance, { world }: RestContext): void {
  const application = async () => ({
    id: world.application.id,
    name: world.application.name,
    icon: null,
    description: '',
    type: null,
    bot_public: true,
    bot_require_code_grant: false,
    bot: apiUser(userOf(world, world.application.botUserId)),
    verify_key: '0'.repeat(64),
    flags: 0,
    hook: true,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: apiUser(userOf(world, world.application.botUserId)),
    approximate_guild_count: [...world.guilds.values()].filter((guild) => guild.withBot).length,
    approximate_user_install_count: 0,
    team: null,
    tags: [],
    integration_types_config: { '0': {} },
  });
  api.get('/applications/@me', application);
  api.get('/oauth2/applications/@me', application);
}
