/** What one person sees, built from the world. */
import { InteractionType } from 'discord-api-types/v10';
import { realMilliseconds } from '../clock.ts';
import { commandsAt, isOffered } from '../people/commands.ts';
import type { ChannelView, MessageView, ModalView, PendingView, Persona, View } from '../protocol.ts';
import { directChannel } from '../world/directs.ts';
import { isExpired } from '../world/interactions.ts';
import { may } from '../world/permissions.ts';
import { apiChannel, userOf } from '../world/shapes.ts';
import type {
  ChannelState,
  GuildState,
  InteractionState,
  MemberState,
  MessageRecord,
  World,
} from '../world.ts';

const SHOWN_MESSAGES = 100;
const SHOWN_PENDING = 20;

/** What the sandbox remembers of one person's screen. */
export interface Screen {
  /** Last message read, by channel. */
  readonly read: Map<string, string>;
  /** Ephemeral messages dismissed. */
  readonly dismissed: Set<string>;
}

function persona(world: World, member: MemberState): Persona {
  const { name } = userOf(world, member.userId);
  return { userId: member.userId, name, note: member.note, switchable: member.switchable };
}

/** Members of a guild that the page lists: all but the bot. */
export function personasOf(world: World, guild: GuildState): readonly Persona[] {
  const people = [...guild.members.values()].filter(
    (member) => member.userId !== world.application.botUserId,
  );
  return people.map((member) => persona(world, member));
}

/** Channels of a guild that a person sees, and the direct messages with the bot. */
export function channelsOf(world: World, guild: GuildState, userId: string): readonly ChannelState[] {
  const direct = directChannel(world, userId);
  const shown = guild.channelIds.flatMap((id) => {
    const channel = world.channels.get(id);
    return channel && may(world, channel, userId, 'ViewChannel') ? [channel] : [];
  });
  return direct ? [...shown, direct] : shown;
}

function visible(record: MessageRecord, userId: string, screen: Screen): boolean {
  if (record.visibleTo === null) return true;
  return record.visibleTo === userId && !screen.dismissed.has(record.id);
}

/** A deferred answer that never came ends with the token. */
function isStuck(world: World, record: MessageRecord): boolean {
  const interaction = world.interactions.get(record.interactionId ?? '');
  return record.thinking && (!interaction || isExpired(world, interaction));
}

function messageView(world: World, record: MessageRecord): MessageView {
  const { usedBy } = record;
  const stuck = isStuck(world, record);
  return {
    message: stuck ? { ...record.message, content: 'The application did not respond' } : record.message,
    ephemeral: record.visibleTo !== null,
    thinking: record.thinking && !stuck,
    usedBy: usedBy && { name: userOf(world, usedBy.userId).name, command: usedBy.command },
  };
}

function channelView(world: World, channel: ChannelState, userId: string, screen: Screen): ChannelView {
  const messages = channel.messages.filter((record) => visible(record, userId, screen));
  const read = BigInt(screen.read.get(channel.id) ?? '0');
  const unread = messages.filter(
    (record) => BigInt(record.id) > read && record.message.author.id !== userId,
  ).length;
  return {
    id: channel.id,
    name: channel.guildId === null ? world.application.name : channel.name,
    kind: channel.guildId === null ? 'direct' : 'text',
    canWrite: may(world, channel, userId, 'SendMessages'),
    unread,
    messages: messages.slice(-SHOWN_MESSAGES).map((record) => messageView(world, record)),
  };
}

function pendingViews(world: World, channels: readonly ChannelState[], userId: string): PendingView[] {
  const here = new Set(channels.map((channel) => channel.id));
  const open: InteractionState[] = [];
  for (const interaction of world.interactions.values()) {
    const waiting = interaction.state === 'waiting' || interaction.state === 'failed';
    if (waiting && !interaction.hidden && interaction.userId === userId && here.has(interaction.channelId)) {
      open.push(interaction);
    }
  }
  return open.slice(-SHOWN_PENDING).map((interaction) => ({
    id: interaction.id,
    channelId: interaction.channelId,
    messageId: interaction.source?.id ?? null,
    customId: interaction.customId,
    command:
      interaction.type === InteractionType.ApplicationCommand ? (interaction.command?.command ?? null) : null,
    state: interaction.state === 'failed' ? 'failed' : 'waiting',
  }));
}

function modalView(world: World, channels: readonly ChannelState[], userId: string): ModalView | null {
  const here = new Set(channels.map((channel) => channel.id));
  const open = [...world.modals.values()].findLast(
    (modal) => modal.userId === userId && modal.state !== 'closed',
  );
  if (!open || !here.has(open.channelId)) return null;
  return { id: open.id, data: open.data, state: open.state === 'closed' ? 'open' : open.state };
}

export interface ViewInput {
  readonly world: World;
  readonly guild: GuildState;
  readonly userId: string;
  readonly screen: Screen;
  readonly online: boolean;
  readonly notice: string | null;
}

/** Builds the View of a person in a guild. */
export function buildView({ world, guild, userId, screen, online, notice }: ViewInput): View {
  const channels = channelsOf(world, guild, userId);
  const personas = personasOf(world, guild);
  const me = personas.find((one) => one.userId === userId);
  if (!me) throw new Error(`${guild.name} has no member ${userId}`);
  const now = world.clock.now();
  const first = channels[0];
  const offered = first
    ? commandsAt(world, userId, first).filter((command) =>
        isOffered({ world, userId, channel: first }, command),
      )
    : [];
  return {
    now: now.toISOString(),
    offset: now.getTime() - realMilliseconds(),
    me,
    personas,
    guild: { id: guild.id, name: guild.name, zone: guild.zone },
    bot: { userId: world.application.botUserId, name: world.application.name, online },
    channels: channels.map((channel) => channelView(world, channel, userId, screen)),
    roles: guild.roles,
    guildChannels: channels
      .filter((channel) => channel.guildId !== null)
      .map((channel) => apiChannel(world, channel)),
    commands: offered,
    modal: modalView(world, channels, userId),
    pending: pendingViews(world, channels, userId),
    notice,
  };
}
