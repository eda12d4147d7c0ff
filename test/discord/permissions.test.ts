import { once } from 'node:events';
import { Events } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { createClient } from '../../src/discord/client.ts';
import { missingPermissions, passageTo } from '../../src/discord/permissions.ts';

async function setStage() {
  const sandbox = await startSandbox();
  const client = createClient(sandbox.apiUrl);
  onTestFinished(async () => {
    await client.destroy();
    await sandbox.stop();
  });
  const guild = sandbox.createGuild({ name: 'Club', channels: [{ name: 'training' }], members: [] });
  const ready = once(client, Events.ClientReady);
  await client.login(sandbox.token);
  await ready;
  const channelId = guild.channelId('training');
  return {
    ...{ sandbox, client, guild },
    passages: () => [passageTo(client, guild.id, channelId), passageTo(client, guild.id, null)],
    /** Does something and waits until the gateway has told. */
    async told(event: string, act: () => void) {
      const heard = once(client, event);
      act();
      await heard;
    },
  };
}

test('a channel is open until the gateway has told that it is not', async () => {
  const { passages, told, guild } = await setStage();
  expect(passages()).toEqual(['open', 'open']);
  // Without embeds or the history a message still gets through.
  await told(Events.ChannelUpdate, () => guild.denyBot('training', ['EmbedLinks', 'ReadMessageHistory']));
  expect(passages()).toEqual(['open', 'open']);
  for (const permission of ['SendMessages', 'ViewChannel'] as const) {
    await told(Events.ChannelUpdate, () => guild.denyBot('training', [permission]));
    expect(passages()).toEqual(['no-permission', 'open']);
  }
  await told(Events.ChannelUpdate, () => guild.denyBot('training', []));
  expect(passages()).toEqual(['open', 'open']);
});

test('a channel that is gone is left to Discord to refuse: it might be a thread asleep', async () => {
  const { passages, told, guild } = await setStage();
  await told(Events.ChannelDelete, () => guild.deleteChannel('training'));
  expect(passages()).toEqual(['open', 'open']);
});

test('in a thread, asleep or not, it is the right to write in threads that counts', async () => {
  const { client, told, guild } = await setStage();
  let thread = '';
  await told(Events.ThreadCreate, () => {
    thread = guild.addThread('training', 'hurdlers');
  });
  const passage = () => passageTo(client, guild.id, thread);
  const missing = () => missingPermissions(client, guild.id, thread);
  await told(Events.ChannelUpdate, () => guild.denyBot('training', ['SendMessages']));
  expect([passage(), missing()]).toEqual(['open', []]);
  await told(Events.ChannelUpdate, () => guild.denyBot('training', ['SendMessagesInThreads']));
  expect([passage(), missing()]).toEqual(['no-permission', ['Send Messages in Threads']]);
  await told(Events.ThreadUpdate, () => guild.archiveThread('hurdlers'));
  expect(passage()).toBe('no-permission');
});

test('a server that Discord has lost is waited for; one that the bot was thrown out of is left', async () => {
  const { passages, told, guild } = await setStage();
  await told(Events.GuildUnavailable, () => guild.setAvailable(false));
  expect(passages()).toEqual(['wait', 'wait']);
  await told(Events.GuildAvailable, () => guild.setAvailable(true));
  expect(passages()).toEqual(['open', 'open']);
  await told(Events.GuildDelete, () => guild.removeBot());
  expect(passages()).toEqual(['bot-left', 'bot-left']);
  await told(Events.GuildCreate, () => guild.addBot());
  expect(passages()).toEqual(['open', 'open']);
});

test('nothing is sure while the gateway is away', async () => {
  const { passages, told, guild, client, sandbox } = await setStage();
  await told(Events.GuildDelete, () => guild.removeBot());
  await told(Events.ShardReconnecting, () => sandbox.faults.dropGateway());
  expect(passages()).toEqual(['open', 'open']);
  await once(client, Events.ShardResume);
  expect(passages()).toEqual(['bot-left', 'bot-left']);
});
