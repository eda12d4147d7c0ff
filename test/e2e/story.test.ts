import { expect, test } from 'vitest';
import { setUp, useStage } from './club.ts';

const stage = useStage('2026-05-04T16:00:00Z');

test('the main job: a club logs, hurts, is reminded, and its coach reads the summary', async () => {
  const club = stage.openClub();
  const { ann, ben, carl, dana } = club;
  await setUp(club);
  console.log(dana.transcript());
  const form = await ann.run('/log type:tempo work:2x10x100 @17.5 r45 warmup:none');
  console.log(form.text);
  const joined = await ann.submit(form, {
    'How old are you?': '18 or older',
    'Have you ever broken a vertebra (back bone)?': 'No',
    'Do you agree?': ['I agree that my entries are kept', 'Remind me by direct message'],
  });
  console.log(ann.transcript());
  const pain = await ann.run('/pain area:low-back start:1 now:4 growing:true rep:6');
  let answer = await ann.press(pain, 'None of these');
  answer = await ann.press(answer, 'None of these');
  answer = await ann.press(answer, 'None of these');
  console.log(answer.text);
  await stage.pass(30);
  console.log(ann.transcript('direct'));
  await stage.at('2026-05-05T05:30:00Z');
  console.log(carl.transcript('coaches'));
  expect(joined.kind).toBe('message');
  void ben;
});
