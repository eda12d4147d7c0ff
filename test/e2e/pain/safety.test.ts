/** What must never be milder than it looks: trends, old buttons, old numbers. */
import { expect, test } from 'vitest';
import { useStage } from '../club.ts';
import { clubWithAnn, noneOfThese, shown } from '../people.ts';

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
  await ann.press(back, 'Yes, at least one');
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
  await ann.press(calf, 'Yes, at least one');
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
