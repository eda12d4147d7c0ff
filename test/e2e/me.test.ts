/** `/me`: pictures, bests, colours; only for the athlete. */
import { expect, test } from 'vitest';
import { useStage } from './club.ts';
import { clubWithAnn, forceCommand, joinClub, noneOfThese, recordOf, saysNo, shown } from './people.ts';

const stage = useStage('2026-11-18T16:00:00Z');

test('a first look says what will appear, and after what', async () => {
  const { ann } = await clubWithAnn(stage);
  const me = await ann.run('/me');
  expect(me.ephemeral).toBe(true);
  expect(me.text).toMatchInlineSnapshot(`
    "**Your last 12 weeks**
    Your pictures begin with your first \`/log\`, and pain by day with your first \`/pain\`. One entry is enough.
    [Set a best] [Light pictures]"
  `);
});

test('a season in pictures, with the same numbers in words', async () => {
  const { ann } = await clubWithAnn(stage);
  await ann.run('/log type:tempo work:2x10x100 @17.5 r45 warmup:full core:yes stretch:yes');
  await noneOfThese(ann, await ann.run('/pain area:low-back start:1 now:2 rep:13'));
  await ann.run('/log type:tempo work:10x100 @16.5 warmup:full date:yesterday');
  const best = await ann.run('/me best:100 12.0');
  expect(best.text).toMatchInlineSnapshot(`
    "**Best over 100 m: 12.00 s**
    Tempo for 100 m: 16.0 to 18.5 s
    -# 75 to 65 % of your best speed, after Charlie Francis.
    -# Wrong? Type it again, or \`/me best:100 none\`.
    [My 12 weeks]"
  `);
  const me = await ann.press(best, 'My 12 weeks');
  expect(shown(ann, me)).toMatchInlineSnapshot(`
    "**Your last 12 weeks**
    In a row: warm-up 2 sessions
    -# Streaks pass over rest, pain and illness. A fixed club rule, not medical evidence.
    Pain-free tempo this week: 1,200 m, 1,000 m not said
    Bests: 100 m 12.00 s
    Tempo for 100 m: 16.0 to 18.5 s
    picture: Pain by day, the highest number; a amber, r red, – nothing said. By week from Monday: 16 Nov: – – 2. Under it: sessions on 2 days, warm-up done on 2, core done on 1, stretch done on 1.
    picture: Bars of tempo metres before pain began, a week each; “not said”: nothing was said about pain. 16 Nov: 1,200 m and 1,000 m not said.
    picture: Habits by day, 12 weeks from 31 Aug. Warm-up: done on days: 2, not done: 0, else not said; done by week 0 0 0 0 0 0 0 0 0 0 0 2. Core: done on days: 1, not done: 0, else not said; done by week 0 0 0 0 0 0 0 0 0 0 0 1. Stretch: done on days: 1, not done: 0, else not said; done by week 0 0 0 0 0 0 0 0 0 0 0 1.
    picture: Pace of tempo sessions in % of best speed, with the band from 65 to 75 %. 17 Nov 100 m 16.50 s 73 %; 18 Nov 100 m 17.50 s 69 %.
    [Set a best] [Light pictures]"
  `);
});

test('light or dark is one press, and is remembered; the second press changes nothing', async () => {
  const { ann } = await clubWithAnn(stage);
  await ann.run('/log type:tempo work:10x100 warmup:full');
  const dark = await ann.run('/me');
  const pictures = () => recordOf(dark).message.attachments.map(({ url, size }) => ({ url, size }));
  const before = pictures();
  await Promise.all(await ann.pressTwice(dark, 'Light pictures'));
  expect(pictures()).toHaveLength(before.length);
  expect(pictures()).not.toEqual(before);
  expect(shown(ann, dark)).toContain('[Dark pictures]');
  await stage.restart();
  expect((await ann.run('/me')).text).toContain('[Dark pictures]');
});

test('a best that cannot be is refused by its field, and mended without typing it again', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const typo = await saysNo(stage, club, () => ann.run('/me best:100 1.2'));
  expect(typo.text).toMatchInlineSnapshot(`
    "**best**: “100 1.2” is faster than anybody runs. Write metres and time, like 100 12.0 or 1500 4:02.1.
    Nothing was saved. You typed: \`/me best:100 1.2\`
    [Mend it]"
  `);
  const form = await ann.press(typo, 'Mend it');
  expect(form.text).toContain('Metres and time [100 1.2]');
  const set = await ann.submit(form, { 'Metres and time': '100 12.0' });
  expect(set.text).toContain('**Best over 100 m: 12.00 s**');
  const unread = await ann.run('/me best:hundred in twelve');
  expect(unread.text).toContain('**best**: I cannot read “hundred in twelve”. For example: 100 12.0.');
  expect((await forceCommand(ann, 'me', { best: 'x'.repeat(4000) })).text).toContain('**best**');
});

test('a slower time replaces the best and says what it was; none deletes it', async () => {
  const { ann } = await clubWithAnn(stage);
  const form = await ann.press(await ann.run('/me'), 'Set a best');
  const twice = await ann.submitTwice(form, { 'Metres and time': '100m 11.80' });
  expect(twice.map(({ text }) => text.split('\n')[0]?.slice(0, 28))).toEqual([
    '**Best over 100 m: 11.80 s**',
    '**Best over 100 m: 11.80 s**',
  ]);
  expect((await ann.run('/me best:100 12.0')).text).toContain('12.00 s**; it was 11.80 s');
  expect(await ann.complete('/me best:100 11', 'best')).toEqual([
    { name: '100 m 11.00 s (now 12.00 s)', value: '100 11' },
  ]);
  expect((await ann.run('/me best:100 none')).text).toContain('Deleted: the best of 12.00 s over 100 m.');
  expect((await ann.run('/me')).text).not.toContain('Bests');
});

test('while a warning sign is open: the record, and no pace', async () => {
  const { ann } = await clubWithAnn(stage);
  await ann.run('/me best:100 12.0');
  await ann.run('/log type:tempo work:10x100 @17.5 warmup:full');
  const screen = await ann.run('/pain area:low-back start:1 now:2');
  await ann.press(screen, 'Yes, in A');
  const me = await ann.run('/me');
  expect(me.text).toContain(
    'A warning sign is open, so no tempo pace here until a clinician has looked at it.',
  );
  expect(me.text).not.toMatch(/Tempo for|Pace of tempo/);
  expect((await ann.run('/me best:100 11.9')).text).not.toContain('Tempo');
});

test('my pictures are mine: somebody else sees their own', async () => {
  const { ann, ben } = await clubWithAnn(stage);
  await joinClub(ben);
  await ann.run('/me best:100 12.0');
  await ann.run('/log type:tempo work:10x100 @17.5 warmup:full');
  const me = await ann.run('/me');
  expect((await ben.run('/me')).text).not.toContain('100 m');
  expect(ben.transcript('training')).not.toContain('Pain-free');
  expect(me.ephemeral).toBe(true);
});
