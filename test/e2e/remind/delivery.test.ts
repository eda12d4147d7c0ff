/** Reminders as they come: when, where, to whom, and when they rightly do not. */
import { expect, test } from 'vitest';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { useStage } from '../club.ts';
import {
  AGREE,
  clubWithAnn,
  deleteReminder,
  directs,
  joinClub,
  LATER_MENU,
  noneOfThese,
  REMIND,
  setReminder,
  setStretching,
} from '../people.ts';

// A Monday morning; every test takes a day of its own, and the clock moves forward only.
const stage = useStage('2026-05-04T06:00:00Z');

/** Bodies of the messages that the bot has sent to channels by itself, latest last. */
function sent({ requests }: Sandbox): Readonly<Record<string, unknown>>[] {
  return requests
    .filter(({ method, route }) => method === 'POST' && route === '/channels/{channel_id}/messages')
    .map(({ body }) => body as Readonly<Record<string, unknown>>);
}

test('weekly core work comes at the athlete’s own time: an athlete in New York, a club in Berlin', async () => {
  const { ann } = await stage.setUpClub();
  const form = await ann.run('/join time-zone:New York');
  await ann.submit(form, {
    'How old are you?': '18 or older',
    'Have you ever broken a vertebra (back bone)?': 'No',
    'Do you agree?': [AGREE, REMIND],
  });
  expect((await ann.run('/remind list')).text).toContain(
    '**Your reminders** (America/New_York)\n- Core work: Mon, Wed, Fri 18:00, by direct message, next Mon 4 May 18:00\n',
  );
  await stage.at('2026-05-04T16:00:00Z');
  expect(directs(ann)).toEqual([]);
  await stage.at('2026-05-04T22:00:00Z');
  expect(directs(ann)).toMatchInlineSnapshot(`
    [
      "**Core work today.** About 9 min: Dead bug · Side-lying leg lift · Glute bridge · Front plank · Side bridge, knees then feet · Shoulder bridge, neutral. Stop anything that hurts.
    [Done] [Show the set]
    <Remind me later: 10 min | 1 h | After dinner | Tomorrow>",
    ]
  `);
});

test('in a channel it names its athlete and mentions nobody else', async () => {
  const club = await clubWithAnn(stage);
  const { ann, ben } = club;
  await setReminder(ann, 'core', { days: 'tue', time: '18:00' }, 'where:here');
  await stage.at('2026-05-05T16:00:00Z');
  const reminder = await ben.next('training');
  expect(ben.read(reminder)).toBe(
    `@Ann **Core work today.** 10 minutes count. Stop anything that hurts.\n[Done] [Show the set]\n${LATER_MENU}`,
  );
  expect(sent(stage.sandbox).at(-1)).toMatchObject({
    enforce_nonce: true,
    allowed_mentions: { parse: [], users: [ann.userId], replied_user: false },
  });
  await ann.press(reminder, 'Done');
  expect(ben.read(reminder)).toBe('**Core work: done. Noted.**\n(Done ✓)');
  expect(stage.kept(club).marks).toBe(1);
});

test.each([
  ['with the session', '/log type:tempo core:yes', '2026-05-05T18:30:00Z'],
  ['as a session', '/log type:core minutes:20', '2026-05-06T18:30:00Z'],
])('core work that was done first, %s, is not asked for', async (_, typed, due) => {
  const { ann, ben } = await stage.setUpClub('core-days:daily core-time:20:30');
  if (due > '2026-05-06') await stage.at('2026-05-06T12:00:00Z');
  for (const person of [ann, ben]) await joinClub(person, { 'Do you agree?': [AGREE, REMIND] });
  await ann.run(typed);
  await stage.at(due);
  const core = (texts: string[]) => texts.filter((text) => text.includes('Core work')).length;
  expect(core(directs(ben))).toBe(1);
  expect(core(directs(ann))).toBe(0);
});

test('with direct messages closed, a channel says that something waits, and nothing of health', async () => {
  const club = await stage.setUpClub();
  const { ann, ben } = club;
  await joinClub(ann, { 'Do you agree?': [AGREE, REMIND] });
  club.guild.setDirectMessagesClosed('Ann', true);
  await ann.run('/log type:tempo');
  await stage.pass(30);
  expect(directs(ann)).toEqual([]);
  const nudge = await ben.next('reminders');
  expect(ben.transcript('reminders')).toMatchInlineSnapshot(`
    "Backstraight: @Ann Your reminder is here, because I cannot send you direct messages. Open them in this server’s privacy settings.
    [Done] [Show the set]
    <Remind me later: 10 min | 1 h | After dinner | Tomorrow>"
  `);
  expect(sent(stage.sandbox).at(-1)).toMatchObject({ allowed_mentions: { parse: [], users: [ann.userId] } });
  await ann.press(nudge, 'Done');
  expect(ann.read(nudge)).toContain('(Done ✓)');
  const added = await setStretching(ann, 20);
  expect(added.text).toContain('Your direct messages were closed when I last tried; I try again.');
  club.guild.setDirectMessagesClosed('Ann', false);
  // The next day: this one is stretched.
  await stage.pass(12 * 60);
  await ann.run('/log type:tempo');
  await stage.pass(20);
  expect(directs(ann)).toHaveLength(1);
});

test('a reminder that the athlete deleted meanwhile does not come', async () => {
  const { ann } = await stage.setUpClub();
  await joinClub(ann, { 'Do you agree?': [AGREE, REMIND] });
  await ann.run('/log type:tempo');
  await deleteReminder(ann, 'Stretching: 30 min after a session');
  await stage.pass(31);
  expect(directs(ann)).toEqual([]);
});

test('a replaced stretch reminder holds for the next session', async () => {
  const { ann } = await stage.setUpClub();
  await joinClub(ann, { 'Do you agree?': [AGREE, REMIND] });
  await setStretching(ann, 60);
  const answer = await ann.run('/log type:tempo');
  await stage.pass(31);
  expect(directs(ann)).toEqual([]);
  await stage.pass(30);
  expect(directs(ann)).toHaveLength(1);
  await ann.press(await ann.next('direct'), 'Done');
  const edit = await ann.press(answer, 'Date, habits, notes');
  expect(edit.text).toContain('Stretched after? <Yes* |');
});

test('the bot was away: a reminder inside its grace comes late and says so, an older one does not', async () => {
  const { ann } = await stage.setUpClub();
  await stage.at('2026-05-11T12:00:00Z');
  await joinClub(ann, { 'Do you agree?': [AGREE, REMIND] });
  await stage.at('2026-05-11T17:30:00Z');
  expect(directs(ann).at(-1)).toContain('-# Late: it was due at 18:00.');
  const before = directs(ann).length;
  await stage.at('2026-05-14T12:00:00Z');
  expect(directs(ann)).toHaveLength(before);
});

test('late in the evening core work does not insist', async () => {
  const { ann } = await stage.setUpClub('quiet-from:23:00');
  await stage.at('2026-05-14T13:00:00Z');
  await joinClub(ann);
  await setReminder(ann, 'core', { days: 'thu', time: '21:30' });
  await stage.at('2026-05-14T19:30:00Z');
  expect(directs(ann).at(-1)).toMatchInlineSnapshot(`
    "**Core work today?** It is late: eat first. 5 minutes count, and tomorrow counts too.
    About 5 min: McGill curl-up · Side bridge, knees then feet.
    [Done] [Show the set]
    <Remind me later: 10 min | 1 h | After dinner | Tomorrow>"
  `);
});

test('with a broken vertebra that is not cleared, the set leaves out what does not suit it', async () => {
  const { ann } = await stage.setUpClub();
  await stage.at('2026-05-14T19:40:00Z');
  await joinClub(ann, {
    'Have you ever broken a vertebra (back bone)?': 'Yes, and I am not cleared yet',
    'Do you agree?': [AGREE, REMIND],
  });
  await ann.run('/log type:tempo');
  await stage.pass(30);
  expect(directs(ann).at(-1)).toMatchInlineSnapshot(`
    "**It is late: eat first, then stretch.** 4 to 6 minutes count. Never lie down while chewing.
    About 5 min: Hamstring with strap · Calf on wall.
    [Done] [Show the set]
    <Remind me later: 10 min | 1 h | After dinner | Tomorrow>"
  `);
});

test.each([
  ['by day', '2026-05-15T10:00:00Z', '**Time to stretch.** 4 to 6 minutes count.'],
  ['late', '2026-05-15T19:30:00Z', '**It is late: eat first, then stretch.** 4 to 6 minutes count.'],
])('in a channel it says the same to everybody, whatever they have broken: %s', async (_, at, text) => {
  const { ann, ben } = await stage.setUpClub();
  await stage.at(at);
  await joinClub(ann, { 'Have you ever broken a vertebra (back bone)?': 'Yes, and I am not cleared yet' });
  await joinClub(ben);
  for (const person of [ann, ben]) {
    await setStretching(person, 20, 'where:here');
    await person.run('/log type:tempo');
  }
  await noneOfThese(ann, await ann.run('/pain area:low-back now:4 start:1'));
  await stage.pass(20);
  const reminder = await ben.next('training');
  expect(ben.read(reminder)).toBe(`@Ann @Ben\n${text}\n[Done] [Show the set]\n${LATER_MENU}`);
});

test.each([
  ['red, by day', 'now:6 start:1', '2026-05-16T10:00:00Z', '**Time to stretch.**'],
  ['amber, late', 'now:3 start:3', '2026-05-16T19:30:00Z', '**It is late: eat first, then stretch.**'],
])('after a light that is not green stretching prescribes nothing: %s', async (_, pain, at, opening) => {
  const { ann } = await stage.setUpClub();
  await stage.at(at);
  await joinClub(ann, { 'Do you agree?': [AGREE, REMIND] });
  await ann.run('/log type:tempo');
  await noneOfThese(ann, await ann.run(`/pain area:left-calf ${pain}`));
  await noneOfThese(ann, await ann.run('/pain area:right-calf now:0 start:0'));
  await stage.pass(30);
  expect(directs(ann)).toEqual([
    `${opening} Easy mobility, only if it does not hurt.\n[Done]\n${LATER_MENU}`,
  ]);
});

test('a light of the session’s day counts after midnight too', async () => {
  const { ann } = await stage.setUpClub('quiet-from:04:00');
  await stage.at('2026-05-16T21:50:00Z');
  await joinClub(ann, { 'Do you agree?': [AGREE, REMIND] });
  await ann.run('/log type:tempo');
  await noneOfThese(ann, await ann.run('/pain area:left-calf now:6 start:1'));
  await stage.pass(30);
  expect(directs(ann).at(-1)).toContain('Easy mobility, only if it does not hurt.');
});

test('when the club’s zone moves, the reminders of its members move with it', async () => {
  const { ann, dana } = await stage.setUpClub();
  await joinClub(ann, { 'Do you agree?': [AGREE, REMIND] });
  await dana.run('/setup time-zone:Tokyo');
  expect((await ann.run('/remind list')).text).toContain('(Asia/Tokyo)');
});
