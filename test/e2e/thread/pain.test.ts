/** What was asked in the thread about pain, and what the bot does. */
import { expect, test } from 'vitest';
import { useStage } from '../club.ts';
import { clubWithAnn, joinClub, noneOfThese, shown } from '../people.ts';

const stage = useStage('2026-05-05T15:00:00Z');

test('“tightening which grows into pain as the session progresses”: amber while it is tight, red once it hurts', async () => {
  const { ann } = await clubWithAnn(stage);
  await ann.run('/log type:tempo work:2x10x100 @17.5 r45');
  const tight = await noneOfThese(
    ann,
    await ann.run('/pain area:low-back kind:tightness start:0 now:1 growing:true rep:6'),
  );
  expect(shown(ann, tight).split('\n').slice(0, 5)).toEqual([
    '🟠 AMBER: ease off',
    '**Low back** · pain 0 → 1 · growing · tightness · from rep 6 (600 m)',
    '',
    'Finish the rep, walk 5 minutes, rate again. Not within 1 point of 0? End the running.',
    'Bike or pool tempo is fine if it does not hurt. Tempo is recovery work: little is lost.',
  ]);
  await stage.pass(10);
  const page = await ann.run('/pain area:low-back kind:ache now:4 growing:true rep:12');
  expect(page.text.split('\n')[0]).toBe('**Stop running for now**, until you have answered this.');
  expect(
    shown(ann, await noneOfThese(ann, page))
      .split('\n')
      .slice(0, 6),
  ).toEqual([
    '🔴 RED: stop running for today',
    '**Low back** · pain 0 → 4 · growing · ache · from rep 12 (1,200 m)',
    '',
    'End the running today. Walk. Easy mobility only if it does not hurt.',
    'Tell your coach now; the colour is in the summary too.',
    'Why: Pain 4 is at or above 3, and up 4 since the start. Club rule 5 of 7: fixed, not medical evidence.',
  ]);
});

test('“should I stop the session?”: three taps and at most one more to a light, and the coach sees the colour', async () => {
  const club = await clubWithAnn(stage);
  const { ann, ben, carl } = club;
  await joinClub(ben, { 'How old are you?': '13 to 15' });
  const asked = await ann.run('/should-i-stop');
  expect(asked.text).toMatchInlineSnapshot(`
    "**Low back**: how much when this session began?
    -# 0 no pain, 10 worst imaginable
    [0] [1] [2] [3]
    [4] [5] [6] [7]
    [8] [9] [10]
    <Somewhere else?: Low back | Upper back | Neck | Pelvis | Left buttock | Right buttock | Left hip | Right hip | Left groin | Right groin | Left hamstring | Right hamstring | Left quad | Right quad | Left knee | Right knee | Left shin | Right shin | Left calf | Right calf | Left Achilles | Right Achilles | Left foot | Right foot>"
  `);
  await ann.press(asked, '1');
  expect(shown(ann, asked)).toMatchInlineSnapshot(`
    "**Low back**: 1 at the start. How much **now**?
    -# 0 no pain, 10 worst imaginable
    [0] [1] [2] [3]
    [4] [5] [6] [7]
    [8] [9] [10]
    <Somewhere else?: Low back | Upper back | Neck | Pelvis | Left buttock | Right buttock | Left hip | Right hip | Left groin | Right groin | Left hamstring | Right hamstring | Left quad | Right quad | Left knee | Right knee | Left shin | Right shin | Left calf | Right calf | Left Achilles | Right Achilles | Left foot | Right foot>
    [Start was 1: change]"
  `);
  await ann.press(asked, '4');
  expect(shown(ann, asked)).toMatchInlineSnapshot(`
    "**Low back**: 1 at the start, 4 now. How is it?
    [Steady] [Growing]
    [Limping or stride changed]
    [Leg numb, tingling or weak]
    [Back]"
  `);
  await ann.press(asked, 'Growing');
  expect(shown(ann, asked)).toContain('[Yes, in A] [Yes, in B] [Yes, in C] [None of these]');
  await ann.press(asked, 'None of these');
  expect(shown(ann, asked)).toMatchInlineSnapshot(`
    "🔴 RED: stop running for today
    **Low back** · pain 1 → 4 · growing

    End the running today. Walk. Easy mobility only if it does not hurt.
    Tell your coach now; the colour is in the summary too.
    Why: Pain 4 is at or above 3, and up 3 since the start. Club rule 5 of 7: fixed, not medical evidence.
    What changes it: Rest, and a new report on another day. No coach can change a red.
    Training diary, not medical advice; it cannot diagnose. The light is a fixed rule on the numbers you enter. If worried, stop and ask a professional; in an emergency call your local number. Nobody monitors this bot.
    [Update] [Better] [Same] [Worse] [Resolved]"
  `);
  expect(stage.kept(club)).toMatchObject({ reports: 1, screens: 1 });

  // Ben, 15, shares nothing: the same taps, and his coach reads only Ann's colour.
  const bens = await ben.run('/should-i-stop');
  for (const tap of ['0', '5', 'Limping or stride changed', 'None of these']) await ben.press(bens, tap);
  expect(shown(ben, bens)).toContain('Your coach sees nothing of this: tell them yourself.');
  const summary = (await carl.run('/team summary')).text;
  expect(summary).toContain('@Ann: **🔴 RED**');
  expect(summary).not.toContain('@Ben');
});

test('“tightness of hips, legs and lower back”: areas with their sides, and tightness as its own kind', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const areas = await ann.complete('/pain area:l hip', 'area');
  expect(areas.map(({ name }) => name)).toContain('Left hip');
  for (const [typed, label] of [
    ['right hip', 'Right hip'],
    ['left hamstring', 'Left hamstring'],
    ['lower back', 'Low back'],
  ]) {
    const answer = await ann.run(`/pain area:${typed} start:1 now:1 kind:tightness`);
    expect(
      shown(ann, await noneOfThese(ann, answer))
        .split('\n')
        .slice(0, 2),
    ).toEqual(['🟢 GREEN: carry on', `**${label}** · pain 1 → 1 · tightness`]);
  }
  expect(stage.kept(club)).toMatchObject({ reports: 3, screens: 3 });
});

test('“fractured vertebra”: pain of 1 is red until a clinician has cleared it', async () => {
  const club = await stage.setUpClub();
  const { ann } = club;
  const history = 'Have you ever broken a vertebra (back bone)?';
  await joinClub(ann, { [history]: 'Yes, and I am not cleared yet' });
  const page = await ann.run('/pain area:low-back start:1 now:1');
  expect(page.text.split('\n')[0]).toBe('**Stop running for now**, until you have answered this.');
  expect(page.text).toContain('- This pain is new, or it is where you broke a bone in your spine');
  const red = shown(ann, await noneOfThese(ann, page));
  expect(red).toContain('🔴 RED: stop running for today');
  expect(red).toContain('Why: Pain 1 with a broken vertebra that is not cleared.');

  await stage.pass(24 * 60);
  await joinClub(ann, { [history]: 'Yes, and a clinician has cleared me to run' });
  const cleared = await ann.run('/pain area:low-back start:1 now:1');
  expect(cleared.text).toContain('🟢 GREEN: carry on');
});
