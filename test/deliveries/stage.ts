/** The engine on a stage: a sandbox with a clock moved by hand, a club of it in the database, and a kind of reminder. */
import { REST } from '@discordjs/rest';
import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { createSandboxClock, type MessageRecord, startSandbox } from '../../sandbox/sandbox.ts';
import type { Database } from '../../src/db/database.ts';
import type { Trouble } from '../../src/deliveries/courier-parts.ts';
import { createDeliveryEngine, type EngineOptions } from '../../src/deliveries/engine.ts';
import type { FaultPoints } from '../../src/deliveries/fault-points.ts';
import type { Composed, DeliveryKind, DueDelivery } from '../../src/deliveries/kind.ts';
import { createSender } from '../../src/discord/sender.ts';
import { MONDAY_18, makeClub } from './club.ts';

export const POST_MESSAGE = { method: 'POST', route: '/channels/{channel_id}/messages' };
export const GET_MESSAGES = { method: 'GET', route: '/channels/{channel_id}/messages' };
export const OPEN_DIRECT = { method: 'POST', route: '/users/@me/channels' };

/** Minutes of lateness that the stage's kind still sends. */
export const GRACE_MINUTES = 60;

export type Stage = Awaited<ReturnType<typeof setStage>>;

/** A body that carries the delivery's id, as every kind's must. */
export function bodyOf(delivery: DueDelivery, words = 'Core work'): RESTPostAPIChannelMessageJSONBody {
  const button = { type: 2, style: 1, label: 'Done', custom_id: `test:done:${delivery.id}` } as const;
  return {
    content: `${words} ${delivery.occurrenceKey}`,
    components: [{ type: 1, components: [button] }],
  };
}

/** A kind that composes as told. */
export function kindOf(
  compose: (delivery: DueDelivery, now: Date) => Composed | Promise<Composed>,
  name = 'core',
): DeliveryKind {
  return { name, graceMinutes: GRACE_MINUTES, compose: async (delivery, now) => compose(delivery, now) };
}

/** Starts a sandbox with Ann in it, standing still on Monday at 18:00, and writes her club into the database. */
export async function setStage(database: Database) {
  const clock = createSandboxClock({ frozenAt: MONDAY_18 });
  const sandbox = await startSandbox({ clock });
  onTestFinished(() => sandbox.stop());
  const guild = sandbox.createGuild({
    name: 'Track club',
    channels: [{ name: 'training' }, { name: 'reminders' }],
    members: [{ name: 'Ann' }],
  });
  const ann = sandbox.actor(guild, 'Ann');
  const club = await makeClub(database, { clubId: guild.id, userId: ann.userId });
  const training = guild.channelId('training');
  const troubles: Trouble[] = [];
  const inTraining = kindOf((delivery) => ({
    send: bodyOf(delivery),
    to: { kind: 'channel', channelId: training },
  }));

  function rest(more: ConstructorParameters<typeof REST>[0] = {}, token = sandbox.token): REST {
    const manager = new REST({
      ...{ api: sandbox.apiUrl, version: '10', retries: 1, globalRequestsPerSecond: 5_000 },
      ...more,
    });
    return manager.setToken(token);
  }

  return {
    ...club,
    clock,
    sandbox,
    guild,
    ann,
    database,
    troubles,
    rest,
    training,
    reminders: guild.channelId('reminders'),
    engine: (more: Partial<EngineOptions> = {}) =>
      createDeliveryEngine({
        ...{ database, clock, sender: createSender(rest()), kinds: [inTraining] },
        ...{ log: pino({ level: 'silent' }), random: () => 0.5 },
        onTrouble: (trouble) => troubles.push(trouble),
        ...more,
      }),
    /** What Ann can read there, oldest first. */
    seen: (where = 'training') => ann.messages(where).map(({ message }: MessageRecord) => message.content),
    deliveries: () => database.db.delivery.findMany({ orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] }),
    requests: ({ method, route }: { method: string; route: string }) =>
      sandbox.requests.filter((request) => request.method === method && request.route === route),
  };
}

/** A promise and the function that resolves it. */
export function signal(): { readonly given: Promise<void>; give(): void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/** Lets a worker run until it comes to a fault point, and there die: it comes back no more and claims no more. */
export async function killAt(stage: Stage, point: keyof FaultPoints): Promise<void> {
  const there = signal();
  const hook = () => {
    there.give();
    return new Promise<void>(() => {});
  };
  const worker = stage.engine({ hooks: { [point]: hook } });
  void worker.tick();
  await there.given;
  void worker.stop();
}

/** Lets a worker run until it comes to a fault point; it goes on when told. */
export async function haltAt(stage: Stage, point: keyof FaultPoints): Promise<{ goOn(): Promise<void> }> {
  const there = signal();
  const onwards = signal();
  const hook = () => {
    there.give();
    return onwards.given;
  };
  const ticking = stage.engine({ hooks: { [point]: hook } }).tick();
  await there.given;
  return {
    goOn() {
      onwards.give();
      return ticking;
    },
  };
}

/** Fault points at which a worker throws, as a lost database connection makes it. */
export function throwsAt(point: keyof FaultPoints): FaultPoints {
  return { [point]: () => Promise.reject(new Error(`died at ${point}`)) };
}
