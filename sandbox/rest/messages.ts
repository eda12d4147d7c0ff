/** Messages in channels: send once per nonce, read, edit, delete. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { discordError } from '../errors.ts';
import { asJson, asList, type Json } from '../json.ts';
import { checkInteger, createIssues } from '../rules/issues.ts';
import { checkEdit, checkMessage } from '../rules/message.ts';
import { isSnowflake } from '../snowflake.ts';
import { sharesGuild } from '../world/directs.ts';
import { createMessage, deleteMessage, editMessage, findMessage } from '../world/messages.ts';
import { may } from '../world/permissions.ts';
import type { ChannelState, MessageRecord, World } from '../world.ts';
import { objectBody } from './body.ts';
import { channelIn, param, query, type RestContext } from './context.ts';

/** How long a nonce is remembered, in sandbox milliseconds. */
export const NONCE_MS = 90_000;
const BASE = '/channels/:channel_id/messages';

/** The message that the bot sent with the same nonce inside the window. */
function sentBefore(world: World, channel: ChannelState, body: Json): MessageRecord | undefined {
  if (body.enforce_nonce !== true || body.nonce === undefined) return undefined;
  const nonce = String(body.nonce);
  const since = world.clock.now().getTime() - NONCE_MS;
  return channel.messages.findLast(
    (record) =>
      record.nonce === nonce &&
      record.message.author.id === world.application.botUserId &&
      Date.parse(record.message.timestamp) >= since,
  );
}

function refuseClosed(world: World, channel: ChannelState): void {
  if (channel.recipientId === null) return;
  if (!sharesGuild(world, channel.recipientId)) throw discordError(50278);
  if (world.users.get(channel.recipientId)?.directMessagesClosed) throw discordError(50007);
}

function refuseUnpermitted(world: World, channel: ChannelState, body: Json, files: number): void {
  const bot = world.application.botUserId;
  const lacks = (name: 'EmbedLinks' | 'AttachFiles' | 'ReadMessageHistory') =>
    !may(world, channel, bot, name);
  if (asList(body.embeds).length > 0 && lacks('EmbedLinks')) throw discordError(50013);
  if (files > 0 && lacks('AttachFiles')) throw discordError(50013);
  if (body.message_reference && lacks('ReadMessageHistory')) throw discordError(50013);
}

function pageLimit(request: FastifyRequest): number {
  const limit = Number(query(request, 'limit') ?? 50);
  const issues = createIssues();
  checkInteger(issues, ['limit'], limit, 1, 100);
  issues.done();
  return limit;
}

/** A reply needs its message, unless it says that it does not. */
function refuseLostReply(channel: ChannelState, body: Json): void {
  const reference = asJson(body.message_reference);
  if (reference.message_id === undefined || reference.fail_if_not_exists === false) return;
  if (findMessage(channel, String(reference.message_id))) return;
  const issues = createIssues();
  issues.add(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
  issues.done();
}

function page(channel: ChannelState, request: FastifyRequest): MessageRecord[] {
  const limit = pageLimit(request);
  const seen = channel.messages.filter((record) => record.visibleTo === null);
  const place = (name: string) => {
    const id = query(request, name);
    return isSnowflake(id) ? BigInt(id) : null;
  };
  const around = place('around');
  const before = place('before');
  const after = place('after');
  if (around !== null) {
    const at = seen.findIndex((record) => BigInt(record.id) >= around);
    const start = Math.max(0, (at < 0 ? seen.length : at) - Math.floor(limit / 2));
    return seen.slice(start, start + limit).reverse();
  }
  if (after !== null) {
    return seen
      .filter((record) => BigInt(record.id) > after)
      .slice(0, limit)
      .reverse();
  }
  const older = before === null ? seen : seen.filter((record) => BigInt(record.id) < before);
  return older.slice(-limit).reverse();
}

/** The message routes. */
export function messageRoutes(api: FastifyInstance, context: RestContext): void {
  const { world } = context;
  const messageIn = (request: FastifyRequest, channel: ChannelState) => {
    const record = findMessage(channel, param(request, 'message_id'));
    if (!record || record.visibleTo !== null) throw discordError(10008);
    return record;
  };
  const own = (record: MessageRecord) => record.message.author.id === world.application.botUserId;
  api.post(BASE, async (request) => {
    const channel = channelIn(context, request, 'SendMessages');
    const body = objectBody(request);
    const { files } = request.parsed;
    checkMessage(body, files);
    refuseLostReply(channel, body);
    refuseClosed(world, channel);
    refuseUnpermitted(world, channel, body, files.length);
    const before = sentBefore(world, channel, body);
    if (before) return before.message;
    return createMessage(world, channel, { authorId: world.application.botUserId, body, files }).message;
  });
  api.get(BASE, async (request) => {
    const channel = channelIn(context, request);
    if (!may(world, channel, world.application.botUserId, 'ReadMessageHistory')) return [];
    return page(channel, request).map((record) => record.message);
  });
  api.get(`${BASE}/:message_id`, async (request) => {
    return messageIn(request, channelIn(context, request, 'ReadMessageHistory')).message;
  });
  api.patch(`${BASE}/:message_id`, async (request) => {
    const channel = channelIn(context, request);
    const record = messageIn(request, channel);
    if (!own(record)) throw discordError(50005);
    const body = objectBody(request);
    checkEdit(body, request.parsed.files, record);
    editMessage(world, record, body, request.parsed.files);
    return record.message;
  });
  api.delete(`${BASE}/:message_id`, async (request, reply) => {
    const channel = channelIn(context, request);
    const record = messageIn(request, channel);
    const manages = may(world, channel, world.application.botUserId, 'ManageMessages');
    if (!own(record) && !manages) throw discordError(50013);
    deleteMessage(world, record);
    return reply.code(204).send();
  });
}
