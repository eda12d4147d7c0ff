/**
 * What the sandbox's page and its server say to each other.
 *
 * The page is a pure function of a View. It opens `ws://HOST/page/live?as=USER_ID` (without `as`: the first
 * switchable persona; `&guild=ID` for another guild than the first), gets a View at once and again after every
 * change that this user can see, and acts by `POST /page/act?as=USER_ID` with an Act as JSON. Whatever an act
 * causes (a modal, an ephemeral answer, "thinking…") arrives as a new View.
 */
import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIChannel,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIRole,
} from 'discord-api-types/v10';

/** An account of the sandbox: Ann, Ben, Carl and Dana are made up. */
export interface Persona {
  readonly userId: string;
  readonly name: string;
  /** Shown under the name in the switcher, like "athlete, 15". */
  readonly note: string;
  /** Whether the page offers it in the account switcher. */
  readonly switchable: boolean;
}

export interface MessageView {
  /** As Discord's API would return it; attachments carry a loopback URL. */
  readonly message: APIMessage;
  /** Seen by this user alone. */
  readonly ephemeral: boolean;
  /** Deferred and not yet filled: drawn as "Backstraight is thinking…". */
  readonly thinking: boolean;
  /** The command that was run, drawn as "Ann used /log" above the answer; null for others. */
  readonly usedBy: { readonly name: string; readonly command: string } | null;
}

export interface ChannelView {
  readonly id: string;
  readonly name: string;
  readonly kind: 'text' | 'direct';
  /** Whether this user may write and run commands there. */
  readonly canWrite: boolean;
  readonly unread: number;
  /** Oldest first, the last 100. */
  readonly messages: readonly MessageView[];
}

/** A modal open for this user. */
export interface ModalView {
  /** Send it back with the submission. */
  readonly id: string;
  readonly data: APIModalInteractionResponseCallbackData;
  /** waiting: sent, no answer yet. failed: "Something went wrong. Try again."; it can be sent again. */
  readonly state?: 'open' | 'waiting' | 'failed';
}

/** An interaction without an answer yet, or one that failed: Discord shows it under the channel. */
export interface PendingView {
  readonly id: string;
  readonly channelId: string;
  /** The component's message, when it was a button or select. */
  readonly messageId: string | null;
  readonly customId: string | null;
  readonly command: string | null;
  /** failed: "The application did not respond". */
  readonly state: 'waiting' | 'failed';
}

export interface View {
  /** Sandbox time, ISO. */
  readonly now: string;
  /** Offset of sandbox time from real time in milliseconds; the page lets its clock run on by itself. */
  readonly offset: number;
  readonly me: Persona;
  readonly personas: readonly Persona[];
  readonly guild: { readonly id: string; readonly name: string; readonly zone: string };
  readonly bot: { readonly userId: string; readonly name: string; readonly online: boolean };
  readonly channels: readonly ChannelView[];
  readonly roles: readonly APIRole[];
  /** Guild channels by their API shape, for channel options and selects. */
  readonly guildChannels: readonly APIChannel[];
  /** Registered commands that this user may use (default_member_permissions obeyed). */
  readonly commands: readonly APIApplicationCommand[];
  readonly modal: ModalView | null;
  readonly pending: readonly PendingView[];
  /** Shown as a banner, like "12 made-up athletes, 12 weeks of made-up data". */
  readonly notice: string | null;
}

/** An option as typed in the command box; the server turns names of users, roles and channels into ids. */
export type OptionValue = string | number | boolean;

/** Values of a submitted modal or select, by custom id: text, one value, or several. */
export type ModalValues = Readonly<Record<string, string | boolean | readonly string[]>>;

export type Act =
  | { readonly do: 'say'; readonly channelId: string; readonly text: string }
  | {
      readonly do: 'command';
      readonly channelId: string;
      readonly command: string;
      /** "add" of `/remind add`; null for a command without subcommands. */
      readonly subcommand: string | null;
      readonly options: Readonly<Record<string, OptionValue>>;
    }
  | {
      readonly do: 'autocomplete';
      readonly channelId: string;
      readonly command: string;
      readonly subcommand: string | null;
      readonly options: Readonly<Record<string, OptionValue>>;
      readonly focused: string;
    }
  | { readonly do: 'press'; readonly messageId: string; readonly customId: string }
  | {
      readonly do: 'choose';
      readonly messageId: string;
      readonly customId: string;
      readonly values: readonly string[];
    }
  | { readonly do: 'submit'; readonly modalId: string; readonly values: ModalValues }
  | { readonly do: 'dismiss'; readonly modalId: string }
  | { readonly do: 'dismiss-message'; readonly messageId: string }
  /** Takes a failed interaction off the screen. */
  | { readonly do: 'dismiss-pending'; readonly pendingId: string }
  | { readonly do: 'open-direct' }
  /** The channel is on the screen: its messages count as read. */
  | { readonly do: 'read'; readonly channelId: string }
  | { readonly do: 'clock'; readonly move: ClockMove };

/** next-morning: 07:00 of the next day in the club's zone. real: back to the machine's time. */
export type ClockMove = '+5m' | '+30m' | '+1h' | 'next-morning' | 'real';

/** Answer to an Act: 200 with this, or 400 with `error`. Only autocomplete fills `choices`. */
export interface ActResult {
  readonly error: string | null;
  readonly choices: readonly APIApplicationCommandOptionChoice[] | null;
}
