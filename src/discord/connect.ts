/** Logs in, and turns what can go wrong with that into one clear line. */
import { type Client, DiscordAPIError, Events, HTTPError } from 'discord.js';
import type { Logger } from 'pino';

/** Discord cannot be used; `message` is one line for the person who runs the server. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
}

const READY_WITHIN_MS = 30_000;

/** Settles with the application's id when Discord has sent everything; rejects with a ConnectError. */
export async function connect(
  client: Client,
  token: string,
  parts: { readonly log: Logger; readonly onFatal: (reason: Error) => void },
): Promise<string> {
  const { log, onFatal } = parts;
  client.on(Events.Error, (error) => log.warn({ err: error }, 'Discord client error'));
  client.on(Events.ShardError, (error) => log.warn({ err: error }, 'gateway error'));
  client.rest.on('invalidRequestWarning', ({ count }) =>
    log.warn({ count }, 'many requests are refused by Discord'),
  );
  const ready = new Promise<string>((resolve, reject) => {
    client.once(Events.ClientReady, ({ application }) => resolve(application.id));
    client.once(Events.Invalidated, () =>
      reject(new ConnectError('Discord ended the session; start the bot again.')),
    );
    const timer = setTimeout(() => reject(new ConnectError(SILENT)), READY_WITHIN_MS);
    client.once(Events.ClientReady, () => clearTimeout(timer));
  });
  ready.catch(() => undefined);
  try {
    await client.login(token);
    const applicationId = await ready;
    client.on(Events.Invalidated, () =>
      onFatal(new ConnectError('Discord ended the session; start the bot again.')),
    );
    client.on(Events.ShardDisconnect, ({ code }) => {
      if (code === AUTHENTICATION_FAILED) onFatal(new ConnectError(REFUSED));
    });
    return applicationId;
  } catch (error) {
    throw asConnectError(error, client.options.rest?.api);
  }
}

/** Close code of Discord's gateway for a token that it does not take. */
const AUTHENTICATION_FAILED = 4004;

const REFUSED =
  'Discord refused DISCORD_TOKEN. Copy the bot’s token again from the developer portal into .env, or run "npm run sandbox" to try without one.';
const SILENT = 'Discord took the token but sent nothing for 30 seconds. Try again in a minute.';

function asConnectError(error: unknown, api: string | undefined): Error {
  if (error instanceof ConnectError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'TokenInvalid' || (error instanceof DiscordAPIError && error.status === 401))
    return new ConnectError(REFUSED);
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    return new ConnectError(`Discord at ${api} answered ${error.status}. Try again in a minute.`);
  }
  return new ConnectError(
    `Discord at ${api} cannot be reached${typeof code === 'string' ? ` (${code})` : ''}. Check the network, or DISCORD_API_URL.`,
  );
}
