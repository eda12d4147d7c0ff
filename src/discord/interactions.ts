// What Discord's interactions carry, as the plain values that commands see.
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Caller, Submission } from './command.ts';
import type { Invocation } from './drafts.ts';
import type { Respondable } from './responder.ts';
import { choiceLabels } from './shown-options.ts';

/** Who did it. */
export function callerOf(interaction: Respondable | AutocompleteInteraction): Caller {
  const { member } = interaction;
  const roles = member?.roles;
  return {
    userId: interaction.user.id,
    clubId: interaction.guildId,
    roleIds: roles === undefined ? [] : Array.isArray(roles) ? roles : [...roles.cache.keys()],
    isAdministrator: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
  };
}

/** A command as it was typed; `shape`: as it is registered. */
export function invocationOf(
  interaction: ChatInputCommandInteraction,
  shape: RESTPostAPIApplicationCommandsJSONBody | undefined,
): Invocation {
  const subcommand = interaction.options.getSubcommand(false);
  const [first] = interaction.options.data;
  const typed = subcommand === null ? interaction.options.data : (first?.options ?? []);
  const options = Object.fromEntries(
    typed.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const])),
  );
  const labels = typed.flatMap(({ name, channel, role }): [string, string][] => {
    if (channel) return [[name, `#${channel.name}`]];
    return role ? [[name, `@${role.name.replace(/^@/, '')}`]] : [];
  });
  return {
    command: interaction.commandName,
    subcommand,
    options,
    labels: { ...choiceLabels(shape, { subcommand, options }), ...Object.fromEntries(labels) },
  };
}

/** The fields of a form by custom id. */
export function fieldsOf(
  interaction: ModalSubmitInteraction,
): Record<string, string | boolean | readonly string[]> {
  const fields: Record<string, string | boolean | readonly string[]> = {};
  for (const [customId, field] of interaction.fields.fields) {
    if ('values' in field) fields[customId] = [...field.values];
    else if ('value' in field && field.value !== null) fields[customId] = field.value;
  }
  return fields;
}

/** The filled fields of a form over what was typed before it opened. */
export function filledOver(
  before: Invocation['options'] | undefined,
  fields: Submission['fields'],
): Invocation['options'] {
  const filled = Object.entries(fields).filter(
    ([, value]) => value !== '' && (!Array.isArray(value) || value.length),
  );
  return Object.fromEntries([
    ...Object.entries(before ?? {}).filter(([name]) => !Object.hasOwn(fields, name)),
    ...filled.map(([name, value]) => [name, typeof value === 'object' ? value.join(',') : value] as const),
  ]);
}
