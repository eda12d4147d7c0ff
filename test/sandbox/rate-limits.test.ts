import { REST, RESTEvents, Routes } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { createRateLimits } from '../../sandbox/rest/rate-limits.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';

let sandbox: Sandbox | undefined;
afterEach(async () => {
  await sandbox?.stop();
  sandbox = undefined;
});

const POST = 'POST /channels/{channel_id}/messages';

test('two clients that share a bucket meet a real 429, wait as told, and lose nothing', async () => {
  sandbox = await startSandbox({ rateLimits: { routes: { [POST]: { limit: 2, windowMs: 200 } } } });
  const club = sandbox.createGuild({
    name: 'Club',
    channels: [{ name: 'training' }],
    members: [{ name: 'Ann' }],
  });
  const { apiUrl, token } = sandbox;
  const clients = [1, 2].map(() => new REST({ api: apiUrl, version: '10' }).setToken(token));
  const limited: number[] = [];
  for (const client of clients)
    client.on(RESTEvents.Response, (_, response) => response.status === 429 && limited.push(429));
  const route = Routes.channelMessages(club.channelId('training'));
  await Promise.all(
    clients.flatMap((client) => ['a', 'b', 'c'].map((content) => client.post(route, { body: { content } }))),
  );
  expect(sandbox.actor(club, 'Ann').messages('training')).toHaveLength(6);
  expect(limited.length).toBeGreaterThan(0);
  expect(sandbox.counts().rateLimited).toBe(limited.length);
});

test('a 429 on demand says how long, and whether it is global', async () => {
  sandbox = await startSandbox();
  sandbox.faults.next({ method: 'GET' }, { kind: '429', retryAfter: 0.5, scope: 'global' });
  const headers = { authorization: `Bot ${sandbox.token}` };
  const answer = await fetch(`${sandbox.apiUrl}/v10/users/@me`, { headers });
  expect(answer.status).toBe(429);
  expect(await answer.json()).toEqual({
    message: 'You are being rate limited.',
    retry_after: 0.5,
    global: true,
  });
  expect(answer.headers.get('x-ratelimit-global')).toBe('true');
  expect(answer.headers.get('x-ratelimit-scope')).toBe('global');
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('a shared limit says so, and is not held against the bot as others are', async () => {
  sandbox = await startSandbox();
  const headers = { authorization: `Bot ${sandbox.token}` };
  const scopes: (string | null)[] = [];
  for (const scope of ['shared', 'user'] as const) {
    sandbox.faults.next({ method: 'GET' }, { kind: '429', scope });
    const answer = await fetch(`${sandbox.apiUrl}/v10/users/@me`, { headers });
    scopes.push(answer.headers.get('x-ratelimit-scope'));
  }
  expect(scopes).toEqual(['shared', 'user']);
  expect(sandbox.counts()).toMatchObject({ rateLimited: 2, invalid: 1 });
});

test('every answer tells its bucket', async () => {
  sandbox = await startSandbox();
  const headers = { authorization: `Bot ${sandbox.token}` };
  const answer = await fetch(`${sandbox.apiUrl}/v10/users/@me`, { headers });
  for (const name of ['limit', 'remaining', 'reset', 'reset-after', 'bucket']) {
    expect(answer.headers.get(`x-ratelimit-${name}`)).toBeTruthy();
  }
});

test('channels have buckets of their own, and interactions do not count against the global limit', () => {
  const limits = createRateLimits({ global: 2, routes: { [POST]: { limit: 1, windowMs: 60_000 } } });
  const take = (route: string, params: Record<string, string>) => limits.take('POST', route, params).refused;
  const messages = '/channels/{channel_id}/messages';
  expect(take(messages, { channel_id: '1' })).toBeNull();
  expect(take(messages, { channel_id: '1' })).toMatchObject({ global: false });
  expect(take(messages, { channel_id: '2' })).toBeNull();
  expect(take(messages, { channel_id: '3' })).toMatchObject({ global: true });
  expect(
    take('/interactions/{interaction_id}/{interaction_token}/callback', { interaction_id: '9' }),
  ).toBeNull();
});
