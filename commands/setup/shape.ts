// What Discord shows of `/setup`: its options.
import { SlashCommandBuilder } from '@discordjs/builders';
import { ChannelType, InteractionContextType, PermissionFlagsBits } from 'discord-api-types/v10';

/** The command as it is registered. */
export const shape = new SlashCommandBuilder()
  .setName('setup')
  .setDescription('Switch Backstraight on for this server, or change its settings')
  .setContexts(InteractionContextType.Guild)
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  .addRoleOption((o) => o.setName('coach-role').setDescription('Who may read the summaries'))
  .addChannelOption((o) =>
    o
      .setName('summary-channel')
      .setDescription('Where the daily summary goes: a channel for coaches only')
      .addChannelTypes(ChannelType.GuildText),
  )
  .addStringOption((o) =>
    o.setName('summary-time').setDescription('Time of the summary, like 7:30').setMaxLength(10),
  )
  .addChannelOption((o) =>
    o
      .setName('reminder-channel')
      .setDescription('Where a reminder goes when direct messages are closed')
      .addChannelTypes(ChannelType.GuildText),
  )
  .addStringOption((o) =>
    o
      .setName('time-zone')
      .setDescription('The club’s time zone, by city')
      .setAutocomplete(true)
      .setMaxLength(60),
  )
  .addStringOption((o) =>
    o.setName('core-days').setDescription('Days for core work, like mon wed fri').setMaxLength(60),
  )
  .addStringOption((o) =>
    o.setName('core-time').setDescription('Time for core work, like 18:00').setMaxLength(10),
  )
  .addIntegerOption((o) =>
    o
      .setName('stretch-after')
      .setDescription('Minutes from a session to its stretch reminder')
      .setMinValue(5)
      .setMaxValue(240),
  )
  .addStringOption((o) =>
    o.setName('quiet-from').setDescription('Start of quiet hours, like 21:00').setMaxLength(10),
  )
  .addStringOption((o) =>
    o.setName('quiet-to').setDescription('End of quiet hours, like 7:00').setMaxLength(10),
  )
  .addIntegerOption((o) =>
    o.setName('retention').setDescription('Months that entries are kept').setMinValue(1).setMaxValue(12),
  )
  .addIntegerOption((o) =>
    o
      .setName('amber-at')
      .setDescription('Pain from which the light is amber: 3, or stricter 2')
      .setMinValue(2)
      .setMaxValue(3),
  )
  .addIntegerOption((o) =>
    o
      .setName('red-at')
      .setDescription('Pain from which the light is red: 6, or stricter 5')
      .setMinValue(5)
      .setMaxValue(6),
  );
