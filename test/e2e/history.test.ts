/** `/history` and `/undo`: one's own entries, looked at, mended, deleted, taken back and put back. */
import { expect, test } from 'vitest';
import type { Actor, Answer, MessageRecord } from '../../sandbox/sandbox.ts';
import { useStage } from './club.ts';
import {
  ADULT,
  clubWithAnn,
  customIdOf,
  directs,
  joinClub,
  noneOfThese,
  pressLate,
  recordOf,
  saysNo,
  shown,
} from './people.ts';

const stage = useStage('2026-03-17T17:00:00Z');

const MENU = 'Look, edit or delete';

/** Opens the first entry of the list whose line holds these words. */
async function openEntry(person: Actor, words: string): Promise<Answer> {
  const list = await person.run('/history');
  const labels = list.text.match(/<Look, edit or delete: (.*)>/)?.[1]?.split(' | ') ?? [];
  return await person.choose(list, MENU, labels.find((label) => label.includes(words)) ?? words);
}

/** Says yes to the first list of warning signs, the most pressing one. */
async function sayYes(person: Actor, asked: Answer): Promise<Answer> {
  return await person.press(asked, asked.text.match(/\[(Yes, [^\]]+)\]/)?.[1] ?? 'Yes');
}

/** Somebody chooses from a menu that stands on a message of somebody else, or does not stand there at all. */
async function forgeChoice(
  person: Actor,
  on: MessageRecord,
  customId: string,
  value: string,
): Promise<Answer> {
  return await person.raw({
    type: 3,
    data: { custom_id: customId, component_type: 3, values: [value] },
    source: on,
  });
}

/** The value of the menu's choice whose label holds these words. */
function choiceOf(record: MessageRecord, words: string): string {
  const choice = JSON.stringify(record.message.components).match(
    new RegExp(`\\{"label":"[^"]*${words}[^"]*","value":"([^"]*)"|"value":"([^"]*)","label":"[^"]*${words}`),
  );
  const value = choice?.[1] ?? choice?.[2];
  if (value === undefined) throw new Error(`no choice with ${words}`);
  return value;
}

test('nothing logged yet', async () => {
  await stage.at('2026-03-18T17:00:00Z');
  const { ann } = await clubWithAnn(stage);
  expect((await ann.run('/history')).text).toBe('Nothing here yet. `/log` a session, and it stands here.');
  expect((await ann.run('/undo')).text).toBe(
    'Nothing to take back: you logged nothing in the last 24 hours. Older entries are in `/history`.',
  );
});

test('Ann looks, edits, and deletes after a second tap', async () => {
  await stage.at('2026-03-19T17:00:00Z');
  const club = await clubWithAnn(stage);
  const { ann } = club;
  await ann.run('/log type:speed work:4x60 minutes:60 effort:7 date:yesterday');
  clockOn();
  await ann.run('/log type:tempo work:2x10x100 minutes:45 effort:4 warmup:short core:yes notes:windy');
  clockOn();
  await noneOfThese(ann, await ann.run('/pain area:low-back start:1 now:4 rep:6 kind:tightness'));
  const list = await ann.run('/history');
  expect(list.ephemeral).toBe(true);
  expect(list.text).toMatchInlineSnapshot(`
    "**Today, Thu 19 Mar**
    🔴 Low back · 1 → 4 · red
    Tempo · 2 × 10 × 100 m · 45 min
    **Yesterday, Wed 18 Mar** · Speed · 4 × 60 m · 60 min
    <Look, edit or delete: Thu 19 Mar · Low back · 1 → 4 · red | Thu 19 Mar · Tempo · 2 × 10 × 100 m · 45 min | Wed 18 Mar · Speed · 4 × 60 m · 60 min>"
  `);
  const tempo = await ann.choose(list, MENU, 'Thu 19 Mar · Tempo · 2 × 10 × 100 m · 45 min');
  expect(tempo.text).toMatchInlineSnapshot(`
    "**Tempo**, Thu 19 Mar
    2 × 10 × 100 m = 2,000 m
    45 min × effort 4 = load 180 AU
    Short warm-up · core done
    > windy
    -# Logged Thu 19 Mar 18:01
    [Edit] [Date, habits, notes] [Back] [Delete]"
  `);
  await ann.submit(await ann.press(tempo, 'Edit'), { Minutes: '50' });
  expect(shown(ann, tempo)).toContain('50 min × effort 4 = load 200 AU');

  const speed = await openEntry(ann, 'Speed');
  const question = await ann.press(speed, 'Delete');
  expect(question.text).toMatchInlineSnapshot(`
    "Delete this for good?
    **Wed 18 Mar** · Speed · 4 × 60 m · 60 min
    -# Its stretch reminder goes too. Pain reports of that day stay.
    [Yes, delete it] [Keep it]"
  `);
  expect((await ann.press(question, 'Keep it')).text).toContain('**Speed**, Wed 18 Mar');
  const again = await ann.press(speed, 'Delete');
  const [deleted, second] = await ann.pressTwice(again, 'Yes, delete it');
  expect([deleted.text, second.text].sort()).toMatchInlineSnapshot(`
    [
      "Deleted: **Speed**, Wed 18 Mar
    To enter it again: \`/log type:speed work:4x60 minutes:60 effort:7 date:2026-03-18\`
    [Back to the list]",
      "That entry is gone, or was changed since. Nothing was changed now. Run the command again for a new one.",
    ]
  `);
  expect(stage.kept(club)).toMatchObject({ sessions: 1, reports: 1 });
  expect((await ann.press(speed, 'Back to the list')).text).not.toContain('Speed');
});

/** A minute later: the order of two entries is then plain. */
function clockOn() {
  stage.clock.advance(60_000);
}

test('a pain report is mended by a form, and judged anew', async () => {
  await stage.at('2026-03-20T17:00:00Z');
  const club = await clubWithAnn(stage);
  const { ann } = club;
  await noneOfThese(
    ann,
    await ann.run('/pain area:low-back start:1 now:4 rep:6 kind:tightness notes:at the end'),
  );
  const red = await openEntry(ann, 'Low back');
  expect(red.text).toMatchInlineSnapshot(`
    "**Low back**, Fri 20 Mar, during the session
    🔴 red
    Pain 1 → 4 · from rep 6
    Tightness
    > at the end
    -# Logged Fri 20 Mar 18:00 · the light is a fixed club rule, not medical evidence
    [Edit] [Back] [Delete]"
  `);
  const form = await ann.press(red, 'Edit');
  expect(form.text).toMatchInlineSnapshot(`
    "form "Edit: Low back":
    Pain then, 0 to 10 <0: no pain | 1 | 2 | 3 | 4* | 5 | 6 | 7 | 8 | 9 | 10: worst imaginable>
    Pain when the session began <0: no pain | 1* | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10: worst imaginable>
    What kind? <Tightness* | Ache | Sharp | Stabbing | Shooting | Burning | Pins and needles | Numbness | Other>
    Is any of this so? <It was growing | I limped, or my stride had changed>
    Notes [at the end]"
  `);
  await ann.submit(form, { 'Pain then, 0 to 10': '2' });
  expect(shown(ann, red)).toMatch(/GREEN: carry on\n\*\*Low back\*\* · pain 1 → 2 .*from rep 6/);
  expect(stage.kept(club)).toMatchObject({ reports: 1, screens: 1 });

  await stage.pass(20 * 60);
  const old = await openEntry(ann, 'Low back');
  const again = await ann.submit(await ann.press(old, 'Edit'), { 'Pain then, 0 to 10': '3' });
  expect(again.text).toContain('Is **any** of these so?');
  await ann.press(again, 'None of these');
  expect(shown(ann, old)).toContain('RED: stop running for today\n**Low back** · pain 1 → 3');

  const noted = await openEntry(ann, 'Low back');
  await ann.submit(await ann.press(noted, 'Edit'), { Notes: 'at the end of it' });
  expect(shown(ann, noted)).toContain('Changed, and judged anew by the same rule.\n**Low back**');
  expect(shown(ann, noted)).toContain('🔴 red\nPain 1 → 3');
});

test('a session of too long ago is told in full, because no command takes its day any more', async () => {
  await stage.at('2026-03-21T14:00:00Z');
  const { ann } = await clubWithAnn(stage);
  await ann.run('/log type:race work:100m minutes:20 notes:first of the year date:2026-02-20');
  clockOn();
  const [recent, old] = ['17 Mar', '20 Feb'];
  await ann.run('/log type:tempo minutes:30 date:2026-03-17');
  await stage.at('2026-03-24T06:00:00Z');
  for (const [day, text] of [
    [recent, 'To enter it again: `/log type:tempo minutes:30 date:2026-03-17`'],
    [old, '100 m = 100 m\n20 min\n> first of the year\n[Back to the list]'],
  ] as const) {
    const deleted = await ann.press(await ann.press(await openEntry(ann, day), 'Delete'), 'Yes, delete it');
    expect(deleted.text).toContain(text);
  }
});

test('undo takes back one after another; “Put it back” keeps it 15 minutes', async () => {
  await stage.at('2026-03-24T17:00:00Z');
  const club = await stage.setUpClub();
  const { ann } = club;
  await joinClub(ann, {
    'Do you agree?': ['I agree that my entries are kept', 'Remind me by direct message'],
  });
  await ann.run('/log type:tempo work:10x100 minutes:30 notes:easy');
  clockOn();
  await noneOfThese(ann, await ann.run('/pain area:low-back start:1 now:2'));
  const first = await ann.run('/undo');
  expect(first.text).toMatchInlineSnapshot(`
    "Taken back: **Low back**, Tue 24 Mar, during the session
    🟢 green
    Pain 1 → 2
    To enter it again: \`/pain area:low-back now:2 start:1\`
    -# I keep it for 15 minutes. \`/undo\` again takes back the entry before it.
    [Put it back]"
  `);
  const second = await ann.run('/undo');
  expect(second.text).toMatchInlineSnapshot(`
    "Taken back: **Tempo**, Tue 24 Mar
    To enter it again: \`/log type:tempo work:10x100 minutes:30 date:today notes:easy\`
    -# I keep it for 15 minutes. \`/undo\` again takes back the entry before it.
    [Put it back]"
  `);
  expect((await ann.run('/undo')).text).toContain('Nothing to take back');
  expect(stage.kept(club)).toMatchObject({ sessions: 0, reports: 0, screens: 0, waiting: 0 });
  expect((await ann.run('/pain area:low-back start:1 now:2')).text).toContain('[None of these]');

  const [back, twice] = await ann.pressTwice(second, 'Put it back');
  expect([back.text, twice.text]).toEqual(Array(2).fill('It is back: Tempo · 10 × 100 m · 30 min'));
  expect(stage.kept(club)).toMatchObject({ sessions: 1, reports: 1, waiting: 1 });
  await stage.pass(31);
  expect(directs(ann).filter((text) => text.includes('Time to stretch'))).toHaveLength(1);
  const late = await ann.press(first, 'Put it back');
  expect(late.text).toMatchInlineSnapshot(
    `"I no longer have it: I keep it for 15 minutes only, and not when I am restarted. The message above says what it was."`,
  );
  expect(shown(ann, first)).toContain('/pain area:low-back now:2 start:1');
});

test('old buttons work after a restart; what is gone is said kindly', async () => {
  await stage.at('2026-03-25T17:00:00Z');
  const club = await clubWithAnn(stage);
  const { ann } = club;
  for (let count = 0; count < 9; count += 1) {
    await ann.run(`/log type:tempo minutes:${30 + count}`);
    clockOn();
  }
  const list = await ann.run('/history');
  expect(list.text).toContain('(First) (Newer) [Older]\n<Show: Show everything* | Sessions only |');
  const undone = await ann.run('/undo');
  await stage.restart();
  const page = await ann.press(list, 'Older');
  expect(page.text).toMatchInlineSnapshot(`
    "**Today, Wed 25 Mar** · Tempo · 30 min
    <Look, edit or delete: Wed 25 Mar · Tempo · 30 min>
    [First] [Newer] (Older)
    <Show: Show everything* | Sessions only | Pain only | Check-ins only | Core and stretching only>"
  `);
  expect((await ann.choose(list, 'Show', 'Pain only')).text).toMatchInlineSnapshot(`
    "No pain reports. \`/pain\` makes one.
    <Show: Show everything | Sessions only | Pain only* | Check-ins only | Core and stretching only>"
  `);
  expect((await ann.press(undone, 'Put it back')).text).toContain('I no longer have it');
  const old = recordOf(await openEntry(ann, '31 min'));
  const remove = customIdOf(old, 'history:delete');
  await ann.press(await ann.press(old, 'Delete'), 'Yes, delete it');
  const late = await saysNo(stage, club, () => pressLate(ann, old, remove));
  expect(late.text).toContain('That entry is gone');
});

test('a report with a warning sign stays until a clinician has reviewed it', async () => {
  await stage.at('2026-03-26T17:00:00Z');
  const club = await stage.setUpClub();
  const { ben } = club;
  await joinClub(ben, { 'How old are you?': '13 to 15' });
  const asked = await ben.run('/pain area:low-back start:1 now:1');
  const before = recordOf(await openEntry(ben, 'Low back'));
  const forged = customIdOf(before, 'history:delete').replace('history:delete', 'history:sure');
  const mend = customIdOf(before, 'history:mend');
  await sayYes(ben, asked);
  expect((await saysNo(stage, club, () => ben.run('/undo'))).text).toMatchInlineSnapshot(`
    "Your last entry is a pain report: **Low back**. No clinician has reviewed its warning sign yet, so this report stays as it is. Has a doctor or physio looked at it? Then press the button. Other entries: \`/history\`.
    [A clinician has reviewed it]"
  `);
  for (const id of [forged, mend]) {
    const kept = await saysNo(stage, club, () => pressLate(ben, before, id));
    expect(kept.text).toContain('No clinician has reviewed its warning sign yet');
  }
  const opened = await openEntry(ben, 'Low back');
  expect(opened.text).toMatchInlineSnapshot(`
    "**Low back**, Thu 26 Mar, during the session
    🔴 red: emergency
    Pain 1 → 1
    Stop now and get help. Call 999, 112 or 911, or go to the nearest emergency room. Do not wait for a coach or a doctor’s visit. Do not drive yourself. Tell the nearest adult right now.
    No clinician has reviewed its warning sign yet, so this report stays as it is. Has a doctor or physio looked at it? Then press the button.
    -# Logged Thu 26 Mar 18:00 · the light is a fixed club rule, not medical evidence
    [A clinician has reviewed it] [Back]"
  `);
  const asking = await ben.press(opened, 'A clinician has reviewed it');
  await ben.press(asking, 'Yes, a clinician has reviewed it');
  const reviewed = await openEntry(ben, 'Low back');
  expect(reviewed.text).toContain(
    'Its light came from a warning sign, so its numbers stay. You can delete it.',
  );
  await ben.press(await ben.press(reviewed, 'Delete'), 'Yes, delete it');
  expect(stage.kept(club)).toMatchObject({ reports: 0, screens: 0 });
});

test('while a warning sign is open no green is shown, of other days neither', async () => {
  await stage.at('2026-03-27T17:00:00Z');
  const { ann } = await clubWithAnn(stage);
  await noneOfThese(ann, await ann.run('/pain area:left-knee start:1 now:1'));
  clockOn();
  await sayYes(ann, await ann.run('/pain area:low-back start:1 now:1'));
  expect((await ann.run('/history')).text).toMatchInlineSnapshot(`
    "-# A warning sign is open. Until a clinician has reviewed it, I show no green.
    **Today, Fri 27 Mar**
    🔴 Low back · 1 → 1 · red: emergency
    ⚪ Left knee · 1 → 1 · light hidden
    <Look, edit or delete: Fri 27 Mar · Low back · 1 → 1 · red: emergency | Fri 27 Mar · Left knee · 1 → 1 · light hidden>"
  `);
  const knee = await openEntry(ann, 'Left knee');
  expect(knee.text).toContain('⚪ light hidden');
  expect(knee.text).toContain('While a warning sign is open, pain reports cannot be edited.');
});

test('Ben opens, edits and deletes nothing of Ann’s by a forged id', async () => {
  await stage.at('2026-03-28T07:00:00Z');
  const club = await clubWithAnn(stage);
  const { ann, ben } = club;
  await joinClub(ben);
  await ann.run('/log type:tempo work:10x100');
  clockOn();
  await noneOfThese(ann, await ann.run('/pain area:low-back start:1 now:2'));
  await ben.run('/log type:race');
  const ours = recordOf(await ann.run('/history'));
  const his = recordOf(await ben.run('/history'));
  const menu = customIdOf(his, 'history:open');
  const detail = recordOf(await openEntry(ann, 'Low back'));
  const ids = ['history:mend', 'history:delete'].map((action) => customIdOf(detail, action));
  const sure = customIdOf(detail, 'history:delete').replace('history:delete', 'history:sure');
  const undone = recordOf(await ann.run('/undo'));
  const attempts = [
    () => forgeChoice(ben, his, menu, choiceOf(ours, 'Tempo')),
    () => forgeChoice(ben, his, menu, choiceOf(ours, 'Low back')),
    () => forgeChoice(ben, his, menu, 'session:nonsense'),
    ...[...ids, sure].map((id) => () => pressLate(ben, his, id)),
    () => pressLate(ben, his, customIdOf(undone, 'undo:back')),
  ];
  for (const attempt of attempts) {
    const answer = await saysNo(stage, club, attempt);
    expect(answer.text).toMatch(/^(That entry is gone|I no longer have it)/);
  }
});

test('the night that clocks go forward, days are those of the athlete’s own zone', async () => {
  await stage.at('2026-03-28T17:00:00Z');
  const club = await stage.setUpClub();
  const { ann, ben } = club;
  await joinClub(ann);
  await ben.submit(await ben.run('/join time-zone:Pacific/Auckland'), {
    ...ADULT,
    'How old are you?': '16 or 17',
  });
  await stage.at('2026-03-28T22:30:00Z');
  for (const person of [ann, ben]) await person.run('/log type:mobility minutes:10');
  await stage.at('2026-03-29T00:30:00Z');
  for (const person of [ann, ben]) await person.run('/log type:mobility minutes:20');
  await stage.at('2026-03-29T22:30:00Z');
  for (const person of [ann, ben]) await person.run('/log type:mobility minutes:30');
  expect((await ann.run('/history')).text.split('\n<')[0]).toMatchInlineSnapshot(`
    "**Today, Mon 30 Mar** · Mobility · 30 min
    **Yesterday, Sun 29 Mar** · Mobility · 20 min
    **Sat 28 Mar** · Mobility · 10 min"
  `);
  expect((await ben.run('/history')).text.split('\n<')[0]).toMatchInlineSnapshot(`
    "**Today, Mon 30 Mar** · Mobility · 30 min
    **Yesterday, Sun 29 Mar**
    Mobility · 20 min
    Mobility · 10 min"
  `);
  expect((await openEntry(ann, '30 min')).text).toContain('-# Logged Mon 30 Mar 00:30');
});
