import type { FastifyInstance } from 'fastify';
import { apiChannel } from '../world/shapes.ts';
import { channelIn, type RestContext } from './context.ts';

/** GET a channel, and the typing indicator. */
export function channelRoutes(api: FastifyInstance, context: RestContext): void {
  api.get('/channels/:channel_id', async (request) => apiChannel(context.world, channelIn(context, request)));
  api.post('/channels/:channel_id/typing', async (request, reply) => {
    channelIn(context, request, 'SendMessages');
    return reply.code(204).send();
  });
}
