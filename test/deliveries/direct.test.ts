import { expect, test } from 'vitest';
import { markDirectClosed, noteClosedTold, reopenDirect } from '../../src/deliveries/direct-store.ts';
import type { DeliveryKind } from '../../src/deliveries/kind.ts';
import { describeOnEmptiedDatabases } from '../db/databases.ts';
import { after, DAY, HOUR, MINUTE, MONDAY_18, makeAthlete, makeReminder } from './club.ts';
import { bodyOf, killAt, kindOf, OPEN_DIRECT, POST_MESSAGE, type Stage, setStage } from './stage.ts';

const DIRECT = 'Core work 2026-03-02T18:00';
const FALLBACK = 'Look here 2026-03-02T18:00';

/** Direct to whom the delivery is for, with or without a channel to fall back to. */
function directKind(stage: Stage, fallback: boolean): DeliveryKind {
  return kindOf(async (delivery) => {
    const { userId } = await stage.database.db.athlete.findUniqueOrThrow({
      where: { id: delivery.athleteId ?? '' },
    });
    const elsewhere = { channelId: stage.reminders, body: bodyOf(delivery, 'Look here') };
    return { send: bodyOf(delivery), to: { kind: 'direct', userId, fallback: fallback ? elsewhere : null } };
  });
}

async function setDirectStage(database: Stage['database'], fallback = true) {
  const stage = await setStage(database);
  const kinds = [directKind(stage, fallback)];
  await makeReminder(database, stage.clubId, { athleteId: stage.athleteId });
  return {
    ...stage,
    engine: (more: Parameters<Stage['engine']>[0] = {}) => stage.engine({ kinds, ...more }),
    athlete: () => database.db.athlete.findUniqueOrThrow({ where: { id: stage.athleteId } }),
    setClosed: (closed: boolean) => stage.guild.setDirectMessagesClosed('Ann', closed),
  };
}

describeOnEmptiedDatabases('a direct message', (open) => {
  test('opens the channel once and remembers it', async () => {
    const stage = await setDirectStage(await open());
    await stage.engine().tick();
    stage.clock.set(after(MONDAY_18, 2 * DAY));
    await stage.engine().tick();
    expect(stage.seen('direct')).toEqual([DIRECT, 'Core work 2026-03-04T18:00']);
    expect(stage.seen('reminders')).toEqual([]);
    expect(stage.requests(OPEN_DIRECT)).toHaveLength(1);
    const { dmChannelId } = await stage.athlete();
    expect((await stage.deliveries()).map(({ channelId }) => channelId)).toEqual([dmChannelId, dmChannelId]);
  });

  test('whose worker was killed is looked for in the direct channel', async () => {
    const stage = await setDirectStage(await open());
    await killAt(stage, 'afterSend');
    stage.clock.advance(30 * MINUTE);
    await stage.engine().tick();
    expect(stage.seen('direct')).toEqual([DIRECT]);
    expect(await stage.deliveries()).toMatchObject([{ state: 'sent' }]);
  });

  test('that is refused goes to its fallback, and the next one goes there at once', async () => {
    const stage = await setDirectStage(await open());
    stage.setClosed(true);
    await stage.engine().tick();
    expect(stage.seen('direct')).toEqual([]);
    expect(stage.seen('reminders')).toEqual([FALLBACK]);
    expect((await stage.athlete()).dmClosedAt).toEqual(MONDAY_18);
    expect(await stage.deliveries()).toMatchObject([{ state: 'sent', channelId: stage.reminders }]);
    const asked = stage.requests(POST_MESSAGE).length;
    stage.clock.set(after(MONDAY_18, 2 * DAY));
    await stage.engine().tick();
    expect(stage.requests(POST_MESSAGE)).toHaveLength(asked + 1);
    expect(stage.seen('reminders')).toEqual([FALLBACK, 'Look here 2026-03-04T18:00']);
  });

  test.each([
    ['closed by the person', OPEN_DIRECT, 50007],
    ['no server in common', POST_MESSAGE, 50278],
  ])('refused with %s, on %o, code %i: kept for good with its code, to be told once', async (_, at, code) => {
    const stage = await setDirectStage(await open());
    stage.sandbox.faults.next(at, { code, status: 403 });
    await stage.engine().tick();
    expect(stage.seen('reminders')).toEqual([FALLBACK]);
    const refused = { dmClosedAt: MONDAY_18, dmClosedCode: `${code}`, dmToldAt: null };
    expect(await stage.athlete()).toMatchObject(refused);
    const { db } = stage.database;
    expect(await noteClosedTold(db, stage.userId, MONDAY_18)).toBe(true);
    expect(await noteClosedTold(db, stage.userId, MONDAY_18)).toBe(false);
    await markDirectClosed(db, stage.userId, { at: after(MONDAY_18, DAY), code: '1' });
    expect(await stage.athlete()).toMatchObject({ ...refused, dmToldAt: MONDAY_18 });
    const asked = stage.requests(OPEN_DIRECT).length;
    stage.clock.set(after(MONDAY_18, 2 * DAY));
    await stage.engine().tick();
    expect(stage.seen('reminders')).toHaveLength(2);
    expect(stage.requests(OPEN_DIRECT)).toHaveLength(asked);
    await reopenDirect(db, stage.userId);
    expect(await stage.athlete()).toMatchObject({ dmClosedAt: null, dmClosedCode: null, dmToldAt: null });
    expect(await noteClosedTold(db, stage.userId, MONDAY_18)).toBe(false);
  });

  test('that is refused and has no fallback is dead, and reported', async () => {
    const stage = await setDirectStage(await open(), false);
    stage.setClosed(true);
    await stage.engine().tick();
    expect(await stage.deliveries()).toMatchObject([{ state: 'dead', lastCode: '50007' }]);
    stage.clock.set(after(MONDAY_18, 2 * DAY));
    await stage.engine().tick();
    expect(stage.requests(POST_MESSAGE)).toHaveLength(1);
    expect(stage.troubles).toMatchObject([
      { means: 'direct-closed', code: '50007' },
      { means: 'direct-closed', code: '50007' },
    ]);
  });

  test('goes directly again once the person says that they are open', async () => {
    const stage = await setDirectStage(await open());
    stage.setClosed(true);
    await stage.engine().tick();
    stage.setClosed(false);
    await reopenDirect(stage.database.db, stage.userId);
    stage.clock.set(after(MONDAY_18, 2 * DAY));
    await stage.engine().tick();
    expect(stage.seen('direct')).toEqual(['Core work 2026-03-04T18:00']);
  });

  test('that arrived unnoticed before direct messages were closed is not repeated in the fallback', async () => {
    const stage = await setDirectStage(await open());
    stage.sandbox.faults.next(POST_MESSAGE, 'lost-answer', 2);
    const engine = stage.engine();
    await engine.tick();
    stage.setClosed(true);
    stage.clock.advance(5_000);
    await engine.tick();
    expect(stage.seen('direct')).toEqual([DIRECT]);
    expect(stage.seen('reminders')).toEqual([]);
    expect(await stage.deliveries()).toMatchObject([{ state: 'sent' }]);
    expect((await stage.athlete()).dmClosedAt).not.toBeNull();
  });

  test('whose fallback was sent unnoticed is not sent again', async () => {
    const stage = await setDirectStage(await open());
    stage.setClosed(true);
    await killAt(stage, 'beforeAcknowledge');
    stage.clock.advance(10 * MINUTE);
    await stage.engine().tick();
    expect(stage.seen('reminders')).toEqual([FALLBACK]);
    expect(await stage.deliveries()).toMatchObject([{ state: 'sent', channelId: stage.reminders }]);
  });

  test('whose remembered channel is gone opens it anew', async () => {
    const stage = await setDirectStage(await open());
    await stage.database.db.athlete.updateMany({ data: { dmChannelId: '123456789012345678' } });
    const engine = stage.engine();
    await engine.tick();
    stage.clock.advance(5_000);
    await engine.tick();
    expect(stage.seen('direct')).toEqual([DIRECT]);
  });
});

describeOnEmptiedDatabases('when Discord says that too many direct messages are opened', (open) => {
  test.each([
    [40003, 403],
    [20026, 403],
  ])('code %i: fallbacks are used, no new one is opened for hours, open ones go on', async (code, status) => {
    const stage = await setDirectStage(await open());
    const bea = stage.guild.addMember({ name: 'Bea' });
    const athleteId = await makeAthlete(stage.database, stage.clubId, bea);
    await stage.engine().tick();
    stage.clock.set(after(MONDAY_18, 2 * DAY));
    await makeReminder(stage.database, stage.clubId, { athleteId, nextDueAt: stage.clock.now() });
    stage.sandbox.faults.next(OPEN_DIRECT, { code, status });
    const engine = stage.engine();
    await engine.tick();
    expect(stage.seen('direct')).toEqual([DIRECT, 'Core work 2026-03-04T18:00']);
    expect(stage.seen('reminders')).toEqual(['Look here 2026-03-04T18:00']);
    stage.clock.set(after(MONDAY_18, 2 * DAY + 5 * HOUR));
    const eleven = { athleteId, time: '23:00', nextDueAt: stage.clock.now() };
    await makeReminder(stage.database, stage.clubId, eleven);
    await engine.tick();
    expect(stage.requests(OPEN_DIRECT)).toHaveLength(2);
    stage.clock.set(after(MONDAY_18, 4 * DAY));
    await engine.tick();
    expect(stage.requests(OPEN_DIRECT)).toHaveLength(3);
  });

  test('one without a fallback waits, and is skipped when it is too late', async () => {
    const stage = await setDirectStage(await open(), false);
    stage.sandbox.faults.next(OPEN_DIRECT, { code: 40003, status: 403 });
    const engine = stage.engine();
    await engine.tick();
    expect(await stage.deliveries()).toMatchObject([{ state: 'pending', lastCode: '40003', attempt: 0 }]);
    stage.clock.advance(61 * MINUTE);
    await engine.tick();
    expect(await stage.deliveries()).toMatchObject([{ state: 'skipped' }]);
  });
});

describeOnEmptiedDatabases('many new direct messages at one minute', (open) => {
  test('are opened a few a minute, and all arrive', async () => {
    const stage = await setDirectStage(await open());
    for (const name of ['Bea', 'Cem', 'Dee', 'Eli']) {
      const athleteId = await makeAthlete(stage.database, stage.clubId, stage.guild.addMember({ name }));
      await makeReminder(stage.database, stage.clubId, { athleteId });
    }
    const engine = stage.engine({ limits: { directOpensPerMinute: 2 } });
    const opened: number[] = [];
    for (let minute = 0; minute < 4; minute += 1) {
      await engine.tick();
      opened.push(stage.requests(OPEN_DIRECT).length);
      stage.clock.advance(MINUTE);
    }
    expect(opened).toEqual([2, 4, 5, 5]);
    expect((await stage.deliveries()).map(({ state }) => state)).toEqual(Array(5).fill('sent'));
    expect(stage.seen('reminders')).toEqual([]);
  });
});
