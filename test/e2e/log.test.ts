/** `/log`: a session in one line, by form, or as last time; its answer, and what can be added to it with one tap. */
import { expect, test } from 'vitest';
import { useStage } from './club.ts';
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
} from './people.ts';

const stage = useStage('2026-05-05T09:00:00Z');

const WITH_REMINDERS = { 'Do you agree?': [AGREE, REMIND] };

test('with every option', async () => {
  const { ann } = await clubWithAnn(stage);
  const answer = await ann.run(
    '/log type:tempo work:100+100+100/100+200+100/100+100+100 minutes:45 effort:4 warmup:short core:yes stretch:later date:monday notes:wind on the back straight',
  );
  expect(answer.text).toMatchInlineSnapshot(`
    "**Saved: Tempo**, yesterday, Mon 4 May
    100 + 100 + 100 / 100 + 200 + 100 / 100 + 100 + 100 m = 1,000 m
    45 min × effort 4 = load 180 AU
    Short warm-up · core done · stretch later
    > wind on the back straight
    -# Session 1 this week
    [Pain] [No pain]
    [Stretched] (Core done ✓)
    [Edit] [Date, habits, notes] [Undo]"
  `);
  expect(answer.ephemeral).toBe(true);
});

test('alone it opens a form, and the same form edits it', async () => {
  const { ann } = await clubWithAnn(stage);
  const form = await ann.run('/log');
  expect(form.text).toMatchInlineSnapshot(`
    "form "Log a session":
    Session <Tempo | Speed | Speed endurance | Special endurance | Hills | Weights | Jumps | Technique | Core | Mobility | Regeneration | Cross-training | Race | Other>
    Work [] (Sets x reps x metres, @ seconds a rep, r rest. Empty is fine.)
    Minutes []
    How hard was it? <0: rest | 1: very very easy | 2: easy | 3: moderate | 4: somewhat hard | 5: hard | 6 | 7: very hard | 8 | 9 | 10: maximal>
    Warm-up <Full warm-up | Short warm-up | No warm-up>"
  `);
  const answer = await ann.submit(form, {
    Session: 'Speed endurance',
    Work: '3x150 R8min',
    Minutes: '70 min',
    'How hard was it?': '7: very hard',
    'Warm-up': 'Full warm-up',
  });
  expect(answer.text).toMatchInlineSnapshot(`
    "**Saved: Speed endurance**, today, Tue 5 May
    3 × 150 m, set rest 8 min = 450 m
    70 min × effort 7 = load 490 AU
    Full warm-up
    -# Session 1 this week
    [Pain] [No pain]
    [Stretched] [Core done]
    [Edit] [Date, habits, notes] [Undo]"
  `);
  const edit = await ann.press(answer, 'Edit');
  expect(edit.text).toContain('form "Edit the session"');
  expect(edit.text).toContain('Work [3x150 R8min]');
  await ann.submit(edit, { Work: '2x150', 'Warm-up': [] });
  expect(shown(ann, answer)).toContain('2 × 150 m = 300 m\n70 min × effort 7 = load 490 AU\n-#');
});

test('the habits, the date and notes have a form of their own', async () => {
  const { ann } = await clubWithAnn(stage);
  const answer = await ann.run('/log type:weights minutes:60 core:no');
  const more = await ann.press(answer, 'Date, habits, notes');
  expect(more.text).toMatchInlineSnapshot(`
    "form "Date, habits, notes":
    Date [today] (Like today, yesterday, Monday, 12 March; up to 31 days back)
    Core work with it? <Yes | No*>
    Stretched after? <Yes | No | Later>
    Notes []"
  `);
  await ann.submit(more, {
    Date: 'sunday',
    'Core work with it?': 'Yes',
    'Stretched after?': 'No',
    Notes: 'squats\nand rows',
  });
  expect(shown(ann, answer)).toContain(
    '**Saved: Weights**, Sun 3 May\n60 min\nCore done · no stretch\n> squats\n> and rows',
  );
});

test('“same as last time” repeats type, work, minutes and effort, never the habits', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  await ann.run('/log type:tempo work:2x10x100 minutes:40 effort:3 warmup:full core:yes');
  const [again] = await ann.complete('/log work:', 'work');
  expect(again).toEqual({ name: 'Same as last time: Tempo 2x10x100 40 min', value: 'same as last time' });

  const repeated = await ann.run('/log work:same as last time minutes:42');
  expect(repeated.text).toContain('2 × 10 × 100 m = 2,000 m\n42 min × effort 3 = load 126 AU\n-# Session 2');

  const form = await ann.run('/log');
  expect(form.text).toContain('<Same as last time: Tempo 2x10x100 42 min | Tempo |');
  const chosen = await ann.submit(form, { Session: 'Same as last time: Tempo 2x10x100 42 min' });
  expect(chosen.text).toContain('**Saved: Tempo**');
  expect(chosen.text).toContain('2 × 10 × 100 m = 2,000 m\n42 min × effort 3');
  expect(stage.kept(club).sessions).toBe(3);
});

test('while work is typed, its reading shows, or the place where it stops', async () => {
  const { ann } = await clubWithAnn(stage);
  const preview = async (work: string) =>
    (await ann.complete(`/log work:${work}`, 'work')).map(({ name }) => name);
  expect(await preview('2x10x100 @17.5 r45')).toEqual(['2 × 10 × 100 m @ 17.5 s, rest 45 s = 2,000 m']);
  expect(await preview('10x100 @')).toEqual(['I can read up to here: “10x100 @”. Try 10x100 @17.5']);
  expect(await preview('')).toHaveLength(4);
});

test('work too long for a choice is offered none, so that all of it is sent', async () => {
  const { ann } = await clubWithAnn(stage);
  const work = Array.from({ length: 18 }, () => '1x100').join(', ');
  expect(work.length).toBeGreaterThan(100);
  expect(await ann.complete(`/log work:${work}`, 'work')).toEqual([]);
  expect((await ann.run(`/log type:tempo work:${work}`)).text).toContain('= 1,800 m');
});

test('while the date is typed, days show by name', async () => {
  const { ann } = await clubWithAnn(stage);
  const days = await ann.complete('/log date:', 'date');
  expect(days.slice(0, 3).map(({ name }) => name)).toEqual([
    'today, Tue 5 May',
    'yesterday, Mon 4 May',
    'Sun 3 May',
  ]);
  expect(await ann.complete('/log date:2 may', 'date')).toEqual([{ name: 'Sat 2 May', value: '2026-05-02' }]);
});

test('a type that was left out is asked with one tap, and the words stay in sight', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const asked = await ann.run('/log work:6x200 r3min warmup:full');
  expect(asked.text.split('\n')[0]).toBe(
    'Which session was it? Then I save `/log work:6x200 r3min warmup:Full warm-up`',
  );
  expect(stage.kept(club).sessions).toBe(0);
  await ann.choose(asked, 'Session', 'Special endurance');
  expect(shown(ann, asked)).toContain(
    '**Saved: Special endurance**, today, Tue 5 May\n6 × 200 m, rest 3 min = 1,200 m',
  );
});

test('warm-up and effort that were left out are one tap away', async () => {
  const { ann } = await clubWithAnn(stage);
  const answer = await ann.run('/log type:tempo minutes:30');
  await ann.choose(answer, 'Warm-up?', 'No warm-up');
  await ann.choose(answer, 'How hard was it?', '3: moderate');
  expect(shown(ann, answer)).toContain('30 min × effort 3 = load 90 AU\nNo warm-up\n');
  expect(shown(ann, answer)).not.toContain('<');
});

test('a tempo session tells its last rep against its first, and how it compares with the last 30 days', async () => {
  const { ann } = await clubWithAnn(stage);
  for (const day of ['29 april', '30 april', 'friday', 'sunday']) {
    await ann.run(`/log type:tempo work:10x100 date:${day}`);
  }
  const answer = await ann.run(
    '/log type:tempo work:14x100 @17.2-17.9 r45 minutes:45 effort:4 warmup:full notes:windy',
  );
  expect(answer.text).toMatchInlineSnapshot(`
    "**Saved: Tempo**, today, Tue 5 May
    14 × 100 m @ 17.2–17.9 s, rest 45 s = 1,400 m
    45 min × effort 4 = load 180 AU
    Full warm-up
    Last rep 0.7 s slower: the last should match the first.
    Biggest tempo session in 30 days (+40 %).
    > windy
    -# Session 1 this week
    [Pain] [No pain]
    [Stretched] [Core done]
    [Edit] [Date, habits, notes] [Undo]"
  `);
  // The answer is drawn anew with the same words, and as another type it has none of them.
  await ann.press(answer, 'Core done');
  expect(shown(ann, answer)).toContain('Biggest tempo session in 30 days (+40 %).');
  await ann.submit(await ann.press(answer, 'Edit'), { Session: 'Speed endurance' });
  expect(shown(ann, answer)).not.toMatch(/Last rep|Biggest/);
});

test('an athlete without any best is shown how to set one', async () => {
  const { ann } = await clubWithAnn(stage);
  const answer = await ann.run('/log type:tempo work:10x100 @17.5');
  expect(answer.text).toContain('\nSet your best to see your pace: `/me best:100 12.0`\n');
  expect((await ann.run('/log type:speed work:3x60 @7.5')).text).not.toContain('best');
});

test('nothing is said about training on a red day or while a warning sign is open', async () => {
  const { ann } = await stage.setUpClub();
  await joinClub(ann, WITH_REMINDERS);
  const typed = '/log type:tempo work:10x100 @17-18';
  const before = await ann.run(typed);
  expect(before.text).toMatch(/Last rep[\s\S]*stretch reminder at/);
  await noneOfThese(ann, await ann.run('/pain area:low back now:7 start:1'));
  const onRed = await ann.run(typed);
  expect(onRed.text).not.toMatch(/Last rep|best/);
  expect((await ann.press(onRed, 'Pain')).text).toContain('form "Pain"');
  expect((await ann.run(`${typed} date:yesterday`)).text).toContain('Last rep');
  await ann.press(await ann.run('/pain area:left hamstring now:3 start:3'), 'Yes, in A');
  expect((await ann.run(`${typed} date:yesterday`)).text).not.toMatch(/Last rep|best/);
  expect((await ann.run('/log type:weights')).text).not.toContain('stretch reminder');
});

test('No pain is one tap, said once; Pain still works after it', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const answer = await ann.run('/log type:tempo effort:3 warmup:full');
  const before = recordOf(answer);
  const noPain = customIdOf(before, 'log:no-pain');
  await ann.press(answer, 'No pain');
  expect(shown(ann, answer)).toContain('[Pain] (No pain ✓)\n[Stretched] [Core done]');
  await pressLate(ann, recordOf(answer), noPain);
  expect(shown(ann, answer)).toContain('(No pain ✓)');
  expect((await ann.press(answer, 'Pain')).text).toContain('form "Pain"');

  await ann.press(answer, 'Undo');
  const late = await pressLate(ann, recordOf(answer), noPain);
  expect(late.text).toContain('That entry is gone');
});

test('the same logged twice within 10 minutes is kept, with a question', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const typed = '/log type:tempo work:8x100 minutes:40';
  await ann.run(typed);
  await stage.pass(9);
  const again = await ann.run(typed);
  expect(again.text.split('\n').slice(0, 2)).toEqual([
    expect.stringMatching(/^\*\*Saved: Tempo\*\*, today, /),
    expect.stringMatching(/^You logged the same at \d\d:\d\d\. Twice\? Undo takes this one back\.$/),
  ]);
  expect(stage.kept(club).sessions).toBe(2);
  await ann.press(again, 'Undo');
  expect(stage.kept(club).sessions).toBe(1);
  await stage.pass(2);
  expect((await ann.run(typed)).text).not.toContain('the same');
});

test('Core done and Stretched are noted on the session, and cannot be pressed again', async () => {
  const { ann } = await clubWithAnn(stage);
  const answer = await ann.run('/log type:tempo');
  await ann.press(answer, 'Core done');
  await ann.press(answer, 'Stretched');
  expect(shown(ann, answer)).toContain('Core done · stretched');
  expect(shown(ann, answer)).toContain('(Stretched ✓) (Core done ✓)');
});

test('the answer keeps telling when the stretch reminder comes', async () => {
  const { ann } = await stage.setUpClub();
  await joinClub(ann, WITH_REMINDERS);
  const answer = await ann.run('/log type:tempo');
  const [at] = /stretch reminder at \d\d:\d\d/.exec(answer.text) ?? [];
  expect(at).toBeDefined();
  await ann.press(answer, 'Core done');
  expect(shown(ann, answer)).toContain(at);
  await ann.press(answer, 'Stretched');
  expect(shown(ann, answer)).not.toContain('reminder');
});

test('Undo takes the session back with its reminder, and gives the words to log it again', async () => {
  const club = await stage.setUpClub();
  const { ann } = club;
  await joinClub(ann, WITH_REMINDERS);
  const answer = await ann.run(
    '/log type:tempo work:8x100 effort:3 warmup:none core:yes stretch:later notes:short',
  );
  expect(answer.text).toContain('stretch reminder at');
  expect(stage.kept(club)).toMatchObject({ sessions: 1, waiting: 1 });
  await ann.press(answer, 'Undo');
  expect(shown(ann, answer)).toMatchInlineSnapshot(`
    "Taken back: Tempo of Tue 5 May.
    To log it again: \`/log type:tempo work:8x100 effort:3 warmup:none date:2026-05-05 core:yes stretch:later notes:short\`"
  `);
  expect(stage.kept(club)).toMatchObject({ sessions: 0, waiting: 0 });
  const again = /`(\/log .*)`/.exec(shown(ann, answer))?.[1] ?? '';
  expect((await ann.run(again)).text).toContain('No warm-up · core done · stretch later\n> short');
});

test.each([
  ['Stretched is pressed', '/log type:tempo', 'Stretched'],
  ['it was stretched already', '/log type:tempo stretch:yes', null],
  ['the session is of yesterday', '/log type:tempo date:yesterday', null],
  ['the session is mobility', '/log type:mobility', null],
  ['the session is taken back', '/log type:tempo', 'Undo'],
])('no stretch reminder comes when %s', async (_, typed, press) => {
  const club = await stage.setUpClub();
  const { ann } = club;
  await joinClub(ann, WITH_REMINDERS);
  const answer = await ann.run(typed);
  if (press !== null) await ann.press(answer, press);
  await stage.pass(31);
  expect(directs(ann)).toEqual([]);
});

test('no stretch reminder comes when the session is moved to an earlier day', async () => {
  const club = await stage.setUpClub();
  const { ann } = club;
  await joinClub(ann, WITH_REMINDERS);
  const more = await ann.press(await ann.run('/log type:tempo'), 'Date, habits, notes');
  await ann.submit(more, { Date: 'yesterday' });
  await stage.pass(31);
  expect(directs(ann)).toEqual([]);
});

test('two sessions in a row bring one stretch reminder, after the last', async () => {
  const { ann } = await stage.setUpClub();
  await joinClub(ann, WITH_REMINDERS);
  await ann.run('/log type:tempo');
  await stage.pass(20);
  const second = await ann.run('/log type:weights');
  await stage.pass(15);
  expect(directs(ann)).toEqual([]);
  await stage.pass(15);
  expect(directs(ann)).toHaveLength(1);
  await ann.press(await ann.next('direct'), 'Done');
  expect((await ann.press(second, 'Date, habits, notes')).text).toContain('Stretched after? <Yes* |');

  // Stretched once is stretched for the day.
  const third = await ann.run('/log type:jumps');
  expect(third.text).not.toContain('stretch reminder');
  await stage.pass(31);
  expect(directs(ann)).toHaveLength(1);
});

test.each([
  ['before it is due: at its time', 5, 0, 25, /\*\*Time to stretch\.\*\*(?!.*was due)/s],
  ['after it was due: at once, and it says so', 25, 29, 0, /was due at \d\d:\d\d/],
])('a second session taken back leaves the first its stretch reminder, %s', async (_, ...scene) => {
  const [until, before, after, words] = scene;
  const club = await stage.setUpClub();
  const { ann } = club;
  await joinClub(ann, WITH_REMINDERS);
  await ann.run('/log type:tempo');
  await stage.pass(until);
  const second = await ann.run('/log type:tempo');
  await stage.pass(before);
  expect(directs(ann)).toEqual([]);
  await ann.press(second, 'Undo');
  expect(stage.kept(club).waiting).toBe(1);
  await stage.pass(after);
  expect(directs(ann)).toEqual([expect.stringMatching(words)]);
  await stage.pass(31);
  expect(directs(ann)).toHaveLength(1);
});

test.each([
  ['moved to yesterday and back', { Date: 'yesterday' }, { Date: 'today' }],
  ['stretched by mistake', { 'Stretched after?': 'Yes' }, { 'Stretched after?': 'Later' }],
])('the stretch reminder goes and comes with the session: %s', async (_, there, back) => {
  const club = await stage.setUpClub();
  const { ann } = club;
  await joinClub(ann, WITH_REMINDERS);
  const answer = await ann.run('/log type:tempo');
  const at = /stretch reminder at \d\d:\d\d/.exec(answer.text)?.[0] ?? 'no reminder';
  await stage.pass(10);
  await ann.submit(await ann.press(answer, 'Date, habits, notes'), there);
  expect(stage.kept(club).waiting).toBe(0);
  await ann.submit(await ann.press(answer, 'Date, habits, notes'), back);
  expect(shown(ann, answer)).toContain(at);
  await stage.pass(20);
  expect(directs(ann)).toHaveLength(1);

  // Its time has passed: nothing is planned once more.
  await ann.submit(await ann.press(answer, 'Date, habits, notes'), there);
  await ann.submit(await ann.press(answer, 'Date, habits, notes'), back);
  await stage.pass(31);
  expect(directs(ann)).toHaveLength(1);
});

test('a mended form that outlives its draft says what it could not save', async () => {
  const { ann } = await clubWithAnn(stage);
  const refused = await ann.run('/log type:tempo work:8x date:yesterday notes:windy');
  const form = await ann.press(refused, 'Mend it');
  await stage.restart();
  const saved = await ann.submit(form, { Work: '8x100' });
  expect(saved.text).toContain(
    'I no longer have what you typed before the form opened: only the form’s own fields count. Add the rest with Edit or “Date, habits, notes”.\n**Saved: Tempo**, today',
  );

  // Where the form has a field for all that was typed, nothing is lost.
  const whole = await ann.press(await ann.run('/log type:tempo work:8x'), 'Mend it');
  const empty = await ann.run('/log');
  await stage.restart();
  expect((await ann.submit(whole, { Work: '8x100' })).text).toMatch(/^\*\*Saved: Tempo/);
  expect((await ann.submit(empty, { Session: 'Speed' })).text).toMatch(/^\*\*Saved: Speed/);
});

test('the button Pain opens the pain form', async () => {
  const { ann } = await clubWithAnn(stage);
  const form = await ann.press(recordOf(await ann.run('/log type:tempo')), 'Pain');
  expect(form.text).toContain('form "Pain"');
});

test.each([
  ['/log', 'Now log your session.', 'Log a session'],
  ['/pain', 'Now report your pain.', 'Pain'],
])('somebody who has not joined is led through joining to the form of %s', async (typed, words, title) => {
  const { ben } = await stage.setUpClub();
  await ben.submit(await ben.run(typed), ADULT);
  const offered = await ben.next('training');
  expect(ben.read(offered)).toBe(`${words}\n[Open the form]`);
  expect((await ben.press(offered, 'Open the form')).text).toContain(`form "${title}"`);
});
