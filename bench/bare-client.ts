/**
 * What the bot is measured against: discord.js alone, answering the same command with a constant. With a number as
 * third argument it also sends that many messages, asked for all at once, over the channels that it sees in turn.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { ChannelType, Client, Events, GatewayIntentBits, MessageFlags, Routes } from 'discord.js';
import command from '../commands/log.ts';

/** Long enough for others to note what it looked like before. */
const BEFORE_SENDING_MS = 1_000;

const [, , api = '', token = '', messages = '0'] = process.argv;
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api, version: '10' } });

client.on(Events.InteractionCreate, async (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  await interaction.reply({ content: 'Saved.', flags: MessageFlags.Ephemeral });
});
client.once(Events.ClientReady, async () => {
  await client.application?.commands.set([command.data.toJSON()]);
  console.log('ready');
  await pause(BEFORE_SENDING_MS);
  const channels = [...client.channels.cache.values()].filter(({ type }) => type === ChannelType.GuildText);
  for (let index = 0; index < Number(messages); index += 1) {
    const channel = channels[index % channels.length];
    if (channel)
      void client.rest.post(Routes.channelMessages(channel.id), { body: { content: 'Core now.' } });
  }
});
process.on('SIGTERM', () => void client.destroy().then(() => process.exit(0)));

await client.login(token);
