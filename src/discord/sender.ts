// Messages that the bot starts by itself: raw REST, so that nothing is fetched first and nothing is cached.
import type { REST } from '@discordjs/rest';
import {
  type APIAllowedMentions,
  type APIMessage,
  type RESTGetAPIChannelMessagesResult,
  type RESTGetAPIChannelResult,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPICurrentUserCreateDMChannelResult,
  Routes,
} from 'discord-api-types/v10';
import { toFailure } from './failure.ts';
import { createPace } from './pace.ts';

/** Where Discord put a message. */
export interface SentMessage {
  readonly id: string;
  readonly channelId: string;
}

/** What the history of a channel says about a message of ours; unreadable: it may be there and not be shown. */
export type Search = { readonly found: SentMessage } | 'none' | 'unreadable';

/** Requests for scheduled messages; every method rejects with a DiscordFailure. */
export interface Sender {
  /** Posts once per nonce (Discord forgets a nonce after a minute or two). Mentions go only to listed ids. */
  send(
    channelId: string,
    body: RESTPostAPIChannelMessageJSONBody,
    how: { readonly nonce: string; readonly signal?: AbortSignal },
  ): Promise<SentMessage>;
  /** Changes a message of ours. */
  edit(
    channelId: string,
    messageId: string,
    body: RESTPatchAPIChannelMessageJSONBody,
    signal?: AbortSignal,
  ): Promise<SentMessage>;
  /** The id of the direct-message channel with a user; asking again gives the same. */
  openDirect(userId: string, signal?: AbortSignal): Promise<string>;
  /** Looks through a channel's messages from an instant on for one that passes the test. */
  findOwn(
    channelId: string,
    since: Date,
    test: (message: APIMessage) => boolean,
    signal?: AbortSignal,
  ): Promise<Search>;
}

/** Settles as the promise does, or rejects when the signal fires: @discordjs/rest sleeps out a 429 unasked. */
async function within<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** Ids named on purpose stay; everything else, and every `parse`, goes. */
function mentionsByIntent(wanted: APIAllowedMentions | null | undefined): APIAllowedMentions {
  return {
    parse: [],
    replied_user: false,
    ...(wanted?.users?.length ? { users: wanted.users } : {}),
    ...(wanted?.roles?.length ? { roles: wanted.roles } : {}),
  };
}

const DISCORD_EPOCH = 1_420_070_400_000;
const PAGE = 100;
const MAX_PAGES = 50;

function snowflakeAt(instant: Date): bigint {
  return BigInt(Math.max(0, instant.getTime() - DISCORD_EPOCH)) << 22n;
}

/** The sender over a REST manager, usually the client's own, so that all requests share one count of limits. */
export function createSender(rest: REST): Sender {
  const paced = createPace();

  async function ask<T>(signal: AbortSignal | undefined, request: () => Promise<unknown>): Promise<T> {
    const leaving = paced(() => {
      signal?.throwIfAborted();
      return request();
    });
    try {
      return (await within(leaving, signal)) as T;
    } catch (error) {
      throw toFailure(error);
    }
  }

  function page(channelId: string, query: Record<string, string>, signal: AbortSignal | undefined) {
    return ask<RESTGetAPIChannelMessagesResult>(signal, () =>
      rest.get(Routes.channelMessages(channelId), { query: new URLSearchParams(query), signal }),
    );
  }

  /** Without the permission to read the history Discord answers with an empty list, not with an error. */
  async function canReadHistory(channelId: string, signal: AbortSignal | undefined): Promise<boolean> {
    const last = await page(channelId, { limit: '1' }, signal);
    if (last.length > 0) return true;
    const channel = await ask<RESTGetAPIChannelResult>(signal, () =>
      rest.get(Routes.channel(channelId), { signal }),
    );
    return 'last_message_id' in channel && channel.last_message_id === null;
  }

  async function search(
    channelId: string,
    since: Date,
    test: (message: APIMessage) => boolean,
    signal: AbortSignal | undefined,
  ): Promise<Search> {
    let after = snowflakeAt(since);
    for (let pages = 0; pages < MAX_PAGES; pages += 1) {
      const messages = await page(channelId, { after: String(after), limit: String(PAGE) }, signal);
      const own = messages.find(test);
      if (own) return { found: { id: own.id, channelId } };
      if (pages === 0 && messages.length === 0)
        return (await canReadHistory(channelId, signal)) ? 'none' : 'unreadable';
      if (messages.length < PAGE) return 'none';
      for (const message of messages) if (BigInt(message.id) > after) after = BigInt(message.id);
    }
    return 'unreadable';
  }

  return {
    async send(channelId, body, { nonce, signal }) {
      const whole = {
        ...body,
        nonce,
        enforce_nonce: true,
        allowed_mentions: mentionsByIntent(body.allowed_mentions),
      };
      const { id } = await ask<APIMessage>(signal, () =>
        rest.post(Routes.channelMessages(channelId), { body: whole, signal }),
      );
      return { id, channelId };
    },
    async edit(channelId, messageId, body, signal) {
      const whole = { ...body, allowed_mentions: mentionsByIntent(body.allowed_mentions) };
      const { id } = await ask<APIMessage>(signal, () =>
        rest.patch(Routes.channelMessage(channelId, messageId), { body: whole, signal }),
      );
      return { id, channelId };
    },
    async openDirect(userId, signal) {
      const channel = await ask<RESTPostAPICurrentUserCreateDMChannelResult>(signal, () =>
        rest.post(Routes.userChannels(), { body: { recipient_id: userId }, signal }),
      );
      return channel.id;
    },
    async findOwn(channelId, since, test, signal) {
      try {
        return await search(channelId, since, test, signal);
      } catch (error) {
        const failure = toFailure(error);
        if (failure.code === '50001' || failure.code === '50013') return 'unreadable';
        throw failure;
      }
    },
  };
}
