/** `/checkin`: the morning in a few taps (handbook §5), and the weekly problem questions (handbook §3). */
import { expect, test } from 'vitest';
import type { Actor, Answer } from '../../sandbox/sandbox.ts';
import { useStage } from './club.ts';
import {
  ADULT,
  clubWithAnn,
  customIdOf,
  joinClub,
  noneOfThese,
  pressLate,
  recordOf,
  shown,
} from './people.ts';

// A Monday, 07:00 in Berlin.
const stage = useStage('2026-05-04T05:00:00Z');

const LABELS = [
  'How fresh are you?',
  'How did you sleep?',
  'How sore are your muscles?',
  'How stressed are you?',
  'How is your mood?',
];

/** A step for each question that is asked, 5 best. */
function steps(...values: readonly number[]): Record<string, string> {
  return Object.fromEntries(values.map((value, index) => [LABELS[index] ?? '', `${value}`]));
}

async function checkIn(person: Actor, ...values: readonly number[]): Promise<Answer> {
  return await person.submit(await person.run('/checkin'), steps(...values));
}

test('a form of taps, then the total; again on the same day is an edit of the same entry', async () => {
  const { ann } = await clubWithAnn(stage);
  const form = await ann.run('/checkin');
  expect(form.text).toMatchInlineSnapshot(`
    "form "Check-in, Mon 4 May":
    How fresh are you? <1: very tired | 2: tired | 3: a bit tired | 4: fresh | 5: very fresh>
    How did you sleep? <1: slept very badly | 2: slept badly | 3: slept so-so | 4: slept well | 5: slept very well>
    How sore are your muscles? <1: very sore | 2: sore | 3: a bit sore | 4: hardly sore | 5: not sore>
    How stressed are you? <1: very stressed | 2: stressed | 3: a bit stressed | 4: calm | 5: very calm>
    How is your mood? <1: very low mood | 2: low mood | 3: so-so mood | 4: good mood | 5: very good mood>"
  `);
  const saved = await ann.submit(form, steps(2, 4, 3, 4, 3));
  expect(saved.text).toMatchInlineSnapshot(`
    "**Check-in, Mon 4 May: 16 of 25**
    Tired (2) · Slept well (4) · A bit sore (3) · Calm (4) · So-so mood (3)
    This is check-in 1 in 28 days. After 14 I show your usual.
    -# Fixed club rule on your own last 28 days, not medical evidence. No message goes to your coach.
    [Edit]"
  `);
  expect(saved.ephemeral).toBe(true);
  const again = await ann.submit(await ann.press(saved, 'Edit'), steps(3));
  expect(shown(ann, again)).toContain('17 of 25');
  expect((await ann.run('/checkin')).text).toContain('3: a bit tired');
  const [first, second] = await ann.submitTwice(await ann.run('/checkin'), steps(5, 5, 5, 5, 5));
  for (const each of [first, second]) expect(each.text).toContain('25 of 25');
  expect((await ann.submit(await ann.run('/checkin'))).text).toContain('This is check-in 1 in 28 days.');
});

test('minors are not asked for stress and mood unless they say so; adults may switch them off', async () => {
  const { ann, ben } = await stage.setUpClub();
  await joinClub(ben, { 'How old are you?': '13 to 15' });
  const short = await ben.run('/checkin');
  expect(short.text).not.toContain('stressed');
  expect((await ben.submit(short, steps(3, 3, 3))).text).toContain('9 of 15');
  expect((await ben.run('/checkin mind:on')).text).toContain('Stress and mood: **on**');
  expect((await ben.run('/checkin')).text).toContain('How stressed are you?');
  await joinClub(ann);
  expect((await ann.run('/checkin mind:off')).text).toMatchInlineSnapshot(`
    "Stress and mood: **off**. The check-in asks for the body only.
    [Check in]"
  `);
  expect((await ann.run('/checkin')).text).not.toContain('mood');
});

test('who has not joined joins first, and goes on with the check-in from there', async () => {
  const { ann } = await stage.setUpClub();
  await ann.submit(await ann.run('/checkin'), ADULT);
  const panel = await ann.next('training', (record) => ann.read(record).includes('Now your check-in'));
  expect((await ann.submit(await ann.press(panel, 'Check in'), steps(4, 4, 4, 4, 4))).text).toContain(
    '20 of 25',
  );
});

test('two check-ins running well below the usual: a kind question to the athlete, and nothing to the coach', async () => {
  const { ann, carl } = await stage.setUpClub();
  await joinClub(ann, { 'What may your coaches see?': 'Details' });
  for (let day = 4; day <= 17; day += 1) {
    if (day > 4) await stage.at(`2026-05-${`${day}`.padStart(2, '0')}T05:00:00Z`);
    await checkIn(ann, 4, 4, 4, 4, day % 2 === 0 ? 3 : 5);
  }
  await stage.at('2026-05-18T05:00:00Z');
  const first = await checkIn(ann, 3, 3, 3, 4, 3);
  expect(first.text).toContain('This is **well below** it.');
  expect(first.text).not.toContain('Is something up?');
  await stage.at('2026-05-20T05:00:00Z');
  const second = await checkIn(ann, 3, 3, 3, 3, 3);
  expect(second.text).toMatchInlineSnapshot(`
    "**Check-in, Wed 20 May: 15 of 25**
    A bit tired (3) · Slept so-so (3) · A bit sore (3) · A bit stressed (3) · So-so mood (3)
    Your usual: 19.7, give or take 1.4 (15 check-ins). This is **well below** it.
    **Your last two check-ins are well below your usual. Is something up?**
    If something hurts, tap below. If it is something else, talk to somebody you trust.
    -# Fixed club rule on your own last 28 days, not medical evidence. No message goes to your coach.
    [Edit] [Something hurts]"
  `);
  expect((await ann.press(second, 'Something hurts')).text).toContain('form "Pain"');
  const summary = `${(await carl.run('/team summary')).text}${(await carl.run('/team board')).text}`;
  expect(summary).not.toMatch(/check-in|below|sleep|stress/i);
  expect(carl.transcript('coaches')).not.toMatch(/check-in|below|sleep|stress/i);
});

test('yesterday’s Edit button opens today’s; a form that midnight overtook counts for its day, an older one is refused', async () => {
  const { ann } = await clubWithAnn(stage);
  const saved = await checkIn(ann, 4, 4, 4, 4, 4);
  await stage.at('2026-05-20T21:59:00Z');
  const late = await ann.press(saved, 'Edit');
  const older = await ann.run('/checkin');
  await stage.at('2026-05-20T22:01:00Z');
  expect((await ann.submit(late, steps(5))).text).toContain('Check-in, Wed 20 May: 21 of 25');
  const old = await ann.press(saved, 'Edit');
  expect(old.text).toContain('That was Wed 20 May, and it stays as it is. Here is today’s:');
  expect((await ann.press(old, 'Check in')).text).toContain('Check-in, Thu 21 May');
  await stage.at('2026-05-22T05:00:00Z');
  const refused = await ann.submit(older, steps(1, 1, 1, 1, 1));
  expect(refused.text).toContain('That entry is gone, or was changed since.');
  expect(refused.text).toContain('fatigue:1');
});

test('the weekly questions: opted in, offered after a check-in, four taps on one spot', async () => {
  const { ann } = await clubWithAnn(stage);
  expect((await checkIn(ann, 4, 4, 4, 4, 4)).text).not.toContain('Weekly questions');
  const on = await ann.run('/checkin weekly:on');
  expect(on.text).toMatchInlineSnapshot(`
    "Weekly questions: **on**. Once a week the check-in offers them: four taps on one sore spot.
    -# OSTRC-style, not the validated questionnaire. \`/checkin weekly:off\` ends it.
    [Check in] [Weekly questions]"
  `);
  const offered = await ann.submit(await ann.run('/checkin'));
  const begun = await ann.press(offered, 'Weekly questions');
  expect(begun.text).toMatchInlineSnapshot(`
    "**The last 7 days: any pain, soreness or other trouble with your body?**
    Choose the spot that bothered you most, even if you could train.
    -# OSTRC-style, not the validated questionnaire.
    [No problem]
    <Back, hip, head or trunk: Low back | Upper back | Neck | Pelvis | Tailbone | Head | Chest | Abdomen | Left buttock | Right buttock | Left hip | Right hip | Left ribs | Right ribs>
    <Leg or foot: Left groin | Right groin | Left hamstring | Right hamstring | Left quad | Right quad | Left outer thigh | Right outer thigh | Left knee | Right knee | Left shin | Right shin | Left calf | Right calf | Left Achilles | Right Achilles | Left ankle | Right ankle | Left heel | Right heel | Left foot | Right foot | Left toe | Right toe>
    <Arm or shoulder: Left shoulder | Right shoulder | Left upper arm | Right upper arm | Left elbow | Right elbow | Left forearm | Right forearm | Left wrist | Right wrist | Left hand | Right hand>"
  `);
  const asked = await ann.choose(begun, 'Back, hip, head or trunk', 'Low back');
  expect(shown(ann, asked)).toMatchInlineSnapshot(`
    "**Low back, the last 7 days.** Could you train and race with it? (1 of 4)
    -# OSTRC-style, not the validated questionnaire.
    [Yes, no trouble] [Yes, but I felt it] [I did less] [I could not]"
  `);
  await stage.restart();
  await ann.press(asked, 'Yes, but I felt it');
  await ann.press(asked, 'Quite a bit');
  await ann.press(asked, 'A little');
  const [once, twice] = await ann.pressTwice(asked, 'A little');
  expect(shown(ann, twice)).toBe(shown(ann, once));
  expect(shown(ann, asked)).toMatchInlineSnapshot(`
    "**Saved for the week of Mon 18 May.** Low back 41 of 100, a substantial problem.
    It got in the way of training or results. It is worth showing to a physio.
    Does it hurt now? \`/pain\` gives you a light.
    -# OSTRC-style, not the validated questionnaire.
    [Answer again]"
  `);
  expect((await ann.submit(await ann.run('/checkin'))).text).not.toContain('Weekly questions');
});

test('a week without a problem is one tap, and could not train ends the questions; again in the week is an edit', async () => {
  const { ann } = await clubWithAnn(stage);
  const none = await ann.run('/checkin weekly:now');
  await ann.press(none, 'No problem');
  expect(shown(ann, none)).toContain('no problem (0 of 100)');
  const again = await ann.press(none, 'Answer again');
  expect(again.text).toContain('This week you said: no problem (0 of 100). A new answer takes its place.');
  await ann.choose(again, 'Leg or foot', 'Left calf');
  await ann.press(again, 'I could not');
  expect(shown(ann, again)).toContain('Left calf 100 of 100, a substantial problem.');
  expect((await ann.run('/checkin weekly:now')).text).toContain('This week you said: Left calf 100 of 100');
});

test('last week’s questions are over, and a made-up answer is refused', async () => {
  const { ann } = await clubWithAnn(stage);
  const asked = await ann.run('/checkin weekly:now');
  const record = recordOf(asked);
  const id = customIdOf(record, 'checkin:weekly-none');
  const week = id.split(':').at(-1);
  for (const made of [`${week}:low-back:8-9`, `${week}:low-back:8-8-8-8-8`, `${week}:tail:25`]) {
    expect((await pressLate(ann, record, `checkin:weekly:${made}`)).text).toContain('That entry is gone');
  }
  await stage.at('2026-05-26T05:00:00Z');
  await ann.press(asked, 'No problem');
  expect(shown(ann, asked)).toContain(
    'Those questions were for the week of Mon 18 May. Here are this week’s:',
  );
});

test('the day is the athlete’s own: late on Tuesday in New York, Wednesday morning in the club', async () => {
  const { ann } = await stage.setUpClub();
  await stage.at('2026-05-27T03:00:00Z');
  await ann.submit(await ann.run('/join time-zone:New York'), ADULT);
  expect((await checkIn(ann, 4, 4, 4, 4, 4)).text).toContain('Check-in, Tue 26 May: 20 of 25');
  await stage.at('2026-05-27T05:00:00Z');
  expect((await checkIn(ann, 3, 3, 3, 3, 3)).text).toContain('This is check-in 2 in 28 days.');
});

test('the morning after a painful session the check-in also asks how it is, in one tap', async () => {
  await stage.pass(24 * 60);
  const { ann } = await clubWithAnn(stage);
  await noneOfThese(ann, await ann.run('/pain area:low-back start:1 now:4'));
  await stage.pass(24 * 60);
  await checkIn(ann, 3, 3, 3, 3, 3);
  const asked = await ann.next('training');
  expect(ann.read(asked)).toMatchInlineSnapshot(`
    "Yesterday your low back hurt (4). How is it this morning?
    [Gone] [Better] [Same] [Worse]"
  `);
  const gone = await ann.press(asked, 'Gone');
  expect(shown(ann, gone)).toContain('GREEN');
  // Answered is answered: the next check-in does not ask again.
  const count = ann.messages('training').length;
  await checkIn(ann, 4, 3, 3, 3, 3);
  expect(ann.messages('training').length).toBe(count + 1);
});
