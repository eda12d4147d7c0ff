/** What a person sees, as plain text without ids: tests compare it. */
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { asJson, asList, asNumber, asText, type Json } from './json.ts';
import { fieldsOf, prefilled } from './people/modals.ts';
import { SELECTS } from './rules/inputs.ts';
import type { MessageRecord, ModalState, World } from './world.ts';

const DATE: Intl.DateTimeFormatOptions = { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' };
const CLOCK: Intl.DateTimeFormatOptions = {
  timeZone: 'UTC',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
};

function timestamp(seconds: string, style: string): string {
  const at = new Date(Number(seconds) * 1000);
  const day = new Intl.DateTimeFormat('en-GB', DATE).format(at);
  const time = new Intl.DateTimeFormat('en-GB', CLOCK).format(at);
  if (style === 't' || style === 'T') return time;
  return style === 'd' || style === 'D' ? day : `${day} ${time}`;
}

/** Text with mentions and timestamps as people read them: @Ann, #coaches, 1 Mar 2026 19:30 (UTC). */
export function readable(world: World, text: string): string {
  const roles = [...world.guilds.values()].flatMap((guild) => guild.roles);
  return text
    .replace(/<@&(\d+)>/g, (_, id) => `@${roles.find((role) => role.id === id)?.name ?? 'unknown-role'}`)
    .replace(/<@!?(\d+)>/g, (_, id) => `@${world.users.get(id)?.name ?? 'unknown-user'}`)
    .replace(/<#(\d+)>/g, (_, id) => `#${world.channels.get(id)?.name ?? 'deleted-channel'}`)
    .replace(/<\/([^:>]+):\d+>/g, '/$1')
    .replace(/<t:(-?\d+)(?::([tTdDfFR]))?>/g, (_, seconds, style) => timestamp(seconds, style ?? 'f'));
}

function buttonText(button: Json): string {
  const emoji = asText(asJson(button.emoji).name);
  const label = [emoji, asText(button.label)].filter((part) => part !== '').join(' ');
  if (button.style === ButtonStyle.Link) return `[${label}](link)`;
  return button.disabled === true ? `(${label})` : `[${label}]`;
}

const AUTO: Readonly<Record<number, string>> = {
  5: 'people',
  6: 'roles',
  7: 'people and roles',
  8: 'channels',
};

const SIGILS: Readonly<Record<string, string>> = { user: '@', role: '@&', channel: '#' };

/** What an auto-populated menu has chosen from the start, like @Coach*. */
function chosenNames(world: World, select: Json): string[] {
  const chosen = asList(select.default_values).map(asJson);
  return chosen.map(
    (entry) => `${readable(world, `<${SIGILS[asText(entry.type)] ?? '@'}${asText(entry.id)}>`)}*`,
  );
}

function menuText(world: World, select: Json): string {
  const options = asList(select.options).map(asJson);
  const choices =
    select.type === ComponentType.StringSelect
      ? options.map((option) => `${asText(option.label)}${option.default === true ? '*' : ''}`).join(' | ')
      : [AUTO[asNumber(select.type)] ?? '', ...chosenNames(world, select)].join(' ');
  return `<${asText(select.placeholder, 'menu')}: ${choices}>`;
}

function componentLines(world: World, part: Json): string[] {
  const below = () => asList(part.components).flatMap((one) => componentLines(world, asJson(one)));
  if (SELECTS.includes(asNumber(part.type))) return [menuText(world, part)];
  switch (part.type) {
    case ComponentType.ActionRow: {
      const parts = asList(part.components).map(asJson);
      return [
        parts
          .map((one) => (one.type === ComponentType.Button ? buttonText(one) : menuText(world, one)))
          .join(' '),
      ];
    }
    case ComponentType.Button:
      return [buttonText(part)];
    case ComponentType.TextDisplay:
      return readable(world, asText(part.content)).split('\n');
    case ComponentType.Section:
      return [...below(), ...componentLines(world, asJson(part.accessory))];
    case ComponentType.Container:
      return below();
    case ComponentType.Thumbnail:
      return [`picture: ${asText(part.description)}`];
    case ComponentType.MediaGallery:
      return asList(part.items).map((item) => `picture: ${asText(asJson(item).description)}`);
    case ComponentType.Separator:
      return ['---'];
    default:
      return [];
  }
}

function embedLines(world: World, embed: Json): string[] {
  const fields = asList(embed.fields).map(asJson);
  const parts = [
    asText(asJson(embed.author).name),
    asText(embed.title),
    asText(embed.description),
    ...fields.map((field) => `${asText(field.name)}: ${asText(field.value)}`),
    asText(asJson(embed.footer).text),
  ];
  return parts.filter((part) => part !== '').flatMap((part) => readable(world, part).split('\n'));
}

/** A message's content, embeds, pictures and components, a line each. */
export function messageText(world: World, record: MessageRecord): string {
  const { message } = record;
  if (record.deleted) return '(deleted)';
  if (record.thinking) return 'is thinking…';
  const v2 = asList(message.components).some((part) => asJson(part).type !== ComponentType.ActionRow);
  const lines = [
    ...(message.content === '' ? [] : readable(world, message.content).split('\n')),
    ...message.embeds.flatMap((embed) => embedLines(world, asJson(embed))),
    ...(v2 ? [] : message.attachments.map((file) => `picture: ${file.description ?? file.filename}`)),
    ...asList(message.components).flatMap((part) => componentLines(world, asJson(part))),
  ];
  return lines.join('\n');
}

function fieldText(component: Json): string {
  const value = prefilled(component);
  const options = asList(component.options).map(asJson);
  if (component.type === ComponentType.Checkbox) return value === true ? '[x]' : '[ ]';
  if (options.length > 0) {
    const chosen = typeof value === 'string' ? [value] : asList(value);
    return `<${options.map((option) => `${asText(option.label)}${chosen.includes(option.value) ? '*' : ''}`).join(' | ')}>`;
  }
  return `[${typeof value === 'string' ? value : (AUTO[asNumber(component.type)] ?? '')}]`;
}

/** A modal with its labels and what is filled in. */
export function modalText(world: World, modal: ModalState): string {
  const fields = fieldsOf(modal);
  const lines = asList(modal.data.components).flatMap((entry) => {
    const part = asJson(entry);
    if (part.type === ComponentType.TextDisplay) return readable(world, asText(part.content)).split('\n');
    const field = fields.find((one) => one.part === entry);
    if (!field) return [];
    const about = asText(part.description);
    return [`${field.label} ${fieldText(field.component)}${about === '' ? '' : ` (${about})`}`];
  });
  return [`form "${modal.data.title}":`, ...lines].join('\n');
}

/** A channel's messages with who said them and who sees them. */
export function channelText(world: World, records: readonly MessageRecord[]): string {
  const blocks = records.map((record) => {
    const who = (id: string) => world.users.get(id)?.name ?? 'somebody';
    const command = record.usedBy ? [`${who(record.usedBy.userId)}: ${record.usedBy.line}`] : [];
    const seen = record.visibleTo === null ? '' : ` (only ${who(record.visibleTo)} sees this)`;
    return [...command, `${who(record.message.author.id)}${seen}: ${messageText(world, record)}`].join('\n');
  });
  return blocks.join('\n');
}
