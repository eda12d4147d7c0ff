import { REST } from '@discordjs/rest';
import { REST as ClientRest } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { createSender } from '../../src/discord/sender.ts';

test.each([
  ['our import of @discordjs/rest', REST],
  ['the copy that discord.js loads', ClientRest],
])('what Discord refuses is understood from %s', async (_, Rest) => {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.stop());
  const guild = sandbox.createGuild({ name: 'Club', channels: [{ name: 'training' }], members: [] });
  const rest = new Rest({ api: sandbox.apiUrl, version: '10', retries: 0, rejectOnRateLimit: () => true });
  const sender = createSender(rest.setToken(sandbox.token) as REST);
  const send = (nonce: string) =>
    sender.send(guild.channelId('training'), { content: 'Core work' }, { nonce }).catch((error) => error);

  sandbox.faults.next({ method: 'POST' }, { code: 50007 });
  expect(await send('a')).toMatchObject({ kind: 'api', code: '50007', mayHaveArrived: false });
  sandbox.faults.next({ method: 'POST' }, '500');
  expect(await send('b')).toMatchObject({ kind: 'server', code: '500', mayHaveArrived: true });
  sandbox.faults.next({ method: 'POST' }, { kind: '429', retryAfter: 2 });
  expect(await send('c')).toMatchObject({
    kind: 'rate-limit',
    code: '429',
    retryAfterMs: expect.any(Number),
  });
  sandbox.faults.next({ method: 'POST' }, { code: 0, status: 401 });
  expect(await send('d')).toMatchObject({ kind: 'token', code: '401' });
  expect(await send('e')).toMatchObject({ kind: 'token', code: '401' });
});
