/** People who are due for the same thing in one channel at one minute get one message; each answers it alone. */
import { expect, test } from 'vitest';
import { useStage } from '../club.ts';
import { joinClub, noneOfThese, setReminder, setStretching, shown } from '../people.ts';

// A Monday morning; every test takes a day of its own, and the clock moves forward only.
const stage = useStage('2026-05-04T06:00:00Z');

const CORE = { days: 'daily', time: '18:00' };

/** A club of Ann, Ben and Carl, of whom Ann and Ben have core work in one channel at 18:00. */
async function trainingTogether() {
  const club = await stage.setUpClub();
  const { ann, ben, carl } = club;
  for (const person of [ann, ben, carl]) await joinClub(person);
  for (const person of [ann, ben]) await setReminder(person, 'core', CORE, 'where:here');
  return club;
}

test('one message names both; each presses Done alone, and nobody else can', async () => {
  const club = await trainingTogether();
  const { ann, ben, carl } = club;
  await stage.at('2026-05-04T16:00:00Z');
  const reminder = await ann.next('training');
  const before = ann.read(reminder);
  expect(before).toMatchInlineSnapshot(`
    "@Ann @Ben
    **Core work today.** 10 minutes count. Stop anything that hurts.
    [Done] [Show the set]
    <Remind me later: 10 min | 1 h | After dinner | Tomorrow>"
  `);

  const foreign = await carl.press(reminder, 'Done');
  expect(foreign.ephemeral).toBe(true);
  expect(foreign.text).toContain('This belongs to somebody else');
  expect((await carl.press(reminder, 'Show the set')).text).toContain('This belongs to somebody else');
  expect(stage.kept(club).marks).toBe(0);

  const [anns, bens] = await Promise.all([ann.press(reminder, 'Done'), ben.press(reminder, 'Show the set')]);
  expect(anns.ephemeral).toBe(true);
  expect(anns.text).toBe('**Core work: done. Noted.**');
  expect(bens.text).toContain('Dead bug');
  await Promise.all([ann.press(reminder, 'Done'), ben.press(reminder, 'Done')]);
  expect(stage.kept(club).marks).toBe(2);
  expect(ann.read(reminder)).toBe(before);
});

test('who has done it already, or has pain, is not named, and nothing says so', async () => {
  const { ann, ben, carl } = await trainingTogether();
  await setReminder(carl, 'core', CORE, 'where:here');
  await stage.at('2026-05-05T12:00:00Z');
  await ann.run('/log type:core minutes:20');
  await noneOfThese(carl, await carl.run('/pain area:low-back now:7 start:1'));
  await stage.at('2026-05-05T16:00:00Z');
  const reminder = await ben.next('training');
  expect(ben.read(reminder)).toBe(
    '@Ben **Core work today.** 10 minutes count. Stop anything that hurts.\n[Done] [Show the set]\n<Remind me later: 10 min | 1 h | After dinner | Tomorrow>',
  );
  expect((await ann.press(reminder, 'Done')).text).toContain('This belongs to somebody else');
  await ben.press(reminder, 'Done');
  expect(ben.read(reminder)).toBe('**Core work: done. Noted.**\n(Done ✓)');
});

test('after the same session both are asked to stretch at once, and a later one by himself', async () => {
  const { ann, ben, carl } = await stage.setUpClub();
  await stage.at('2026-05-06T10:00:00Z');
  for (const person of [ann, ben, carl]) {
    await joinClub(person);
    await setStretching(person, 20, 'where:here');
  }
  for (const person of [ann, ben]) await person.run('/log type:tempo');
  await stage.pass(2);
  await carl.run('/log type:tempo');
  await stage.pass(18);
  const reminder = await ben.next('training');
  expect(ben.read(reminder)).toMatchInlineSnapshot(`
    "@Ann @Ben
    **Time to stretch.** 4 to 6 minutes count.
    [Done] [Show the set]
    <Remind me later: 10 min | 1 h | After dinner | Tomorrow>"
  `);
  for (const person of [ann, ben]) {
    expect(shown(person, await person.press(reminder, 'Done'))).toBe('**Stretching: done. Noted.**');
  }
  expect((await carl.press(reminder, 'Done')).text).toContain('This belongs to somebody else');
  await stage.pass(2);
  expect(carl.transcript('training').split('\n').slice(-3)).toEqual([
    'Backstraight: @Carl **Time to stretch.** 4 to 6 minutes count.',
    '[Done] [Show the set]',
    '<Remind me later: 10 min | 1 h | After dinner | Tomorrow>',
  ]);
});
