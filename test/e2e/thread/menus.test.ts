/** What the thread asks about exercises, and what the bot gives: read it as what Ann sees. */
import { expect, test } from 'vitest';
import type { Actor, Answer } from '../../../sandbox/sandbox.ts';
import { useStage } from '../club.ts';
import { AGREE, clubWithAnn, directs, joinClub, REMIND, shown } from '../people.ts';

// A Monday, 18:00 in Berlin; the clock moves forward only.
const stage = useStage('2026-05-04T16:00:00Z');

const DAY = 24 * 60;

/** Names of the exercises of a set, in order. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/^\d\. \*\*(.+?)\*\*/gm)].map(([, name = '']) => name);
}

async function setKit(person: Actor, answer: Answer, ...kit: string[]): Promise<void> {
  await person.press(answer, 'Kit, time, back');
  await person.choose(answer, 'What do you have?', ...kit);
}

test('“What are some suggested remedies?”: core work and stretching, by level, kit and time', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const core = await ann.run('/core');
  expect(core.text).toMatchInlineSnapshot(`
    "**Core work, Mon 4 May** · level 1 · about 9 min
    1. **Dead bug** 1×6/side: low back stays put
    2. **Side-lying leg lift** 1×12/side: toe forward
    3. **Glute bridge** 1×10: squeeze, don’t arch
    4. **Front plank** 3×10 s: ribs down
    5. **Side bridge, knees then feet** 3-1-1 × 10 s/side: hips stacked
    6. **Shoulder bridge, neutral** 1×8 (mat): lift as one piece
    At pain 2 or less. Stop if a leg hurts, tingles, goes numb.
    -# Core control and pilates rank well in adults with long-lasting low-back pain (Owen 2020). Level, mix: fixed club rules, not medical evidence.
    picture: 1 Dead bug: on the back, low back flat; one arm reaches past the head, the opposite leg out.
    2 Side-lying leg lift: lying on one side, legs straight, the top leg lifts with the toe to the front.
    3 Glute bridge: on the back, knees bent, hips lifted to a line from shoulders to knees.
    4 Front plank: face down on forearms and toes, one straight line from head to heels.
    5 Side bridge, knees then feet: on one side, propped on the forearm and knees, hips stacked and lifted in line.
    6 Shoulder bridge, neutral: on the back on a mat, knees bent, hips and spine lift as one straight piece.
    [Done] [Swap one] [Not today]
    (Easier) [Harder] [Kit, time, back]"
  `);
  const stretch = await ann.run('/stretch minutes:5');
  expect(stretch.text).toMatchInlineSnapshot(`
    "**Stretching, Mon 4 May** · level 1 · about 5 min
    1. **Side-lying quad** 2×30 s/side: knees together
    2. **Seated trunk turn** 3/side (chair): grow tall, then turn
    3. **Open book** 4/side: knees stay
    4. **Cat–camel** 4 slow cycles (mat): small, easy range
    At pain 2 or less. Stop if a leg hurts, tingles, goes numb.
    -# Stretching is for range and routine, not for faster recovery (Afonso 2021). Level, mix: fixed club rules, not medical evidence.
    picture: 1 Side-lying quad: lying on one side, from above: one hand holds the top foot behind, knees together.
    2 Seated trunk turn: sitting tall on a chair, arms crossed on the chest, the chest turns to one side.
    3 Open book: lying on one side, from above: knees bent and still, the top arm opens to the back.
    4 Cat–camel: on hands and knees, the back rounds a little, then dips a little.
    [Done] [Swap one] [Not today]
    (Easier) [Harder] [Kit, time, back]"
  `);

  await ann.press(core, 'Done');
  expect(shown(ann, core)).toMatchInlineSnapshot(`
    "**Core work: done. Noted.** How was it?
    [Easy] [Right] [Hard]"
  `);
  await ann.press(core, 'Easy');
  expect(shown(ann, core)).toMatchInlineSnapshot(
    `"**Core work: done. Noted.** Easy. 2 more easy sets, and the level goes up."`,
  );
  expect(stage.kept(club).marks).toBe(1);

  // Three easy sets, and the doses grow.
  for (const expected of ['1 more easy set', 'next time the level goes up']) {
    await stage.pass(DAY);
    const next = await ann.run('/core');
    expect(next.text).toContain('level 1');
    await ann.press(next, 'Done');
    await ann.press(next, 'Easy');
    expect(shown(ann, next)).toContain(expected);
  }
  await stage.pass(DAY);
  const higher = await ann.run('/core');
  expect(higher.text).toContain('level 2');

  // Today only: easier, and back.
  await ann.press(higher, 'Easier');
  expect(shown(ann, higher).split('\n')[0]).toContain('level 1, easier today');
  await ann.press(higher, 'Harder');
  expect(shown(ann, higher)).toBe(higher.text);

  // No blame for a set left out, and a way back.
  await ann.press(higher, 'Not today');
  expect(shown(ann, higher)).toMatchInlineSnapshot(`
    "**Not today: fine.** Rest counts too, and nothing is lost. Tomorrow is another day.
    [Show it after all]"
  `);
  await ann.press(higher, 'Show it after all');
  expect(shown(ann, higher)).toBe(higher.text);
});

test('“maybe I will look @ substituting some of them”: swap one for another of its kind', async () => {
  const { ann } = await clubWithAnn(stage);
  const core = await ann.run('/core');
  const before = namesIn(core.text);
  const [first = ''] = before;
  await ann.press(core, 'Swap one');
  expect(shown(ann, core).split('\n').at(-1)).toBe(`<Swap which one?: ${before.join(' | ')}>`);
  await ann.choose(core, 'Swap which one?', first);
  const after = namesIn(shown(ann, core));
  expect(after.slice(1)).toEqual(before.slice(1));
  expect(before).not.toContain(after[0]);
  // Asking again shows the same set, with what was swapped.
  expect(namesIn((await ann.run('/core')).text)).toEqual(after);
});

test('“variety IS the spice of life!”: pilates, gym ball and med ball take turns, and never yesterday’s set', async () => {
  const { ann } = await clubWithAnn(stage);
  await setKit(ann, await ann.run('/core'), 'Mat', 'Gym ball', 'Med ball, 2 to 4 kg');
  const days: string[][] = [];
  for (let day = 0; day < 5; day += 1) {
    days.push(namesIn((await ann.run('/core')).text));
    await stage.pass(DAY);
  }
  expect(days).toMatchInlineSnapshot(`
    [
      [
        "Toe taps",
        "Side-lying leg lift",
        "Shoulder bridge, neutral",
        "Front plank",
        "Side bridge, knees then feet",
        "Glute bridge",
      ],
      [
        "Ball dead bug",
        "Side bridge, knees then feet",
        "Bird dog",
        "Toe taps",
        "Glute bridge",
        "Chest pass",
      ],
      [
        "Chest pass",
        "Side-lying leg lift",
        "Glute bridge",
        "Ball dead bug",
        "Side bridge, knees then feet",
        "Shoulder bridge, neutral",
      ],
      [
        "Front plank",
        "Side-lying leg lift",
        "Glute bridge",
        "McGill curl-up",
        "Side bridge, knees then feet",
        "Shoulder bridge, neutral",
      ],
      [
        "Toe taps",
        "Side-lying leg lift",
        "Shoulder bridge, neutral",
        "Dead bug",
        "Side bridge, knees then feet",
        "Glute bridge",
      ],
    ]
  `);
  days.slice(1).forEach((set, index) => {
    expect(set.toSorted()).not.toEqual(days[index]?.toSorted());
  });
});

test('“a year not allowed to exercise, due to fractured vertebra”: what does not suit it stays out until cleared', async () => {
  const { ann } = await stage.setUpClub();
  await joinClub(ann, { 'Have you ever broken a vertebra (back bone)?': 'Yes, and I am not cleared yet' });
  const core = await ann.run('/core minutes:20');
  await setKit(ann, core, 'Mat', 'Gym ball', 'Med ball, 2 to 4 kg', 'Band', 'Dumbbell');
  expect(namesIn(shown(ann, core))).toMatchInlineSnapshot(`
    [
      "Toe taps",
      "Side bridge, knees then feet",
      "Dead bug",
      "Side-lying leg lift",
      "Ball dead bug",
    ]
  `);
  await stage.pass(DAY);
  const cleared = 'Yes, and a clinician has cleared me to run';
  await joinClub(ann, { 'Have you ever broken a vertebra (back bone)?': cleared });
  expect(namesIn((await ann.run('/core minutes:20')).text)).toMatchInlineSnapshot(`
    [
      "Chest pass",
      "Side-lying leg lift",
      "Shoulder bridge, neutral",
      "Toe taps",
      "Side bridge, knees then feet",
      "Bird dog",
    ]
  `);
});

test('“9pm at night after training ... eating wins every time”: eat first, and 4 to 6 minutes count', async () => {
  const club = await stage.setUpClub();
  const { ann } = club;
  await joinClub(ann, { 'Do you agree?': [AGREE, REMIND] });
  await stage.at('2026-05-20T18:50:00Z');
  const log = await ann.run('/log type:tempo');
  await stage.pass(30);
  const reminder = await ann.next('direct', ({ message }) => message.content.includes('stretch'));
  expect(ann.read(reminder)).toMatchInlineSnapshot(`
    "**It is late: eat first, then stretch.** Or do it on a chair while dinner is on. 4 to 6 minutes count. Never lie down while chewing.
    About 6 min: Figure-4 · Seated hamstring reach · Seated trunk turn.
    [Done] [Show the set]
    <Remind me later: 10 min | 1 h | After dinner | Tomorrow>"
  `);

  // The button opens today's set in the direct message, where no server is named.
  const set = await ann.press(reminder, 'Show the set');
  expect(set.text).toMatchInlineSnapshot(`
    "**Stretching on a chair, Wed 20 May** · level 1 · about 6 min
    Hungry? Eat first, or do this while dinner is on. Never chew lying down. 4 to 6 minutes count.
    1. **Figure-4** 2×30 s/side (chair): tall back
    2. **Seated hamstring reach** 2×30 s/side (chair): hinge at the hip, chest tall
    3. **Seated trunk turn** 3/side (chair): grow tall, then turn
    At pain 2 or less. Stop if a leg hurts, tingles, goes numb.
    -# Stretching is for range and routine, not for faster recovery (Afonso 2021). Level, mix: fixed club rules, not medical evidence.
    picture: 1 Figure-4: sitting tall on a chair, one ankle on the other knee.
    2 Seated hamstring reach: sitting on a chair, one leg straight, leaning from the hip with a long back.
    3 Seated trunk turn: sitting tall on a chair, arms crossed on the chest, the chest turns to one side.
    [Done] [Swap one] [Not today]
    (Easier) [Harder] [Kit, time, back]"
  `);
  await ann.press(set, 'Done');
  expect(shown(ann, set)).toContain('**Stretching: done. Noted.** How was it?');
  const edit = await ann.press(log, 'Date, habits, notes');
  expect(edit.text).toContain('Stretched after? <Yes* |');
  expect(directs(ann).filter((text) => text.includes('eat first, then stretch'))).toHaveLength(1);
});

test('“eat and stretch at the same time”: the set on a chair, while dinner is on', async () => {
  const { ann } = await clubWithAnn(stage);
  const late = await ann.run('/stretch');
  expect(late.text).toContain('**Stretching on a chair');
  expect(late.text).toContain('do this while dinner is on. Never chew lying down. 4 to 6 minutes count.');
  const minutes = Number(/about (\d+) min/.exec(late.text)?.[1]);
  expect(minutes).toBeGreaterThanOrEqual(4);
  expect(minutes).toBeLessThanOrEqual(6);
  // By day it can be asked for.
  await stage.at('2026-05-21T12:00:00Z');
  expect((await ann.run('/stretch')).text).toContain('**Stretching, Thu 21 May**');
  expect((await ann.run('/stretch seated:true')).text).toContain('**Stretching on a chair, Thu 21 May**');
});
