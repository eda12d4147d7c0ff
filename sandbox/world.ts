/** What exists in the sandbox: plain state that everything else reads and changes through world/*.ts. */
import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { SandboxClock } from './clock.ts';
import { createSnowflakes } from './snowflake.ts';
import { createEvents, type WorldEvents } from './world/events.ts';
import type {
  ChannelState,
  GuildState,
  InteractionState,
  ModalState,
  StoredFile,
  UserState,
} from './world/state.ts';

export type {
  ChannelState,
  GuildState,
  InteractionState,
  MemberState,
  MessageRecord,
  ModalState,
  StoredFile,
  UserState,
} from './world/state.ts';

export interface WorldLimits {
  readonly messagesPerChannel: number;
  readonly interactions: number;
  readonly files: number;
}

export interface World {
  readonly clock: SandboxClock;
  readonly newId: () => string;
  readonly events: WorldEvents;
  readonly limits: WorldLimits;
  readonly application: { readonly id: string; readonly name: string; readonly botUserId: string };
  readonly users: Map<string, UserState>;
  readonly guilds: Map<string, GuildState>;
  readonly channels: Map<string, ChannelState>;
  /** By id, oldest first, bounded. */
  readonly interactions: Map<string, InteractionState>;
  readonly modals: Map<string, ModalState>;
  readonly commands: Map<string, APIApplicationCommand>;
  /** By path below /attachments. */
  readonly files: Map<string, StoredFile>;
  /** Where attachments are served; set once the server listens. */
  origin: string;
}

const BOT_NAME = 'Backstraight';
const LIMITS: WorldLimits = { messagesPerChannel: 1000, interactions: 5000, files: 300 };

/** Makes an empty world with the bot's application in it. */
export function createWorld(clock: SandboxClock): World {
  const newId = createSnowflakes(() => clock.now());
  const id = newId();
  const users = new Map<string, UserState>();
  users.set(id, { id, name: BOT_NAME, bot: true, locale: 'en-US', directMessagesClosed: false });
  return {
    clock,
    newId,
    events: createEvents(),
    limits: LIMITS,
    application: { id, name: BOT_NAME, botUserId: id },
    users,
    guilds: new Map(),
    channels: new Map(),
    interactions: new Map(),
    modals: new Map(),
    commands: new Map(),
    files: new Map(),
    origin: '',
  };
}
