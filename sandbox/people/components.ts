/** Pressing buttons and choosing from selects. */
import {
  type APIButtonComponentWithCustomId,
  type APISelectMenuComponent,
  ButtonStyle,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import { asJson, asNumber, asText, type Json } from '../json.ts';
import { everyComponent } from '../rules/components.ts';
import { SELECTS } from '../rules/inputs.ts';
import { beginInteraction } from '../world/interactions.ts';
import type { InteractionState, MessageRecord } from '../world.ts';
import { ClientRefusal, type Place } from './place.ts';
import { type Found, findChannel, findRole, findUser, resolved } from './resolve.ts';

/** The buttons of a message that can be pressed or are disabled; links left out. */
export function buttonsOf(record: MessageRecord): APIButtonComponentWithCustomId[] {
  const all = everyComponent(record.message.components).filter((part) => part.type === ComponentType.Button);
  return all.filter(
    (part) => part.style !== ButtonStyle.Link && part.style !== ButtonStyle.Premium,
  ) as unknown as APIButtonComponentWithCustomId[];
}

/** The selects of a message. */
export function selectsOf(record: MessageRecord): APISelectMenuComponent[] {
  const all = everyComponent(record.message.components);
  return all.filter((part) => SELECTS.includes(asNumber(part.type))) as unknown as APISelectMenuComponent[];
}

/** Presses a button by custom id; it must be there and not disabled. */
export function pressButton(place: Place, record: MessageRecord, customId: string): InteractionState {
  const button = buttonsOf(record).find((entry) => entry.custom_id === customId);
  if (!button || record.deleted) throw new ClientRefusal('This button is gone');
  if (button.disabled) throw new ClientRefusal(`The button ${button.label ?? customId} is disabled`);
  return beginInteraction(place.world, {
    type: InteractionType.MessageComponent,
    userId: place.userId,
    channel: place.channel,
    source: record,
    customId,
    command: record.usedBy && { command: record.usedBy.command, line: record.usedBy.line },
    data: { custom_id: customId, component_type: ComponentType.Button, id: asNumber(asJson(button).id) },
  });
}

function autoPopulated(place: Place, type: number, name: string): Found | null {
  const { world, channel, userId } = place;
  const guild = channel.guildId === null ? undefined : world.guilds.get(channel.guildId);
  const user =
    type === ComponentType.UserSelect || type === ComponentType.MentionableSelect
      ? findUser(world, channel, name)
      : null;
  if (user !== null) return { id: user, kind: 'user' };
  const role =
    type === ComponentType.RoleSelect || type === ComponentType.MentionableSelect
      ? findRole(guild, name)
      : null;
  if (role !== null) return { id: role, kind: 'role' };
  const found = type === ComponentType.ChannelSelect ? findChannel(world, guild, userId, name) : null;
  return found === null ? null : { id: found, kind: 'channel' };
}

/** Values of any select from what a person names: labels or values, people, roles, channels. Throws ClientRefusal. */
export function selectValues(
  place: Place,
  select: Json,
  names: readonly string[],
): { values: string[]; found: Found[] } {
  const found: Found[] = [];
  const values = names.map((name) => {
    if (select.type === ComponentType.StringSelect) return optionValue(select, name);
    const entry = autoPopulated(place, asNumber(select.type), name);
    if (!entry) throw new ClientRefusal(`There is no ${name} to choose`);
    found.push(entry);
    return entry.id;
  });
  return { values, found };
}

/** The value of an option by its label or value. Throws ClientRefusal. */
export function optionValue(select: Json, name: string): string {
  const options = Array.isArray(select.options) ? select.options.map(asJson) : [];
  const option =
    options.find((entry) => entry.value === name) ?? options.find((entry) => entry.label === name);
  if (!option) {
    throw new ClientRefusal(
      `"${name}" is no choice; there are ${options.map((entry) => asText(entry.label)).join(', ')}`,
    );
  }
  return asText(option.value);
}

/** Chooses from a select by custom id. */
export function chooseFrom(
  place: Place,
  record: MessageRecord,
  customId: string,
  names: readonly string[],
): InteractionState {
  const select = selectsOf(record).find((entry) => entry.custom_id === customId);
  if (!select || record.deleted) throw new ClientRefusal('This menu is gone');
  if (select.disabled) throw new ClientRefusal('This menu is disabled');
  const { values, found } = selectValues(place, asJson(select), names);
  const least = select.min_values ?? 1;
  const most = select.max_values ?? 1;
  if (values.length < least || values.length > most) throw new ClientRefusal(`Choose ${least} to ${most}`);
  return beginInteraction(place.world, {
    type: InteractionType.MessageComponent,
    userId: place.userId,
    channel: place.channel,
    source: record,
    customId,
    command: record.usedBy && { command: record.usedBy.command, line: record.usedBy.line },
    data: {
      custom_id: customId,
      component_type: select.type,
      id: asNumber(asJson(select).id),
      values,
      ...(found.length > 0 ? { resolved: resolved(place.world, place.channel, place.userId, found) } : {}),
    },
  });
}
