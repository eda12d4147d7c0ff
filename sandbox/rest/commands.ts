/** Registering commands, globally and per guild. */
import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { discordError } from '../errors.ts';
import { asJson, asList, type Json } from '../json.ts';
import { checkCommand, checkCommands } from '../rules/commands.ts';
import type { World } from '../world.ts';
import { objectBody } from './body.ts';
import { guildIn, param, type RestContext } from './context.ts';

type Registry = Map<string, APIApplicationCommand>;
const CHAT_INPUT = 1;

/** Options as Discord gives them back: what is false or empty is left out. */
function tidied(options: unknown): Json[] {
  return asList(options).map((entry) => {
    const { options: below, ...rest } = asJson(entry);
    const kept = Object.entries(rest).filter(
      ([, value]) => value !== false && value !== null && value !== undefined,
    );
    const filled = kept.filter(([, value]) => !Array.isArray(value) || value.length > 0);
    const nested = tidied(below);
    return { ...Object.fromEntries(filled), ...(nested.length > 0 ? { options: nested } : {}) };
  });
}

function completed(world: World, guildId: string | null, body: Json, id: string): APIApplicationCommand {
  const { options, ...rest } = body;
  const given = tidied(options);
  const command = {
    id,
    application_id: world.application.id,
    version: world.newId(),
    type: CHAT_INPUT,
    name_localizations: null,
    description: '',
    description_localizations: null,
    default_member_permissions: null,
    nsfw: false,
    ...(guildId === null
      ? { dm_permission: true, contexts: null, integration_types: [0] }
      : { guild_id: guildId }),
    ...rest,
    ...(given.length > 0 ? { options: given } : {}),
  };
  return command as unknown as APIApplicationCommand;
}

function sameCommand(registry: Registry, body: Json): APIApplicationCommand | undefined {
  const type = body.type ?? CHAT_INPUT;
  return [...registry.values()].find((command) => command.name === body.name && command.type === type);
}

function routes(
  api: FastifyInstance,
  world: World,
  base: string,
  at: (request: FastifyRequest) => { registry: Registry; guildId: string | null },
): void {
  const changed = () => world.events.emit({ kind: 'commands-changed' });
  const one = (request: FastifyRequest) => {
    const { registry } = at(request);
    const command = registry.get(param(request, 'command_id'));
    if (!command) throw discordError(10063);
    return { registry, command };
  };
  api.get(base, async (request) => [...at(request).registry.values()]);
  api.put(base, async (request) => {
    const { registry, guildId } = at(request);
    const bodies = request.parsed.json;
    checkCommands(bodies);
    const made = asList(bodies).map((entry) => {
      const body = asJson(entry);
      return completed(world, guildId, body, sameCommand(registry, body)?.id ?? world.newId());
    });
    registry.clear();
    for (const command of made) registry.set(command.id, command);
    changed();
    return made;
  });
  api.post(base, async (request, reply) => {
    const { registry, guildId } = at(request);
    const body = objectBody(request);
    checkCommand(body);
    const before = sameCommand(registry, body);
    const others = [...registry.values()].filter((command) => command !== before);
    checkCommands([...others, body]);
    const command = completed(world, guildId, body, before?.id ?? world.newId());
    registry.set(command.id, command);
    changed();
    return reply.code(before ? 200 : 201).send(command);
  });
  api.get(`${base}/:command_id`, async (request) => one(request).command);
  api.patch(`${base}/:command_id`, async (request) => {
    const { registry, command } = one(request);
    const merged = { ...asJson(command), ...objectBody(request) };
    checkCommand(merged);
    const next = completed(world, at(request).guildId, { ...merged, version: world.newId() }, command.id);
    registry.set(command.id, next);
    changed();
    return next;
  });
  api.delete(`${base}/:command_id`, async (request, reply) => {
    const { registry, command } = one(request);
    registry.delete(command.id);
    changed();
    return reply.code(204).send();
  });
}

/** GET, PUT, POST, PATCH and DELETE of commands. */
export function commandRoutes(api: FastifyInstance, context: RestContext): void {
  const { world } = context;
  const own = (request: FastifyRequest) => {
    if (param(request, 'application_id') !== world.application.id) throw discordError(10002);
  };
  routes(api, world, '/applications/:application_id/commands', (request) => {
    own(request);
    return { registry: world.commands, guildId: null };
  });
  routes(api, world, '/applications/:application_id/guilds/:guild_id/commands', (request) => {
    own(request);
    const guild = guildIn(context, request);
    return { registry: guild.commands, guildId: guild.id };
  });
}
