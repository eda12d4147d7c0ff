/** The warning signs (handbook §2): when they are asked, what a yes says, and what stays shut until a clinician has seen it. */
import { expect, test } from 'vitest';
import type { Actor, Answer } from '../../../sandbox/sandbox.ts';
import { type Club, useStage } from '../club.ts';
import {
  ADULT,
  AGREE,
  clubWithAnn,
  customIdOf,
  directs,
  joinClub,
  noneOfThese,
  pressLate,
  REMIND,
  recordOf,
  shown,
} from '../people.ts';

const stage = useStage('2026-05-06T14:00:00Z');

const YES = 'Yes, in A';
const NONE = 'None of these';

async function clubWithBen(): Promise<Club> {
  const club = await stage.setUpClub();
  await joinClub(club.ben, { 'How old are you?': '13 to 15' });
  return club;
}

/** Presses that one list has a sign, and gives what the page turns into. */
async function yesIn(list: 'A' | 'B' | 'C', person: Actor, answer: Answer): Promise<string> {
  await person.press(answer, `Yes, in ${list}`);
  return shown(person, answer);
}

test('all the signs are one page', async () => {
  const { ann } = await clubWithAnn(stage);
  const asked = await ann.run('/pain area:low-back now:2 start:2');
  expect(asked.text).toMatchInlineSnapshot(`
    "**Low back.** Saved. Is **any** of these so? Press the first list that has a yes.
    **A: new or worse with this pain**
    - Numb or tingling between the legs: private parts, bottom or inner thighs
    - Hard to start, stop or feel your pee, or you leak
    - You cannot hold or feel your poo
    - Both legs hurt, tingle, are weak or numb; or a leg gets weaker fast
    - A change in how sex feels or works
    - Began with a bad accident, fall or hit
    - Chest pain with it
    **B: true for you now**
    - One leg is newly weak, or the foot slaps or drops when you walk
    - You have a fever or feel ill
    - Losing weight without trying, or ever had cancer
    - Not eased by rest, or worse at night
    - A new lump, or your back changed shape
    - Steroids for a long time, ill very easily, or weak bones
    - You once broke a spine bone, and this pain is new or in that place
    - It shoots below the knee, with numbness
    **C: true of this pain**
    - Under 21, and worse when you arch back, jump or stand on one leg
    - Stiff in the morning for over 30 minutes, then it eases as you move
    - 4 weeks or more, and not getting better
    Read A, B, C first. Your answers are not kept, only the result.
    [Yes, in A] [Yes, in B] [Yes, in C] [None of these]"
  `);
});

test('the longest page, a leg’s, fits a message, and while the numbers are red it says to stop first', async () => {
  const { ann } = await clubWithAnn(stage);
  const asked = await ann.run('/pain area:right-outer-thigh now:6 start:2');
  expect(asked.text.split('\n').slice(0, 3)).toEqual([
    '**Stop running for now**, until you have answered this.',
    '**Right outer thigh.** Saved. Is **any** of these so? Press the first list that has a yes.',
    '**A: new or worse with this pain**',
  ]);
  expect(asked.text).toContain('- A calf that is hot, swollen and sore');
  expect(asked.text).toContain('- You cannot take 4 steps or use the limb');
  expect(asked.text.length).toBeLessThan(2000);
});

test('a yes to the first list: get help now', async () => {
  const { ann } = await clubWithAnn(stage);
  const asked = await ann.run('/pain area:low-back now:2 start:2');
  expect(await yesIn('A', ann, asked)).toMatchInlineSnapshot(`
    "🔴 EMERGENCY: get help now
    **Low back** · pain 2 → 2

    Stop now and get help. Call 999, 112 or 911, or go to the nearest emergency room. Do not wait for a coach or a doctor’s visit. Do not drive yourself. If you are under 18, tell the nearest adult right now.
    Why: A warning sign is open. Club rule 1 of 7: fixed, not medical evidence.
    What changes it: Only a clinician. Until you say that one has reviewed it, I give no green and no training tips.
    Training diary, not medical advice; it cannot diagnose. The light is a fixed rule on the numbers you enter. If worried, stop and ask a professional; in an emergency call your local number. Nobody monitors this bot.
    [Update] [Better] [Same] [Worse] [Resolved]
    [A clinician has reviewed it]"
  `);
});

test('a yes to the second list: see a doctor, no training meanwhile', async () => {
  const { ann } = await clubWithAnn(stage);
  const asked = await ann.run('/pain area:low-back now:2 start:2');
  expect(await yesIn('B', ann, asked)).toMatchInlineSnapshot(`
    "🔴 STOP: see a doctor
    **Low back** · pain 2 → 2

    Please stop and see a doctor. Go today if you feel ill, or if a leg, foot or arm is weak or will not work. If not, go in the next few days. Do not train until you have been seen. This is not a diagnosis.
    Why: A warning sign is open. Club rule 2 of 7: fixed, not medical evidence.
    What changes it: Only a clinician. Until you say that one has reviewed it, I give no green and no training tips.
    Training diary, not medical advice; it cannot diagnose. The light is a fixed rule on the numbers you enter. If worried, stop and ask a professional; in an emergency call your local number. Nobody monitors this bot.
    [Update] [Better] [Same] [Worse] [Resolved]
    [A clinician has reviewed it]"
  `);
});

test('a yes to the third list: stop, and book a visit', async () => {
  const { ann } = await clubWithAnn(stage);
  const asked = await ann.run('/pain area:low-back now:2 start:2');
  expect(await yesIn('C', ann, asked)).toMatchInlineSnapshot(`
    "🔴 RED: stop, and see a doctor or physio
    **Low back** · pain 2 → 2

    Please stop this session. Book a visit to a doctor or physio. This is not a diagnosis.
    Why: A warning sign is open. Club rule 3 of 7: fixed, not medical evidence.
    What changes it: Only a clinician. Until you say that one has reviewed it, I give no green and no training tips.
    Training diary, not medical advice; it cannot diagnose. The light is a fixed rule on the numbers you enter. If worried, stop and ask a professional; in an emergency call your local number. Nobody monitors this bot.
    [Update] [Better] [Same] [Worse] [Resolved]
    [A clinician has reviewed it]"
  `);
});

test('under 18: the wording is theirs, and the nearest adult is named', async () => {
  const { ben } = await clubWithBen();
  const asked = await ben.run('/pain area:low-back now:1 start:1');
  expect(asked.text).toMatchInlineSnapshot(`
    "**Low back.** Saved. Is **any** of these so? Press the first list that has a yes.
    **A: new or worse with this pain**
    - Numb or tingling between the legs: private parts, bottom or inner thighs
    - Hard to start, stop or feel your pee, or you leak
    - You cannot hold or feel your poo
    - Both legs hurt, tingle, are weak or numb; or a leg gets weaker fast
    - A change in how your private parts feel or work
    - Began with a bad accident, fall or hit
    - Chest pain with it
    **B: true for you now**
    - One leg is newly weak, or the foot slaps or drops when you walk
    - You have a fever or feel ill
    - Losing weight without trying, or ever had cancer
    - Not eased by rest, or worse at night
    - A new lump, or your back changed shape
    - Steroids for a long time, ill very easily, or weak bones
    - You once broke a spine bone, and this pain is new or in that place
    - It shoots below the knee, with numbness
    **C: true of this pain**
    - Worse when you arch back, jump or stand on one leg
    - You have had it for more than 3 weeks
    - Stiff in the morning for over 30 minutes, then it eases as you move
    Read A, B, C first. Your answers are not kept, only the result.
    [Yes, in A] [Yes, in B] [Yes, in C] [None of these]"
  `);
  expect(await yesIn('A', ben, asked)).toContain('Tell the nearest adult right now.');
});

test('a foot is asked only when the light would be red', async () => {
  const { ann } = await clubWithAnn(stage);
  const green = await ann.run('/pain area:left-foot now:1 start:1');
  expect(green.text).toContain('🟢 GREEN');
  const asked = await ann.run('/pain area:left-foot now:7 start:1');
  expect(asked.text).toContain('- It looks bent or out of place, or swelled up within minutes');
  expect(asked.text).toContain('[Yes, in A] [Yes, in B] [None of these]');
  expect(await yesIn('B', ann, asked)).toContain('🔴 STOP: see a doctor');
});

test('numbness and pins and needles are always asked about', async () => {
  const { ann } = await clubWithAnn(stage);
  await noneOfThese(ann, await ann.run('/pain area:low-back now:1 start:1'));
  expect((await ann.run('/pain area:low-back now:1 start:1')).text).toContain('🟢 GREEN');
  expect((await ann.run('/pain area:low-back now:1 start:1 kind:numbness')).text).toContain(NONE);
});

test('a known episode is asked again at every red, and not at green', async () => {
  const { ann } = await clubWithAnn(stage);
  await noneOfThese(ann, await ann.run('/pain area:low-back now:2 start:2'));
  expect((await ann.run('/pain area:low-back now:2 start:2')).text).toContain('🟢 GREEN');
  expect((await ann.run('/pain area:low-back now:6 start:2')).text).toContain(NONE);
});

test('leaving the questions and reporting again is no way around them', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  await ann.run('/pain area:low-back now:2 start:2');
  const again = await ann.run('/pain area:low-back now:1 start:1');
  expect(again.text).toContain(NONE);
  expect(stage.kept(club)).toMatchObject({ reports: 2, screens: 0 });
  expect(shown(ann, await noneOfThese(ann, again))).toContain('🟢 GREEN');
  expect(stage.kept(club)).toMatchObject({ reports: 2, screens: 1 });
});

test('an answered page pressed again: the most pressing yes wins, and nothing takes it back', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const page = recordOf(await ann.run('/pain area:low-back now:2 start:2'));
  const screen = (level: string) => customIdOf(page, `pain:screen:[^"]*:${level}`);
  const [none, soon, urgent] = ['none', 'soon', 'urgent'].map(screen);
  const title = async (id = '') => (await pressLate(ann, page, id)).text.split('\n')[0];
  expect(await title(none)).toBe('🟢 GREEN: carry on');
  expect(await title(soon)).toBe('🔴 RED: stop, and see a doctor or physio');
  expect(await title(urgent)).toBe('🔴 STOP: see a doctor');
  expect(await title(soon)).toBe('🔴 STOP: see a doctor');
  expect(await title(none)).toBe('🔴 STOP: see a doctor');
  expect(stage.kept(club).screens).toBe(1);
});

test('two presses at once are one answer', async () => {
  const club = await clubWithAnn(stage);
  const asked = await club.ann.run('/pain area:low-back now:2 start:2');
  await club.ann.pressTwice(asked, YES);
  expect(stage.kept(club).screens).toBe(1);
  expect(shown(club.ann, asked)).toContain('🔴 EMERGENCY');
});

test('undo, joining anew with another history or age, and resolving leave an open sign open', async () => {
  const club = await clubWithBen();
  const { ben } = club;
  const asked = await ben.run('/pain area:low-back now:1 start:1');
  const urgent = await ben.press(asked, 'Yes, in B');
  expect((await ben.run('/undo')).text).not.toContain('Taken back');
  await joinClub(ben, {
    'Have you ever broken a vertebra (back bone)?': 'No',
    'How old are you?': '18 or older',
  });
  await ben.press(urgent, 'Resolved');
  const again = await ben.run('/pain area:low-back now:0 start:0');
  expect(again.text).toContain('Is **any** of these so?');
  expect(shown(ben, await noneOfThese(ben, again))).toContain('🔴 STOP: see a doctor');
  expect((await ben.run('/core')).text).toContain('No exercises while a warning sign is open');
  expect(stage.kept(club)).toMatchObject({ reports: 2, screens: 2 });
});

test('a sign belongs to the diary of its club: in another club nothing of it is told, and the signs are asked anew', async () => {
  const [here, there] = [await stage.setUpClub(), await stage.setUpClub()];
  const userId = here.guild.addMember({ name: 'Eve' });
  there.guild.addMember({ name: 'Eve', userId });
  const [eveHere, eveThere] = [here, there].map(({ guild }) => stage.sandbox.actor(guild, 'Eve'));
  if (!eveHere || !eveThere) throw new Error('no Eve');
  for (const eve of [eveHere, eveThere]) await joinClub(eve);
  const sign = await eveHere.press(await eveHere.run('/pain area:low-back now:1 start:1'), YES);
  const asked = await eveThere.run('/pain area:low-back now:1 start:1');
  expect(asked.text).toContain('Is **any** of these so?');
  expect((await there.carl.run('/team board')).text).not.toMatch(/RED|stop/);
  // A button of the one club pressed in the other opens, changes and closes nothing.
  const reviewed = customIdOf(recordOf(sign), 'pain:reviewed').replace('reviewed', 'reviewed-yes');
  const [first] = eveThere.messages('training');
  expect((await pressLate(eveThere, first ?? recordOf(asked), reviewed)).text).toContain('gone');
  expect((await eveHere.run('/core')).text).toContain('No exercises while a warning sign is open');
});

test('an open sign calls off the nudges to stretch and to do core work', async () => {
  const club = await stage.setUpClub();
  const { ann, ben } = club;
  for (const person of [ann, ben]) {
    await joinClub(person, { ...ADULT, 'Do you agree?': [AGREE, REMIND] });
    await person.run('/log type:tempo');
  }
  await ann.press(await ann.run('/pain area:low-back now:2 start:2'), YES);
  await stage.pass(31);
  await stage.at('2026-05-06T16:00:00Z');
  expect(directs(ann)).toEqual([]);
  expect(directs(ben)).toHaveLength(2);
});

test('nobody is asked for core work on a day that was red; stretching stays', async () => {
  const club = await stage.setUpClub();
  const { ann } = club;
  await stage.at('2026-05-08T15:00:00Z');
  await joinClub(ann, { 'Do you agree?': [AGREE, REMIND] });
  await ann.run('/log type:tempo');
  await noneOfThese(ann, await ann.run('/pain area:low-back now:6 start:1'));
  await stage.pass(30);
  await stage.at('2026-05-08T16:00:00Z');
  expect(directs(ann)).toHaveLength(1);
  expect(directs(ann)[0]).toContain('Time to stretch');
});

test('a coach never reads what came of the signs: only red', async () => {
  const { ann, carl } = await clubWithAnn(stage);
  await ann.press(await ann.run('/pain area:low-back now:1 start:1'), YES);
  const summary = await carl.run('/team summary');
  expect(summary.text).toContain('@Ann: **🔴 RED**');
  expect(summary.text).not.toMatch(/emergency|sign|doctor/i);
});

/** What no answer beside an open sign may hold: a green, a pace, a streak, exercises, a habit to try, a reminder to come. */
const ADVICE =
  /🟢|GREEN|Tempo for|tempo \(65|match the first|Biggest tempo|In a row|stretch reminder|\d×|\d min\b.*level|[Cc]arry on|[Rr]ate again|Want to|[Bb]ike|halve/;

test('an open sign blocks green and all training advice, whatever is asked, until a clinician has reviewed it', async () => {
  const { ann } = await stage.setUpClub();
  await joinClub(ann, { 'Do you agree?': [AGREE, REMIND] });
  const everything = [
    '/me best:100 12.0',
    '/log type:tempo work:10x100 @16-17.5 minutes:40 effort:3 warmup:full',
    '/log type:tempo work:12x100 @18 warmup:full',
    '/me',
    '/core',
    '/stretch seated:True',
    '/insights',
    '/should-i-stop',
    '/checkin weekly:now',
    '/history',
    '/pain area:left-ankle now:0 start:0',
    '/pain area:low-back now:0 start:0 when:next-morning',
  ];
  const sayAll = async () => {
    const texts: string[] = [];
    for (const typed of everything) texts.push((await ann.run(typed)).text);
    return texts.map((text, index) => `${everything[index]} ${text.match(ADVICE)?.[0] ?? ''}`.trim());
  };
  const emergency = await ann.press(await ann.run('/pain area:low-back now:2 start:2'), YES);
  expect(await sayAll()).toEqual(everything);
  const question = await ann.press(emergency, 'A clinician has reviewed it');
  expect((await ann.press(question, 'Yes, a clinician has reviewed it')).text).toBe(
    'Noted: a clinician has reviewed it. Follow what they said. For a new light, run `/pain`.',
  );
  expect((await ann.run('/pain area:left-ankle now:0 start:0')).text).toContain('🟢 GREEN');
  expect((await ann.run('/me best:100 12.0')).text).not.toContain('Tempo for');

  // The day itself stays red; the day after, advice is back.
  await stage.pass(24 * 60);
  const back = (await sayAll()).filter((each, index) => each !== everything[index]);
  expect(back.length).toBeGreaterThanOrEqual(7);
});
