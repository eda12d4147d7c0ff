/** What the bot is measured against: discord.js alone, answering the same command with a constant. */
import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';
import command from '../commands/log.ts';

const [, , api = '', token = ''] = process.argv;
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api, version: '10' } });

client.on(Events.InteractionCreate, async (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  await interaction.reply({ content: 'Saved.', flags: MessageFlags.Ephemeral });
});
client.once(Events.ClientReady, async () => {
  await client.application?.commands.set([command.data.toJSON()]);
  console.log('ready');
});
process.on('SIGTERM', () => void client.destroy().then(() => process.exit(0)));

await client.login(token);
