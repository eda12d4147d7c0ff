import { REST } from '@discordjs/rest';
import { expect, onTestFinished, test } from 'vitest';
import { createSandboxClock, startSandbox } from '../../sandbox/sandbox.ts';
import { createSender } from '../../src/discord/sender.ts';

const NOW = new Date('2026-03-02T17:00:00Z');
const NONCE = 'a'.repeat(24);

async function setUp() {
  const clock = createSandboxClock({ frozenAt: NOW });
  const sandbox = await startSandbox({ clock });
  onTestFinished(() => sandbox.stop());
  const guild = sandbox.createGuild({
    name: 'Track club',
    channels: [{ name: 'training' }],
    members: [{ name: 'Ann' }],
  });
  const rest = new REST({ api: sandbox.apiUrl, version: '10', retries: 1 }).setToken(sandbox.token);
  return {
    clock,
    sandbox,
    guild,
    ann: sandbox.actor(guild, 'Ann'),
    training: guild.channelId('training'),
    sender: createSender(rest),
  };
}

const since = new Date(NOW.getTime() - 60_000);

test('a message sent twice with one nonce is one message', async () => {
  const { sender, training, ann } = await setUp();
  const first = await sender.send(training, { content: 'Core work' }, { nonce: NONCE });
  const second = await sender.send(training, { content: 'Core work' }, { nonce: NONCE });
  expect(second).toEqual(first);
  expect(first.channelId).toBe(training);
  expect(ann.messages('training')).toHaveLength(1);
});

test('an answer lost on the way is asked for again with the same nonce', async () => {
  const { sender, training, ann, sandbox } = await setUp();
  sandbox.faults.next({ method: 'POST' }, 'lost-answer');
  await sender.send(training, { content: 'Core work' }, { nonce: NONCE });
  expect(ann.messages('training')).toHaveLength(1);
});

test('mentions: ids that are named stay, everything else is stripped', async () => {
  const { sender, training, sandbox, ann } = await setUp();
  await sender.send(
    training,
    {
      content: '@everyone',
      allowed_mentions: { users: [ann.userId], replied_user: true },
    },
    { nonce: NONCE },
  );
  expect(sandbox.requests.at(-1)?.body).toMatchObject({
    enforce_nonce: true,
    allowed_mentions: { parse: [], users: [ann.userId], replied_user: false },
  });
});

test('a message is changed in place', async () => {
  const { sender, training, ann } = await setUp();
  const { id } = await sender.send(training, { content: 'before' }, { nonce: NONCE });
  expect(await sender.edit(training, id, { content: 'after' })).toEqual({ id, channelId: training });
  expect(ann.messages('training').map(({ message }) => message.content)).toEqual(['after']);
});

test('opening a direct channel twice gives the same one', async () => {
  const { sender, ann } = await setUp();
  const id = await sender.openDirect(ann.userId);
  expect(await sender.openDirect(ann.userId)).toBe(id);
  await sender.send(id, { content: 'hello' }, { nonce: NONCE });
  expect(ann.messages('direct').map(({ message }) => message.content)).toEqual(['hello']);
});

test('a message is found behind hundreds of newer ones', async () => {
  const { sender, training, ann } = await setUp();
  for (let n = 0; n < 150; n += 1) ann.say(`before ${n}`, 'training');
  const sent = await sender.send(training, { content: 'needle' }, { nonce: NONCE });
  for (let n = 0; n < 250; n += 1) ann.say(`after ${n}`, 'training');
  const found = await sender.findOwn(training, since, ({ content }) => content === 'needle');
  expect(found).toEqual({ found: sent });
});

test('a message older than asked for is not found', async () => {
  const { sender, training, clock } = await setUp();
  await sender.send(training, { content: 'needle' }, { nonce: NONCE });
  clock.advance(10 * 60_000);
  await sender.send(training, { content: 'hay' }, { nonce: 'b'.repeat(24) });
  const later = new Date(NOW.getTime() + 60_000);
  expect(await sender.findOwn(training, later, ({ content }) => content === 'needle')).toBe('none');
});

test('an empty channel is empty, and a quiet one is quiet', async () => {
  const { sender, training, ann, clock } = await setUp();
  const any = () => true;
  expect(await sender.findOwn(training, since, any)).toBe('none');
  ann.say('hello', 'training');
  clock.advance(60 * 60_000);
  expect(await sender.findOwn(training, new Date(NOW.getTime() + 60_000), any)).toBe('none');
});

test('a channel whose history is closed to us is unreadable: Discord shows it as empty', async () => {
  const { sender, training, guild } = await setUp();
  await sender.send(training, { content: 'needle' }, { nonce: NONCE });
  guild.denyBot('training', ['ReadMessageHistory']);
  expect(await sender.findOwn(training, since, () => true)).toBe('unreadable');
  guild.denyBot('training', ['ViewChannel']);
  expect(await sender.findOwn(training, since, () => true)).toBe('unreadable');
});

test.each([
  [{ code: 50007 }, { kind: 'api', code: '50007', mayHaveArrived: false }],
  [{ code: 50013 }, { kind: 'api', code: '50013', mayHaveArrived: false }],
  [{ kind: '500' }, { kind: 'server', code: '500', mayHaveArrived: true }],
  [{ kind: 'lost-answer' }, { kind: 'network', mayHaveArrived: true }],
] as const)('%o is told as %o', async (fault, failure) => {
  const { sender, training, sandbox } = await setUp();
  sandbox.faults.next({ method: 'POST' }, fault, 2);
  const sending = sender.send(training, { content: 'Core work' }, { nonce: NONCE });
  await expect(sending).rejects.toMatchObject({ name: 'DiscordFailure', ...failure });
});

test('a body that Discord refuses is told with its code', async () => {
  const { sender, training } = await setUp();
  const sending = sender.send(training, { content: 'x'.repeat(2_001) }, { nonce: NONCE });
  await expect(sending).rejects.toMatchObject({ kind: 'api', code: '50035', mayHaveArrived: false });
});

test('a signal ends the waiting for a limit, which the REST manager would sleep out', async () => {
  const { sender, training, sandbox } = await setUp();
  sandbox.faults.next({ method: 'POST' }, { kind: '429', retryAfter: 3_600 });
  const signal = AbortSignal.timeout(100);
  const sending = sender.send(training, { content: 'Core work' }, { nonce: NONCE, signal });
  await expect(sending).rejects.toMatchObject({ kind: 'timeout', code: 'timeout' });
});
