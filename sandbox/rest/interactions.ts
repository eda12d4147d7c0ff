/** POST /interactions/{id}/{token}/callback: the first response. */
import { MessageFlags } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import { discordError } from '../errors.ts';
import { checkCallback } from '../rules/callback.ts';
import { answerInteraction } from '../world/answers.ts';
import type { InteractionState } from '../world.ts';
import { objectBody } from './body.ts';
import { param, query, type RestContext } from './context.ts';

function callbackResponse(interaction: InteractionState, type: number): Record<string, unknown> {
  const record = interaction.original;
  const flags = record?.message.flags ?? 0;
  const made = record !== null && (type === 4 || type === 5);
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      channel_id: interaction.channelId,
      ...(interaction.guildId === null ? {} : { guild_id: interaction.guildId }),
      ...(record
        ? {
            response_message_id: record.id,
            response_message_loading: (flags & MessageFlags.Loading) !== 0,
            response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
          }
        : {}),
    },
    ...(made || (record && type === 7) ? { resource: { type, message: record.message } } : {}),
  };
}

/** The callback route; `with_response=true` answers 200 with the message instead of 204. */
export function interactionRoutes(api: FastifyInstance, { world }: RestContext): void {
  api.post('/interactions/:interaction_id/:interaction_token/callback', async (request, reply) => {
    const interaction = world.interactions.get(param(request, 'interaction_id'));
    if (!interaction || interaction.token !== param(request, 'interaction_token')) throw discordError(10062);
    const body = objectBody(request);
    const { files } = request.parsed;
    checkCallback(interaction, body, files);
    answerInteraction(world, interaction, body, files);
    if (query(request, 'with_response') !== 'true') return reply.code(204).send();
    return reply.code(200).send(callbackResponse(interaction, interaction.answeredWith ?? 0));
  });
}
