/** The daily summary and `/team summary`: at most eight lines by action, and only what each athlete shares. */
import { expect, test } from 'vitest';
import type { Actor } from '../../sandbox/sandbox.ts';
import { type Club, useStage } from './club.ts';
import {
  AGREE,
  customIdOf,
  joinClub,
  noneOfThese,
  pressLate,
  REMIND,
  recordOf,
  setReminder,
} from './people.ts';

// A Monday in Berlin, 18:00.
const stage = useStage('2026-05-04T16:00:00Z');

const SHARING = 'What may your coaches see?';

/** The club with more athletes, in the order of their names. */
function addAthletes({ guild }: Club, names: readonly string[]): Actor[] {
  return names.map((name) => {
    guild.addMember({ name });
    return stage.sandbox.actor(guild, name);
  });
}

async function hurts(person: Actor, typed: string): Promise<void> {
  await noneOfThese(person, await person.run(`/pain ${typed}`));
}

test('details, light only, only me: the same evening as three athletes share it', async () => {
  const club = await stage.setUpClub();
  const { ann, ben, carl } = club;
  const [eve] = addAthletes(club, ['Eve']);
  if (!eve) throw new Error('no Eve');
  await joinClub(ann, { [SHARING]: 'Details' });
  await joinClub(eve, { [SHARING]: 'Light only' });
  await joinClub(ben, { [SHARING]: 'Only me' });
  for (const person of [ann, eve, ben]) {
    await person.run('/log type:tempo work:10x100 minutes:40 effort:4 warmup:none notes:secret');
    await hurts(person, 'area:low-back start:1 now:4 rep:6 notes:secret');
  }
  const summary = await carl.run('/team summary');
  expect(summary.text).toMatchInlineSnapshot(`
    "**Summary of today, Mon 4 May**
    - @Ann: **🔴 RED**, new: low back 1 → 4 from rep 6 · no warm-up before tempo · trained, told to stop
    - @Eve: **🔴 RED** · no warm-up · trained, told to stop
    -# Others: 0 trained, 1 shared no session"
  `);
  expect(summary.ephemeral).toBe(true);
  expect(summary.text).not.toContain('secret');
});

test('sharing that was taken back hides what was logged before, and what was logged for oneself stays so', async () => {
  const { ann, carl } = await stage.setUpClub();
  const summaryAfter = async (sharing: string) => {
    await joinClub(ann, { [SHARING]: sharing });
    return (await carl.run('/team summary')).text.replace(/^.*Mon 4 May\*\*\n/, '');
  };
  await joinClub(ann, { [SHARING]: 'Details' });
  await ann.run('/log type:tempo work:10x100 warmup:none');
  await hurts(ann, 'area:low-back start:1 now:4 rep:6');
  expect(await summaryAfter('Light only')).toMatchInlineSnapshot(`
    "- @Ann: **🔴 RED** · no warm-up · trained, told to stop
    -# No news of anybody else"
  `);
  expect(await summaryAfter('Only me')).toMatchInlineSnapshot(
    `"**Mon 4 May:** no news so far. 0 trained, 1 shared no session."`,
  );
  await ann.run('/log type:race work:5x200 warmup:none');
  expect(await summaryAfter('Details')).toMatchInlineSnapshot(`
    "- @Ann: **🔴 RED**, new: low back 1 → 4 from rep 6 · no warm-up before tempo · trained, told to stop
    -# No news of anybody else"
  `);
});

test('a line for each by action, the most pressing first, those alike on one, and one line on all the rest', async () => {
  const club = await stage.setUpClub();
  const names = ['Ada', 'Bo', 'Cy', 'Di', 'Ed', 'Fay', 'Gus', 'Hal', 'Ivy', 'Jo'];
  const people = addAthletes(club, names);
  for (const [place, person] of people.entries()) {
    await joinClub(person);
    await person.run(`/log type:tempo warmup:${place === 0 ? 'full' : 'none'}`);
  }
  await hurts(people[9] ?? club.ann, 'area:low-back start:1 now:7');
  await hurts(people[8] ?? club.ann, 'area:low-back start:3 now:3');
  const summary = await club.carl.run('/team summary');
  expect(summary.text).toMatchInlineSnapshot(`
    "**Summary of today, Mon 4 May**
    - @Jo: **🔴 RED** · no warm-up · trained, told to stop
    - @Ivy: **🟠 AMBER** · no warm-up · trained
    - @Bo, @Cy, @Di, @Ed, @Fay, @Gus, @Hal: no warm-up · trained
    -# Others: 1 trained, 0 shared no session · team: 1 of 10 warmed up"
  `);
  // Who is named and who is counted are everybody.
  expect(summary.text.match(/@/g)).toHaveLength(names.length - 1);
});

test('it comes at the club’s time to the coaches’ channel, and its button shows how it is now', async () => {
  const club = await stage.setUpClub('summary-time:6:45');
  const { ann, carl, dana } = club;
  await stage.at('2026-05-04T17:00:00Z');
  await joinClub(ann);
  await ann.run('/log type:tempo warmup:none');
  await stage.at('2026-05-05T04:44:00Z');
  expect(carl.transcript('coaches')).toBe('');
  await stage.at('2026-05-05T04:45:00Z');
  const summary = await carl.next('coaches');
  expect(carl.read(summary)).toMatchInlineSnapshot(`
    "**Summary of yesterday, Mon 4 May**
    - @Ann: no warm-up · trained
    -# No news of anybody else
    [How is it now?]"
  `);
  expect(stage.sandbox.requests.findLast(({ method }) => method === 'POST')?.body).toMatchObject({
    allowed_mentions: { parse: [] },
  });
  await hurts(ann, 'area:low-back when:next-morning now:4');
  const now = await carl.press(summary, 'How is it now?');
  expect(now.ephemeral).toBe(true);
  expect(now.text).toContain('AMBER');
  expect((await dana.press(summary, 'How is it now?')).text).toContain('Only coaches can do this.');
});

test('three silent days are named, of those who share', async () => {
  const club = await stage.setUpClub();
  const { ann, ben, carl } = club;
  await stage.at('2026-05-05T16:00:00Z');
  await joinClub(ann);
  await joinClub(ben, { 'How old are you?': '13 to 15' });
  for (const person of [ann, ben]) await person.run('/log type:tempo warmup:full');
  await stage.at('2026-05-07T16:00:00Z');
  expect((await carl.run('/team summary')).text).not.toContain('@Ann');
  await stage.at('2026-05-09T05:30:00Z');
  const text = carl.read(carl.messages('coaches').at(-1) ?? (await carl.next('coaches')));
  expect(text).toContain('- @Ann: nothing logged for 3 days');
  expect(text).not.toContain('@Ben');
});

test('missed core work is named, and not on a day that was red', async () => {
  const club = await stage.setUpClub('core-days:daily core-time:17:00');
  const { ann, ben, carl } = club;
  await stage.at('2026-05-10T08:00:00Z');
  for (const person of [ann, ben]) {
    await joinClub(person, { 'Do you agree?': [AGREE, REMIND] });
    await person.run('/log type:tempo warmup:full');
  }
  await hurts(ben, 'area:low-back start:1 now:7');
  await stage.at('2026-05-11T05:30:00Z');
  const text = carl.read(carl.messages('coaches').at(-1) ?? (await carl.next('coaches')));
  expect(text).toContain('- @Ann: core work not logged · trained');
  expect(text).toContain('- @Ben: **🔴 RED** · trained, told to stop');
});

test('a club that is not switched on gets no summary, and a closed channel stops nobody else’s', async () => {
  const off = stage.openClub();
  await off.dana.run('/setup summary-channel:#coaches coach-role:@Coach time-zone:Berlin');
  const closed = await stage.setUpClub();
  const open = await stage.setUpClub();
  closed.guild.denyBot('coaches', ['SendMessages']);
  await stage.at('2026-05-12T05:30:00Z');
  expect(off.carl.transcript('coaches')).toBe('');
  expect(closed.carl.transcript('coaches')).toBe('');
  expect(open.carl.transcript('coaches')).toContain('**Mon 11 May:** nobody has joined yet.');
});

test('two clubs do not see each other, even of somebody who is in both', async () => {
  const here = await stage.setUpClub();
  const there = await stage.setUpClub();
  const userId = here.guild.addMember({ name: 'Eve' });
  there.guild.addMember({ name: 'Eve', userId });
  const [eveHere, eveThere] = [here, there].map(({ guild }) => stage.sandbox.actor(guild, 'Eve'));
  if (!eveHere || !eveThere) throw new Error('no Eve');
  await joinClub(eveHere, { [SHARING]: 'Details' });
  const log = recordOf(await eveHere.run('/log type:tempo work:10x100 warmup:none'));
  await hurts(eveHere, 'area:low-back start:1 now:7');
  await setReminder(eveHere, 'core', { days: 'sun', time: '9:00' });

  expect((await eveThere.run('/log')).text).toContain('form "Join Backstraight"');
  expect((await there.carl.run('/team summary')).text).not.toContain('@');
  expect(stage.kept(there)).toMatchObject({ athletes: 0, sessions: 0, reports: 0, reminders: 0 });

  await joinClub(eveThere);
  expect((await eveThere.complete('/log work:', 'work'))[0]?.name).not.toContain('Same as last time');
  expect((await eveThere.run('/remind list')).text).toContain('No reminders.');
  const [first] = eveThere.messages('training');
  const stolen = await pressLate(eveThere, first ?? log, customIdOf(log, 'log:undo'));
  expect(stolen.text).toContain('That entry is gone');
  expect(stage.kept(here).sessions).toBe(1);
  expect((await here.carl.run('/team summary')).text).toContain('@Eve');
  expect((await there.carl.run('/team summary')).text).toContain('0 trained, 1 shared no session');
});

test('a light of the morning after is not what somebody was told while training', async () => {
  const { ann, carl } = await stage.setUpClub();
  await stage.at('2026-05-12T16:00:00Z');
  await joinClub(ann);
  await ann.run('/log type:tempo warmup:full');
  await stage.at('2026-05-13T05:00:00Z');
  await hurts(ann, 'area:low-back when:next-morning now:7');
  await stage.at('2026-05-13T05:30:00Z');
  expect(carl.transcript('coaches')).toMatch(/- @Ann: \*\*🔴 RED\*\* · trained\n/);
});

test('after two weeks of silence nobody is named any more, only counted', async () => {
  const { ann, ben, carl } = await stage.setUpClub();
  await stage.at('2026-05-13T16:00:00Z');
  await joinClub(ann);
  await ann.run('/log type:tempo warmup:full');
  await stage.at('2026-05-27T16:00:00Z');
  await joinClub(ben);
  await ben.run('/log type:tempo warmup:full');
  expect((await carl.run('/team summary')).text).toContain('- @Ann: nothing logged for 14 days');
  await stage.at('2026-05-28T16:00:00Z');
  const { text } = await carl.run('/team summary');
  expect(text).not.toContain('@Ann');
  expect(text).toContain('2 shared no session (1 silent for over two weeks)');
});

test('what is logged after its day was told comes the next morning with its day, once', async () => {
  const { ann, ben, carl } = await stage.setUpClub();
  await stage.at('2026-05-28T17:00:00Z');
  await joinClub(ann, { [SHARING]: 'Details' });
  await joinClub(ben, { 'How old are you?': '13 to 15' });
  const summaryAt = async (instant: string) => {
    await stage.at(instant);
    return carl.read(carl.messages('coaches').at(-1) ?? (await carl.next('coaches')));
  };
  expect(await summaryAt('2026-05-29T05:30:00Z')).toBe(
    '**Thu 28 May:** no news. 0 trained, 2 shared no session.\n[How is it now?]',
  );
  await stage.at('2026-05-29T09:00:00Z');
  for (const person of [ann, ben]) await person.run('/log type:tempo warmup:none date:yesterday');
  expect((await carl.run('/team summary')).text).toContain('- @Ann: no warm-up before tempo · trained');
  expect(await summaryAt('2026-05-30T05:30:00Z')).toMatchInlineSnapshot(`
    "**Summary of yesterday, Fri 29 May**
    - @Ann: Thu 28 May, logged late: no warm-up before tempo
    -# Others: 0 trained, 1 shared no session · 1 session logged late
    [How is it now?]"
  `);
  expect(await summaryAt('2026-05-31T05:30:00Z')).toBe(
    '**Sat 30 May:** no news. 0 trained, 2 shared no session.\n[How is it now?]',
  );
});

test('a light that was changed after it was told is told as it is now', async () => {
  const { ann, carl } = await stage.setUpClub();
  await stage.at('2026-05-31T16:00:00Z');
  await joinClub(ann, { [SHARING]: 'Details' });
  await hurts(ann, 'area:low-back start:1 now:7');
  await stage.at('2026-06-01T05:30:00Z');
  expect(carl.transcript('coaches')).toContain('- @Ann: **🔴 RED**, new: low back 1 → 7');
  await stage.at('2026-06-01T10:00:00Z');
  const list = await ann.run('/history');
  const [entry = ''] = /Sun 31 May · Low back[^|>]*/.exec(list.text) ?? [];
  const report = await ann.choose(list, 'Look, edit or delete', entry.trim());
  await noneOfThese(ann, await ann.submit(await ann.press(report, 'Edit'), { 'Pain then, 0 to 10': '1' }));
  await stage.at('2026-06-02T05:30:00Z');
  expect(carl.read(carl.messages('coaches').at(-1) ?? (await carl.next('coaches')))).toContain(
    '- @Ann: Sun 31 May, changed since: **🟢 GREEN**, new: low back 1 → 1',
  );
});

test('missed while the bot was down it comes late and says so, within six hours', async () => {
  const { carl } = await stage.setUpClub();
  await stage.at('2026-06-03T10:15:00Z');
  expect(carl.read(carl.messages('coaches').at(-1) ?? (await carl.next('coaches')))).toBe(
    '**Tue 2 Jun:** nobody has joined yet.\n-# Late: it was due at 07:30.\n[How is it now?]',
  );
  const before = carl.messages('coaches').length;
  await stage.at('2026-06-04T11:31:00Z');
  expect(carl.messages('coaches')).toHaveLength(before);
});

test('core work that comes after its day was told: within the hour the line goes, later it is taken back by its day', async () => {
  const { ann, ben, carl } = await stage.setUpClub('core-days:mon,wed core-time:18:00');
  await stage.at('2026-06-08T15:00:00Z');
  for (const person of [ann, ben]) {
    await joinClub(person, { [SHARING]: 'Details', 'Do you agree?': [AGREE, REMIND] });
    await person.run('/log type:tempo warmup:full');
  }
  await stage.at('2026-06-08T17:00:00Z');
  const set = await ann.run('/core');
  const summaryAt = async (instant: string) => {
    await stage.at(instant);
    return carl.messages('coaches').at(-1) ?? (await carl.next('coaches'));
  };
  const tuesday = await summaryAt('2026-06-09T05:30:00Z');
  expect(carl.read(tuesday)).toMatchInlineSnapshot(`
    "**Summary of yesterday, Mon 8 Jun**
    - @Ann, @Ben: core work not logged · trained
    -# No news of anybody else
    [How is it now?]"
  `);

  // Ben presses Done on Monday's reminder within the hour, Ann on Monday's set after it.
  await stage.at('2026-06-09T05:52:00Z');
  const reminder = ben.messages('direct').find((each) => ben.read(each).includes('Core work'));
  await ben.press(reminder ?? (await ben.next('direct')), 'Done');
  await stage.at('2026-06-09T06:00:00Z');
  expect(carl.read(tuesday)).toMatchInlineSnapshot(`
    "**Summary of yesterday, Mon 8 Jun**
    - @Ann: core work not logged · trained
    -# Others: 1 trained, 0 shared no session · updated 07:52
    [How is it now?]"
  `);
  await stage.at('2026-06-09T06:25:00Z');
  await stage.at('2026-06-09T09:00:00Z');
  await ann.press(set, 'Done');
  expect(carl.read(await summaryAt('2026-06-10T05:30:00Z'))).toMatchInlineSnapshot(`
    "**Summary of yesterday, Tue 9 Jun**
    - @Ann: Mon 8 Jun, logged late: core work done
    -# Others: 0 trained, 1 shared no session
    [How is it now?]"
  `);

  // Wednesday's is another story, and Monday's is told once.
  await stage.at('2026-06-10T16:30:00Z');
  const session = await ann.run('/log type:tempo warmup:full');
  await ben.run('/log type:tempo warmup:full core:yes');
  expect(carl.read(await summaryAt('2026-06-11T05:30:00Z'))).toMatchInlineSnapshot(`
    "**Summary of yesterday, Wed 10 Jun**
    - @Ann: core work not logged · trained
    -# Others: 1 trained, 0 shared no session
    [How is it now?]"
  `);
  await stage.at('2026-06-11T09:00:00Z');
  await ann.press(session, 'Core done');
  expect(carl.read(await summaryAt('2026-06-12T05:30:00Z'))).toMatchInlineSnapshot(`
    "**Summary of yesterday, Thu 11 Jun**
    - @Ann: Wed 10 Jun, logged late: core work done
    -# Others: 0 trained, 1 shared no session
    [How is it now?]"
  `);
  expect(carl.read(await summaryAt('2026-06-13T05:30:00Z'))).toMatchInlineSnapshot(`
    "**Fri 12 Jun:** no news. 0 trained, 2 shared no session.
    [How is it now?]"
  `);
});

test('when a later look is given up, the next day tells what the last that succeeded did not show, and that once', async () => {
  const { ann, ben, carl } = await stage.setUpClub('core-days:mon core-time:18:00');
  await stage.at('2026-06-15T15:00:00Z');
  for (const person of [ann, ben])
    await joinClub(person, { [SHARING]: 'Details', 'Do you agree?': [AGREE, REMIND] });
  const trained = await ben.run('/log type:mobility');
  await stage.at('2026-06-16T05:30:00Z');
  const monday = carl.messages('coaches').at(-1) ?? (await carl.next('coaches'));
  expect(carl.read(monday)).toContain('- @Ben: core work not logged · trained');
  await stage.at('2026-06-16T05:33:00Z');
  await ann.run('/log type:tempo warmup:none date:yesterday');
  await stage.at('2026-06-16T05:35:30Z');
  expect(carl.read(monday)).toContain('- @Ann: core work not logged · no warm-up before tempo · trained');

  await stage.at('2026-06-16T05:40:00Z');
  await ben.run('/log type:tempo warmup:none date:yesterday');
  const edit = { method: 'PATCH', route: '/channels/{channel_id}/messages/{message_id}' };
  stage.sandbox.faults.next(edit, { code: 10008, status: 404 });
  await stage.at('2026-06-16T05:46:00Z');
  await stage.at('2026-06-16T09:00:00Z');
  await ben.submit(await ben.press(trained, 'Edit'), { Session: 'Core' });
  await stage.at('2026-06-17T05:30:00Z');
  expect(carl.read(carl.messages('coaches').at(-1) ?? (await carl.next('coaches')))).toMatchInlineSnapshot(`
    "**Summary of yesterday, Tue 16 Jun**
    - @Ben: Mon 15 Jun, logged late: no warm-up before tempo · Mon 15 Jun, changed since: core work done
    -# Others: 0 trained, 1 shared no session · 1 session logged late
    [How is it now?]"
  `);
  await stage.at('2026-06-18T05:30:00Z');
  expect(carl.read(carl.messages('coaches').at(-1) ?? (await carl.next('coaches')))).toMatchInlineSnapshot(`
    "**Wed 17 Jun:** no news. 0 trained, 2 shared no session.
    [How is it now?]"
  `);
});
