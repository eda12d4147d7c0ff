/** The things of the sandbox's world: people, guilds, channels, messages, forms, interactions, files. */
import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIAttachment,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIOverwrite,
  APIRole,
  ChannelType,
} from 'discord-api-types/v10';
import type { Json } from '../json.ts';

export interface UserState {
  readonly id: string;
  name: string;
  readonly bot: boolean;
  locale: string;
  directMessagesClosed: boolean;
}

export interface MemberState {
  readonly userId: string;
  readonly roles: string[];
  readonly note: string;
  readonly switchable: boolean;
  readonly joinedAt: string;
}

export interface ChannelState {
  readonly id: string;
  /** Null: a direct-message channel. */
  readonly guildId: string | null;
  readonly type: ChannelType.GuildText | ChannelType.PublicThread | ChannelType.DM;
  readonly name: string;
  /** The other person of a direct-message channel. */
  readonly recipientId: string | null;
  readonly overwrites: APIOverwrite[];
  /** Null: no thread. An archived one is told to nobody who connects, and wakes when somebody writes. */
  readonly thread: { readonly parentId: string; archived: boolean } | null;
  /** Oldest first, bounded. */
  readonly messages: MessageRecord[];
}

export interface GuildState {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly ownerId: string;
  readonly createdAt: string;
  readonly roles: APIRole[];
  readonly members: Map<string, MemberState>;
  readonly channelIds: string[];
  readonly commands: Map<string, APIApplicationCommand>;
  withBot: boolean;
}

/** A message and what only the sandbox knows of it. `message` is replaced by every edit. */
export interface MessageRecord {
  readonly id: string;
  readonly channelId: string;
  readonly guildId: string | null;
  message: APIMessage;
  /** Seen by this user alone; null: by everybody in the channel. */
  readonly visibleTo: string | null;
  /** Deferred and not yet filled. */
  thinking: boolean;
  /** The command that was run: name like "/remind add", and the line as typed. */
  readonly usedBy: { readonly userId: string; readonly command: string; readonly line: string } | null;
  readonly interactionId: string | null;
  readonly nonce: string | null;
  deleted: boolean;
}

export interface ModalState {
  readonly id: string;
  readonly data: APIModalInteractionResponseCallbackData;
  readonly userId: string;
  readonly interactionId: string;
  readonly channelId: string;
  readonly source: MessageRecord | null;
  readonly command: { readonly command: string; readonly line: string } | null;
  state: 'open' | 'waiting' | 'failed' | 'closed';
}

export interface InteractionState {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly payload: Json;
  /** Sandbox milliseconds. */
  readonly createdAt: number;
  readonly userId: string;
  readonly channelId: string;
  readonly guildId: string | null;
  readonly source: MessageRecord | null;
  readonly customId: string | null;
  readonly command: { readonly command: string; readonly line: string } | null;
  /** The modal that was submitted. */
  readonly submits: ModalState | null;
  state: 'waiting' | 'deferred' | 'answered' | 'failed';
  /** Type of the first response; null before it. */
  answeredWith: number | null;
  /** What @original stands for. */
  original: MessageRecord | null;
  /** The message that a person sees as the answer. */
  result: MessageRecord | null;
  modal: ModalState | null;
  choices: readonly APIApplicationCommandOptionChoice[] | null;
  /** Set while nobody looks any more: the page no longer shows it. */
  hidden: boolean;
}

export interface StoredFile {
  readonly attachment: APIAttachment;
  readonly bytes: Buffer;
  readonly contentType: string;
}
