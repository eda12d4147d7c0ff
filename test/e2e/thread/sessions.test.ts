/** What was said in the thread about warm-up and regeneration, and what the bot makes of it. */
import { expect, test } from 'vitest';
import { useStage } from '../club.ts';
import {
  clubWithAnn,
  customIdOf,
  directs,
  joinClub,
  noneOfThese,
  pressLate,
  recordOf,
  setReminder,
  shown,
} from '../people.ts';

const stage = useStage('2026-05-04T16:00:00Z');

const DETAILS = { 'What may your coaches see?': 'Details' };

test('“do you still warm up before tempo?”, “jumping right in”: every session asks, and the coach reads it', async () => {
  const { ann, carl } = await stage.setUpClub();
  await joinClub(ann, DETAILS);

  // Not said is not "none": it is asked, with one tap.
  const tempo = await ann.run('/log type:tempo work:2x10x100 r45 minutes:40 effort:4');
  expect(tempo.text).toMatchInlineSnapshot(`
    "**Saved: Tempo**, today, Mon 4 May
    2 × 10 × 100 m, rest 45 s = 2,000 m
    40 min × effort 4 = load 160 AU
    -# Session 1 this week
    [Pain] [No pain]
    [Stretched] [Core done]
    <Warm-up?: Full warm-up | Short warm-up | No warm-up>
    [Edit] [Date, habits, notes] [Undo]"
  `);
  await ann.choose(tempo, 'Warm-up?', 'No warm-up');
  expect(shown(ann, tempo)).toMatchInlineSnapshot(`
    "**Saved: Tempo**, today, Mon 4 May
    2 × 10 × 100 m, rest 45 s = 2,000 m
    40 min × effort 4 = load 160 AU
    No warm-up
    -# Session 1 this week
    [Pain] [No pain]
    [Stretched] [Core done]
    [Edit] [Date, habits, notes] [Undo]"
  `);

  for (const type of ['speed', 'hills', 'weights', 'race']) {
    expect((await ann.run(`/log type:${type} date:1 may`)).text).toContain('<Warm-up?: Full warm-up |');
  }
  for (const type of ['regen', 'mobility', 'core']) {
    expect((await ann.run(`/log type:${type} date:1 may`)).text).not.toContain('Warm-up?');
  }

  await stage.at('2026-05-05T05:30:00Z');
  expect(carl.read(await carl.next('coaches'))).toContain('no warm-up before tempo');
});

test('“do you still warm up before tempo?”: a nudge before tempo days, that knows what suits whom', async () => {
  const { ann, ben, carl, dana } = await stage.setUpClub();
  await joinClub(ann);
  await joinClub(ben, { 'Have you ever broken a vertebra (back bone)?': 'Yes, and I am not cleared yet' });
  await joinClub(carl);
  await joinClub(dana);
  // Left out, it comes before the usual tempo days of a week after Charlie Francis.
  expect((await ann.run('/remind add what:warm-up')).text).toMatchInlineSnapshot(`
    "**Saved.** Warm-up before training: Tue, Thu, Sat 17:00, by direct message.
    Next: Tue 5 May 17:00 · Thu 7 May 17:00 · Sat 9 May 17:00 (Europe/Berlin)
    It does not come when the day’s training is logged already.
    [Edit] [Delete]"
  `);
  expect((await ann.run('/remind add what:warm-up when:after training')).text).toContain(
    '**when**: only stretching comes after a session. Type days and a time, like weekdays 18:30.',
  );
  for (const person of [ben, carl, dana])
    await setReminder(person, 'warm-up', { days: 'tue', time: '17:00' });
  const amber = 'area:left-calf now:2 start:0';
  await noneOfThese(carl, await carl.run(`/pain ${amber}`));
  await noneOfThese(dana, await dana.run('/pain area:left-calf now:6 start:1'));

  // In a channel it says the same to everybody; logged already, it does not come; massage is no training.
  const other = await stage.setUpClub();
  for (const person of [other.ann, other.ben, other.carl, other.dana]) await joinClub(person);
  await setReminder(other.ann, 'warm-up', { days: 'tue', time: '17:00' }, 'where:here');
  await noneOfThese(other.ann, await other.ann.run(`/pain ${amber}`));
  for (const person of [other.ben, other.carl, other.dana])
    await setReminder(person, 'warm-up', { days: 'daily', time: '17:00' });
  await other.ben.run('/log type:tempo work:10x100 warmup:full');
  await other.carl.run('/log type:regen work:massage');
  await other.dana.press(await other.dana.run('/pain area:low-back now:1 start:1'), 'Yes, in A');

  await stage.at('2026-05-05T15:00:00Z');
  const nudge = await ann.next('direct');
  expect([ann, ben, carl, dana].map(directs)).toMatchInlineSnapshot(`
    [
      [
        "**Training today? Warm up first.** It counts before tempo too.
    Jog about 10 min, then 5 to 8 min of skips, throws, kicks, sit-ups and stretches, then drills, to a light sweat. Stop anything that hurts.
    [Step by step]
    <Remind me later: 10 min | 1 h | After dinner | Tomorrow>",
      ],
      [
        "**Training today? Warm up first.** It counts before tempo too.
    Walk about 10 min; jog only if your doctor says so. Then easy drills. Stop anything that hurts.
    [Step by step]
    <Remind me later: 10 min | 1 h | After dinner | Tomorrow>",
      ],
      [
        "**Training today? Warm up gently.** It counts before tempo too.
    Walk first. Jog only if it does not hurt, and leave out what does. Still sore after that? \`/should-i-stop\`.
    [Step by step]
    <Remind me later: 10 min | 1 h | After dinner | Tomorrow>",
      ],
      [],
    ]
  `);
  const posted = await other.ann.next('training');
  expect(other.ann.read(posted)).toMatchInlineSnapshot(`
    "@Ann **Training today? Warm up first.** It counts before tempo too.
    [Step by step]
    <Remind me later: 10 min | 1 h | After dinner | Tomorrow>"
  `);
  expect([other.ben, other.carl, other.dana].map((person) => directs(person).length)).toEqual([0, 1, 0]);

  // Step by step, by how it is now; there is nothing to press Done on, not even by an id made up.
  const madeUp = customIdOf(nudge, 'remind:warm-up').replace('warm-up', 'done');
  expect((await pressLate(ann, nudge, madeUp)).text).toContain('That entry is gone');
  expect((await ann.press(nudge, 'Step by step')).text).toMatchInlineSnapshot(`
    "**Warm-up, about 20 min**
    1. **Jog** about 10 min.
    2. **Move** 5 to 8 min: skips, throws, kicks, sit-ups and stretches.
    3. **Drills**, to a light sweat.
    Stop anything that hurts. \`/log\` asks how you warmed up.
    -# Usual before sprints and tempo, after Charlie Francis."
  `);
  expect((await ben.press(await ben.next('direct'), 'Step by step')).text).toMatchInlineSnapshot(`
    "**Warm-up**
    1. **Walk** about 10 min; jog only if your doctor says so.
    2. **Easy drills**: no throws, sit-ups, twists or jumps.
    Stop anything that hurts."
  `);
  const gently = await other.ann.press(posted, 'Step by step');
  expect(gently.ephemeral).toBe(true);
  expect(gently.text).toMatchInlineSnapshot(`
    "**Warm-up, gently**
    1. **Walk** for 5 min.
    2. **Jog** only if it does not hurt.
    3. **Easy moves and drills**; leave out what hurts.
    Still sore after that? \`/should-i-stop\` before you run."
  `);
  expect((await other.ben.press(posted, 'Step by step')).text).toContain('This belongs to somebody else.');
  await noneOfThese(ann, await ann.run('/pain area:left-calf now:6 start:1'));
  expect((await ann.press(nudge, 'Step by step')).text).toContain('**Today was red: no running.**');
});

test('“EMS? Massage?”: regeneration is logged as a session, in words or with one tap, and gets no advice', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const [preview] = await ann.complete('/log work:massage 30min', 'work');
  expect(preview).toEqual({ name: 'Massage, 30 min (regeneration or mobility)', value: 'massage 30min' });
  const massage = await ann.run('/log type:regen work:massage 30min effort:1');
  expect(massage.text).toMatchInlineSnapshot(`
    "**Saved: Regeneration**, today, Tue 5 May
    Massage, 30 min
    Effort 1
    -# Session 1 this week
    [Pain] [No pain]
    [Stretched] [Core done]
    [Edit] [Date, habits, notes] [Undo]"
  `);

  const ems = await ann.run('/log type:regen work:20min effort:1');
  expect(ems.text).toMatchInlineSnapshot(`
    "**Saved: Regeneration**, today, Tue 5 May
    20 min
    Effort 1
    -# Session 2 this week
    [Pain] [No pain]
    [Stretched] [Core done]
    <What was it?: Massage | EMS | Stretching | Pilates | Foam roller | Sauna | Ice | Heat | Pool | Bike | Walk | Something else>
    [Edit] [Date, habits, notes] [Undo]"
  `);
  await ann.choose(ems, 'What was it?', 'EMS');
  expect(shown(ann, ems)).toMatchInlineSnapshot(`
    "**Saved: Regeneration**, today, Tue 5 May
    EMS, 20 min
    Effort 1
    -# Session 2 this week
    [Pain] [No pain]
    [Stretched] [Core done]
    [Edit] [Date, habits, notes] [Undo]"
  `);

  // The form shows it as it can be typed, and what is typed there is read the same way.
  const edit = await ann.press(ems, 'Edit');
  expect(edit.text).toContain('Work [ems 20min]');
  await ann.submit(edit, { Work: 'ice bath 8min' });
  expect(shown(ann, ems)).toContain('\nIce, 8 min\n');
  await ann.press(recordOf(ems), 'Undo');
  expect(shown(ann, ems)).toContain('/log type:regen work:ice 8min effort:1');

  // Other types take shorthand only, and say where it stops.
  expect((await ann.run('/log type:tempo work:massage')).text).toContain('**work**: I cannot read this');
  const again = await ann.run('/log work:same as last time');
  expect(again.text).toContain('**Saved: Regeneration**');
  expect(again.text).toContain('\nMassage, 30 min\n');
});
