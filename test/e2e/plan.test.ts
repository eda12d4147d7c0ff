/** `/plan`: a squad's week, posted each morning, changed by the coach and logged from the post. */
import { expect, test } from 'vitest';
import { SANDBOX_CLUB } from '../../sandbox/club.ts';
import type { Actor } from '../../sandbox/sandbox.ts';
import { type Club, setUp, useStage } from './club.ts';
import { ADULT, customIdOf, joinClub, noneOfThese, pressLate, recordOf, saysNo, shown } from './people.ts';

// A Monday in Berlin, 16:00, in the last week of winter time.
const stage = useStage('2026-03-23T15:00:00Z');

/** A club that is on, with a squad that Ann is in. */
async function clubWithSprinters(): Promise<Club> {
  const guild = stage.sandbox.createGuild({
    ...SANDBOX_CLUB,
    roles: [{ name: 'Coach' }, { name: 'Sprinters' }],
  });
  const of = (name: string) => stage.sandbox.actor(guild, name);
  const club = { guild, ann: of('Ann'), ben: of('Ben'), carl: of('Carl'), dana: of('Dana') };
  await setUp(club);
  guild.giveRole('Ann', 'Sprinters');
  await joinClub(club.ann);
  return club;
}

const posts = (person: Actor, channel = 'training') =>
  person
    .messages(channel)
    .filter(({ visibleTo }) => visibleTo === null)
    .map((record) => person.read(record));

test('a Charlie Francis week: started, posted by the minute through the change to summer time, silent on Sunday', async () => {
  const club = await clubWithSprinters();
  const { ann, carl } = club;
  const elsewhere = await stage.setUpClub();
  await joinClub(elsewhere.ann);
  const started = await carl.run('/plan start template:charlie-francis squad:@Sprinters call:yes');
  expect(started.ephemeral).toBe(true);
  expect(started.text).toMatchInlineSnapshot(`
    "**Started.** Next post: Tue 24 Mar 07:00.
    **The week of @Sprinters**
    **Mon (today)** Speed 4x30 r3min, 3x60 r6min · 95 % or faster, full rests. Then a few jumps.
    **Tue** Tempo 2x10x100 @75% r45
    **Wed** Speed 6x30 r3min, 2x60 r6min
    **Thu** Tempo 2x10x100 @75% r45
    **Fri** Speed 4x30 r3min, 3x60 r6min
    **Sat** Tempo 2x10x100 @75% r45
    **Sun** Rest
    -# Posted 07:00 in #training, calls the squad · training 18:00, warm-up 17:15 (Europe/Berlin)
    <Change a day: Mon: Speed 4x30 r3min, 3x60 r6min | Tue: Tempo 2x10x100 @75% r45 | Wed: Speed 6x30 r3min, 2x60 r6min | Thu: Tempo 2x10x100 @75% r45 | Fri: Speed 4x30 r3min, 3x60 r6min | Sat: Tempo 2x10x100 @75% r45 | Sun: Rest>
    [Times] [Stop the plan]"
  `);

  await stage.at('2026-03-24T05:59:59Z');
  expect(posts(ann)).toEqual([]);
  await stage.at('2026-03-24T06:00:00Z');
  expect(posts(ann)).toMatchInlineSnapshot(`
    [
      "@Sprinters **Today, Tue 24 Mar: tempo.** 2x10x100 @75% r45.
    At most 75 %. Core between the sets, mobility after.
    Warm up first: it counts before tempo too. A red light beats the plan.
    [Log it] [Warm-up]",
    ]
  `);
  expect(ann.messages('training').at(-1)?.message.mention_roles).toEqual([club.guild.roleId('Sprinters')]);
  await stage.at('2026-03-24T16:15:00Z');
  expect(posts(ann).at(-1)).toMatchInlineSnapshot(`
    "@Sprinters **Tempo at 18:00: warm up first.** It counts before tempo too.
    The button shows what suits you today.
    [Warm-up]"
  `);

  for (const day of ['25', '26', '27', '28']) {
    await stage.at(`2026-03-${day}T06:00:00Z`);
    await stage.at(`2026-03-${day}T16:15:00Z`);
  }
  expect(posts(ann)).toHaveLength(10);
  await stage.at('2026-03-29T20:00:00Z');
  expect(posts(ann)).toHaveLength(10);
  await stage.at('2026-03-30T04:59:59Z');
  expect(posts(ann)).toHaveLength(10);
  await stage.at('2026-03-30T05:00:00Z');
  expect(posts(ann).at(-1)).toContain('**Today, Mon 30 Mar: speed.**');
  await stage.at('2026-03-30T15:14:59Z');
  expect(posts(ann)).toHaveLength(11);
  await stage.at('2026-03-30T15:15:00Z');
  expect(posts(ann).at(-1)).toContain('**Speed at 18:00: warm up first.**');

  expect(posts(elsewhere.ann)).toEqual([]);
  expect((await elsewhere.ann.run('/plan week')).text).toBe('No plan for you here yet.');
});

test('Carl edits Tuesday, Ann logs it from the post, and an edit during the day makes no second post', async () => {
  const { ann, ben, carl } = await clubWithSprinters();
  const panel = await carl.run('/plan start squad:@Sprinters');
  const form = await carl.choose(panel, 'Change a day', 'Tue: Tempo 2x10x100 @75% r45');
  expect(form.text).toMatchInlineSnapshot(`
    "form "Plan of Tuesday":
    Session <Rest | Tempo* | Speed | Speed endurance | Special endurance | Hills | Weights | Jumps | Technique | Core | Mobility | Regeneration | Cross-training | Race | Other>
    Work [2x10x100 @75% r45] (Sets x reps x metres, @ pace, r rest. Empty: as you say on the day.)
    Note [At most 75 %. Core between the sets, mobility after.] (One line, read by everybody in the channel; it calls nobody)"
  `);
  await carl.submit(form, { Work: '10x100 @70%', Note: 'Grass. @everyone bring [flats](https://x.org)' });
  expect(shown(carl, panel)).toContain('**Tue** Tempo 10x100 @70%\n');

  await stage.at('2026-03-31T05:00:00Z');
  const post = await ann.next('training');
  expect(ann.read(post).replace('\u200b', '')).toMatchInlineSnapshot(`
    "@Sprinters **Today, Tue 31 Mar: tempo.** 10x100 @70%.
    Grass. @everyone bring \\[flats\\]\\(https://x.org\\)
    Warm up first: it counts before tempo too. A red light beats the plan.
    [Log it] [Warm-up]"
  `);
  expect([post.message.mention_roles, post.message.mention_everyone]).toEqual([[], false]);

  const log = await ann.press(post, 'Log it');
  expect(log.text).toContain('Work [10x100 @70%]');
  const logged = await ann.submit(log, { Minutes: '40' });
  expect(logged.ephemeral).toBe(true);
  expect(logged.text).toContain('Tempo');
  expect(logged.text).toContain('1,000 m');
  const warmUp = await ann.press(post, 'Warm-up');
  expect(warmUp.ephemeral).toBe(true);
  expect(warmUp.text).toContain('**Jog** about 10 min.');
  // Ben has not joined: he is asked first, and told how to go on.
  const asked = await ben.press(post, 'Log it');
  expect((await ben.submit(asked, ADULT)).text).toContain('**Now press that button again.**');
  expect((await ben.press(post, 'Log it')).text).toContain('Work [10x100 @70%]');

  const edited = await carl.run('/plan day day:tue type:hills work:6x60');
  expect(edited.text).toContain('Today’s post changes with it.');
  await stage.at('2026-03-31T05:00:20Z');
  expect(ann.read(post)).toMatchInlineSnapshot(`
    "@Sprinters **Today, Tue 31 Mar: hills.** 6x60.
    Warm up first. A red light beats the plan.
    [Log it] [Warm-up]"
  `);
  expect(post.message.mention_roles).toEqual([]);
  await carl.run('/plan day day:tue type:rest');
  await stage.at('2026-03-31T05:54:00Z');
  expect(ann.read(post)).toMatchInlineSnapshot(`
    "@Sprinters **Today, Tue 31 Mar: rest.** The plan has changed.
    [Log it]"
  `);
  await stage.at('2026-03-31T05:56:00Z');
  const stays = await carl.run('/plan day day:tue type:tempo work:10x100');
  expect(stays.text).toContain('Today’s post is too old to be changed.');
  await stage.at('2026-03-31T06:30:00Z');
  expect(ann.read(post)).toContain('The plan has changed.');
  await carl.run('/plan start squad:@Sprinters time:10:00');
  await stage.at('2026-03-31T08:00:00Z');
  expect(posts(ann)).toHaveLength(1);
  await stage.at('2026-04-01T08:00:00Z');
  expect(posts(ann).at(-1)).toContain('**Today, Wed 1 Apr: speed.**');

  // The next day the form says which day it is for.
  const late = await ann.press(post, 'Log it');
  expect(late.text).toContain('form "Log the session of Tue 31 Mar"');
  await ann.submit(late, {});
  expect((await ann.run('/history')).text).toContain('Tue 31 Mar');
});

test('/log offers today’s plan first, and one tap logs it', async () => {
  const { ann, ben, carl } = await clubWithSprinters();
  await stage.at('2026-04-02T12:00:00Z');
  expect((await ann.complete('/log work:', 'work'))[0]?.name).not.toContain('plan');
  expect((await ann.run("/log work:today's plan")).text).toContain('nothing is planned for that day');
  await carl.run('/plan start squad:@Sprinters');
  const [first] = await ann.complete('/log work:', 'work');
  expect(first?.name).toBe('Today’s plan: Tempo 2x10x100 @75% r45');
  const logged = await ann.run(`/log work:${first?.value} minutes:40`);
  expect(logged.text).toContain('2,000 m');
  await joinClub(ben);
  expect((await ben.complete('/log work:', 'work'))[0]?.name).not.toContain('plan');
});

test('a red day or an open warning sign: no session in the athlete’s own panel, form or menu', async () => {
  const { ann, carl } = await clubWithSprinters();
  await stage.at('2026-04-03T12:00:00Z');
  await carl.run('/plan start squad:@Sprinters');
  expect((await ann.run('/plan week')).text).toMatchInlineSnapshot(`
    "**The week of @Sprinters**
    **Mon** Speed 4x30 r3min, 3x60 r6min
    **Tue** Tempo 2x10x100 @75% r45
    **Wed** Speed 6x30 r3min, 2x60 r6min
    **Thu** Tempo 2x10x100 @75% r45
    **Fri (today)** Speed 4x30 r3min, 3x60 r6min · 95 % or faster, full rests. Then a few jumps.
    **Sat** Tempo 2x10x100 @75% r45
    **Sun** Rest
    -# Posted 07:00 in #training · training 18:00, warm-up 17:15 (Europe/Berlin)"
  `);
  await stage.at('2026-04-04T05:00:00Z');
  const post = await ann.next('training');
  await noneOfThese(ann, await ann.run('/pain area:left-calf now:7 start:1'));
  const red = (await ann.run('/plan week')).text;
  expect(red).toContain('**Sat (today)** Rest today: your light was red. Nothing is lost.');
  expect(red).toContain('**Mon** Speed');
  expect((await ann.complete('/log work:', 'work'))[0]?.name).not.toContain('plan');
  expect((await ann.press(post, 'Log it')).text).not.toContain('2x10x100 @75%]');
  expect((await ann.press(post, 'Warm-up')).text).toContain('Today was red: no running.');

  const screen = await ann.run('/pain area:low-back now:7 start:1');
  await ann.press(screen, 'Yes, in A');
  const flagged = (await ann.run('/plan week')).text;
  expect(flagged).not.toContain('Speed');
});

test('only coaches change a plan, and only where the bot may post', async () => {
  const club = await clubWithSprinters();
  const { ann, ben, carl, guild } = club;
  for (const command of ['start', 'day day:tue type:rest', 'stop']) {
    const answer = await saysNo(stage, club, () => ann.run(`/plan ${command}`));
    expect(answer.text).toContain('Only coaches can');
  }
  guild.denyBot('training', ['SendMessages']);
  const closed = await carl.run('/plan start time:6:90');
  expect(closed.text).toContain('**time**: I cannot read “6:90”');
  const fixed = await carl.press(closed, 'Mend it');
  expect((await carl.submit(fixed, { 'Post at': '6:30' })).text).toContain('lies in the club’s quiet hours');
  const lacking = await carl.run('/plan start channel:#training');
  expect(lacking.text).toContain('**channel**: I cannot post in #training. There I lack: Send Messages.');
  const elsewhere = await carl.submit(await carl.press(lacking, 'Mend it'), { 'Post in': 'reminders' });
  expect(elsewhere.text).toContain('Posted 07:00 in #reminders');
  expect((await carl.run('/plan start channel:#coaches')).text).toContain(
    'athletes may not see it. `/plan start channel:` moves the posts.',
  );
  await carl.press(await carl.run('/plan stop'), 'Yes, stop it');
  guild.denyBot('training', []);
  expect((await carl.run('/plan week')).text).toBe('No plan yet. `/plan start` makes one.');
  expect((await carl.run('/plan stop')).text).toContain('There is no such plan.');

  const panel = await carl.run('/plan start');
  expect(panel.text).toContain('**The week of the whole club**');
  const late = await carl.submit(await carl.press(panel, 'Times'), { 'Post at': '6:90' });
  expect(late.text).toContain('You typed: `/plan start time:6:90 training:18:00`');
  const bad = await carl.run('/plan day day:tue work:10y100');
  expect(bad.text).toContain('**work**: I cannot read this from the mark on');
  const mended = await carl.submit(await carl.press(bad, 'Mend it'), { Work: '10x100' });
  expect(mended.text).toContain('**Tue** Tempo 10x100');
  // A member without a squad reads the whole club's week, and joins first.
  expect((await ben.run('/plan week')).kind).toBe('modal');

  const again = await carl.run('/plan start template:empty');
  expect(again.text).toContain('**The whole club has a plan already.**');
  await carl.press(again, 'Yes, take the template');
  expect(shown(carl, again)).toContain('Nothing is posted: every day is rest.');

  const stop = await carl.press(await carl.run('/plan week'), 'Stop the plan');
  const yes = customIdOf(recordOf(stop), 'plan:stop-yes');
  await carl.press(stop, 'Yes, stop it');
  expect(shown(carl, stop)).toContain('**Stopped:** the plan of the whole club.');
  expect((await pressLate(carl, recordOf(stop), yes)).text).toContain('stopped already');
});

test('two coaches who start at once make one plan; a 13th is refused; several squads are told apart', async () => {
  const names = Array.from({ length: 13 }, (_, index) => `Squad ${index + 1}`);
  const guild = stage.sandbox.createGuild({
    ...SANDBOX_CLUB,
    roles: ['Coach', ...names].map((name) => ({ name })),
  });
  const [carl, dana] = [stage.sandbox.actor(guild, 'Carl'), stage.sandbox.actor(guild, 'Dana')];
  await setUp({ dana });
  guild.giveRole('Dana', 'Coach');
  const start = (coach: Actor, name: string) => coach.run(`/plan start squad:@${name}`);
  const both = await Promise.all([start(carl, 'Squad 1'), start(dana, 'Squad 1')]);
  expect(both.map(({ text }) => text.split('.')[0]).sort()).toEqual(['**Saved', '**Started']);
  for (const name of names.slice(1, 12)) await start(carl, name);
  expect((await start(carl, 'Squad 13')).text).toContain('The club has 12 plans: stop one first');
  expect((await carl.run('/plan day day:tue type:rest')).text).toContain('**squad** is missing.');
  const which = (await carl.run('/plan week')).text;
  expect(which).toMatch(/\*\*Whose week\?\*\* There are plans for (?:@Squad \d+(?: · )?){12}: /);
  expect((await carl.run('/plan week squad:@Squad 2')).text).toContain('**The week of @Squad 2**');
});

test('a day changed to rest in time posts nothing; a stopped plan neither; the club’s zone moves the posts', async () => {
  const { ann, carl, dana } = await clubWithSprinters();
  await carl.run('/plan start squad:@Sprinters');
  await carl.run('/plan day day:sun type:regen work:massage 30min');
  await stage.at('2026-04-05T05:00:00Z');
  expect(posts(ann)).toHaveLength(1);
  await carl.run('/plan day day:mon type:rest');
  await stage.at('2026-04-06T16:15:00Z');
  expect(posts(ann)).toHaveLength(1);
  await dana.run('/setup time-zone:London');
  await stage.at('2026-04-07T05:59:59Z');
  expect(posts(ann)).toHaveLength(1);
  await stage.at('2026-04-07T06:00:00Z');
  expect(posts(ann)).toHaveLength(2);
  const late = ann.messages('training').at(-1);
  await carl.press(await carl.run('/plan stop squad:@Sprinters'), 'Yes, stop it');
  await stage.at('2026-04-08T17:00:00Z');
  expect(posts(ann)).toHaveLength(2);
  if (late) expect((await ann.press(late, 'Log it')).text).toContain('form "Log a session"');
});
