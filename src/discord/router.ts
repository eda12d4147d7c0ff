/** From Discord's interaction to the one handler that answers it, through admission and the error boundary. */
import { randomUUID } from 'node:crypto';
import type {
  AutocompleteInteraction,
  Interaction,
  MessageComponentInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import type { Logger } from 'pino';
import type { AnyHandler, Call, Caller, Command } from './command.ts';
import { type CustomId, parseCustomId } from './custom-ids.ts';
import type { Drafts, Invocation } from './drafts.ts';
import { callerOf, fieldsOf, filledOver, invocationOf } from './interactions.ts';
import { createResponder, type Responder } from './responder.ts';
import { choiceLabels, isCommandLine } from './shown-options.ts';

/** What the router is given: it knows no feature. */
export interface RouterParts<Contexts, App> {
  readonly commands: ReadonlyMap<string, Command<Contexts, App>>;
  readonly app: App;
  readonly drafts: Drafts;
  readonly log: Logger;
  /** Gives what the need promises, or answers the caller by itself and gives null. */
  admit<Need extends keyof Contexts>(
    need: Need,
    caller: Caller,
    respond: Responder,
    resume: Invocation | null,
  ): Promise<Contexts[Need] | null>;
  /** Puts a fault into words: what the person did wrong, or the id under which the log has the rest. */
  explain(
    error: unknown,
    typed: { readonly invocation: Invocation; readonly draft: string; readonly mendable: boolean } | null,
  ): { readonly panel: Parameters<Responder['answer']>[0]; readonly expected: boolean; readonly id: string };
}

/** Handlers for `interactionCreate` and for going on with a draft. */
export interface Router {
  handle(interaction: Interaction): Promise<void>;
  /** Resolves when nothing is being answered any more. */
  drained(): Promise<void>;
  /** Runs a kept command as if it had just been typed. */
  resume(call: Call): Promise<void>;
}

export function createRouter<Contexts, App>(parts: RouterParts<Contexts, App>): Router {
  const { commands, log } = parts;
  const running = new Set<Promise<void>>();

  async function dispatch<Given extends { caller: Caller; respond: Responder }>(
    handler: AnyHandler<Contexts, Given> | undefined,
    given: Given,
    resume: Invocation | null,
  ): Promise<void> {
    if (handler === undefined) throw new Error('no handler');
    const context = await parts.admit(handler.needs, given.caller, given.respond, resume);
    if (context !== null) await handler.run(given, context);
  }

  /** The error boundary: nothing that goes wrong reaches a person raw, and nothing typed is lost. */
  async function guarded(
    respond: Responder,
    caller: Caller,
    invocation: Invocation | null,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      const mendable = invocation !== null && commands.get(invocation.command)?.mendable === true;
      const typed =
        invocation && Object.keys(invocation.options).length > 0
          ? { invocation, draft: mendable ? parts.drafts.keep(caller.userId, invocation) : '', mendable }
          : null;
      const { panel, expected, id } = parts.explain(error, typed);
      if (!expected) log.error({ id, command: invocation?.command, err: error }, 'an answer failed');
      await respond.answer(panel).catch((failure) => {
        log.warn({ id, err: failure }, 'could not answer');
      });
    }
  }

  async function call(given: Call): Promise<void> {
    const { invocation } = given;
    await guarded(given.respond, given.caller, invocation, async () => {
      const execute = commands.get(invocation.command)?.execute;
      const handler =
        execute && 'needs' in execute && 'run' in execute
          ? (execute as AnyHandler<Contexts, Call>)
          : (execute as Readonly<Record<string, AnyHandler<Contexts, Call>>> | undefined)?.[
              invocation.subcommand ?? ''
            ];
      await dispatch(handler, given, invocation);
    });
  }

  async function component(interaction: MessageComponentInteraction, respond: Responder): Promise<void> {
    const caller = callerOf(interaction);
    const id = parseCustomId(interaction.customId);
    await guarded(respond, caller, null, async () => {
      const handler = id && commands.get(id.command)?.components?.[id.action];
      if (id === undefined || handler === undefined) throw new StaleInteraction();
      const values = 'values' in interaction ? interaction.values : [];
      await dispatch(
        handler,
        {
          ...{ id: interaction.id, caller, respond, args: id.args, values },
          ...{ messageId: interaction.message.id, channelId: interaction.channelId },
        },
        null,
      );
    });
  }

  /** What was typed before a form opened: kept here, or by the command itself. */
  async function typedBefore({ command, args }: CustomId, caller: Caller): Promise<Invocation | undefined> {
    const { draft } = args;
    if (draft === undefined) return undefined;
    const kept = parts.drafts.find(draft, caller.userId);
    if (kept !== undefined) return kept.command === command ? kept : undefined;
    return await commands
      .get(command)
      ?.recall?.(draft, caller, parts.app)
      .catch((error: unknown) => {
        // The form itself is still worth answering.
        log.warn({ err: error, command }, 'a draft could not be recalled');
        return undefined;
      });
  }

  async function form(interaction: ModalSubmitInteraction, respond: Responder): Promise<void> {
    const caller = callerOf(interaction);
    const id = parseCustomId(interaction.customId);
    const fields = fieldsOf(interaction);
    const before = id && (await typedBefore(id, caller));
    const command = id && commands.get(id.command);
    const handler = id && command?.forms?.[id.action];
    const options = filledOver(before?.options, fields);
    const filled = { subcommand: before?.subcommand ?? handler?.as ?? null, options };
    const shape = command?.data.toJSON();
    const typed = id && {
      command: id.command,
      ...filled,
      labels: choiceLabels(shape, filled),
      form: { action: id.action, args: id.args, isCommandLine: isCommandLine(shape, filled) },
    };
    await guarded(respond, caller, typed ?? null, async () => {
      if (id === undefined || handler === undefined) throw new StaleInteraction();
      const channelId = interaction.channelId ?? '';
      await dispatch(
        handler,
        { id: interaction.id, channelId, caller, respond, args: id.args, fields, options },
        null,
      );
    });
  }

  async function complete(interaction: AutocompleteInteraction): Promise<void> {
    try {
      const focused = interaction.options.getFocused(true);
      const find = commands.get(interaction.commandName)?.autocomplete?.[focused.name];
      const query = {
        caller: callerOf(interaction),
        subcommand: interaction.options.getSubcommand(false),
        typed: focused.value,
      };
      const choices = find ? await find(query, parts.app) : [];
      await interaction.respond(choices.slice(0, 25));
    } catch (error) {
      log.warn({ id: randomUUID(), err: error }, 'autocomplete failed');
    }
  }

  async function route(interaction: Interaction): Promise<void> {
    if (interaction.isAutocomplete()) return complete(interaction);
    if (
      !interaction.isChatInputCommand() &&
      !interaction.isMessageComponent() &&
      !interaction.isModalSubmit()
    ) {
      return;
    }
    const respond = createResponder(interaction);
    try {
      if (interaction.isChatInputCommand()) {
        const { id, channelId } = interaction;
        const shape = commands.get(interaction.commandName)?.data.toJSON();
        const invocation = invocationOf(interaction, shape);
        await call({ id, channelId, invocation, caller: callerOf(interaction), respond });
      } else if (interaction.isMessageComponent()) await component(interaction, respond);
      else await form(interaction, respond);
      await respond.showBeside();
    } finally {
      respond.settle();
    }
  }

  return {
    async handle(interaction) {
      const answering = route(interaction).catch((error) => log.error({ err: error }, 'router failed'));
      running.add(answering);
      await answering;
      running.delete(answering);
    },
    async drained() {
      while (running.size > 0) await Promise.all(running);
    },
    resume: call,
  };
}

/** A button or form that this version does not know any more. */
export class StaleInteraction extends Error {
  override readonly name = 'StaleInteraction';
}
