/** The stage of the engine with people who are due for the same thing in one channel at one minute. */
import type { Database } from '../../src/db/database.ts';
import type { EngineOptions } from '../../src/deliveries/engine.ts';
import type { FaultPoints } from '../../src/deliveries/fault-points.ts';
import type { DeliveryKind } from '../../src/deliveries/kind.ts';
import { makeAthlete, makeReminder } from './club.ts';
import { bodyOf, GRACE_MINUTES, setStage, signal } from './stage.ts';

/** A stage with people who are due together; what one of them wants instead is told by `whims`. */
export async function setGroup(database: Database, count: number) {
  const stage = await setStage(database);
  const { db } = database;
  const userIds = Array.from({ length: count }, (_, index) => String(7_000 + index));
  const daily = { days: 'mon,tue,wed,thu,fri,sat,sun', channelId: stage.training };
  const userOf = new Map<string | null, string>();
  await Promise.all(
    userIds.map(async (userId) => {
      const athleteId = await makeAthlete({ db }, stage.clubId, userId);
      userOf.set(athleteId, userId);
      await makeReminder(database, stage.clubId, { ...daily, athleteId });
    }),
  );
  const whims = new Map<string, 'done' | 'broken' | 'other words'>();
  const kind: DeliveryKind = {
    ...{ name: 'core', graceMinutes: GRACE_MINUTES, isShared: true },
    async compose(delivery) {
      const userId = userOf.get(delivery.athleteId) ?? '9000';
      const whim = whims.get(userId);
      if (whim === 'done') return { cancel: 'done already' };
      if (whim === 'broken') throw new Error('unreadable');
      const body = (users: readonly string[], id: string) => ({
        ...bodyOf({ ...delivery, id }, whim ?? 'Core'),
        content: `${whim ?? 'Core'} ${users.map((user) => `<@${user}>`).join(' ')}`,
      });
      const shared = { userId, body };
      return {
        send: body([userId], delivery.id),
        to: { kind: 'channel', channelId: stage.training, shared },
      };
    },
  };
  const engine = (hooks: FaultPoints = {}, more: Partial<EngineOptions> = {}) =>
    stage.engine({ kinds: [kind], hooks, ...more });
  return {
    ...{ ...stage, db, userIds, whims, kind, engine },
    /** Whom each message names, oldest first. */
    named: () => stage.seen().map((text) => [...text.matchAll(/<@(\d+)>/g)].map(([, id]) => id ?? '')),
    /** Lets a worker run until it comes to a fault point, and go on when told, or never. */
    async haltAt(point: keyof FaultPoints) {
      const [there, onwards] = [signal(), signal()];
      const worker = engine({
        [point]: () => {
          there.give();
          return onwards.given;
        },
      });
      const ticking = worker.tick();
      await there.given;
      return {
        goOn() {
          onwards.give();
          return ticking;
        },
        die: () => void worker.stop(),
      };
    },
    reminderOf: async (userId: string) =>
      db.reminder.findFirstOrThrow({ where: { athlete: { userId } }, select: { id: true } }),
    states: async () =>
      Object.fromEntries(
        (await db.delivery.findMany({ include: { reminder: { include: { athlete: true } } } })).map(
          ({ state, reminder }) => [reminder.athlete?.userId, state],
        ),
      ),
  };
}

/** What each of these people has. */
export function of<State>(userIds: readonly string[], state: State): Record<string, State> {
  return Object.fromEntries(userIds.map((userId) => [userId, state]));
}
