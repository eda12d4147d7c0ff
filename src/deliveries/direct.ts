// Direct-message channels: opened once and remembered, few at a time, and not at all while Discord objects.
import type { Db } from '../db/database.ts';
import { toFailure } from '../discord/failure.ts';
import type { Sender } from '../discord/sender.ts';
import type { Clock } from '../time/clock.ts';
import { classify } from './classify.ts';
import type { EngineLog } from './courier-parts.ts';
import { findDirect, markDirectClosed, saveDirectChannel } from './direct-store.ts';

/** Where a direct message can go at this moment. */
export type DirectRoute =
  | { readonly channelId: string }
  /** This person takes none. */
  | { readonly closed: string }
  /** Discord lets us open no new ones for a long while. */
  | { readonly paused: string }
  /** Enough were opened this minute. */
  | { readonly busyMs: number };

/** Discord's "direct messages are closed". */
const CLOSED = '50007';
/** Discord's "you open direct messages too fast". */
const TOO_FAST = '40003';
const PAUSE_MS = 6 * 60 * 60_000;
const WINDOW_MS = 60_000;

export interface DirectChannels {
  /** Finds or opens the channel; rejects with a DiscordFailure that is not about direct messages. */
  route(clubId: string, userId: string, signal: AbortSignal): Promise<DirectRoute>;
  /** Discord refused a direct message to this person, with this code. */
  refused(userId: string, code: string): Promise<void>;
  /** The remembered channel is no more: the next route opens one anew. */
  forget(userId: string): Promise<void>;
  /** Opens nothing for six hours. */
  pause(code: string): void;
}

/** Direct-message channels that are opened at most `opensPerMinute` a minute: bursts get bots quarantined. */
export function createDirectChannels(parts: {
  readonly db: Db;
  readonly sender: Sender;
  readonly clock: Clock;
  readonly log: EngineLog;
  readonly opensPerMinute: number;
}): DirectChannels {
  const { db, sender, clock, log } = parts;
  let pausedUntil = 0;
  let opened: number[] = [];

  function pause(code: string): void {
    pausedUntil = clock.now().getTime() + PAUSE_MS;
    log.warn({ code, hours: PAUSE_MS / 3_600_000 }, 'Discord objects: no new direct messages are opened');
  }

  function obstacle(now: number): DirectRoute | null {
    if (now < pausedUntil && pausedUntil <= now + PAUSE_MS) return { paused: TOO_FAST };
    opened = opened.filter((at) => at > now - WINDOW_MS && at <= now);
    const oldest = opened[0];
    if (oldest === undefined || opened.length < parts.opensPerMinute) return null;
    return { busyMs: oldest + WINDOW_MS - now };
  }

  async function open(userId: string, signal: AbortSignal): Promise<DirectRoute> {
    try {
      const channelId = await sender.openDirect(userId, signal);
      await saveDirectChannel(db, userId, channelId);
      return { channelId };
    } catch (error) {
      const failure = toFailure(error);
      const { means } = classify(failure);
      if (means === 'direct-closed') {
        await markDirectClosed(db, userId, { at: clock.now(), code: failure.code });
        return { closed: failure.code };
      }
      if (means !== 'stop-opening-direct') throw error;
      pause(failure.code);
      return { paused: failure.code };
    }
  }

  return {
    pause,
    async route(clubId, userId, signal) {
      const known = await findDirect(db, clubId, userId);
      if (known?.closedAt) return { closed: known.closedCode ?? CLOSED };
      if (known?.channelId) return { channelId: known.channelId };
      const now = clock.now().getTime();
      const blocked = obstacle(now);
      if (blocked) return blocked;
      opened.push(now);
      return open(userId, signal);
    },
    refused: (userId, code) => markDirectClosed(db, userId, { at: clock.now(), code }),
    forget: (userId) => saveDirectChannel(db, userId, null),
  };
}
