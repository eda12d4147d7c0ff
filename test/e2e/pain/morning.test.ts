/** "How is it this morning?": asked by itself after a painful day, answered with one tap (handbook §1). */
import { expect, test } from 'vitest';
import type { Actor, MessageRecord } from '../../../sandbox/sandbox.ts';
import { type Club, useStage } from '../club.ts';
import {
  ADULT,
  AGREE,
  customIdOf,
  directs,
  joinClub,
  noneOfThese,
  pressLate,
  REMIND,
  setReminder,
} from '../people.ts';

// Berlin leaves summer time in the night to Sunday 25 October; every test takes a day of its own.
const stage = useStage('2026-10-19T06:00:00Z');

/** A club in Berlin that Ann, or everybody named, has joined with reminders. */
async function remindedClub(zone = ''): Promise<Club> {
  const club = await stage.setUpClub();
  const form = await club.ann.run(`/join ${zone}`.trim());
  await club.ann.submit(form, { ...ADULT, 'Do you agree?': [AGREE, REMIND] });
  return club;
}

/** Reports pain and denies the warning signs. */
async function hurt(person: Actor, options: string): Promise<void> {
  await noneOfThese(person, await person.run(`/pain ${options}`));
}

/** The question that waits in the direct messages. */
function question(person: Actor): MessageRecord {
  const record = person.messages('direct').findLast((each) => person.read(each).includes('this morning?'));
  if (record === undefined) throw new Error('nothing was asked');
  return record;
}

/** Presses an answer, and waits for what comes beside the question. */
async function say(
  person: Actor,
  asked: MessageRecord,
  label: string,
  where = 'direct',
): Promise<MessageRecord> {
  const before = new Set(person.messages(where).map(({ id }) => id));
  await person.press(asked, label);
  return await person.next(where, ({ id }) => !before.has(id));
}

/** The first two lines: the light, and whose numbers. */
const light = (person: Actor, record: MessageRecord) => person.read(record).split('\n').slice(0, 2);

test('after a painful day one direct message asks, and one tap answers it, once', async () => {
  const club = await remindedClub();
  const { ann } = club;
  await stage.at('2026-10-19T15:00:00Z');
  await ann.run('/log type:tempo work:10x100');
  await hurt(ann, 'area:low-back start:1 now:4');
  // Within the same second: the later one is the later one.
  await hurt(ann, 'area:low-back start:1 now:3');
  await stage.at('2026-10-20T05:29:00Z');
  const before = directs(ann).length;
  await stage.at('2026-10-20T05:30:00Z');
  expect(directs(ann)).toHaveLength(before + 1);
  const asked = question(ann);
  expect(ann.read(asked)).toMatchInlineSnapshot(`
    "Yesterday your low back hurt (4, later 3). How is it this morning?
    [Gone] [Better] [Same] [Worse]"
  `);
  const worse = customIdOf(asked, 'pain:echo:[^"]*:worse');
  const page = await say(ann, asked, 'Same');
  expect(ann.read(asked)).toMatchInlineSnapshot(`
    "Low back: same. Noted.
    (Gone) (Better) (Same ✓) (Worse)"
  `);
  expect(light(ann, page)[0]).toBe('**Stop running for now**, until you have answered this.');
  await ann.press(page, 'None of these');
  expect(ann.read(page)).toMatchInlineSnapshot(`
    "🔴 RED: stop running for today
    **Low back** · pain 1 → 3

    No running today. Walk. Easy mobility only if it does not hurt.
    Tell your coach now; the colour is in the summary too.
    Morning pain is up 2 on 1: halve your next tempo volume.
    Why: Pain 3 is at or above 3, and up 2 since before yesterday’s session. Club rule 5 of 7: fixed, not medical evidence.
    What changes it: Rest, and a new report on another day. No coach can change a red.
    Training diary, not medical advice; it cannot diagnose. The light is a fixed rule on the numbers you enter. If worried, stop and ask a professional; in an emergency call your local number. Nobody monitors this bot.
    [Update] [Better] [Same] [Worse] [Resolved]"
  `);

  const kept = stage.kept(club);
  await pressLate(ann, asked, worse);
  expect(stage.kept(club)).toEqual(kept);
  expect(ann.read(asked)).toContain('Low back: same. Noted.');
});

test('several areas are a row each, the worst first; every answer leads to a light, the missing number too', async () => {
  const club = await remindedClub();
  const { ann } = club;
  await stage.at('2026-10-20T15:00:00Z');
  await hurt(ann, 'area:low-back start:2 now:3');
  await hurt(ann, 'area:left-calf start:4 now:5');
  await hurt(ann, 'area:right-foot start:1 now:1');
  await hurt(ann, 'area:right-hip start:0 now:2');
  await stage.at('2026-10-21T05:30:00Z');
  const asked = question(ann);
  expect(ann.read(asked)).toMatchInlineSnapshot(`
    "**How is it this morning?**
    1. Yesterday your left calf hurt (5).
    2. Yesterday your low back hurt (3).
    3. Yesterday your right hip hurt (2).
    [1 Gone] [1 Better] [1 Same] [1 Worse]
    [2 Gone] [2 Better] [2 Same] [2 Worse]
    [3 Gone] [3 Better] [3 Same] [3 Worse]"
  `);

  const better = await say(ann, asked, '1 Better');
  expect(ann.read(better)).toBe(
    '**Left calf.** Noted: better. What number is it now? Then you get a light.\n<0 no pain, 10 worst imaginable: 0: no pain | 1 | 2 | 3 | 4>',
  );
  expect(stage.kept(club).reports).toBe(5);
  const number = customIdOf(better, 'pain:now');
  await ann.choose(better, '0 no pain, 10 worst imaginable', '2');
  expect(light(ann, better)).toEqual(['🟢 GREEN: carry on', '**Left calf** · pain 4 → 2']);
  // A number that was said stays as it was said.
  await ann.raw({ type: 3, data: { custom_id: number, component_type: 3, values: ['0'] }, source: better });
  expect(light(ann, better)[1]).toBe('**Left calf** · pain 4 → 2');

  const worse = await say(ann, asked, '2 Worse');
  expect(ann.read(worse)).toContain('<0 no pain, 10 worst imaginable: 4 | 5 | 6 | 7 | 8 | 9 | 10: worst');
  await ann.choose(worse, '0 no pain, 10 worst imaginable', '6');
  await ann.press(worse, 'None of these');
  expect(ann.read(worse)).toContain('Morning pain 6 is above 5: no running in your next session.');
  expect(ann.read(worse)).toContain('Morning pain is up 4 on 2: halve your next tempo volume.');

  const gone = await say(ann, asked, '3 Gone');
  expect(light(ann, gone)).toEqual([
    '🟢 GREEN now, but today’s RED still holds',
    '**Right hip** · pain 0 → 0',
  ]);
  expect(ann.read(asked)).toMatchInlineSnapshot(`
    "**How is it this morning?**
    1. Left calf: better. Noted.
    2. Low back: worse. Noted.
    3. Right hip: gone. Noted.
    (1 Gone) (1 Better ✓) (1 Same) (1 Worse)
    (2 Gone) (2 Better) (2 Same) (2 Worse ✓)
    (3 Gone ✓) (3 Better) (3 Same) (3 Worse)"
  `);
  expect(stage.kept(club).reports).toBe(7);
});

test('no question after a day that was green, after “resolved”, or when the morning has been told already', async () => {
  const { ann, ben, carl } = await remindedClub();
  for (const person of [ben, carl]) await joinClub(person, { 'Do you agree?': [AGREE, REMIND] });
  await stage.at('2026-10-21T15:00:00Z');
  await hurt(ann, 'area:low-back start:2 now:2');
  const red = await noneOfThese(ben, await ben.run('/pain area:low-back start:2 now:6'));
  await ben.press(red, 'Resolved');
  await hurt(carl, 'area:low-back start:2 now:6');
  await stage.at('2026-10-22T05:00:00Z');
  await hurt(carl, 'area:low-back now:1 when:next-morning');
  await stage.at('2026-10-22T05:30:00Z');
  expect([ann, ben, carl].flatMap(directs).filter((text) => text.includes('this morning'))).toEqual([]);
});

test('an open sign: the question comes, and its answer speaks of the sign alone', async () => {
  const { ann } = await remindedClub();
  await stage.at('2026-10-22T15:00:00Z');
  await ann.press(await ann.run('/pain area:low-back start:2 now:4'), 'Yes, in B');
  await stage.at('2026-10-23T05:30:00Z');
  const said = await say(ann, question(ann), 'Same');
  expect(ann.read(said)).not.toMatch(/tempo|half|halve|bike|pool|carry on/i);
  await ann.press(said, 'None of these');
  expect(light(ann, said)[0]).toBe('🔴 STOP: see a doctor');
  expect(ann.read(said)).not.toMatch(/tempo|half|halve|bike|pool|carry on/i);
});

test('with direct messages closed a channel says only that something waits; its button asks the athlete alone', async () => {
  const club = await remindedClub();
  const { ann, ben } = club;
  await joinClub(ben);
  club.guild.setDirectMessagesClosed('Ann', true);
  await stage.at('2026-10-23T09:00:00Z');
  await hurt(ann, 'area:low-back start:2 now:4');
  await stage.at('2026-10-24T05:30:00Z');
  const nudge = await ben.next('reminders', (record) => ben.read(record).includes('@Ann Your'));
  expect(ben.read(nudge)).toMatchInlineSnapshot(`
    "@Ann Your reminder is here, because I cannot send you direct messages. Open them in this server’s privacy settings.
    [Show it]"
  `);
  expect((await ben.press(nudge, 'Show it')).text).toBe(
    'This belongs to somebody else. Nothing was changed.',
  );
  const opened = await ann.press(nudge, 'Show it');
  expect(opened.ephemeral).toBe(true);
  expect(opened.text).toContain('Yesterday your low back hurt (4). How is it this morning?');
  const gone = await ann.press(opened, 'Gone');
  expect(gone.text).toContain('Low back: gone. Noted.');
  expect(ben.transcript('reminders')).not.toMatch(/low back|pain|hurt|gone/i);
});

test('the night in which clocks go back: the athlete in New York is asked by her own yesterday, at her own half past seven', async () => {
  const { ann, ben } = await remindedClub('time-zone:New York');
  await joinClub(ben, { 'Do you agree?': [AGREE, REMIND] });
  // 20:30 on Saturday in New York is 02:30 on Sunday in Berlin, half an hour before its clocks go back.
  await stage.at('2026-10-25T00:30:00Z');
  await hurt(ann, 'area:low-back start:2 now:4');
  await hurt(ben, 'area:low-back start:2 now:4');
  await stage.at('2026-10-25T06:30:00Z');
  expect(directs(ben).filter((text) => text.includes('this morning'))).toEqual([]);
  await stage.at('2026-10-25T11:30:00Z');
  expect(ann.read(question(ann))).toContain('Yesterday your low back hurt (4).');
  await stage.at('2026-10-26T06:30:00Z');
  expect(ben.read(question(ben))).toContain('Yesterday your low back hurt (4).');
});

test('a question of another morning, or in another hand, changes nothing', async () => {
  const club = await remindedClub();
  const { ann, ben } = club;
  await joinClub(ben);
  await stage.at('2026-10-26T15:00:00Z');
  await hurt(ann, 'area:low-back start:2 now:4');
  await stage.at('2026-10-27T06:30:00Z');
  const asked = question(ann);
  const id = customIdOf(asked, 'pain:echo:[^"]*:gone');
  const kept = stage.kept(club);
  expect((await pressLate(ben, asked, id)).text).toContain('That entry is gone');
  await stage.at('2026-10-28T08:00:00Z');
  expect((await ann.press(asked, 'Gone')).text).toBe(
    'That morning has passed. For how it is now, run `/pain` in your club’s server.',
  );
  expect(stage.kept(club)).toMatchObject({ reports: kept.reports, screens: kept.screens });
});

test('`/remind add` brings the morning question with days and a time before noon', async () => {
  const club = await stage.setUpClub();
  await joinClub(club.ann);
  expect((await club.ann.run('/remind add what:echo')).text).toMatchInlineSnapshot(`
    "**Saved.** Morning question after pain: every day 07:30, by direct message.
    It comes only on the morning after a session that hurt, unless you have told me by then.
    [Edit] [Delete]"
  `);
  expect((await club.ann.run('/remind add what:echo when:18:00')).text).toContain(
    'the morning question comes before 12:00.',
  );
  expect((await club.ann.run('/remind add what:echo when:after training')).text).toContain(
    'only stretching comes after a session.',
  );
  await setReminder(club.ann, 'echo', { days: 'weekdays', time: '6:45' });
  expect((await club.ann.run('/remind list')).text).toMatchInlineSnapshot(`
    "**Your reminders** (Europe/Berlin)
    - Morning question after pain: weekdays 06:45, by direct message
    <Open one: Morning question after pain: weekdays 06:45>"
  `);
});
