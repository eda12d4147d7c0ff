import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { View } from '../../../protocol.ts';
import { channels, roles, users } from '../names.ts';
import type { Directory } from './check.ts';

/** The people, roles and channels of a view, by the kind of option that asks. */
export function directoryOf(view: View): Directory {
  return {
    named: (option: APIApplicationCommandBasicOption) => {
      switch (option.type) {
        case ApplicationCommandOptionType.User:
          return { list: users(view), what: 'member' };
        case ApplicationCommandOptionType.Role:
          return { list: roles(view), what: 'role' };
        case ApplicationCommandOptionType.Mentionable:
          return { list: [...users(view), ...roles(view)], what: 'member or role' };
        case ApplicationCommandOptionType.Channel:
          return { list: channels(view, option.channel_types), what: 'channel' };
        default:
          return null;
      }
    },
  };
}
