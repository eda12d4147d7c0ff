/** The wrong place, the wrong person, a closed channel: who may do what, where, and what is told to the others. */
import { describe, expect, test } from 'vitest';
import { useStage } from '../club.ts';
import { ADULT, clubWithAnn, forceCommand, joinClub, REMIND, saysNo } from '../people.ts';

const stage = useStage('2026-03-05T11:00:00Z');

describe('a channel that the bot cannot write to', () => {
  test('/setup names the channel and what is missing there, and saves nothing', async () => {
    const club = stage.openClub();
    club.guild.denyBot('coaches', ['SendMessages', 'EmbedLinks']);
    const answer = await club.dana.run('/setup summary-channel:#coaches coach-role:@Coach');
    expect(answer.text).toContain(
      '**summary-channel**: I cannot post in #coaches. There I lack: Send Messages, Embed Links. Give them to me in the channel’s settings, or choose another channel.',
    );
    expect((await club.dana.run('/setup')).text).toContain('Coaches: not chosen');
  });

  test('a channel chosen in the panel’s menu likewise', async () => {
    const club = stage.openClub();
    club.guild.denyBot('reminders', ['ViewChannel']);
    const panel = await club.dana.run('/setup');
    const answer = await club.dana.choose(panel, 'Channel for reminders', 'reminders');
    expect(answer.text).toContain(
      '**reminder-channel**: I cannot post in #reminders. There I lack: View Channel',
    );
    expect(answer.ephemeral).toBe(true);
  });

  test('/setup shows what a chosen channel has lost since', async () => {
    const club = await stage.setUpClub();
    club.guild.denyBot('coaches', ['SendMessages']);
    expect((await club.dana.run('/setup')).text).toContain(
      'Daily summary: #coaches (I lack Send Messages there) at 07:30',
    );
  });

  test('/remind add where:here names the channel and what is missing', async () => {
    const club = await clubWithAnn(stage);
    club.guild.denyBot('training', ['SendMessages']);
    const answer = await saysNo(stage, club, () => club.ann.run('/remind add what:core where:here'));
    expect(answer.text).toContain('**where**: I cannot post in #training. There I lack: Send Messages.');
    expect(answer.text).toContain('You typed: `/remind add what:Core work where:Here in this channel`');
  });
});

describe('the wrong place, the wrong person', () => {
  test.each([
    ['/log type:tempo work:8x100'],
    ['/pain area:low-back now:3'],
    ['/remind list'],
    ['/join'],
    ['/team summary'],
  ])('in a club without set-up: %s', async (typed) => {
    const club = stage.openClub();
    const answer = await saysNo(stage, club, () => club.ann.run(typed));
    expect(answer.text).toContain(
      'This club is not set up yet. Somebody who manages the server runs `/setup`.',
    );
    if (typed.includes(':')) expect(answer.text).toContain(`You typed: \`${typed}\``);
  });

  test.each([['/log type:tempo work:8x100'], ['/pain area:low-back now:3'], ['/setup']])(
    'in a direct message, which Discord does not offer: %s',
    async (typed) => {
      const club = await clubWithAnn(stage);
      const answer = await saysNo(stage, club, () => club.ann.run(typed, 'direct'));
      expect(answer.text).toContain('Use this in your club’s server');
      if (typed.includes(':')) expect(answer.text).toContain(`You typed: \`${typed}\``);
    },
  );

  test('/help answers in a direct message too', async () => {
    const { ann } = await clubWithAnn(stage);
    expect((await ann.run('/help', 'direct')).text).toContain('**Backstraight**: your training diary.');
  });

  test('Discord does not offer /setup to an athlete; sent all the same, it is refused', async () => {
    const club = await stage.setUpClub();
    expect((await club.ann.run('/setup')).kind).toBe('refused');
    const answer = await saysNo(stage, club, () =>
      forceCommand(club.ann, 'setup', { 'summary-time': '12:00' }),
    );
    expect(answer.text).toContain('Only somebody with the permission Manage Server can do this.');
    expect((await club.dana.run('/setup')).text).toContain('#coaches at 07:30');
  });

  test('an athlete cannot use the administrator’s panel either', async () => {
    const club = await stage.setUpClub();
    const panel = await club.dana.run('/setup');
    const data = { custom_id: 'setup:zone', component_type: 3, values: ['Asia/Tokyo'] };
    const answer = await club.ann.raw({ type: 3, data, ...(panel.message ? { source: panel.message } : {}) });
    expect(answer.text).toContain('Only somebody with the permission Manage Server can do this.');
    expect((await club.dana.run('/setup')).text).toContain('Time zone: Europe/Berlin');
  });

  test('the summary is for coaches', async () => {
    const club = await clubWithAnn(stage);
    const answer = await saysNo(stage, club, () => club.ann.run('/team summary'));
    expect(answer.text).toBe('Only coaches can do this. The club’s coach role decides; `/setup` names it.');
  });
});

describe('joining', () => {
  test('without the tick nothing is kept, what was typed stays, and the way back is one press', async () => {
    const club = await stage.setUpClub();
    const { ann } = club;
    const form = await ann.run('/log type:tempo work:8x100');
    const answer = await saysNo(stage, club, () => ann.submit(form, { ...ADULT, 'Do you agree?': [REMIND] }));
    expect(answer.text).toMatchInlineSnapshot(`
      "You did not tick “I agree”, so nothing was saved. \`/join\` opens the form again.
      You typed: \`/log type:tempo work:8x100\`
      [Back to the form]"
    `);
    await ann.submit(await ann.press(answer, 'Back to the form'), ADULT);
    expect(ann.read(await ann.next('training'))).toContain('**Saved: Tempo**');
    expect(stage.kept(club)).toMatchObject({ athletes: 1, sessions: 1 });
  });

  test('nobody under 13, and nothing of them is kept', async () => {
    const club = await stage.setUpClub();
    const { ben } = club;
    const form = await ben.run('/pain area:left-knee now:3');
    const answer = await saysNo(stage, club, () =>
      ben.submit(form, { ...ADULT, 'How old are you?': 'Under 13' }),
    );
    expect(answer.text).toMatchInlineSnapshot(`
      "Backstraight is for people from 13 years on. Nothing was kept.
      You typed: \`/pain area:left-knee now:3\`"
    `);
    expect(stage.kept(club).athletes).toBe(0);
  });

  test('somebody who unticks later keeps what there is, and is told that nothing changed', async () => {
    const club = await clubWithAnn(stage);
    await club.ann.run('/log type:tempo');
    const answer = await saysNo(stage, club, () => joinClub(club.ann, { 'Do you agree?': [] }));
    expect(answer.text).toContain('You did not tick “I agree”, so nothing was saved.');
  });
});
