import { once } from 'node:events';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { connect, type Setup, setUp } from './bot.ts';

let open: Setup | undefined;
afterEach(async () => {
  await open?.stop();
  open = undefined;
});

/** A bare socket after HELLO; `ask` sends a payload and gives the next that comes. */
async function talk(sandbox: Sandbox) {
  const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/gateway?v=10&encoding=json`);
  const hear = async () => JSON.parse(String((await once(socket, 'message'))[0]));
  await hear();
  return {
    socket,
    ask(payload: unknown) {
      socket.send(JSON.stringify(payload));
      return hear();
    },
  };
}

async function start(): Promise<Setup> {
  open = await setUp();
  return open;
}

describe('the gateway', () => {
  test('the unmodified client connects, sees its guilds and registers commands', async () => {
    const { sandbox, bot, guild } = await start();
    const created = once(bot.client, Events.GuildCreate);
    const club = guild();
    await created;
    const seen = bot.client.guilds.cache.get(club.id);
    expect(seen?.channels.cache.map((channel) => channel.name)).toEqual(['training', 'coaches', 'general']);
    expect(seen?.members.me?.permissions.has('SendMessages')).toBe(true);
    expect((await bot.client.application.commands.fetch()).map((command) => command.name)).toEqual([
      'pain',
      'remind',
      'setup',
    ]);
    expect(sandbox.unknownRoutes).toEqual([]);
  });

  test('a guild that throws the bot out is gone for it', async () => {
    const { bot, guild } = await start();
    const created = once(bot.client, Events.GuildCreate);
    const club = guild();
    await created;
    const gone = once(bot.client, Events.GuildDelete);
    club.removeBot();
    await gone;
    expect(bot.client.guilds.cache.has(club.id)).toBe(false);
  });

  test('a guild in an outage cannot be seen, but is not left; then it is back', async () => {
    const { bot, guild } = await start();
    const created = once(bot.client, Events.GuildCreate);
    const club = guild();
    await created;
    const left: string[] = [];
    bot.client.on(Events.GuildDelete, ({ id }) => left.push(id));
    const unavailable = once(bot.client, Events.GuildUnavailable);
    club.setAvailable(false);
    await unavailable;
    const available = once(bot.client, Events.GuildAvailable);
    club.setAvailable(true);
    await available;
    expect(left).toEqual([]);
    expect(bot.client.guilds.cache.get(club.id)?.available).toBe(true);
  });

  test('a wrong token is refused by REST and by the gateway', async () => {
    const sandbox = await startSandbox();
    const client = new Client({
      intents: [GatewayIntentBits.Guilds],
      rest: { api: sandbox.apiUrl, version: '10' },
    });
    await expect(client.login('wrong.token.here')).rejects.toThrow(/invalid token/i);
    const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/gateway/?v=10&encoding=json`);
    socket.on('message', () => socket.send(JSON.stringify({ op: 2, d: { token: 'wrong', intents: 1 } })));
    const [code] = await once(socket, 'close');
    expect(code).toBe(4004);
    await client.destroy();
    await sandbox.stop();
  });

  test('what was missed while the socket was down is replayed after RESUME', async () => {
    const { sandbox, bot, guild } = await start();
    const club = guild();
    bot.handle = async (interaction) => interaction.isChatInputCommand() && interaction.reply('heard you');
    const resumed = once(bot.client, Events.ShardResume);
    sandbox.faults.dropGateway();
    const answer = sandbox.actor(club, 'Ann').run('/remind list');
    expect((await answer).text).toBe('heard you');
    await resumed;
    expect(sandbox.counts()).toMatchObject({ identified: 1, resumed: 1 });
  });

  test('a socket that went dead is noticed by its heartbeat, and nothing is lost', async () => {
    open = await setUp({ heartbeatMs: 150 });
    const { sandbox, bot, guild } = open;
    const club = guild();
    bot.handle = async (interaction) => interaction.isChatInputCommand() && interaction.reply('still here');
    sandbox.faults.silenceGateway();
    expect((await sandbox.actor(club, 'Ann').run('/remind list')).text).toBe('still here');
    expect(sandbox.counts()).toMatchObject({ identified: 1, resumed: 1 });
  });

  test('a session that cannot be resumed is refused, and the client is told so', async () => {
    const { sandbox, bot } = await start();
    const reconnecting = once(bot.client, Events.ShardReconnecting);
    sandbox.faults.refuseResume();
    const invalid = new Promise((resolve) => {
      bot.client.on(Events.Debug, (line) => line.includes('Invalid session') && resolve(true));
    });
    sandbox.faults.dropGateway();
    await reconnecting;
    expect(await invalid).toBe(true);
    expect(sandbox.counts().resumed).toBe(0);
  });

  test('after a refused RESUME the same socket may identify anew, and the old session is over', async () => {
    const sandbox = await startSandbox();
    const identify = { op: 2, d: { token: sandbox.token, intents: 1, properties: {} } };
    const first = await talk(sandbox);
    const session = (await first.ask(identify)).d.session_id;
    first.socket.terminate();
    sandbox.faults.refuseResume();
    const resume = { op: 6, d: { token: sandbox.token, session_id: session, seq: 1 } };
    const second = await talk(sandbox);
    expect(await second.ask(resume)).toMatchObject({ op: 9, d: false });
    const ready = await second.ask(identify);
    expect(ready).toMatchObject({ op: 0, t: 'READY', s: 1 });
    expect(ready.d.session_id).not.toBe(session);
    const third = await talk(sandbox);
    expect(await third.ask(resume)).toMatchObject({ op: 9, d: false });
    for (const { socket } of [second, third]) socket.terminate();
    await sandbox.stop();
  });

  test('intents are obeyed: messages reach only who asked for them', async () => {
    const { sandbox, guild } = await start();
    const club = guild();
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages];
    const listener = await connect(sandbox, {}, intents);
    const heard = once(listener.client, Events.MessageCreate);
    sandbox.actor(club, 'Ann').say('hello there', 'training');
    const [message] = await heard;
    expect(message.content).toBe('');
    expect(message.author.globalName).toBe('Ann');
    await listener.client.destroy();
  });

  test('zlib-stream and heartbeats work', async () => {
    const sandbox = await startSandbox();
    const { createInflate } = await import('node:zlib');
    const socket = new WebSocket(
      `${sandbox.url.replace('http', 'ws')}/gateway?v=10&encoding=json&compress=zlib-stream`,
    );
    const inflate = createInflate();
    socket.on('message', (chunk: Buffer) => inflate.write(chunk));
    const hello = JSON.parse(String((await once(inflate, 'data'))[0]));
    expect(hello).toMatchObject({ op: 10, d: { heartbeat_interval: 41_250 } });
    socket.send(JSON.stringify({ op: 1, d: null }));
    expect(JSON.parse(String((await once(inflate, 'data'))[0])).op).toBe(11);
    socket.terminate();
    await sandbox.stop();
  });

  test('a command while no bot is connected fails at once, as Discord shows it', async () => {
    const { sandbox, bot, guild } = await start();
    const club = guild();
    await bot.client.destroy();
    const answer = await sandbox.actor(club, 'Ann').run('/remind list');
    expect(answer).toMatchObject({ kind: 'failed', text: 'The application did not respond' });
  });
});

describe('the server', () => {
  test('an unknown route is a loud 404', async () => {
    const { sandbox, bot } = await start();
    await expect(bot.client.rest.get('/nowhere')).rejects.toMatchObject({ status: 404 });
    expect(sandbox.unknownRoutes).toEqual(['GET /api/v10/nowhere']);
  });

  test('another site cannot reach it, by host name or from its pages', async () => {
    const { sandbox } = await start();
    const from = (headers: Record<string, string>) =>
      sandbox.server.inject({ url: '/page/act', method: 'POST', headers, payload: {} });
    expect((await from({ host: 'evil.example' })).statusCode).toBe(403);
    expect((await from({ host: new URL(sandbox.url).host, origin: 'http://evil.example' })).statusCode).toBe(
      403,
    );
    const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/page/live`, {
      origin: 'http://evil.example',
    });
    const [error] = await once(socket, 'error');
    expect(String(error)).toContain('403');
  });
});
