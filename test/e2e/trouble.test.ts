/** Trouble between the bot and Discord: what was saved is saved once and told once, and the bot goes on. */
import { describe, expect, test } from 'vitest';
import { type Club, useStage } from './club.ts';
import { ADULT, AGREE, clubWithAnn, directs, joinClub, REMIND } from './people.ts';

const stage = useStage('2026-05-05T15:00:00Z');

const SEND = { method: 'POST', route: '/channels/{channel_id}/messages' };
const ANSWER = { method: 'POST', route: '/interactions/{interaction_id}/{interaction_token}/callback' };

/** A club in which Ann has just trained, so that stretching is due in 30 minutes. */
async function clubThatTrained(): Promise<Club> {
  const club = await stage.setUpClub();
  await joinClub(club.ann, { ...ADULT, 'Do you agree?': [AGREE, REMIND] });
  await club.ann.run('/log type:tempo');
  return club;
}

describe('an answer that is lost after Discord has done what was asked', () => {
  test.each([
    ['once: asked again at once', 1],
    ['twice: asked again after seconds', 2],
    ['four times: asked again and again', 4],
  ])('of a reminder, %s, and it is seen once', async (_, times) => {
    const { ann } = await clubThatTrained();
    stage.sandbox.faults.next(SEND, 'lost-answer', times);
    await stage.pass(30);
    for (let tries = 0; tries < 3; tries += 1) await stage.pass(0.25);
    expect(directs(ann)).toHaveLength(1);
    expect(stage.sandbox.faults.pending()).toBe(0);
  });

  test('of a command: it is saved once and answered once', async () => {
    const club = await clubWithAnn(stage);
    stage.sandbox.faults.next(ANSWER, 'lost-answer');
    expect((await club.ann.run('/log type:tempo')).text).toContain('**Saved: Tempo**');
    expect(stage.kept(club).sessions).toBe(1);
    expect(club.ann.messages('training')).toHaveLength(2);
  });
});

describe('a limit', () => {
  test.each(['user', 'shared'] as const)(
    'of the %s, half a minute: waited for, and seen once',
    async (scope) => {
      const { ann } = await clubThatTrained();
      const { rateLimited } = stage.sandbox.counts();
      stage.sandbox.faults.next(SEND, { kind: '429', scope, retryAfter: 30 });
      await stage.pass(30);
      await stage.pass(0.45);
      expect(directs(ann)).toEqual([]);
      await stage.pass(0.1);
      expect(directs(ann)).toHaveLength(1);
      await stage.pass(5);
      expect(directs(ann)).toHaveLength(1);
      expect(stage.sandbox.counts().rateLimited).toBe(rateLimited + 1);
    },
  );

  test('of the whole bot: nobody’s reminder leaves before it is over, commands are answered', async () => {
    const { ann, ben } = await clubThatTrained();
    await joinClub(ben, { ...ADULT, 'Do you agree?': [AGREE, REMIND] });
    await ben.run('/log type:tempo');
    const { rateLimited } = stage.sandbox.counts();
    stage.sandbox.faults.next(SEND, { kind: '429', scope: 'global', retryAfter: 1 });
    const sending = stage.pass(30);
    expect((await ann.run('/me')).kind).toBe('message');
    await sending;
    expect([ann, ben].map((person) => directs(person).length)).toEqual([1, 1]);
    expect(stage.sandbox.counts().rateLimited).toBe(rateLimited + 1);
  });
});

describe('a server error', () => {
  test.each([
    ['for a moment', 1, 0.1],
    ['for a minute', 8, 2],
  ])('%s: the reminder comes after it, once', async (_, times, minutes) => {
    const { ann } = await clubThatTrained();
    stage.sandbox.faults.next(SEND, '500', times);
    await stage.pass(30);
    for (let waited = 0; waited < minutes; waited += 0.1) await stage.pass(0.1);
    expect(directs(ann)).toHaveLength(1);
    expect(stage.sandbox.faults.pending()).toBe(0);
  });

  test('for a command: it is saved once and answered', async () => {
    const club = await clubWithAnn(stage);
    stage.sandbox.faults.next(ANSWER, '500');
    expect((await club.ann.run('/log type:tempo')).text).toContain('**Saved: Tempo**');
    expect(stage.kept(club).sessions).toBe(1);
  });
});

describe('a slow Discord', () => {
  test('that takes a message late keeps no command waiting, and the message is seen once', async () => {
    const { ann } = await clubThatTrained();
    stage.sandbox.faults.next(SEND, { kind: 'slow', ms: 300 });
    const sending = stage.pass(30);
    expect((await ann.run('/log type:mobility')).text).toContain('**Saved: Mobility**');
    await sending;
    await stage.pass(2);
    expect(directs(ann)).toHaveLength(1);
  });

  test('that takes an answer late shows it once', async () => {
    const club = await clubWithAnn(stage);
    stage.sandbox.faults.next(ANSWER, { kind: 'slow', ms: 300 });
    expect((await club.ann.run('/log type:tempo')).text).toContain('**Saved: Tempo**');
    expect(stage.kept(club).sessions).toBe(1);
  });
});

describe('the gateway', () => {
  test('drops: it is taken up again, the next command is answered, and what is due comes once', async () => {
    const { ann } = await clubThatTrained();
    const { resumed, identified } = stage.sandbox.counts();
    stage.sandbox.faults.dropGateway();
    await stage.pass(30);
    expect((await ann.run('/log type:mobility')).text).toContain('**Saved: Mobility**');
    expect(directs(ann)).toHaveLength(1);
    expect(stage.sandbox.counts().resumed).toBeGreaterThan(resumed);
    expect(stage.sandbox.counts().identified).toBe(identified);
  });

  test('refuses to RESUME: the bot identifies anew, commands work, and nothing comes twice', async () => {
    const { ann, dana } = await clubThatTrained();
    const { identified, resumed } = stage.sandbox.counts();
    stage.sandbox.faults.refuseResume();
    stage.sandbox.faults.dropGateway();
    await stage.pass(30);
    expect(directs(ann)).toHaveLength(1);
    await expect.poll(() => stage.sandbox.counts().identified).toBe(identified + 1);
    expect((await ann.run('/log type:mobility')).text).toContain('**Saved: Mobility**');
    expect((await dana.run('/setup')).text).not.toContain('cannot post');
    await stage.pass(5);
    expect(directs(ann)).toHaveLength(1);
    expect(stage.sandbox.counts().resumed).toBe(resumed);
  });
});

test('a coach who loses the role reads no summary any more, and who gets it does', async () => {
  const { guild, ann, carl } = await clubWithAnn(stage);
  guild.takeRole('Carl', 'Coach');
  expect((await carl.run('/team summary')).text).toContain('Only coaches can do this.');
  guild.giveRole('Ann', 'Coach');
  expect((await ann.run('/team summary')).text).toContain('no news so far');
});
