/** Discord's REST API under /api/v10: who may ask, how often, what goes wrong on purpose, and every route group. */
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DiscordError, discordError } from '../errors.ts';
import type { ArmedFault } from '../faults.ts';
import { asJson } from '../json.ts';
import { applicationRoutes } from './applications.ts';
import { readBodies } from './body.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { param, type RestContext } from './context.ts';
import { gatewayRoutes } from './gateway-routes.ts';
import { guildRoutes } from './guilds.ts';
import { interactionRoutes } from './interactions.ts';
import { messageRoutes } from './messages.ts';
import { userRoutes } from './users.ts';
import { ORIGINAL, webhookRoutes } from './webhooks.ts';

const PREFIX = '/api/v10';
/** These carry their own token in the path. */
const OWN_TOKEN = /^\/(interactions|webhooks)\//;

/** The template of the route that a request hit, as in Discord's OpenAPI document. */
function template(request: FastifyRequest): string | null {
  const url = request.routeOptions.url;
  if (url === undefined || request.is404) return null;
  const route = url.slice(PREFIX.length).replace(/:([a-z_]+)/g, '{$1}');
  return param(request, 'message_id') === ORIGINAL ? route.replace('{message_id}', ORIGINAL) : route;
}

function limited(reply: FastifyReply, retryAfter: number, scope: string): FastifyReply {
  const global = scope === 'global';
  if (global) reply.header('x-ratelimit-global', 'true');
  return reply
    .code(429)
    .header('retry-after', String(Math.max(1, Math.ceil(retryAfter))))
    .header('x-ratelimit-scope', scope)
    .send({ message: 'You are being rate limited.', retry_after: retryAfter, global });
}

/** Lets a fault happen; undefined: the request goes on. */
async function suffer(
  context: RestContext,
  fault: ArmedFault,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  if ('code' in fault) {
    const known = discordError(fault.code);
    throw new DiscordError(fault.status ?? known.status, known.code, known.message);
  }
  switch (fault.kind) {
    case 'lost-answer':
      request.lost = true;
      return undefined;
    case '429':
      return limited(reply, fault.retryAfter ?? 1, fault.scope ?? 'user');
    case '500':
      return reply.code(500).send({ message: '500: Internal Server Error', code: 0 });
    case 'slow':
      await delay(fault.ms);
      return undefined;
    case 'drop-gateway':
      context.gateway.drop();
      return undefined;
  }
}

function guard(server: FastifyInstance, context: RestContext): void {
  server.addHook('onRequest', async (request, reply) => {
    const route = template(request);
    if (!OWN_TOKEN.test(route ?? '') && request.headers.authorization !== `Bot ${context.token}`) {
      throw new DiscordError(401, 0, '401: Unauthorized');
    }
    const verdict = context.rateLimits.take(request.method, route ?? 'unknown', asJson(request.params));
    reply.headers(verdict.headers);
    if (!verdict.refused) return undefined;
    return limited(reply, verdict.refused.retryAfter, verdict.refused.global ? 'global' : 'user');
  });
}

function record(server: FastifyInstance, context: RestContext): void {
  server.addHook('preHandler', async (request, reply) => {
    const route = template(request);
    const fault = route === null ? null : context.faults.take(request.method, route);
    return fault ? suffer(context, fault, request, reply) : undefined;
  });
  server.addHook('onSend', async (request, reply, payload) => {
    context.log.add({
      method: request.method,
      route: template(request),
      path: request.url.slice(PREFIX.length),
      body: request.parsed?.json ?? request.body ?? null,
      files: request.parsed?.files.length ?? 0,
      status: reply.statusCode,
      lost: request.lost,
      shared: reply.getHeader('x-ratelimit-scope') === 'shared',
      at: context.world.clock.now(),
    });
    if (request.lost) request.raw.socket.resetAndDestroy();
    return payload;
  });
}

function answerErrors(server: FastifyInstance, context: RestContext): void {
  server.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    if (error instanceof DiscordError) return reply.code(error.status).send(error.body());
    const status = error.statusCode ?? 500;
    if (status === 413) return reply.code(413).send(discordError(40005).body());
    if (status < 500) return reply.code(400).send(discordError(50109).body());
    process.stderr.write(
      `sandbox: ${request.method} ${request.url} failed: ${error.stack ?? error.message}\n`,
    );
    return reply.code(500).send({ message: '500: Internal Server Error', code: 0 });
  });
  server.setNotFoundHandler((request, reply) => {
    context.log.addUnknown(`${request.method} ${request.url}`);
    return reply.code(404).send({ message: '404: Not Found', code: 0 });
  });
}

/** Mounts the API on the sandbox's server. */
export async function mountRest(server: FastifyInstance, context: RestContext): Promise<void> {
  await server.register(
    async (api) => {
      answerErrors(api, context);
      guard(api, context);
      await readBodies(api);
      record(api, context);
      gatewayRoutes(api, context);
      applicationRoutes(api, context);
      commandRoutes(api, context);
      interactionRoutes(api, context);
      webhookRoutes(api, context);
      messageRoutes(api, context);
      channelRoutes(api, context);
      guildRoutes(api, context);
      userRoutes(api, context);
    },
    { prefix: PREFIX },
  );
}
