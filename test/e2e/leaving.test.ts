/** Whom a club lets in where, and how somebody gets out. */
import { expect, test } from 'vitest';
import { useStage } from './club.ts';
import { AGREE, clubWithAnn, joinClub } from './people.ts';

const stage = useStage('2026-05-11T14:00:00Z');

const EMPTY = { athletes: 0, sessions: 0, reports: 0, screens: 0, marks: 0, reminders: 0, waiting: 0 };

test('a summary that everybody could read is refused, and the channel is named', async () => {
  const { dana } = stage.openClub();
  expect((await dana.run('/setup summary-channel:#training')).text).toMatchInlineSnapshot(`
    "**summary-channel**: everybody in the server can read #training. Choose a channel that only coaches can read, or take View Channel from @everyone there.
    Nothing was saved. You typed: \`/setup summary-channel:#training\`"
  `);
});

test('everybody as coach is refused', async () => {
  const { dana } = stage.openClub();
  const answer = await dana.run('/setup coach-role:@everyone');
  expect(answer.text).toContain('**coach-role**: @everyone is everybody in the server.');
});

test('a member who unticks “I agree” keeps the diary, or deletes it with two presses', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  await ann.run('/log type:tempo work:10x100');
  await ann.run('/pain area:left-elbow now:1 start:1');
  const refused = await ann.submit(await ann.run('/join'), { 'Do you agree?': [] });
  expect(refused.text).toMatchInlineSnapshot(`
    "You did not tick “I agree”, so nothing was saved. \`/join\` opens the form again.
    Your diary is as it was. To stop, delete it.
    [Back to the form] [Delete my diary]"
  `);
  expect(stage.kept(club).sessions).toBe(1);
  const question = await ann.press(refused, 'Delete my diary');
  const left = await ann.press(question, 'Yes, delete it for good');
  expect(left.text).toBe('Deleted. Nothing of yours is kept in this club. `/join` starts afresh.');
  expect(stage.kept(club)).toEqual(EMPTY);
  expect((await ann.run('/log type:tempo')).kind).toBe('modal');
});

test('a member who turns out to be under 13: the diary is deleted', async () => {
  const club = await stage.setUpClub();
  await joinClub(club.ben, { 'How old are you?': '13 to 15' });
  await club.ben.run('/log type:tempo');
  const answer = await club.ben.submit(await club.ben.run('/join'), {
    'How old are you?': 'Under 13',
    'Do you agree?': [AGREE],
  });
  expect(answer.text).toContain('Nothing was kept.');
  expect(stage.kept(club)).toEqual(EMPTY);
});
