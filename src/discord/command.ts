/** The one shape of a slash command. Commands see plain values, never a discord.js class. */
import type {
  APIApplicationCommandOptionChoice,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Invocation } from './drafts.ts';
import type { Responder } from './responder.ts';

/** Who did it, as Discord says. */
export interface Caller {
  readonly userId: string;
  /** The server; null in a direct message. */
  readonly clubId: string | null;
  readonly roleIds: readonly string[];
  /** Holds Manage Server. */
  readonly isAdministrator: boolean;
}

interface Interaction {
  /** Discord's id of this press: the same press delivered twice has the same id. */
  readonly id: string;
  readonly caller: Caller;
  readonly respond: Responder;
}

/** A command as typed, or as continued after something else had to come first. */
export interface Call extends Interaction {
  readonly invocation: Invocation;
  /** Where it was typed. */
  readonly channelId: string;
}

/** A pressed button or a used select. */
export interface Press extends Interaction {
  readonly args: Readonly<Record<string, string>>;
  /** What was chosen in a select; empty for a button. */
  readonly values: readonly string[];
  /** The pressed message. */
  readonly messageId: string;
  /** Where it stands. */
  readonly channelId: string;
}

/** A submitted form. */
export interface Submission extends Interaction {
  /** Where the form was opened. */
  readonly channelId: string;
  readonly args: Readonly<Record<string, string>>;
  /** By custom id of the field: text, ticked or not, or what was chosen. */
  readonly fields: Readonly<Record<string, string | boolean | readonly string[]>>;
  /** The fields as options, over those that were typed before the form opened; what was emptied is left out. */
  readonly options: Invocation['options'];
}

/** An option being typed. */
export interface Query {
  readonly caller: Caller;
  readonly subcommand: string | null;
  readonly typed: string;
}

/** A handler and what it needs before it runs: `Contexts` maps each need to what the handler is then given. */
export interface Handler<Need, Given, Context> {
  readonly needs: Need;
  run(given: Given, context: Context): Promise<void>;
}

export type AnyHandler<Contexts, Given> = {
  [Need in keyof Contexts]: Handler<Need, Given, Contexts[Need]>;
}[keyof Contexts];

export interface Command<Contexts, App> {
  /** The file's name is `data.name`. */
  readonly data: { readonly name: string; toJSON(): RESTPostAPIApplicationCommandsJSONBody };
  /** One handler, or one a subcommand. */
  readonly execute: AnyHandler<Contexts, Call> | Readonly<Record<string, AnyHandler<Contexts, Call>>>;
  /** By option name; at most 25 choices are shown. */
  readonly autocomplete?: Readonly<
    Record<string, (query: Query, app: App) => Promise<APIApplicationCommandOptionChoice[]>>
  >;
  /** By the action in the custom id. */
  readonly components?: Readonly<Record<string, AnyHandler<Contexts, Press>>>;
  /** By the action in the custom id; `as` names the subcommand that a form without a draft stands for. */
  readonly forms?: Readonly<Record<string, AnyHandler<Contexts, Submission> & { readonly as?: string }>>;
  /** What was typed before a form opened, of a draft that the command keeps by itself; undefined: it keeps none. */
  readonly recall?: (draft: string, caller: Caller, app: App) => Promise<Invocation | undefined>;
  /** Whether `COMMAND:form:DRAFT` opens a form filled with what was typed. */
  readonly mendable?: boolean;
}
