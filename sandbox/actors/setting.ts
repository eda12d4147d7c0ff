/** What the parts of an actor share. */
import { outcome } from '../people/outcomes.ts';
import { ClientRefusal, type Place } from '../people/place.ts';
import { messageText, modalText } from '../transcript.ts';
import { openDirect } from '../world/directs.ts';
import { may } from '../world/permissions.ts';
import { userOf } from '../world/shapes.ts';
import type {
  ChannelState,
  GuildState,
  InteractionState,
  MessageRecord,
  ModalState,
  World,
} from '../world.ts';
import type { Answer } from './actor.ts';

/** One actor: who, where, how patient, and what was handed out already. */
export interface Setting {
  readonly world: World;
  readonly guild: GuildState;
  readonly userId: string;
  readonly timeoutMs: number;
  /** Ids of messages that this person has been handed already. */
  readonly seen: Set<string>;
}

/** A channel by name as this person sees it; the first one when left out. */
export function channelAt({ world, guild, userId }: Setting, where?: string): ChannelState {
  if (where === 'direct') return openDirect(world, userId);
  const visible = guild.channelIds.flatMap((id) => {
    const channel = world.channels.get(id);
    return channel && may(world, channel, userId, 'ViewChannel') ? [channel] : [];
  });
  const wanted = where?.replace(/^#/, '');
  const channel = wanted === undefined ? visible[0] : visible.find((entry) => entry.name === wanted);
  if (!channel) throw new ClientRefusal(`${userOf(world, userId).name} sees no channel ${where ?? ''}`);
  return channel;
}

/** Where an act on a message or form happens. */
export function placeOf(setting: Setting, channelId: string): Place {
  const channel = setting.world.channels.get(channelId);
  if (!channel) throw new ClientRefusal('This channel is gone');
  return { world: setting.world, userId: setting.userId, channel };
}

/** What this person can see in a channel. */
export function visibleIn({ world, userId }: Setting, channel: ChannelState): readonly MessageRecord[] {
  if (!may(world, channel, userId, 'ViewChannel')) return [];
  return channel.messages.filter((record) => record.visibleTo === null || record.visibleTo === userId);
}

/** Waits for what the bot makes of an interaction. */
export async function answerTo(setting: Setting, interaction: InteractionState): Promise<Answer> {
  const { world, seen, timeoutMs } = setting;
  await outcome(world, interaction, timeoutMs);
  if (interaction.state === 'failed') {
    return { kind: 'failed', text: 'The application did not respond', ephemeral: true, interaction };
  }
  if (interaction.modal) {
    return {
      kind: 'modal',
      text: modalText(world, interaction.modal),
      ephemeral: true,
      modal: interaction.modal,
      interaction,
    };
  }
  const message = interaction.result;
  if (!message) return { kind: 'message', text: '', ephemeral: true, interaction };
  seen.add(message.id);
  return {
    kind: 'message',
    text: messageText(world, message),
    ephemeral: message.visibleTo !== null,
    message,
    interaction,
  };
}

/** The message to act on. */
export function recordOf(on: Answer | MessageRecord): MessageRecord {
  if (!('kind' in on)) return on;
  if (!on.message) throw new ClientRefusal(`There is no message to act on, but: ${on.text}`);
  return on.message;
}

/** The form to send. */
export function modalOf(answer: Answer): ModalState {
  if (!answer.modal) throw new ClientRefusal(`There is no form to send, but: ${answer.text}`);
  return answer.modal;
}
