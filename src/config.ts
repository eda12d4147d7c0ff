/** The only reader of the environment: every problem is reported together, each with its variable's name. */
import { z } from 'zod';

const databaseUrl = z.string().refine((url) => /^(file:.+|postgres(ql)?:\/\/.+)$/.test(url), {
  error: 'must be "file:PATH" (SQLite) or "postgresql://USER:PASSWORD@HOST:PORT/NAME"',
});

const NO_TOKEN =
  'is missing. Run "npm run setup" to enter a bot token, or "npm run sandbox" to try the bot without one.';

export const configSchema = z.object({
  DISCORD_TOKEN: z.string({ error: NO_TOKEN }).trim().min(1, NO_TOKEN),
  DISCORD_API_URL: z.url('must be a URL, like https://discord.com/api').default('https://discord.com/api'),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, 'must be a server id: 17 to 20 digits')
    .optional(),
  DATABASE_URL: databaseUrl.default('file:./data/backstraight.db'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'must be fatal, error, warn, info, debug or silent',
    })
    .default('info'),
});

/** The bot's settings, read once at start. */
export interface Config {
  readonly discordToken: string;
  /** Discord's REST address without the version. */
  readonly discordApiUrl: string;
  /** Registers the commands to this one server instead of everywhere. */
  readonly discordGuildId: string | null;
  readonly databaseUrl: string;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
}

/** Everything that is wrong with the environment, one line a variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the settings. Empty variables count as absent. Throws ConfigError naming every faulty variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = configSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'),
    );
  }
  const settings = parsed.data;
  return {
    discordToken: settings.DISCORD_TOKEN,
    discordApiUrl: settings.DISCORD_API_URL.replace(/\/$/, ''),
    discordGuildId: settings.DISCORD_GUILD_ID ?? null,
    databaseUrl: settings.DATABASE_URL,
    logLevel: settings.LOG_LEVEL,
  };
}
