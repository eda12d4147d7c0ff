/** How pain goes on: updates, the next morning, the weeks, and its end (handbook §1). */
import { expect, test } from 'vitest';
import { useStage } from '../club.ts';
import { clubWithAnn, noneOfThese, shown } from '../people.ts';

const stage = useStage('2026-05-05T15:00:00Z');

test('Better and Worse ask for the number on that side; Same keeps it', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const first = await noneOfThese(ann, await ann.run('/pain area:low-back start:2 now:2'));
  const worse = await ann.press(first, 'Worse');
  expect(worse.text).toBe(
    '**Low back** was 2. How is it now? Your pick saves it.\n<Pain now: 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10: worst imaginable>',
  );
  const amber = await ann.choose(worse, 'Pain now', '3');
  expect(amber.text).toContain('🟠 AMBER: ease off\n**Low back** · pain 2 → 3');
  const better = await ann.press(amber, 'Better');
  expect(better.text).toContain('<Pain now: 0: no pain | 1 | 2>');
  expect((await ann.choose(better, 'Pain now', '1')).text).toContain(
    '🟢 GREEN: carry on\n**Low back** · pain 2 → 1',
  );
  expect((await ann.press(first, 'Same')).text).toContain('**Low back** · pain 2 → 2');
  expect(stage.kept(club).reports).toBe(4);
});

test('Update opens a form filled with what was said', async () => {
  const { ann } = await clubWithAnn(stage);
  const first = await noneOfThese(
    ann,
    await ann.run('/pain area:low-back start:1 now:1 rep:3 kind:tightness'),
  );
  const form = await ann.press(first, 'Update');
  expect(form.text).toMatchInlineSnapshot(`
    "form "Low back: how is it now?":
    Pain now, 0 to 10 <0: no pain | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10: worst imaginable>
    When is this? <Before the session | During it* | After it | The next morning>
    At which rep did it begin? [3]
    What kind? <Tightness* | Ache | Sharp | Stabbing | Shooting | Burning | Pins and needles | Numbness | Other>
    Is any of this so? <It is growing | I limp, or my stride has changed>"
  `);
  const red = await ann.submit(form, { 'Pain now, 0 to 10': '4' });
  expect(shown(ann, await noneOfThese(ann, red))).toContain(
    '🔴 RED: stop running for today\n**Low back** · pain 1 → 4 · tightness · from rep 3',
  );
});

test('Resolved ends the episode: when it comes back, it is new and the signs are asked again', async () => {
  const { ann } = await clubWithAnn(stage);
  const first = await noneOfThese(ann, await ann.run('/pain area:low-back start:1 now:1'));
  expect((await ann.press(first, 'Resolved')).text).toBe(
    '**Low back**: noted as resolved. If it comes back, `/pain` starts afresh.',
  );
  expect((await ann.run('/pain area:low-back start:1 now:1')).text).toContain('[None of these]');
});

test('the next morning: above 5 no running, 2 above yesterday’s start half the tempo', async () => {
  const { ann } = await clubWithAnn(stage);
  await noneOfThese(ann, await ann.run('/pain area:low-back start:1 now:2'));
  await stage.pass(16 * 60);
  const up = await noneOfThese(ann, await ann.run('/pain area:low-back now:3 when:next-morning'));
  expect(shown(ann, up)).toContain('Morning pain is up 2 on 1: halve your next tempo volume.');
  const high = await noneOfThese(ann, await ann.run('/pain area:low-back now:6 when:next-morning'));
  expect(shown(ann, high)).toContain('Morning pain 6 is above 5: no running in your next session.');
});

test('the next morning without anything said yesterday needs no start', async () => {
  const { ann } = await clubWithAnn(stage);
  const light = await noneOfThese(ann, await ann.run('/pain area:low-back now:2 when:next-morning'));
  expect(shown(ann, light)).toContain('🟢 GREEN: carry on\n**Low back** · pain 2\n');
  expect(shown(ann, light)).not.toContain('Morning pain');
});

test('today’s start is asked once', async () => {
  const { ann } = await clubWithAnn(stage);
  await noneOfThese(ann, await ann.run('/pain area:low-back start:1 now:1'));
  expect((await ann.run('/pain area:low-back now:2')).text).toContain('**Low back** · pain 1 → 2');
});

test('after 7 days at 0 an episode is over, and the next report is a first one', async () => {
  const { ann } = await clubWithAnn(stage);
  await noneOfThese(ann, await ann.run('/pain area:low-back start:0 now:0'));
  await stage.pass(6 * 24 * 60);
  expect((await ann.run('/pain area:low-back start:0 now:0')).text).toContain('🟢 GREEN');
  await stage.pass(24 * 60);
  expect((await ann.run('/pain area:low-back start:0 now:0')).text).toContain('[None of these]');
});

test('weekly pain that rises twice running says: see a physio', async () => {
  const { ann } = await clubWithAnn(stage);
  const report = async (now: number) =>
    shown(ann, await noneOfThese(ann, await ann.run(`/pain area:low-back start:${now} now:${now}`)));
  await report(1);
  await stage.pass(7 * 24 * 60);
  expect(await report(2)).not.toContain('physio.');
  await stage.pass(7 * 24 * 60);
  expect(await report(3)).toContain('Your weekly pain has gone up twice running: see a physio.');
});

test('a report joins the session of the day, and outlives it', async () => {
  const club = await clubWithAnn(stage);
  const { ann } = club;
  const log = await ann.run('/log type:tempo');
  await noneOfThese(ann, await ann.run('/pain area:low-back start:3 now:3'));
  await ann.press(log, 'Undo');
  expect(stage.kept(club)).toMatchObject({ sessions: 0, reports: 1 });
  const again = await ann.run('/pain area:low-back start:3 now:3');
  expect(again.text).toContain('Do only half of what is left, or swap it.');
});
