/** Sets of exercises when something stands against them, and buttons that are pressed late, twice, or by somebody else. */
import { expect, test } from 'vitest';
import type { Actor } from '../../sandbox/sandbox.ts';
import { useStage } from './club.ts';
import {
  clubWithAnn,
  customIdOf,
  joinClub,
  noneOfThese,
  pressLate,
  recordOf,
  saysNo,
  setReminder,
  shown,
} from './people.ts';

const stage = useStage('2026-06-01T14:00:00Z');

async function report(person: Actor, pain: string): Promise<void> {
  await noneOfThese(person, await person.run(`/pain ${pain}`));
}

test('with an open warning sign there are no exercises, until a clinician has reviewed it', async () => {
  const { ann } = await clubWithAnn(stage);
  const core = await ann.run('/core');
  await ann.press(await ann.run('/pain area:low-back now:1 start:1'), 'Yes, in A');
  const refused = await ann.run('/core');
  expect(refused.text).toMatchInlineSnapshot(`
    "**No exercises while a warning sign is open.**
    Stop now and get help. Call 999, 112 or 911, or go to the nearest emergency room. Do not wait for a coach or a doctor’s visit. Do not drive yourself. If you are under 18, tell the nearest adult right now.
    Has a doctor or physio looked at it? Then tell me, and ask again.
    [A clinician has reviewed it]"
  `);
  expect((await ann.run('/stretch')).text).toBe(refused.text);
  await ann.press(core, 'Harder');
  expect(shown(ann, core)).toBe(refused.text);
  const question = await ann.press(refused, 'A clinician has reviewed it');
  await ann.press(question, 'Yes, a clinician has reviewed it');
  // The day was red, though.
  expect((await ann.run('/core')).text).toContain('**Today was red: no core work.**');
  await stage.pass(24 * 60);
  expect((await ann.run('/core')).text).toContain('**Core work, Tue 2 Jun**');
});

test.each([
  ['red', '/core', 'area:left-calf now:6 start:1', '**Today was red: no core work.** Walk a little.'],
  ['red', '/stretch', 'area:left-calf now:6 start:1', '**Today was red: no stretching.** Walk a little.'],
  ['amber', '/core', 'area:left-calf now:2 start:0', '**Today was amber: no set.** Walk a little.'],
  [
    'tingling',
    '/stretch',
    'area:left-foot now:1 start:1 kind:pins-and-needles',
    '**No stretching with tingling, numbness or shooting pain.**',
  ],
])('after %s today %s prescribes nothing, kindly', async (_, command, pain, opening) => {
  const { ann } = await clubWithAnn(stage);
  await report(ann, pain);
  const { text } = await ann.run(command);
  expect(text.slice(0, opening.length)).toBe(opening);
  expect(text).toContain('Rest counts too, and nothing is lost.');
  expect(text).not.toContain('[Done]');
});

test('a warning-sign question left open comes first', async () => {
  const { ann } = await clubWithAnn(stage);
  await ann.run('/pain area:low-back now:1 start:1');
  expect((await ann.run('/core')).text).toContain('First your pain report: a question in it is open.');
});

test('yesterday’s pain of 4 still counts until it is said to be better', async () => {
  const { ann } = await clubWithAnn(stage);
  await report(ann, 'area:left-calf now:4 start:4');
  await stage.pass(24 * 60);
  expect((await ann.run('/core')).text).toMatchInlineSnapshot(`
    "**No core work at pain 4** (Left calf, Tue 2 Jun). Exercises need 2 or less.
    Walk a little. Easy mobility only if it does not hurt. Better now? \`/pain\` tells me."
  `);
  await report(ann, 'area:left-calf now:1 start:1');
  expect((await ann.run('/core')).text).toContain('1. **');
});

test('with low-back pain of 1 nothing arches the back, unless Ann says that arching is fine', async () => {
  const { ann } = await clubWithAnn(stage);
  await report(ann, 'area:low-back now:1 start:1');
  const core = await ann.run('/core');
  expect(core.text).not.toMatch(/bridge, neutral|Glute bridge|Bird dog|Front plank/);
  await ann.press(core, 'Kit, time, back');
  await ann.press(core, 'Arching is fine');
  expect(shown(ann, core)).toMatch(/bridge, neutral|Glute bridge|Bird dog|Front plank/);
});

test('three easy sets raise the level; a red day takes it down once, and stretching has a level of its own', async () => {
  const { ann } = await clubWithAnn(stage);
  const levels: string[] = [];
  for (let day = 0; day < 6; day += 1) {
    const core = await ann.run('/core');
    levels.push(/level \d|red/.exec(core.text)?.[0] ?? '');
    if (day < 3) {
      await ann.press(core, 'Done');
      await ann.press(core, 'Easy');
    }
    // On the fourth day the calf turns red after the set, and is better the day after.
    if (day === 3) await report(ann, 'area:left-calf now:6 start:1');
    await stage.pass(24 * 60);
    if (day === 3) await report(ann, 'area:left-calf now:0 start:0');
  }
  expect(levels).toEqual(['level 1', 'level 1', 'level 1', 'level 2', 'level 1', 'level 1']);
  expect((await ann.run('/stretch')).text).toContain('level 1');
});

test('while yesterday’s pain of 4 is the last that was said, a reminder names no exercise', async () => {
  const { ann } = await clubWithAnn(stage);
  await setReminder(ann, 'core', { days: 'daily', time: '16:00' });
  await report(ann, 'area:left-calf now:4 start:4');
  await stage.pass(24 * 60);
  const reminder = await ann.next('direct');
  expect(ann.read(reminder)).toBe(
    '**Core work today?** Easy mobility, only if it does not hurt. Rest counts too.\n[Done]\n<Remind me later: 10 min | 1 h | After dinner | Tomorrow>',
  );
});

test('a set is one: asked for twice at once, done twice at once, and after a restart', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const [one, two] = await Promise.all([ann.run('/core'), ann.run('/core')]);
  expect(one.text).toBe(two.text);
  await stage.restart();
  await ann.pressTwice(one, 'Done');
  await ann.press(two, 'Done');
  expect(stage.kept(club).marks).toBe(1);
  await ann.pressTwice(one, 'Hard');
  expect(shown(ann, one)).toContain('Hard. The level stays');
  await ann.press(two, 'Easy');
  expect(shown(ann, two)).toContain('Hard. The level stays');
  expect((await ann.run('/core')).text).toContain('done ✓');
});

test('buttons of yesterday change nothing, and say where today’s set is; Done holds past midnight', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const [core, again] = [await ann.run('/core'), await ann.run('/core')];
  await stage.pass(24 * 60);
  await ann.press(core, 'Swap one');
  expect(shown(ann, core)).toMatch(/^That set was for .+\. Nothing was changed\. `\/core` gives today’s\.$/);
  await ann.press(again, 'Done');
  expect(stage.kept(club).marks).toBe(1);
});

test('Done on the reminder finishes the set that it opened: one entry, with “How was it?” in the direct message', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  await setReminder(ann, 'core', { days: 'daily', time: '16:00' });
  await stage.pass(24 * 60);
  const reminder = await ann.next('direct');
  const set = await ann.press(reminder, 'Show the set');
  await ann.pressTwice(reminder, 'Done');
  expect(ann.read(reminder)).toMatchInlineSnapshot(`
    "**Core work: done. Noted.** How was it?
    (Done ✓)
    [Easy] [Right] [Hard]"
  `);
  expect((await ann.run('/core')).text).toContain('done ✓');

  expect((await ann.run('/history')).text).toMatchInlineSnapshot(`
    "**Today, Fri 12 Jun** · Core set done · 10 min
    <Look, edit or delete: Fri 12 Jun · Core set done · 10 min>"
  `);
  expect(stage.kept(club).marks).toBe(1);
  await ann.press(reminder, 'Easy');
  expect(ann.read(reminder)).toMatchInlineSnapshot(
    `"**Core work: done. Noted.** Easy. 2 more easy sets, and the level goes up."`,
  );
  await ann.press(set, 'Done');
  expect(shown(ann, set)).toBe('**Core work: done. Noted.**');
});

test('an “easy” that comes a day late still counts', async () => {
  const { ann } = await clubWithAnn(stage);
  const levels: string[] = [];
  for (let day = 0; day < 5; day += 1) {
    const core = await ann.run('/core');
    levels.push(/level \d/.exec(core.text)?.[0] ?? '');
    await ann.press(core, 'Done');
    await stage.pass(24 * 60);
    await ann.run('/core');
    await ann.press(core, 'Easy');
    if (day === 0) expect(shown(ann, core)).toContain('Easy. 2 more easy sets, and the level goes up.');
  }
  // The third answer came when the fourth set was handed out, so the fifth is the harder one.
  expect(levels).toEqual(['level 1', 'level 1', 'level 1', 'level 1', 'level 2']);
});

test('nobody else can press, and after the diary is deleted the buttons say that it is gone', async () => {
  const club = await clubWithAnn(stage);
  const { ann, ben } = club;
  await joinClub(ben);
  const core = recordOf(await ann.run('/core'));
  const done = customIdOf(core, 'core:done');
  const no = await saysNo(stage, club, () => pressLate(ben, core, done));
  expect(no.text).toContain('This belongs to somebody else.');
  await ann.press(await ann.press(await leaving(ann), 'Delete my diary'), 'Yes, delete it for good');
  expect((await pressLate(ann, core, done)).text).toContain('That entry is gone');
});

/** Ann unticks her consent. */
async function leaving(ann: Actor) {
  return await ann.submit(await ann.run('/join'), { 'Do you agree?': [] });
}
