import { AttachmentBuilder, Routes } from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SandboxGuild } from '../../sandbox/sandbox.ts';
import { createSandboxClock } from '../../sandbox/sandbox.ts';
import { refusal, type Setup, setUp } from './bot.ts';

const clock = createSandboxClock({ frozenAt: new Date('2026-03-02T18:00:00Z') });
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
let setup: Setup;
let club: SandboxGuild;
beforeAll(async () => {
  setup = await setUp({ clock }, { retries: 1 });
});
beforeEach(() => {
  club = setup.guild();
});
afterAll(() => setup.stop());

const rest = () => setup.bot.client.rest;
const post = (channel: string, body: Record<string, unknown>) =>
  rest().post(Routes.channelMessages(channel), { body }) as Promise<{ id: string }>;
const direct = async (name: string) => {
  const opened = await rest().post(Routes.userChannels(), { body: { recipient_id: club.userId(name) } });
  return (opened as { id: string }).id;
};

describe('sent once', () => {
  test('the same nonce within 90 s gives the same message, later a new one', async () => {
    const body = { content: 'Core time', nonce: 'abc', enforce_nonce: true };
    const first = await post(club.channelId('training'), body);
    clock.advance(89_000);
    expect((await post(club.channelId('training'), body)).id).toBe(first.id);
    clock.advance(2_000);
    expect((await post(club.channelId('training'), body)).id).not.toBe(first.id);
  });

  test('an answer that was lost on the way is asked for again by the client, and makes one message', async () => {
    setup.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/messages' }, 'lost-answer');
    const sent = await post(club.channelId('training'), {
      content: 'Core time',
      nonce: 'n1',
      enforce_nonce: true,
    });
    const messages = setup.sandbox.actor(club, 'Ann').messages('training');
    expect(messages.map((record) => record.id)).toEqual([sent.id]);
    const tries = setup.sandbox.requests.filter((request) => JSON.stringify(request.body).includes('"n1"'));
    expect(tries.map((request) => request.lost)).toEqual([true, false]);
  });

  test('without enforce_nonce the same retry makes two', async () => {
    setup.sandbox.faults.next({ method: 'POST' }, 'lost-answer');
    await post(club.channelId('training'), { content: 'Core time', nonce: 'n2' });
    expect(setup.sandbox.actor(club, 'Ann').messages('training')).toHaveLength(2);
  });
});

describe('direct messages', () => {
  test('arrive, with the channel opened by the bot or by the person', async () => {
    const ann = setup.sandbox.actor(club, 'Ann');
    const next = ann.next('direct');
    const channel = await direct('Ann');
    await post(channel, { content: 'Time to stretch' });
    expect(ann.read(await next)).toBe('Time to stretch');
    expect(await direct('Ann')).toBe(channel);
  });

  test('to somebody who closed them are 50007; to a stranger 50278', async () => {
    club.setDirectMessagesClosed('Ben', true);
    const ben = await direct('Ben');
    expect(await refusal(post(ben, { content: 'Hello' }))).toMatchObject({ code: 50007, status: 403 });
    const carl = await direct('Carl');
    club.removeMember('Carl');
    expect(await refusal(post(carl, { content: 'Hello' }))).toMatchObject({ code: 50278, status: 403 });
  });
});

describe('permissions', () => {
  test('a hidden channel is 50001, one without the right to send or embed 50013, a deleted one 10003', async () => {
    club.denyBot('training', ['ViewChannel']);
    expect(await refusal(post(club.channelId('training'), { content: 'x' }))).toMatchObject({
      code: 50001,
      status: 403,
    });
    club.denyBot('training', ['SendMessages']);
    expect(await refusal(post(club.channelId('training'), { content: 'x' }))).toMatchObject({
      code: 50013,
      status: 403,
    });
    club.denyBot('training', ['EmbedLinks']);
    const embeds = [{ description: 'x' }];
    expect(await refusal(post(club.channelId('training'), { embeds }))).toMatchObject({ code: 50013 });
    club.denyBot('training', []);
    await post(club.channelId('training'), { embeds });
    const gone = club.channelId('general');
    club.deleteChannel('general');
    expect(await refusal(post(gone, { content: 'x' }))).toMatchObject({ code: 10003, status: 404 });
  });

  test('what was taken from the bot is given back, in a channel for coaches too', async () => {
    const coaches = club.channelId('coaches');
    club.denyBot('coaches', ['ViewChannel']);
    expect(await refusal(post(coaches, { content: 'x' }))).toMatchObject({ code: 50001 });
    club.denyBot('coaches', []);
    await post(coaches, { content: 'x' });
  });

  test('a channel for coaches is open to them and to the bot alone', async () => {
    await post(club.channelId('coaches'), { content: 'Daily summary' });
    expect(setup.sandbox.actor(club, 'Carl').transcript('coaches')).toBe('Backstraight: Daily summary');
    expect(setup.sandbox.actor(club, 'Dana').messages('coaches')).toHaveLength(1);
    expect(() => setup.sandbox.actor(club, 'Ann').messages('coaches')).toThrow('Ann sees no channel coaches');
  });

  test('without Read Message History the history is empty, and others’ messages cannot be touched', async () => {
    const ann = setup.sandbox.actor(club, 'Ann');
    const said = ann.say('hello', 'training');
    const training = club.channelId('training');
    expect(await rest().get(Routes.channelMessages(training))).toHaveLength(1);
    expect(
      await refusal(rest().patch(Routes.channelMessage(training, said.id), { body: { content: 'x' } })),
    ).toMatchObject({ code: 50005 });
    expect(await refusal(rest().delete(Routes.channelMessage(training, said.id)))).toMatchObject({
      code: 50013,
    });
    club.denyBot('training', ['ReadMessageHistory']);
    expect(await rest().get(Routes.channelMessages(training))).toEqual([]);
  });
});

describe('reading, editing and deleting', () => {
  test('history pages before, after and around a message', async () => {
    const training = club.channelId('training');
    const ids: string[] = [];
    for (const content of ['1', '2', '3', '4', '5']) ids.push((await post(training, { content })).id);
    const page = async (query: Record<string, string>) => {
      const found = await rest().get(Routes.channelMessages(training), { query: new URLSearchParams(query) });
      return (found as { content: string }[]).map((message) => message.content).join('');
    };
    expect(await page({})).toBe('54321');
    expect(await page({ limit: '2' })).toBe('54');
    expect(await page({ before: ids[2] ?? '' })).toBe('21');
    expect(await page({ after: ids[1] ?? '', limit: '2' })).toBe('43');
    expect(await page({ around: ids[2] ?? '', limit: '3' })).toBe('432');
  });

  test('a page of 101 messages and a reply to a message that is not there are refused', async () => {
    const training = club.channelId('training');
    const page = rest().get(Routes.channelMessages(training), {
      query: new URLSearchParams({ limit: '101' }),
    });
    expect(await refusal(page)).toMatchObject({ code: 50035, errors: { limit: {} } });
    const reply = post(training, { content: 'x', message_reference: { message_id: '1' } });
    expect(await refusal(reply)).toMatchObject({ code: 50035, errors: { message_reference: {} } });
    await post(training, { content: 'x', message_reference: { message_id: '1', fail_if_not_exists: false } });
  });

  test('an edit keeps what it does not name; a deleted message is 10008', async () => {
    const training = club.channelId('training');
    const sent = await post(training, { content: 'one', embeds: [{ title: 'Light' }] });
    await rest().patch(Routes.channelMessage(training, sent.id), { body: { content: 'two' } });
    expect(setup.sandbox.actor(club, 'Ann').transcript('training')).toBe('Backstraight: two\nLight');
    await rest().delete(Routes.channelMessage(training, sent.id));
    const again = rest().patch(Routes.channelMessage(training, sent.id), { body: { content: 'x' } });
    expect(await refusal(again)).toMatchObject({ code: 10008, status: 404 });
  });

  test('files go up by multipart, keep their description, and are served', async () => {
    const channel = await setup.bot.client.channels.fetch(club.channelId('training'));
    if (!channel?.isSendable()) throw new Error('no channel');
    const chart = new AttachmentBuilder(PIXEL, { name: 'chart.png', description: 'Pain over 12 weeks' });
    const sent = await channel.send({
      files: [chart],
      embeds: [{ image: { url: 'attachment://chart.png' } }],
    });
    const file = sent.attachments.first();
    expect(file).toMatchObject({
      description: 'Pain over 12 weeks',
      width: 1,
      height: 1,
      contentType: 'image/png',
    });
    expect(sent.embeds[0]?.image?.url).toBe(file?.url);
    const served = await fetch(file?.url ?? '');
    expect(Buffer.from(await served.arrayBuffer())).toEqual(PIXEL);
    expect(setup.sandbox.requests.at(-1)?.files).toBe(1);
    expect(setup.sandbox.actor(club, 'Ann').transcript('training')).toBe(
      'Backstraight: picture: Pain over 12 weeks',
    );
  });

  test('a file over 10 MiB is 40005', async () => {
    const files = [{ name: 'big.bin', data: Buffer.alloc(10 * 1024 * 1024 + 1) }];
    const sent = rest().post(Routes.channelMessages(club.channelId('training')), { files, body: {} });
    expect(await refusal(sent)).toMatchObject({ code: 40005, status: 413 });
  });
});

describe('faults on demand', () => {
  test('a 500 is retried by the client, a code is handed to the bot', async () => {
    const { faults } = setup.sandbox;
    faults.next({ route: '/channels/{channel_id}/messages' }, '500');
    await post(club.channelId('training'), { content: 'x' });
    faults.next({ route: '/channels/{channel_id}/messages' }, { code: 50007 });
    expect(await refusal(post(club.channelId('training'), { content: 'x' }))).toMatchObject({
      code: 50007,
      status: 403,
    });
    expect(faults.pending()).toBe(0);
  });

  test('a slow answer runs into the caller’s abort', async () => {
    setup.sandbox.faults.next({ method: 'GET' }, { kind: 'slow', ms: 60_000 });
    const signal = AbortSignal.timeout(30);
    await expect(rest().get(Routes.user(), { signal })).rejects.toThrow(/abort/i);
  });
});
