/** What must never be milder than it looks: trends, old buttons, old numbers. */
import { expect, test } from 'vitest';
import { useStage } from '../club.ts';
import { clubWithAnn, customIdOf, noneOfThese, pressLate, recordOf, saysNo, shown } from '../people.ts';

const stage = useStage('2026-05-11T14:00:00Z');

/** The first line of what somebody sees: the light. */
function light(text: string): string {
  return text.split('\n')[0] ?? '';
}

test('more pain after growing pain is never milder: Worse is growing', async () => {
  const { ann } = await clubWithAnn(stage);
  const first = await noneOfThese(ann, await ann.run('/pain area:low-back start:1 now:1 growing:true'));
  expect(light(shown(ann, first))).toBe('🟠 AMBER: ease off');
  const asked = await ann.press(first, 'Worse');
  const worse = await ann.choose(asked, 'Pain now', '2');
  expect(light(worse.text)).toBe('🟠 AMBER: ease off');
});

test('“Same” after growing pain is still growing, and pressed twice it is one report', async () => {
  const club = await clubWithAnn(stage);
  const first = await noneOfThese(
    club.ann,
    await club.ann.run('/pain area:low-back start:1 now:1 growing:true'),
  );
  const [same] = await club.ann.pressTwice(first, 'Same');
  expect(light(same.text)).toBe('🟠 AMBER: ease off');
  expect(stage.kept(club).reports).toBe(2);
});

test('pain before the session is where the session began: a rise from it is red', async () => {
  const { ann } = await clubWithAnn(stage);
  const before = await noneOfThese(ann, await ann.run('/pain area:low-back now:1 when:before'));
  expect(light(shown(ann, before))).toBe('🟢 GREEN: carry on');
  const asked = await ann.press(before, 'Worse');
  const worse = await noneOfThese(ann, await ann.choose(asked, 'Pain now', '4'));
  expect(light(shown(ann, worse))).toBe('🔴 RED: stop running for today');
  const typed = await noneOfThese(ann, await ann.run('/pain area:low-back now:4 when:during'));
  expect(light(shown(ann, typed))).toBe('🔴 RED: stop running for today');
});

test('“a clinician has reviewed it” asks once, and closes only what was open at that report', async () => {
  const { ann } = await clubWithAnn(stage);
  const back = await ann.run('/pain area:low-back now:2 start:2');
  await ann.press(back, 'Yes, in A');
  const question = await ann.press(back, 'A clinician has reviewed it');
  expect(question.text).toMatchInlineSnapshot(`
    "Has a doctor or physio looked at this, and said what you may do?
    [Yes, a clinician has reviewed it]"
  `);
  expect(light((await ann.run('/pain area:left-elbow now:1 start:1')).text)).toBe(
    '🔴 EMERGENCY: get help now',
  );
  await ann.press(question, 'Yes, a clinician has reviewed it');
  expect(light((await ann.run('/pain area:left-elbow now:1 start:1')).text)).toBe('🟢 GREEN: carry on');

  await stage.pass(60);
  const calf = await ann.run('/pain area:left-calf now:2 start:2');
  await ann.press(calf, 'Yes, in A');
  const old = await ann.press(back, 'A clinician has reviewed it');
  await ann.press(old, 'Yes, a clinician has reviewed it');
  expect(light((await ann.run('/pain area:left-elbow now:1 start:1')).text)).toBe(
    '🔴 EMERGENCY: get help now',
  );
});

test.each([
  ['before', 'Do only half of the session, or swap it. Rate again after the warm-up.'],
  ['during', 'Finish the rep, walk 5 minutes, rate again. Not within 1 point of 3? End the running.'],
  ['after', 'No more running until it has settled. Do only half of your next session, or swap it.'],
])('amber %s a tempo session says what fits the moment', async (when, advice) => {
  const { ann } = await clubWithAnn(stage);
  await ann.run('/log type:tempo work:10x100');
  const answer = await noneOfThese(ann, await ann.run(`/pain area:low-back now:3 start:3 when:${when}`));
  expect(shown(ann, answer).split('\n')[3]).toBe(advice);
});

test('“Mend it” on an unknown area offers what may have been meant', async () => {
  const { ann } = await clubWithAnn(stage);
  const refused = await ann.run('/pain area:elbo now:3 start:3');
  expect((await ann.press(refused, 'Mend it')).text).toContain('<Left elbow | Right elbow | Low back |');
});

test('`/should-i-stop` begins where it hurt last, another place is one choice, and a mis-tap goes back', async () => {
  const { ann } = await clubWithAnn(stage);
  await noneOfThese(ann, await ann.run('/pain area:left-hip now:1 when:after'));
  const asked = await ann.run('/should-i-stop');
  expect(asked.text).toContain('**Left hip**: how much when this session began?');
  await ann.choose(asked, 'Somewhere else?', 'Right calf');
  await ann.press(asked, '1');
  expect(shown(ann, asked)).toContain('**Right calf**: 1 at the start. How much **now**?');
  await ann.press(asked, 'Start was 1: change');
  expect(shown(ann, asked)).toContain('**Right calf**: how much when this session began?');
  await ann.press(asked, '2');
  await ann.press(asked, '7');
  await ann.press(asked, 'Back');
  await ann.press(asked, '2');
  await ann.press(asked, 'Steady');
  await ann.press(asked, 'None of these');
  expect(shown(ann, asked).split('\n').slice(0, 2)).toEqual([
    '🟢 GREEN: carry on',
    '**Right calf** · pain 2 → 2',
  ]);
});

test('`/should-i-stop` knows today’s start, and lets it be changed', async () => {
  const { ann } = await clubWithAnn(stage);
  await noneOfThese(ann, await ann.run('/pain area:low-back start:1 now:1'));
  const asked = await ann.run('/should-i-stop');
  expect(asked.text).toContain('**Low back**: 1 at the start. How much **now**?');
  await ann.press(asked, '2');
  await ann.press(asked, 'Steady');
  expect(light(shown(ann, asked))).toBe('🟢 GREEN: carry on');
});

test('a leg that tingles is asked about, and taken as growing', async () => {
  const { ann } = await clubWithAnn(stage);
  await noneOfThese(ann, await ann.run('/pain area:low-back start:1 now:1'));
  const asked = await ann.run('/should-i-stop');
  await ann.press(asked, '1');
  await ann.press(asked, 'Leg numb, tingling or weak');
  await ann.press(asked, 'None of these');
  expect(shown(ann, asked).split('\n').slice(0, 2)).toEqual([
    '🟠 AMBER: ease off',
    '**Low back** · pain 1 → 1 · growing · pins and needles',
  ]);
});

test('the three taps outlive a restart; two presses at once, or a later one, are one report', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const asked = recordOf(await ann.run('/should-i-stop'));
  await ann.press(asked, '1');
  await stage.restart();
  await ann.press(asked, '3');
  const growing = customIdOf(asked, 'should-i-stop:feel:[^"]*:growing');
  await ann.pressTwice(asked, 'Steady');
  await noneOfThese(ann, await pressLate(ann, asked, growing));
  expect(stage.kept(club)).toMatchObject({ reports: 1, screens: 1 });
  expect(ann.read(asked).split('\n')[1]).toBe('**Low back** · pain 1 → 3');
});

test('an open sign is said before the first tap, and its light has no advice', async () => {
  const { ann } = await clubWithAnn(stage);
  await ann.press(await ann.run('/pain area:low-back now:2 start:2'), 'Yes, in C');
  const asked = await ann.run('/should-i-stop');
  expect(light(asked.text)).toBe(
    '**A warning sign is open: no training until a clinician has reviewed it.**',
  );
  await ann.press(asked, '2');
  await ann.press(asked, 'Growing');
  expect(light(shown(ann, asked))).toBe('🔴 RED: stop, and see a doctor or physio');
  expect(shown(ann, asked)).not.toMatch(/tempo|half|bike|pool|carry on/i);
});

test('resolved and hurt again on the same day is a new episode, with its signs asked anew', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const first = await noneOfThese(ann, await ann.run('/pain area:low-back start:1 now:1'));
  await ann.press(first, 'Resolved');
  const asked = await ann.run('/should-i-stop');
  expect(asked.text).toContain('**Low back**: how much when this session began?');
  for (const tap of ['0', '1', 'Steady']) await ann.press(asked, tap);
  expect(shown(ann, asked)).toContain('[None of these]');
  await ann.press(asked, 'None of these');
  expect(stage.kept(club)).toMatchObject({ reports: 2, screens: 2 });
});

test('a report before its session finds it when it is logged: the metres at which it began', async () => {
  const { ann } = await clubWithAnn(stage);
  const early = await noneOfThese(ann, await ann.run('/pain area:low-back start:1 now:1 rep:6'));
  expect(shown(ann, early)).toContain('· from rep 6\n');
  await ann.run('/log type:tempo work:2x10x100');
  expect((await ann.press(early, 'Update')).text).toContain('At which rep did it begin? [6]');
  const later = await ann.run('/pain area:low-back now:1 rep:6');
  expect(later.text).toContain('· from rep 6 (600 m)');
});

test('yesterday’s half-finished taps say so, save nothing, and can be begun again', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const asked = await ann.run('/should-i-stop');
  await ann.press(asked, '1');
  await stage.pass(14 * 60);
  await saysNo(stage, club, () => ann.press(asked, '4'));
  expect(shown(ann, asked)).toMatchInlineSnapshot(`
    "That was begun on another day, and nothing was saved. Start again with how it is now.
    [Start again]"
  `);
  await ann.press(asked, 'Start again');
  expect(shown(ann, asked)).toContain('**Low back**: how much when this session began?');
});

test('a red holds for its day: “Better” shows its own colour, and says nothing of going on', async () => {
  const { ann } = await clubWithAnn(stage);
  const red = await noneOfThese(ann, await ann.run('/pain area:low-back start:1 now:4'));
  const question = await ann.press(red, 'Better');
  const better = await ann.choose(question, 'Pain now', '1');
  expect(shown(ann, better)).toMatchInlineSnapshot(`
    "🟢 GREEN now, but today’s RED still holds
    **Low back** · pain 1 → 1

    You had a red today: still no more running today, whatever this one says. Walk, and rest.
    Why: Pain 1 is below 3, and not up by 2. Club rule 7 of 7: fixed, not medical evidence.
    What changes it: Rest, and a new report on another day. No coach can change a red. Was the red a slip? \`/history\` can edit it.
    Training diary, not medical advice; it cannot diagnose. The light is a fixed rule on the numbers you enter. If worried, stop and ask a professional; in an emergency call your local number. Nobody monitors this bot.
    [Update] [Better] [Same] [Worse] [Resolved]"
  `);
  // The question became its answer: no menu is left that would take a second number.
  expect(shown(ann, question)).toBe(shown(ann, better));
  const other = await noneOfThese(ann, await ann.run('/pain area:left-knee start:3 now:3'));
  expect(light(shown(ann, other))).toBe('🟠 AMBER now, but today’s RED still holds');
  expect(shown(ann, other)).not.toMatch(/carry on|finish the rep|bike|half/i);
  await stage.pass(24 * 60);
  expect(light((await ann.run('/pain area:low-back start:1 now:1')).text)).toBe('🟢 GREEN: carry on');
});

test('“Resolved” leaves an open warning sign open, and says so', async () => {
  const { ann } = await clubWithAnn(stage);
  const back = await ann.run('/pain area:low-back now:2 start:2');
  await ann.press(back, 'Yes, in A');
  expect((await ann.press(back, 'Resolved')).text).toBe(
    '**Low back**: noted as resolved. A warning sign is still open: no training until a clinician has reviewed it.',
  );
  expect(light((await ann.run('/pain area:left-elbow now:1 start:1')).text)).toBe(
    '🔴 EMERGENCY: get help now',
  );
});
