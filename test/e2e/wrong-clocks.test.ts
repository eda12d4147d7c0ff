/** Clocks that go wrong, and a machine that slept: each reminder is seen once, and none is lost. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../sandbox/sandbox.ts';
import { useStage } from './club.ts';
import { clubWithAnn, joinClub, setReminder } from './people.ts';

// A Monday morning in Berlin.
const stage = useStage('2026-05-04T08:00:00Z');

const SEND = { method: 'POST', route: '/channels/{channel_id}/messages' };
const HOUR = 60;
const DAY = 24 * HOUR;

let ann: Actor;
let ben: Actor;
let carl: Actor;

/** Core work comes daily: to Ben at 09:00, to Ann at 18:00. */
beforeAll(async () => {
  ({ ann, ben, carl } = await clubWithAnn(stage));
  await joinClub(ben);
  await setReminder(ann, 'core', { days: 'daily', time: '18:00' });
  await setReminder(ben, 'core', { days: 'daily', time: '09:00' });
});

let known: ReadonlySet<string>;

/** Every scene begins at a noon, two days after the last, so that nothing is left of a wrong clock. */
beforeEach(async () => {
  const noon = new Date(stage.clock.now());
  noon.setUTCHours(48 + 10, 0, 0, 0);
  await stage.at(noon.toISOString());
  known = new Set([ann, ben, carl].flatMap(inbox).map(({ id }) => id));
});

function inbox(person: Actor) {
  return person.messages(person === carl ? 'coaches' : 'direct');
}

/** What has come to somebody in this scene. */
function came(person: Actor): string[] {
  return inbox(person)
    .filter(({ id }) => !known.has(id))
    .map((record) => person.read(record));
}

describe.each([
  ['an hour', HOUR],
  ['a day', DAY],
])('a clock set %s wrong', (_, wrong) => {
  test('back, after a reminder came: it does not come again, and tomorrow’s comes at its time', async () => {
    await stage.pass(6 * HOUR);
    expect(came(ann)).toHaveLength(1);
    await stage.pass(-wrong);
    for (let quarter = 0; quarter < 4; quarter += 1) await stage.pass(wrong / 4);
    expect(came(ann)).toHaveLength(1);
    await stage.pass(DAY - 1);
    expect(came(ann)).toHaveLength(1);
    await stage.pass(1);
    expect(came(ann)).toHaveLength(2);
  });

  test('forward, and put right: the reminder comes at its time, once', async () => {
    await stage.pass(wrong);
    await stage.pass(-wrong);
    await stage.pass(6 * HOUR - 1);
    expect(came(ann)).toEqual([]);
    await stage.pass(1);
    expect(came(ann)).toHaveLength(1);
    expect(came(ann)[0]).not.toContain('Late');
    await stage.pass(DAY);
    expect(came(ann)).toHaveLength(2);
  });

  test.each([
    ['back', -1],
    ['forward', 1],
  ])('%s while a reminder waits to be tried again: today’s and tomorrow’s are seen once', async (__, way) => {
    stage.sandbox.faults.next(SEND, 'lost-answer', 2);
    await stage.pass(6 * HOUR);
    await stage.pass(way * wrong);
    await stage.pass(-way * wrong);
    for (const minutes of [10, DAY - 10]) await stage.pass(minutes);
    expect(came(ann)).toHaveLength(2);
    expect(stage.sandbox.faults.pending()).toBe(0);
  });

  test.each([
    ['back', -1],
    ['forward', 1],
  ])('%s while a reminder is on its way: today’s and tomorrow’s are seen once', async (__, way) => {
    stage.sandbox.faults.next(SEND, { kind: 'slow', ms: 200 });
    const sending = stage.pass(6 * HOUR);
    await expect.poll(() => stage.sandbox.faults.pending()).toBe(0);
    await Promise.all([sending, stage.pass(way * wrong)]);
    await stage.pass(-way * wrong);
    for (const minutes of [10, DAY - 10]) await stage.pass(minutes);
    expect(came(ann)).toHaveLength(2);
  });
});

describe.each([
  ['the bot that ran on', async () => undefined],
  ['a bot that was started anew', () => stage.restart()],
])('after a machine was asleep for a day, %s', (_, wakeUp) => {
  test('sends the latest inside its grace, says that it is late, and never the ones before', async () => {
    await stage.pass(2 * HOUR);
    stage.sandbox.faults.dropGateway();
    stage.clock.advance((DAY + 5 * HOUR) * 60_000);
    await wakeUp();
    await stage.pass(0);
    expect(came(ann)).toHaveLength(1);
    expect(came(ann)[0]).toContain('-# Late: it was due at 18:00.');
    expect([ben, carl].map(came)).toEqual([[], []]);
    expect((await ann.run('/log type:mobility')).text).toContain('**Saved: Mobility**');
    await stage.pass(17 * HOUR);
    expect([ann, ben, carl].map((person) => came(person).length)).toEqual([1, 1, 1]);
  });
});
