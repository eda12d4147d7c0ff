/** Trouble between the bot and Discord: what was saved is saved once and told once, and the bot goes on. */
import { expect, test } from 'vitest';
import { useStage } from './club.ts';
import { ADULT, AGREE, clubWithAnn, directs, joinClub, noneOfThese, REMIND } from './people.ts';

const stage = useStage('2026-05-05T15:00:00Z');

const MESSAGES = '/channels/{channel_id}/messages';

test.each(['lost-answer', '500', '429'] as const)(
  'a reminder comes once, whatever Discord says first: %s',
  async (fault) => {
    const { ann } = await stage.setUpClub();
    await joinClub(ann, { ...ADULT, 'Do you agree?': [AGREE, REMIND] });
    await ann.run('/log type:tempo');
    stage.sandbox.faults.next({ route: MESSAGES, method: 'POST' }, fault);
    await stage.pass(30);
    await stage.pass(2);
    expect(directs(ann)).toHaveLength(1);
    expect(stage.sandbox.faults.pending()).toBe(0);
  },
);

test('a gateway that drops is taken up again, and the next command is answered', async () => {
  const { ann } = await clubWithAnn(stage);
  const { resumed } = stage.sandbox.counts();
  stage.sandbox.faults.dropGateway();
  expect((await ann.run('/log type:tempo')).text).toContain('**Saved: Tempo**');
  expect(stage.sandbox.counts().resumed).toBeGreaterThan(resumed);
});

test('the bot thrown out of a server and let in again keeps what it had', async () => {
  const club = await clubWithAnn(stage);
  await noneOfThese(club.ann, await club.ann.run('/pain area:low-back now:1 start:1'));
  const before = stage.kept(club);
  club.guild.removeBot();
  club.guild.addBot();
  expect((await club.ann.run('/log type:tempo')).text).toContain('**Saved: Tempo**');
  expect(stage.kept(club)).toEqual({ ...before, sessions: 1 });
});

test('a coach who loses the role reads no summary any more, and who gets it does', async () => {
  const { guild, ann, carl } = await clubWithAnn(stage);
  guild.takeRole('Carl', 'Coach');
  expect((await carl.run('/team summary')).text).toContain('Only coaches can read this.');
  guild.giveRole('Ann', 'Coach');
  expect((await ann.run('/team summary')).text).toContain('**Summary of');
});
