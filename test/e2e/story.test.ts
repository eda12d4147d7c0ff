/** The main job, as it goes in one evening and the morning after: read it as what each person sees. */
import { expect, test } from 'vitest';
import { useStage } from './club.ts';
import { ADULT, AGREE, customIdOf, directs, noneOfThese, pressLate, REMIND, shown } from './people.ts';

const stage = useStage('2026-05-04T18:40:00Z');

test('the main job: a club logs, hurts, is reminded, and its coach reads the summary', async () => {
  const club = stage.openClub();
  const { ann, ben, carl, dana } = club;

  // 20:40: the administrator switches the club on.
  const panel = await dana.run(
    '/setup coach-role:@Coach summary-channel:#coaches reminder-channel:#reminders time-zone:Europe/Berlin',
  );
  expect(panel.text.split('\n<')[0]).toMatchInlineSnapshot(`
    "**Set up Backstraight.** Choose below; each choice is saved at once.
    Coaches: @Coach
    Daily summary: #coaches at 07:30
    Reminders that cannot go by direct message: #reminders
    Time zone: Europe/Berlin
    Core work: Mon, Wed, Fri 18:00 · stretching: 30 min after a session
    Quiet hours: 21:00 to 07:00 · entries kept 12 months
    Light: amber from pain 3, red from 6

    **Before you switch it on.** Everything that people type and read here passes through Discord’s servers, health answers too. Discord’s developer policy restricts sending health data through Discord: read it, and decide for your club. Backstraight keeps entries in its own database, shows coaches only what each athlete shares, and posts nothing about pain in public channels: give the summary a channel that only coaches can read."
  `);
  await dana.press(panel, 'I have read this: switch on');
  expect(shown(dana, panel).split('\n')[0]).toBe('**Backstraight is on.**');

  // 20:45: Ann logs, is led through joining, and her log is saved without typing it again.
  await stage.at('2026-05-04T18:45:00Z');
  const form = await ann.run('/log type:tempo work:2x10x100 @17.5 r45 warmup:none');
  expect(form.text).toMatchInlineSnapshot(`
    "form "Join Backstraight":
    Backstraight is a training diary. It keeps what you log about training and pain, for your club only.
    Coaches see what you choose below, and never who said no. Messages pass through Discord.
    It is not medical advice, and nobody watches it. Leaving this form keeps nothing.
    How old are you? <Under 13 | 13 to 15 | 16 or 17 | 18 or older>
    What may your coaches see? <Only me | Light only | Details>
    Have you ever broken a vertebra (back bone)? <No | Yes, and a clinician has cleared me to run | Yes, and I am not cleared yet> (It makes the light stricter.)
    Do you agree? <I agree that my entries are kept | Remind me by direct message> (Say no, or stop later: it costs you nothing.)"
  `);
  await ann.submit(form, { ...ADULT, 'Do you agree?': [AGREE, REMIND] });
  await ann.next('training');
  expect(ann.transcript('training')).toMatchInlineSnapshot(`
    "Ann: /log type:tempo work:2x10x100 @17.5 r45 warmup:none
    Backstraight (only Ann sees this): **You are in.**
    Coaches see: **Light only**. That I trained, the colour of the light, habits; no numbers.
    Reminders by direct message: Core work: Mon, Wed, Fri 18:00 · Morning question after pain: every day 07:30 · Stretching: 30 min after a session. Change them with \`/remind\`.
    Times are in Europe/Berlin. Elsewhere? \`/join time-zone:\`
    To change an answer, or to delete your diary (untick “I agree”), run \`/join\` again.
    Backstraight (only Ann sees this): **Saved: Tempo**, today, Mon 4 May
    2 × 10 × 100 m @ 17.5 s, rest 45 s = 2,000 m
    No warm-up
    Set your best to see your pace: \`/me best:100 12.0\`
    -# Session 1 this week · stretch reminder at 21:15
    [Pain] [No pain]
    [Stretched] [Core done]
    <How hard was it?: 0: rest | 1: very very easy | 2: easy | 3: moderate | 4: somewhat hard | 5: hard | 6 | 7: very hard | 8 | 9 | 10: maximal>
    [Edit] [Date, habits, notes] [Undo]"
  `);
  expect(stage.kept(club)).toMatchObject({ athletes: 1, sessions: 1, reminders: 3 });

  // Ben, 15, shares nothing, and logs too.
  const benForm = await ben.run('/log type:tempo work:8x100 minutes:35 effort:4');
  await ben.submit(benForm, { ...ADULT, 'How old are you?': '13 to 15' });
  await ben.next('training');
  expect(ben.transcript('training')).toMatchInlineSnapshot(`
    "Ben: /log type:tempo work:8x100 minutes:35 effort:4
    Backstraight (only Ben sees this): **You are in.**
    Coaches see: **Only me**. Coaches see no entry of mine.
    No reminders. \`/remind add\` makes one.
    Times are in Europe/Berlin. Elsewhere? \`/join time-zone:\`
    To change an answer, or to delete your diary (untick “I agree”), run \`/join\` again.
    -# No coach can write to you through this bot.
    Backstraight (only Ben sees this): **Saved: Tempo**, today, Mon 4 May
    8 × 100 m = 800 m
    35 min × effort 4 = load 140 AU
    -# Session 1 this week
    [Pain] [No pain]
    [Stretched] [Core done]
    <Warm-up?: Full warm-up | Short warm-up | No warm-up>
    [Edit] [Date, habits, notes] [Undo]"
  `);

  // Ann's low back: the warning signs first, then RED with its rule.
  const asked = await ann.run('/pain area:low back start:1 now:4 growing:true rep:6');
  expect(asked.text).toMatchInlineSnapshot(`
    "**Stop running for now**, until you have answered this.
    **Low back.** Saved. Is **any** of these so? Press the first list that has a yes.
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
  const light = await noneOfThese(ann, asked);
  expect(shown(ann, light)).toMatchInlineSnapshot(`
    "🔴 RED: stop running for today
    **Low back** · pain 1 → 4 · growing · from rep 6 (600 m)

    End the running today. Walk. Easy mobility only if it does not hurt.
    Tell your coach now; the colour is in the summary too.
    Why: Pain 4 is at or above 3, and up 3 since the start. Club rule 5 of 7: fixed, not medical evidence.
    What changes it: Rest, and a new report on another day. No coach can change a red.
    Training diary, not medical advice; it cannot diagnose. The light is a fixed rule on the numbers you enter. If worried, stop and ask a professional; in an emergency call your local number. Nobody monitors this bot.
    [Update] [Better] [Same] [Worse] [Resolved]"
  `);

  // The bot is started anew in the middle, and nothing is lost.
  const before = stage.kept(club);
  await stage.restart();
  expect(stage.kept(club)).toEqual(before);

  // 21:15: the stretch reminder comes by direct message, and knows the hour.
  await stage.at('2026-05-04T19:14:00Z');
  expect(directs(ann)).toEqual([]);
  await stage.at('2026-05-04T19:15:00Z');
  const reminder = await ann.next('direct');
  expect(ann.transcript('direct')).toMatchInlineSnapshot(`
    "Backstraight: **It is late: eat first, then stretch.** Easy mobility, only if it does not hurt.
    [Done]
    <Remind me later: 10 min | 1 h | After dinner | Tomorrow>"
  `);

  // Done is noted once, however often and however late it is pressed.
  const done = customIdOf(reminder, 'remind:done');
  await ann.pressTwice(reminder, 'Done');
  expect(ann.transcript('direct')).toMatchInlineSnapshot(`
    "Backstraight: **Stretching: done. Noted.**
    (Done ✓)"
  `);
  const kept = stage.kept(club);
  await pressLate(ann, reminder, done);
  expect(directs(ann)).toEqual(['**Stretching: done. Noted.**\n(Done ✓)']);
  expect(stage.kept(club)).toEqual(kept);

  // 07:30: the coaches read the light and the missed warm-up, and no number that was not shared.
  await stage.at('2026-05-05T05:29:00Z');
  expect(carl.transcript('coaches')).toBe('');
  await stage.at('2026-05-05T05:30:00Z');
  const summary = carl.transcript('coaches');
  expect(summary).toMatchInlineSnapshot(`
    "Backstraight: **Summary of yesterday, Mon 4 May**
    - @Ann: **🔴 RED** · no warm-up · trained, told to stop
    -# Others: 0 trained, 1 shared no session
    [How is it now?]"
  `);
  const ofAnn = summary.split('\n').filter((line) => line.includes('@Ann'));
  expect(ofAnn).toHaveLength(1);
  expect(ofAnn.join()).not.toMatch(/\d/);
  expect(summary).not.toContain('@Ben');

  // At the same hour Ann, who hurt yesterday, is asked with one tap how it is this morning.
  expect(directs(ann).at(-1)).toMatchInlineSnapshot(`
    "Yesterday your low back hurt (4). How is it this morning?
    [Gone] [Better] [Same] [Worse]"
  `);

  // Nobody else reads it, nothing stands in a public channel, and each reminder came once.
  expect(() => ann.transcript('coaches')).toThrow('Ann sees no channel coaches');
  expect(carl.transcript('training') + carl.transcript('reminders')).toBe('');
  expect([directs(ann).length, directs(ben).length]).toEqual([2, 0]);
  expect(stage.kept(club)).toMatchObject({ sessions: 2, reports: 1, screens: 1, waiting: 0 });
});
