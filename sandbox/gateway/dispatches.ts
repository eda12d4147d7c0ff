/** What changes in the world become on the gateway. */
import { GatewayIntentBits, MessageFlags } from 'discord-api-types/v10';
import type { WorldEvent } from '../world/events.ts';
import { gatewayGuild } from '../world/guild-shapes.ts';
import { failInteraction } from '../world/interactions.ts';
import type { InteractionState, MessageRecord, World } from '../world.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';

/** A message as the bot may see it: without Message Content intent only its own, mentions and directs. */
function seenByBot(world: World, session: Session, record: MessageRecord): unknown {
  const bot = world.application.botUserId;
  const { message } = record;
  const open =
    record.guildId === null ||
    message.author.id === bot ||
    message.mentions.some((user) => user.id === bot) ||
    (session.intents & GatewayIntentBits.MessageContent) !== 0;
  const shown = open ? message : { ...message, content: '', embeds: [], attachments: [], components: [] };
  return record.guildId === null ? shown : { ...shown, guild_id: record.guildId };
}

function dispatchMessage(world: World, sessions: Sessions, name: string, record: MessageRecord): void {
  if (((record.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0) return;
  if (record.guildId !== null && !world.guilds.get(record.guildId)?.withBot) return;
  if (name === 'MESSAGE_DELETE') {
    const place = record.guildId === null ? {} : { guild_id: record.guildId };
    sessions.dispatch(name, record.guildId, () => ({
      id: record.id,
      channel_id: record.channelId,
      ...place,
    }));
    return;
  }
  sessions.dispatch(name, record.guildId, (session) => seenByBot(world, session, record));
}

/** An interaction that no session can ever get fails at once. */
function startInteraction(world: World, sessions: Sessions, interaction: InteractionState): void {
  const reached = sessions.dispatch('INTERACTION_CREATE', interaction.guildId, () => interaction.payload);
  if (!reached) failInteraction(world, interaction);
}

/** Dispatches every change from now on; the result ends it. */
export function dispatchChanges(world: World, sessions: Sessions): () => void {
  const take = (event: WorldEvent): void => {
    switch (event.kind) {
      case 'interaction-started':
        startInteraction(world, sessions, event.interaction);
        break;
      case 'message-created':
        dispatchMessage(world, sessions, 'MESSAGE_CREATE', event.record);
        break;
      case 'message-updated':
        dispatchMessage(world, sessions, 'MESSAGE_UPDATE', event.record);
        break;
      case 'message-deleted':
        dispatchMessage(world, sessions, 'MESSAGE_DELETE', event.record);
        break;
      case 'guild-created':
        sessions.dispatch('GUILD_CREATE', event.guild.id, () => gatewayGuild(world, event.guild));
        break;
      case 'guild-removed':
        sessions.dispatch('GUILD_DELETE', event.guild.id, () => ({ id: event.guild.id }));
        break;
      case 'dispatch':
        sessions.dispatch(event.name, event.guildId, () => event.data);
        break;
      default:
    }
  };
  return world.events.on(take);
}
