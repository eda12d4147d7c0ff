/** What was said in the thread about warm-up and regeneration, and what the bot makes of it. */
import { expect, test } from 'vitest';
import { useStage } from '../club.ts';
import { clubWithAnn, joinClub, recordOf, shown } from '../people.ts';

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
