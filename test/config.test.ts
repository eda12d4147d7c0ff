import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ConfigError, configSchema, readConfig } from '../src/config.ts';

const example = await readFile(new URL('../.env.example', import.meta.url), 'utf8');
const lines = example.split('\n').filter((line) => /^[A-Z_]+=/.test(line));
const values = Object.fromEntries(
  lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);

test('.env.example names every variable of the schema and no other, each explained in a line above it', () => {
  expect(Object.keys(values).sort()).toEqual(Object.keys(configSchema.shape).sort());
  for (const line of lines)
    expect(example).toMatch(new RegExp(`^# .+\n${line.replaceAll('/', '\\/')}$`, 'm'));
});

test('what .env.example sets is what holds without it', () => {
  expect(readConfig({ ...values, DISCORD_TOKEN: 'token' })).toEqual(readConfig({ DISCORD_TOKEN: 'token' }));
});

test('everything that is given is read', () => {
  const config = readConfig({
    DISCORD_TOKEN: ' token ',
    DISCORD_API_URL: 'http://127.0.0.1:8787/api/',
    DISCORD_GUILD_ID: '123456789012345678',
    DATABASE_URL: 'postgresql://user:secret@host:5432/club',
    LOG_LEVEL: 'debug',
    SHELL: '/bin/sh',
  });
  expect(config).toEqual({
    discordToken: 'token',
    discordApiUrl: 'http://127.0.0.1:8787/api',
    discordGuildId: '123456789012345678',
    databaseUrl: 'postgresql://user:secret@host:5432/club',
    logLevel: 'debug',
  });
});

/** What is said about an environment that cannot be used. */
function complaint(env: Readonly<Record<string, string>>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('it was taken');
}

test.each([
  ['DISCORD_TOKEN', ''],
  ['DISCORD_TOKEN', '   '],
  ['DISCORD_API_URL', 'discord'],
  ['DISCORD_GUILD_ID', 'my server'],
  ['DISCORD_GUILD_ID', '12'],
  ['DATABASE_URL', 'club.db'],
  ['DATABASE_URL', 'mysql://user:secret@host/club'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is reported by its name, on one line', (name, value) => {
  const text = complaint({ DISCORD_TOKEN: 'token', [name]: value });
  expect(text).toMatch(new RegExp(`^${name} [^\n]+$`));
  expect(text).not.toContain('secret');
});

test('no token: the line names both ways on', () => {
  expect(complaint({})).toBe(
    'DISCORD_TOKEN is missing. Run "npm run setup" to enter a bot token, or "npm run sandbox" to try the bot without one.',
  );
});

test('all that is wrong is reported together', () => {
  const text = complaint({ DISCORD_API_URL: 'x', DISCORD_GUILD_ID: 'x', DATABASE_URL: 'x', LOG_LEVEL: 'x' });
  expect(text.split('\n').map((line) => line.split(' ')[0])).toEqual([
    'DISCORD_TOKEN',
    'DISCORD_API_URL',
    'DISCORD_GUILD_ID',
    'DATABASE_URL',
    'LOG_LEVEL',
  ]);
});
