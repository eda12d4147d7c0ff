import type { APISelectMenuComponent } from 'discord-api-types/v10';
import { ComponentType } from 'discord-api-types/v10';
import type { View } from '../../../protocol.ts';
import { HashIcon } from '../icons.tsx';
import type { ListOption } from '../listbox.tsx';
import { channels, mark, type Named, roles, users } from '../names.ts';

function fromNamed(named: Named): ListOption {
  return {
    key: named.id,
    label: named.kind === 'channel' ? named.name : mark(named),
    description: named.note,
    color: named.color,
    icon: named.kind === 'channel' ? <HashIcon size={16} /> : null,
  };
}

/** Users, roles or channels as options of a list. */
export function namedOptions(list: readonly Named[]): ListOption[] {
  return list.map(fromNamed);
}

/** What a select of any kind offers, in order. */
export function selectOptions(view: View, select: APISelectMenuComponent): ListOption[] {
  switch (select.type) {
    case ComponentType.StringSelect:
      return select.options.map((option) => ({
        key: option.value,
        label: [option.emoji?.name, option.label].filter(Boolean).join(' '),
        description: option.description ?? null,
      }));
    case ComponentType.UserSelect:
      return namedOptions(users(view));
    case ComponentType.RoleSelect:
      return namedOptions(roles(view));
    case ComponentType.MentionableSelect:
      return namedOptions([...users(view), ...roles(view)]);
    case ComponentType.ChannelSelect:
      return namedOptions(channels(view, select.channel_types));
  }
}

/** What is chosen already when the select is drawn. */
export function defaultValues(select: APISelectMenuComponent): string[] {
  if (select.type === ComponentType.StringSelect) {
    return select.options.filter((option) => option.default).map((option) => option.value);
  }
  return (select.default_values ?? []).map((value) => value.id);
}
