/** npm run setup: asks for the bot's token, checks it with Discord, writes .env, prints the invitation link. */
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { DiscordAPIError, REST } from '@discordjs/rest';
import { type APIApplication, Routes } from 'discord-api-types/v10';
import { INVITATION_PERMISSIONS } from '../src/discord/permissions.ts';

const ENV_FILE = '.env';
const TEMPLATE = new URL('../.env.example', import.meta.url);
const DISCORD = 'https://discord.com/api';

/** The settings file with the token in it; everything else in it stays. */
function withToken(settings: string, token: string): string {
  const line = `DISCORD_TOKEN=${token}`;
  return /^DISCORD_TOKEN=.*$/m.test(settings)
    ? settings.replace(/^DISCORD_TOKEN=.*$/m, () => line)
    : `${line}\n${settings}`;
}

/** Where an administrator adds the bot to a server, with the least permissions that it works with. */
function invitationLink(applicationId: string): string {
  const link = new URL('https://discord.com/oauth2/authorize');
  link.searchParams.set('client_id', applicationId);
  link.searchParams.set('scope', 'bot applications.commands');
  link.searchParams.set('permissions', String(INVITATION_PERMISSIONS));
  return link.href;
}

async function check(token: string, api: string): Promise<APIApplication> {
  const rest = new REST({ api, version: '10', retries: 1, timeout: 10_000 }).setToken(token);
  try {
    return (await rest.get(Routes.currentApplication())) as APIApplication;
  } catch (error) {
    const refused = error instanceof DiscordAPIError && error.status === 401;
    throw new Error(
      refused
        ? 'Discord does not take this token. In the developer portal, open your application, then Bot, then Reset Token.'
        : `Discord at ${api} cannot be asked. Check the network, or DISCORD_API_URL.`,
    );
  }
}

async function run(): Promise<void> {
  const settings = await readFile(ENV_FILE, 'utf8').catch(() => readFile(TEMPLATE, 'utf8'));
  console.log('Make an application with a bot in Discord’s developer portal, and copy the bot’s token.');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const token = (await terminal.question('Token: ')).trim();
  terminal.close();
  if (token === '') throw new Error('No token was typed; nothing was written.');
  const api = /^DISCORD_API_URL=(\S+)$/m.exec(settings)?.[1] ?? DISCORD;
  const application = await check(token, api);
  await writeFile(ENV_FILE, withToken(settings, token), { mode: 0o600 });
  await chmod(ENV_FILE, 0o600);
  console.log(`\nThis is ${application.name}. The token is in ${ENV_FILE}, which only you can read.`);
  console.log(`Add it to your server:\n  ${invitationLink(application.id)}`);
  console.log('Then: npm start, and in the server /setup.');
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  run().catch((error) => {
    console.error(`Setup stopped: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  });
}
