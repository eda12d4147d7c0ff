/** `/team board`: who is how now, as each athlete shares it. */
import { expect, test } from 'vitest';
import type { Actor, Answer } from '../../sandbox/sandbox.ts';
import { useStage } from './club.ts';
import { customIdOf, joinClub, noneOfThese, pressLate, recordOf, shown } from './people.ts';

// A Monday in Berlin, 18:00.
const stage = useStage('2026-05-04T16:00:00Z');

const SHARING = 'What may your coaches see?';

async function hurts(person: Actor, typed: string): Promise<Answer> {
  return await noneOfThese(person, await person.run(`/pain ${typed}`));
}

test('a light is on the board as soon as it is there; Refresh shows it, to coaches alone', async () => {
  const { ann, ben, carl, dana } = await stage.setUpClub();
  await joinClub(ann, { [SHARING]: 'Details' });
  await joinClub(ben, { 'How old are you?': '13 to 15' });
  const board = await carl.run('/team board');
  expect(board.text).toMatchInlineSnapshot(`
    "**Board, Mon 4 May 18:00**
    -# No news
    [Refresh]"
  `);
  expect(board.ephemeral).toBe(true);
  await ann.run('/log type:tempo work:10x100');
  await hurts(ann, 'area:low-back start:1 now:4 rep:6');
  await hurts(ben, 'area:low-back start:1 now:7');
  await stage.pass(5);
  await carl.press(board, 'Refresh');
  expect(shown(carl, board)).toMatchInlineSnapshot(`
    "**Board, Mon 4 May 18:05**
    - @Ann: **🔴 RED**, new: low back 1 → 4 from rep 6 · trained · told to stop
    -# No news of anybody else
    [Refresh]"
  `);
  expect((await dana.run('/team board')).text).toContain('Only coaches can do this.');
});

test('the next day what is open stays, with its day, until it is resolved', async () => {
  const { ann, carl } = await stage.setUpClub();
  await joinClub(ann);
  const light = await hurts(ann, 'area:left-calf start:3 now:3');
  await stage.at('2026-05-05T05:00:00Z');
  expect((await carl.run('/team board')).text).toMatchInlineSnapshot(`
    "**Board, Tue 5 May 07:00**
    - @Ann: **🟠 AMBER** (Mon 4 May)
    -# No news of anybody else
    [Refresh]"
  `);
  await ann.press(light, 'Resolved');
  expect((await carl.run('/team board')).text).toContain('-# No news\n');
});

test('a warning sign is told as “see a clinician” where details are shared, without the sign, until it is reviewed', async () => {
  const { ann, carl } = await stage.setUpClub();
  await joinClub(ann, { [SHARING]: 'Details' });
  const light = recordOf(await ann.run('/pain area:low-back start:1 now:2'));
  await pressLate(ann, light, customIdOf(light, 'pain:screen'));
  expect((await carl.run('/team board')).text).toMatchInlineSnapshot(`
    "**Board, Tue 5 May 07:00**
    - @Ann: **🔴 RED**, new: low back 1 → 2 · told to stop and see a clinician
    -# No news of anybody else
    [Refresh]"
  `);
  await stage.at('2026-05-25T05:00:00Z');
  expect((await carl.run('/team board')).text).toContain(
    '**🔴 RED** (Tue 5 May) · told to stop and see a clinician',
  );
  await joinClub(ann, { [SHARING]: 'Light only' });
  expect((await carl.run('/team board')).text).toContain('**🔴 RED** (Tue 5 May) · told to stop\n');
  await joinClub(ann, { [SHARING]: 'Only me' });
  expect((await carl.run('/team board')).text).not.toContain('@Ann');
  await joinClub(ann, { [SHARING]: 'Details' });
  await ann.press(await ann.press(light, 'A clinician has reviewed it'), 'Yes, a clinician has reviewed it');
  expect((await carl.run('/team board')).text).toContain('-# No news\n');
});
