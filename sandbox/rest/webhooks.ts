/** What an interaction's token opens for 15 minutes: @original, follow-ups, and their edits. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { discordError } from '../errors.ts';
import { checkEdit, checkMessage } from '../rules/message.ts';
import { deleteAnswer, editAnswer, followUp } from '../world/answers.ts';
import { isExpired } from '../world/interactions.ts';
import { findMessage } from '../world/messages.ts';
import type { InteractionState, MessageRecord } from '../world.ts';
import { objectBody } from './body.ts';
import { param, type RestContext } from './context.ts';

/** Stands for the first response; discord.js sends it as %40original. */
export const ORIGINAL = '@original';
const BASE = '/webhooks/:webhook_id/:webhook_token';

/** The webhook routes. An unknown or ended token is 50027, an unanswered interaction has no webhook yet (10015). */
export function webhookRoutes(api: FastifyInstance, { world }: RestContext): void {
  const byToken = new Map<string, InteractionState>();
  world.events.on((event) => {
    if (event.kind !== 'interaction-started') return;
    byToken.set(event.interaction.token, event.interaction);
    for (const [token, interaction] of byToken) {
      if (world.interactions.has(interaction.id)) break;
      byToken.delete(token);
    }
  });
  const interactionOf = (request: FastifyRequest): InteractionState => {
    const interaction = byToken.get(param(request, 'webhook_token'));
    if (!interaction || param(request, 'webhook_id') !== world.application.id) throw discordError(10015);
    if (isExpired(world, interaction)) throw discordError(50027);
    if (interaction.answeredWith === null) throw discordError(10015);
    return interaction;
  };
  const messageOf = (request: FastifyRequest, interaction: InteractionState): MessageRecord => {
    const id = param(request, 'message_id');
    const channel = world.channels.get(interaction.channelId);
    const record = id === ORIGINAL ? interaction.original : channel && findMessage(channel, id);
    const own = record && (record === interaction.original || record.interactionId === interaction.id);
    if (!record || !own || record.deleted) throw discordError(10008);
    return record;
  };
  api.post(BASE, async (request) => {
    const interaction = interactionOf(request);
    const body = objectBody(request);
    checkMessage(body, request.parsed.files);
    return followUp(world, interaction, body, request.parsed.files).message;
  });
  const path = `${BASE}/messages/:message_id`;
  api.get(path, async (request) => messageOf(request, interactionOf(request)).message);
  api.patch(path, async (request) => {
    const interaction = interactionOf(request);
    const record = messageOf(request, interaction);
    const body = objectBody(request);
    checkEdit(body, request.parsed.files, record);
    return editAnswer(world, interaction, record, body, request.parsed.files).message;
  });
  api.delete(path, async (request, reply) => {
    const interaction = interactionOf(request);
    deleteAnswer(world, interaction, messageOf(request, interaction));
    return reply.code(204).send();
  });
}
