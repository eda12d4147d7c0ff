/** Doors that close while the bot is in use: a person's messages, a channel, a whole club; and what comes after. */
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../sandbox/sandbox.ts';
import { type Club, useStage } from './club.ts';
import { clubWithAnn, directs, joinClub, noneOfThese, setReminder, shown } from './people.ts';

// A Monday noon in Berlin; every scene takes days of its own.
const stage = useStage('2026-05-04T10:00:00Z');

const DAILY = { days: 'daily', time: '12:00' };

/** What somebody has got by direct message and in the club's channels, without the answers to their own commands. */
function came(person: Actor, ...channels: readonly string[]): number {
  const posted = channels.flatMap((channel) =>
    person.messages(channel).filter(({ visibleTo, message }) => visibleTo === null && message.author.bot),
  );
  return directs(person).length + posted.length;
}

/** Daily summaries in the coaches' channel. */
function summariesOf(coach: Actor): number {
  return coach
    .messages('coaches')
    .filter((record) => /^\*\*(?!Week )(Summary of|[^:]*:\*\* no news\. )/.test(coach.read(record))).length;
}

/** Lets the bot hear what has changed: events come in order, so with an answer all before it is known. */
async function heard(person: Actor): Promise<void> {
  expect((await person.run('/remind list')).kind).toBe('message');
}

/** Noon to noon: then the summary is late, but wanted still, and core work is due. */
async function passDays(days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) await stage.pass(24 * 60);
}

/** What Discord refuses from now on of requests to a club and to Ann; it blocks who makes 10,000 in ten minutes. */
function refusals({ guild, ann }: Club): () => number {
  const { requests } = stage.sandbox;
  const before = requests.length;
  const places = [...guild.state.channelIds, ...ann.messages('direct').map(({ channelId }) => channelId)];
  return () => {
    const late = requests.slice(before).filter(({ path }) => places.some((id) => path.includes(id)));
    return late.filter(({ status }) => status >= 400).length;
  };
}

/** Ann gets core work by direct message, Ben in #training; each has had it once. */
async function clubInUse(): Promise<Club> {
  const club = await clubWithAnn(stage);
  await joinClub(club.ben);
  await setReminder(club.ann, 'core', DAILY);
  await setReminder(club.ben, 'core', DAILY, 'where:here');
  await passDays(1);
  expect([came(club.ann), came(club.ben, 'training')]).toEqual([1, 1]);
  return club;
}

test('direct messages that close in the middle of use: each reminder is seen once, and Discord is not pestered', async () => {
  const club = await clubInUse();
  const { guild, ann } = club;
  guild.setDirectMessagesClosed('Ann', true);
  const refused = refusals(club);
  await passDays(2);
  expect(directs(ann)).toHaveLength(1);
  expect(came(ann, 'reminders')).toBe(3);
  expect(ann.transcript('reminders')).not.toMatch(/core|pain|exercise/i);
  expect(refused()).toBe(1);
  guild.setDirectMessagesClosed('Ann', false);
  await setReminder(ann, 'core', { days: 'daily', time: '11:55' });
  await passDays(1);
  expect(directs(ann)).toHaveLength(3);
  expect(came(ann, 'reminders')).toBe(5);
});

describe('a channel', () => {
  test('that is deleted takes its reminders with it, nobody else’s; a new place is used from the next time on', async () => {
    const club = await clubInUse();
    const { guild, ann, ben } = club;
    guild.deleteChannel('training');
    const refused = refusals(club);
    await passDays(2);
    expect([came(ann), came(ben, 'reminders')]).toEqual([3, 0]);
    expect(refused()).toBeLessThanOrEqual(2);
    const wrong = refusals(club);
    await setReminder(ben, 'core', { days: 'daily', time: '11:55' }, 'where:here');
    await passDays(1);
    expect([came(ann), came(ben, 'reminders')]).toEqual([4, 1]);
    expect(wrong()).toBeLessThanOrEqual(1);
  });

  test.each([
    ['to write', ['SendMessages']],
    ['to look', ['ViewChannel']],
  ] as const)(
    'where the bot loses the right %s gets nothing, and no rush when it is back',
    async (_, lost) => {
      const club = await clubInUse();
      const { guild, ann, ben, carl } = club;
      const summaries = () => summariesOf(carl);
      expect(summaries()).toBe(1);
      for (const channel of ['training', 'coaches']) guild.denyBot(channel, lost);
      await heard(ann);
      const refused = refusals(club);
      await passDays(2);
      expect([came(ann), came(ben, 'training'), summaries()]).toEqual([3, 1, 1]);
      expect(refused()).toBeLessThanOrEqual(4);
      for (const channel of ['training', 'coaches']) guild.denyBot(channel, []);
      await heard(ann);
      const wrong = refusals(club);
      await stage.pass(0);
      expect([came(ben, 'training'), summaries()]).toEqual([1, 1]);
      await passDays(1);
      expect([came(ann), came(ben, 'training'), summaries()]).toEqual([4, 2, 2]);
      expect(wrong()).toBe(0);
    },
  );
});

test('a thread that fell asleep is woken by its reminder, though a bot that was restarted never heard of it', async () => {
  const { guild, ben } = await clubWithAnn(stage);
  await joinClub(ben);
  guild.addThread('training', 'hurdlers');
  const typed = '/remind add what:own text:Bring spikes when:every daily 12:00 where:here';
  const preview = await ben.run(typed, 'hurdlers');
  expect(shown(ben, await ben.press(preview, 'Save'))).toContain('**Saved.**');
  guild.archiveThread('hurdlers');
  await stage.restart();
  await passDays(1);
  expect(came(ben, 'hurdlers')).toBe(1);
  guild.deleteChannel('hurdlers');
  await passDays(1);
  expect(shown(ben, await ben.run('/remind health'))).toContain('the channel is gone');
});

describe('the bot thrown out of a club and let in again', () => {
  test('keeps what it had, and takes the next entry', async () => {
    const club = await clubWithAnn(stage);
    await noneOfThese(club.ann, await club.ann.run('/pain area:low-back now:1 start:1'));
    const before = stage.kept(club);
    club.guild.removeBot();
    club.guild.addBot();
    expect((await club.ann.run('/log type:tempo')).text).toContain('**Saved: Tempo**');
    expect(stage.kept(club)).toEqual({ ...before, sessions: 1 });
  });

  test('sends nothing meanwhile, no rush afterwards, and then each reminder again, once', async () => {
    const club = await clubInUse();
    const { guild, ann, ben, carl } = club;
    const here = () => [came(ann, 'reminders'), came(ben, 'training'), summariesOf(carl)];
    const before = here();
    const kept = stage.kept(club);
    guild.removeBot();
    const refused = refusals(club);
    await passDays(2);
    expect(here()).toEqual(before);
    expect(refused()).toBeLessThanOrEqual(8);
    guild.addBot();
    await heard(ann);
    await stage.pass(0);
    expect(here()).toEqual(before);
    expect(stage.kept(club)).toEqual(kept);
    await passDays(1);
    expect(here()).toEqual(before.map((count) => count + 1));
  });
});

test('a bot that comes back to a club writes to people directly as before, and asked for nothing meanwhile', async () => {
  const club = await clubInUse();
  const { guild, ann, ben } = club;
  const refused = refusals(club);
  guild.removeBot();
  await stage.openClub().dana.run('/setup');
  await passDays(2);
  expect(refused()).toBe(0);
  guild.addBot();
  await heard(ann);
  await passDays(1);
  expect([directs(ann).length, came(ann, 'reminders'), came(ben, 'training')]).toEqual([2, 2, 2]);
});

test('an outage of Discord’s is no farewell: what is due in it comes, once, and what comes after it too', async () => {
  const { guild, ann, ben } = await clubInUse();
  guild.setAvailable(false);
  await passDays(1);
  guild.setAvailable(true);
  await heard(ann);
  await stage.pass(10);
  expect([came(ann), came(ben, 'training')]).toEqual([2, 2]);
  await passDays(1);
  expect([came(ann), came(ben, 'training')]).toEqual([3, 3]);
});
