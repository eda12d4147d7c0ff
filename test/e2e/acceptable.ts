/** What must hold of everything that the bot sent and wrote to its log in a test file, whatever the file is about. */
import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { RecordedRequest } from '../../sandbox/rest/request-log.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { checkAgainstOpenApi } from '../sandbox/contract.ts';
import { neverIn } from '../words/never.ts';

/** Words that would tell something about somebody's health. */
const HEALTH =
  /\b(low.back|hamstring|sharp|numb|ache|tight\w*|hurts?|warning sign|red|amber|green|emergency|urgent|pain (level|now|start)|notes?)\b/i;

/**
 * Holds the requests against Discord's document where it is at hand, their words against what is said to nobody, answers
 * and messages against who may see them, and the log against what no log may say.
 */
export function expectAcceptable(sandbox: Sandbox, log: readonly string[]): void {
  expect(sandbox.unknownRoutes).toEqual([]);
  expect(checkAgainstOpenApi(sandbox.requests) ?? []).toEqual([]);
  const bodies = new Set(sandbox.requests.flatMap(({ body }) => textsIn(body)));
  expect([...bodies].flatMap(neverIn)).toEqual([]);
  expect(sandbox.requests.filter((request) => isForAll(request) || saysTooMuch(request))).toEqual([]);
  expect(log.filter((line) => HEALTH.test(line))).toEqual([]);
}

const CALLBACK = '/interactions/{interaction_id}/{interaction_token}/callback';
const FOLLOW_UP = '/webhooks/{webhook_id}/{webhook_token}';
const MESSAGES = '/channels/{channel_id}/messages';

/** An answer that others than the one who asked could read. */
function isForAll({ method, route, body }: RecordedRequest): boolean {
  if (method !== 'POST' || body === null) return false;
  const { type, data, flags } = body as { type?: number; data?: { flags?: number }; flags?: number };
  if (route === FOLLOW_UP) return !isEphemeral(flags);
  const isNewMessage =
    type === InteractionResponseType.ChannelMessageWithSource ||
    type === InteractionResponseType.DeferredChannelMessageWithSource;
  return route === CALLBACK && isNewMessage && !isEphemeral(data?.flags);
}

function isEphemeral(flags = 0): boolean {
  return (flags & MessageFlags.Ephemeral) !== 0;
}

/** A message of the bot's own accord with a picture, or with a number in what a button carries: health is in both. */
function saysTooMuch({ method, route, body, files }: RecordedRequest): boolean {
  if (method !== 'POST' || route !== MESSAGES) return false;
  const ids = [...JSON.stringify(body).matchAll(/"custom_id":"([^"]*)"/g)].map(([, id = '']) => id);
  return files > 0 || ids.some((id) => id.split(':').some((part) => /^\d+$/.test(part)));
}

/** Keys of a body whose texts people read. */
const READ = new Set(['content', 'title', 'description', 'name', 'value', 'text', 'label', 'placeholder']);

/** The texts of a request's body that people read, wherever they stand in it. */
function textsIn(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([key, value]) =>
    typeof value === 'string' ? (READ.has(key) ? [value] : []) : textsIn(value),
  );
}
