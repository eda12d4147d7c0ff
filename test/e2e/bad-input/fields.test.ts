/** Fields of every command: the message names the field and what to do, nothing is saved, nothing typed is lost. */
import { describe, expect, test } from 'vitest';
import { ClientRefusal } from '../../../sandbox/sandbox.ts';
import { useStage } from '../club.ts';
import { clubWithAnn, forceCommand, noneOfThese, saysNo, shown } from '../people.ts';

const stage = useStage('2026-03-05T11:00:00Z');

describe('what Discord’s own client refuses, sent all the same', () => {
  test.each([
    ['log', { type: 'tempo', effort: 11 }, '**effort** takes a whole number from 0 to 10, not “11”.'],
    [
      'log',
      { type: 'tempo', minutes: 0 },
      '**minutes** takes a whole number from 1 to 600 minutes, not “0”.',
    ],
    ['log', { type: 'sleep' }, '**type** takes tempo, speed, '],
    ['log', { type: 'tempo', warmup: 'lots' }, '**warmup** takes full, short or none, not “lots”.'],
    ['log', { type: 'tempo', notes: 'x'.repeat(1001) }, '**notes** has 1001 characters; it takes 1000.'],
    [
      'log',
      { type: 'tempo', work: `10x100${' '.repeat(200)}r45` },
      '**work** has 209 characters; it takes 200.',
    ],
    ['pain', { area: 'low-back', now: 11 }, '**now** takes a whole number from 0 to 10, not “11”.'],
    [
      'pain',
      { area: 'low-back', now: 3, start: -1 },
      '**start** takes a whole number from 0 to 10, not “-1”.',
    ],
    ['pain', { area: 'low-back', now: 3, rep: 0 }, '**rep** takes a whole number from 1 to 200, not “0”.'],
    [
      'pain',
      { area: 'low-back', now: 3, when: 'later' },
      '**when** takes before, during, after or next-morning',
    ],
    ['pain', { area: 'low-back', now: 3, kind: 'odd' }, '**kind** takes tightness, ache, '],
    [
      'pain',
      { area: 'low-back', now: 3, notes: 'y'.repeat(1001) },
      '**notes** has 1001 characters; it takes 1000.',
    ],
    ['pain', { now: 3 }, '**area** is missing. For example: low back.'],
  ])('/%s %o', async (name, options, why) => {
    const club = await clubWithAnn(stage);
    const answer = await saysNo(stage, club, () => forceCommand(club.ann, name, options));
    expect(answer.text).toContain(why);
    expect(answer.text).toContain('Nothing was saved. You typed: `/');
    expect((await club.ann.press(answer, 'Mend it')).kind).toBe('modal');
  });

  test('Discord’s client itself lets nobody type effort 11', async () => {
    const { ann } = await clubWithAnn(stage);
    await expect(ann.run('/log type:tempo effort:11')).rejects.toBeInstanceOf(ClientRefusal);
  });
});

describe('areas, zones, days and times', () => {
  test('an unknown area: suggestions, and the form opens with the numbers filled in', async () => {
    const club = await clubWithAnn(stage);
    const { ann } = club;
    const answer = await saysNo(stage, club, () =>
      ann.run('/pain area:hamstring now:3 start:2 rep:7 notes:on the bend'),
    );
    expect(answer.text).toMatchInlineSnapshot(`
      "**area**: I do not know “hamstring”. Did you mean Left hamstring or Right hamstring? Choose from the list while you type.
      Nothing was saved. You typed: \`/pain area:hamstring now:3 start:2 rep:7 notes:on the bend\`
      [Mend it]"
    `);
    const form = await ann.press(answer, 'Mend it');
    expect(form.text).toMatchInlineSnapshot(`
      "form "Pain":
      Where? (more places: /pain area:) <Left hamstring | Right hamstring | Low back | Upper back | Neck | Pelvis | Left buttock | Right buttock | Left hip | Right hip | Left groin | Right groin | Left quad | Right quad | Left knee | Right knee | Left shin | Right shin | Left calf | Right calf | Left Achilles | Right Achilles | Left foot | Right foot>
      Pain now, 0 to 10 <0: no pain | 1 | 2 | 3* | 4 | 5 | 6 | 7 | 8 | 9 | 10: worst imaginable>
      Pain when the session began <0: no pain | 1 | 2* | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10: worst imaginable>
      What kind? <Tightness | Ache | Sharp | Stabbing | Shooting | Burning | Pins and needles | Numbness | Other>
      Is any of this so? <It is growing | I limp, or my stride has changed>"
    `);
    const sent = await ann.submit(form, { 'Where? (more places: /pain area:)': 'Left hamstring' });
    const light = await noneOfThese(ann, sent);
    expect(shown(ann, light)).toContain('**Left hamstring** · pain 2 → 3 · from rep 7');
    expect(stage.kept(club).reports).toBe(1);
  });

  test('the area of nobody’s body has no suggestion, and still an example of what to do', async () => {
    const club = await clubWithAnn(stage);
    const answer = await saysNo(stage, club, () => club.ann.run('/pain area:wing now:3'));
    expect(answer.text).toContain('**area**: I do not know “wing”. Choose from the list while you type.');
  });

  test('an update that cannot be read keeps the report as it was, and opens as it was left', async () => {
    const club = await clubWithAnn(stage);
    const { ann } = club;
    const light = await noneOfThese(ann, await ann.run('/pain area:low-back now:1 start:1'));
    const answer = await saysNo(stage, club, async () =>
      ann.submit(await ann.press(light, 'Update'), {
        'Pain now, 0 to 10': '2',
        'At which rep did it begin?': 'six',
        'Is any of this so?': ['It is growing'],
      }),
    );
    expect(answer.text).toContain('**rep** takes a whole number from 1 to 200, not “six”.');
    const form = await ann.press(answer, 'Mend it');
    expect(form.text).toContain('form "Low back: how is it now?"');
    expect(form.text).toContain('| 2* |');
    expect(form.text).toContain('<It is growing* | I limp');
    const amber = await ann.submit(form, { 'At which rep did it begin?': '6' });
    expect(shown(ann, amber)).toContain('pain 1 → 2 · growing · from rep 6');
  });

  test.each([
    [
      '/remind add what:Core work when:funday 18:00',
      '**when**: “funday 18:00” is not a time that I can read. Try weekdays 18:30,',
    ],
    ['/remind add what:Core work when:mon 26:00', '**when**: “mon 26:00” is not a time that I can read.'],
    [
      '/remind add what:Stretching, after a session when:mondays 18:00',
      '**when**: stretching comes after a session.',
    ],
    ['/remind add what:Core work when:after training', '**when**: only stretching comes after a session.'],
    ['/remind add what:Own text text:Pack the spikes', '**when** is missing. For example: tomorrow 7,'],
    ['/remind add what:Own text when:tomorrow 7', '**text** is missing. For example: Pack the spikes.'],
    ['/remind add what:Core work text:Planks', '**text** is for a reminder with your own text.'],
    ['/remind add what:Core work when:today 6:00', '**when**: “today 6:00” is over already.'],
    ['/remind add what:Core work when:3/12 18:00', '**when**: “3/12 18:00” can be two days. Write the month'],
    ['/join time-zone:Atlantis', '**time-zone**: I do not know “Atlantis”. Type a city, like Berlin.'],
    ['/remind delete reminder:gone', 'That entry is gone, or was changed since.'],
    ['/log work:same as last time', '**work**: there is no last session to repeat yet.'],
  ])('%s', async (typed, why) => {
    const club = await clubWithAnn(stage);
    const answer = await saysNo(stage, club, () => club.ann.run(typed));
    expect(answer.text).toContain(why);
    expect(answer.text).toContain(`Nothing was saved. You typed: \`${typed}\``);
  });

  test.each([
    ['summary-time:25:00', '**summary-time**: I cannot read “25:00” as a time of day.'],
    ['core-days:someday', '**core-days**: I cannot read “someday” as days.'],
    ['core-time:23:00', '**core-time**: 23:00 lies in the club’s quiet hours, 21:00 to 07:00.'],
    ['quiet-from:17:30', '**core-time**: 18:00 lies in the club’s quiet hours, 17:30 to 07:00.'],
    ['time-zone:Berlln', '**time-zone**: I do not know “Berlln”.'],
  ])('/setup %s', async (typed, why) => {
    const club = await stage.setUpClub();
    const before = (await club.dana.run('/setup')).text;
    const answer = await saysNo(stage, club, () => club.dana.run(`/setup stretch-after:45 ${typed}`));
    expect(answer.text).toContain(why);
    expect(answer.text).toContain(`stretch-after:45`);
    expect(answer.text).toContain(typed);
    expect((await club.dana.run('/setup')).text).toBe(before);
  });

  test.each<[Record<string, string>, string]>([
    [{ 'Quiet hours': '22:00' }, '**Quiet hours**: I cannot read “22:00”. For example: 21:00 to 07:00.'],
    [{ 'Quiet hours': '22:00 to sunrise' }, '**quiet-to**: I cannot read “sunrise” as a time of day.'],
    [{ 'Core work': 'mon wed' }, '**Core work**: I cannot read “mon wed”. For example: mon wed fri 18:00.'],
    [{ 'Core work': 'mon wed 6 pmm' }, '**Core work**: I cannot read “mon wed 6 pmm”.'],
    [{ 'Core work': 'moon 18:00' }, '**core-days**: I cannot read “moon” as days.'],
    [{ 'Light: amber from, red from': '4, 6' }, '**amber-at** takes a whole number from 2 to 3, not “4”.'],
    [{ 'Light: amber from, red from': '3' }, '**Light**: I cannot read “3”. For example: 3, 6.'],
    [{ Stretching: 'soon' }, '**stretch-after** takes a whole number from 5 to 240 minutes, not “soon”.'],
    [{ 'Daily summary': 'early' }, '**summary-time**: I cannot read “early” as a time of day.'],
  ])('in the form of times and rules: %o', async (fields, why) => {
    const club = await stage.setUpClub();
    const { dana } = club;
    const panel = await dana.run('/setup');
    const before = panel.text;
    const answer = await dana.submit(await dana.press(panel, 'Times and rules'), fields);
    expect(answer.text).toContain(why);
    // The form's fields are no options of the command: there is nothing to type again, but a button.
    expect(answer.text).toContain('Nothing was saved. You typed: `summary-time:');
    expect(answer.text).toContain(Object.values(fields).join());
    const form = await dana.press(answer, 'Mend it');
    for (const typed of Object.values(fields)) expect(form.text).toContain(`[${typed}]`);
    expect((await dana.run('/setup')).text).toBe(before);
  });
});
