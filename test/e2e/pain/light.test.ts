/** `/pain`: numbers in, a light out (handbook §1), with its rule, what to do now, and what changes it. */
import { expect, test } from 'vitest';
import { useStage } from '../club.ts';
import { clubWithAnn, joinClub, noneOfThese, shown } from '../people.ts';

const stage = useStage('2026-05-05T15:00:00Z');

/** An adult's light for an otherwise empty day. */
async function lightOf(typed: string, setup = ''): Promise<string> {
  const { ann } = await stage.setUpClub(setup);
  await joinClub(ann);
  return shown(ann, await noneOfThese(ann, await ann.run(`/pain ${typed}`)));
}

test('in a tempo session, amber says what to do with the next rep', async () => {
  const { ann } = await clubWithAnn(stage);
  await ann.run('/log type:tempo work:10x100');
  const light = await noneOfThese(
    ann,
    await ann.run('/pain area:low back start:2 now:3 rep:4 kind:tightness'),
  );
  expect(shown(ann, light)).toMatchInlineSnapshot(`
    "🟠 AMBER: ease off
    **Low back** · pain 2 → 3 · tightness · from rep 4 (400 m)

    Finish the rep, walk 5 minutes, rate again. Not within 1 point of 2? End the running.
    Bike or pool tempo is fine if it does not hurt. Tempo is recovery work: little is lost.
    Why: Pain 3 is at or above 3. Club rule 6 of 7: fixed, not medical evidence.
    What changes it: Below 3, not up by 2, and not growing: green. Up 2 or more and at 3 or above, or sharp: red.
    Training diary, not medical advice; it cannot diagnose. The light is a fixed rule on the numbers you enter. If worried, stop and ask a professional; in an emergency call your local number. Nobody monitors this bot.
    [Update] [Better] [Same] [Worse] [Resolved]"
  `);
});

test('elsewhere, amber asks for half', async () => {
  expect(await lightOf('area:left-calf start:3 now:3')).toMatchInlineSnapshot(`
    "🟠 AMBER: ease off
    **Left calf** · pain 3 → 3

    **In tempo:** Finish the rep, walk 5 minutes, rate again. Not within 1 point of 3? End the running. Bike or pool tempo is fine if it does not hurt.
    **In anything else:** Do only half of what is left, or swap it. Rate again after the next rep or set.
    Why: Pain 3 is at or above 3. Club rule 6 of 7: fixed, not medical evidence.
    What changes it: Below 3, not up by 2, and not growing: green. Up 2 or more and at 3 or above, or sharp: red.
    Training diary, not medical advice; it cannot diagnose. The light is a fixed rule on the numbers you enter. If worried, stop and ask a professional; in an emergency call your local number. Nobody monitors this bot.
    [Update] [Better] [Same] [Worse] [Resolved]"
  `);
});

test('green does not mean safe', async () => {
  expect(await lightOf('area:right-knee start:1 now:2')).toMatchInlineSnapshot(`
    "🟢 GREEN: carry on
    **Right knee** · pain 1 → 2

    Carry on, and say at once if it grows. Green does not mean safe.
    Why: Pain 2 is below 3, and not up by 2. Club rule 7 of 7: fixed, not medical evidence.
    What changes it: If it grows, rises by 2, or reaches 3, press Update.
    Training diary, not medical advice; it cannot diagnose. The light is a fixed rule on the numbers you enter. If worried, stop and ask a professional; in an emergency call your local number. Nobody monitors this bot.
    [Update] [Better] [Same] [Worse] [Resolved]"
  `);
});

test.each([
  ['area:low-back start:6 now:6', 'RED', 'Pain 6 is at or above 6'],
  ['area:low-back start:1 now:3', 'RED', 'Pain 3 is at or above 3, and up 2 since the start'],
  ['area:low-back start:0 now:1 stride-changed:true', 'RED', 'Your stride has changed'],
  ['area:low-back start:0 now:1 kind:sharp', 'RED', 'The pain is sharp'],
  ['area:low-back start:0 now:1 kind:shooting', 'RED', 'The pain is shooting'],
  ['area:low-back start:5 now:5', 'AMBER', 'Pain 5 is at or above 3'],
  ['area:low-back start:0 now:2', 'AMBER', 'Pain is up 2 since the start'],
  ['area:low-back start:1 now:1 growing:true kind:tightness', 'AMBER', 'It is growing'],
  ['area:low-back start:2 now:2', 'GREEN', 'Pain 2 is below 3, and not up by 2'],
  ['area:low-back now:2 when:before', 'GREEN', 'Pain 2 is below 3, and not up by 2'],
  ['area:low-back now:4 when:before', 'AMBER', 'Pain 4 is at or above 3'],
  ['area:low-back now:2 when:after', 'GREEN', 'Pain 2 is below 3'],
])('%s is %s, because: %s', async (typed, light, why) => {
  const text = await lightOf(typed);
  expect(text).toContain(` ${light}: `);
  expect(text).toContain(`Why: ${why}`);
  expect(text).toContain('fixed, not medical evidence');
  expect(text).toContain('Training diary, not medical advice; it cannot diagnose.');
});

test('a stricter club: amber from 2, red from 5, and the text says so', async () => {
  const amber = await lightOf('area:low-back start:2 now:2', 'amber-at:2 red-at:5');
  expect(amber).toContain('Why: Pain 2 is at or above 2');
  expect(await lightOf('area:low-back start:5 now:5', 'amber-at:2 red-at:5')).toContain('at or above 5');
  const green = await lightOf('area:low-back start:1 now:1', 'amber-at:2 red-at:5');
  expect(green).toContain('If it grows, rises by 2, or reaches 2, press Update.');
});

test('under 18 the light is red from 3, and the answer is for them', async () => {
  const { ben } = await stage.setUpClub();
  await joinClub(ben, { 'How old are you?': '16 or 17' });
  const light = await noneOfThese(ben, await ben.run('/pain area:low-back start:3 now:3'));
  expect(shown(ben, light)).toContain('Why: Pain 3 is at or above 3, the limit under 18');
  expect(shown(ben, light)).toContain('Your coach sees nothing of this: tell them yourself.');
});

test('with a broken vertebra that is not cleared, any pain is red', async () => {
  const { ann } = await stage.setUpClub();
  await joinClub(ann, {
    'Have you ever broken a vertebra (back bone)?': 'Yes, and I am not cleared yet',
  });
  const light = await noneOfThese(ann, await ann.run('/pain area:left-foot start:1 now:1'));
  expect(shown(ann, light)).toContain('Why: Pain 1 with a broken vertebra that is not cleared');
});

test('what is missing is asked: now, then start, and never taken as no pain', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const asked = await ann.run('/pain area:left-ankle');
  expect(asked.text.split('\n')[0]).toBe(
    '**Left ankle.** Saved. How much does it hurt now? Then you get a light.',
  );
  expect(stage.kept(club).reports).toBe(1);
  await ann.choose(asked, '0 no pain, 10 worst imaginable', '2');
  expect(shown(ann, asked)).toContain('How much did it hurt when this session began?');
  await ann.choose(asked, '0 no pain, 10 worst imaginable', '1');
  expect(shown(ann, asked)).toContain('🟢 GREEN: carry on\n**Left ankle** · pain 1 → 2');
  expect(stage.kept(club).reports).toBe(1);
});

test('the form: where, how much, what kind, and two ticks', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const form = await ann.run('/pain');
  const sent = await ann.submit(form, {
    'Where? (more places: /pain area:)': 'Left Achilles',
    'Pain now, 0 to 10': '2',
    'Pain when the session began': '1',
    'What kind?': ['Ache', 'Burning'],
    'Is any of this so?': ['It is growing'],
  });
  expect(sent.text).toContain('🟠 AMBER: ease off\n**Left Achilles** · pain 1 → 2 · growing');
});

test('areas are found while they are typed, by any name and side', async () => {
  const { ann } = await clubWithAnn(stage);
  const found = async (typed: string) =>
    (await ann.complete(`/pain area:${typed}`, 'area')).map(({ name }) => name);
  expect(await found('hammy l')).toEqual(['Left hamstring']);
  expect((await found('lower b'))[0]).toBe('Low back');
  expect(await found('')).toHaveLength(25);
});
