import {
  ActionRowBuilder,
  ButtonBuilder,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
} from '@discordjs/builders';
import { ButtonStyle, type Interaction, MessageFlags } from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SandboxGuild } from '../../sandbox/sandbox.ts';
import { createSandboxClock } from '../../sandbox/sandbox.ts';
import { refusal, type Setup, setUp } from './bot.ts';

let setup: Setup;
let club: SandboxGuild;
const clock = createSandboxClock({ frozenAt: new Date('2026-03-02T18:00:00Z') });
beforeAll(async () => {
  setup = await setUp({ clock });
});
beforeEach(() => {
  club = setup.guild();
  setup.bot.errors.length = 0;
});
afterAll(() => setup.stop());

const on = (handle: (interaction: Interaction) => Promise<unknown>) => {
  setup.bot.handle = handle;
};
const buttons = (...labels: string[]) =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    labels.map((label) =>
      new ButtonBuilder().setCustomId(`b:${label}`).setLabel(label).setStyle(ButtonStyle.Primary),
    ),
  );

describe('commands', () => {
  test('options arrive typed, with subcommands and resolved people, roles and channels', async () => {
    on(async (i) => {
      if (!i.isChatInputCommand()) return;
      if (i.commandName === 'pain') {
        const { options } = i;
        await i.reply(
          `${options.getString('area')} ${options.getInteger('now')} ${options.getBoolean('growing')} ${options.getString('kind')}`,
        );
      } else if (i.commandName === 'remind') {
        await i.reply(
          `${i.options.getSubcommand()}: ${i.options.getString('what')}, ${i.options.getString('days')}, ${i.options.getString('time')}`,
        );
      } else {
        const channel = i.options.getChannel('channel');
        await i.reply(
          `${i.options.getRole('role')?.name} ${channel?.name} ${i.options.getUser('who')?.globalName}`,
        );
      }
    });
    const ann = setup.sandbox.actor(club, 'Ann');
    expect((await ann.run('/pain area:low-back now:4 growing:true kind:Dull ache')).text).toBe(
      'low-back 4 true dull',
    );
    expect((await ann.run('/remind add what:core days:mon wed time:18:00')).text).toBe(
      'add: core, mon wed, 18:00',
    );
    const dana = setup.sandbox.actor(club, 'Dana');
    expect((await dana.run('/setup role:@Coach channel:#coaches who:@Ben')).text).toBe('Coach coaches Ben');
  });

  test('what Discord itself would refuse never reaches the bot', async () => {
    const ann = setup.sandbox.actor(club, 'Ann');
    await expect(ann.run('/pian')).rejects.toThrow('There is no command /pian');
    await expect(ann.run('/pain now:4')).rejects.toThrow('needs area');
    await expect(ann.run('/pain area:x now:11')).rejects.toThrow('now: at most 10');
    await expect(ann.run('/pain area:x kind:odd')).rejects.toThrow('"odd" is no choice');
    await expect(ann.run('/pain side:left')).rejects.toThrow('has no option like "side:left"');
    expect(await ann.run('/setup')).toMatchObject({ kind: 'refused' });
  });

  test('autocomplete hands the focused text over and brings the choices back', async () => {
    on(
      async (i) =>
        i.isAutocomplete() &&
        i.respond([{ name: `Low back (${i.options.getFocused()})`, value: 'low-back' }]),
    );
    const choices = await setup.sandbox.actor(club, 'Ann').complete('/pain area:lo', 'area');
    expect(choices).toEqual([{ name: 'Low back (lo)', value: 'low-back' }]);
  });

  test('a command in a direct message has no guild', async () => {
    on(async (i) => i.isChatInputCommand() && i.reply(`guild ${i.guildId}, member ${i.member}`));
    const answer = await setup.sandbox.actor(club, 'Ann').run('/setup', 'direct');
    expect(answer.text).toBe('guild null, member null');
  });

  test('the permissions of the bot and the locale come along', async () => {
    club.denyBot('training', ['SendMessages']);
    on(async (i) => i.isChatInputCommand() && i.reply(`${i.appPermissions.has('SendMessages')} ${i.locale}`));
    expect((await setup.sandbox.actor(club, 'Ann').run('/remind list', 'training')).text).toBe('false en-US');
  });
});

describe('components', () => {
  test('a button updates its message, and a second press at once is seen by the bot', async () => {
    let presses = 0;
    on(async (i) => {
      if (i.isChatInputCommand()) await i.reply({ content: 'Stretch?', components: [buttons('Done')] });
      if (!i.isButton()) return;
      presses += 1;
      if (presses === 1) await i.update({ content: 'Done', components: [] });
      else await i.reply({ content: 'Already done', flags: MessageFlags.Ephemeral });
    });
    const ann = setup.sandbox.actor(club, 'Ann');
    const asked = await ann.run('/remind list');
    const [first, second] = await ann.pressTwice(asked, 'Done');
    expect(first.message?.id).toBe(asked.message?.id);
    expect(first.text).toBe('Done');
    expect(second).toMatchObject({ text: 'Already done', ephemeral: true });
    await expect(ann.press(asked, 'Done')).rejects.toThrow('There is no button Done');
  });

  test('deferUpdate with an edit gives the updated message', async () => {
    on(async (i) => {
      if (i.isChatInputCommand())
        await i.reply({ content: 'Stretch?', components: [buttons('Done')], flags: MessageFlags.Ephemeral });
      if (!i.isButton()) return;
      await i.deferUpdate();
      await i.editReply({ content: 'Saved' });
    });
    const ann = setup.sandbox.actor(club, 'Ann');
    const answer = await ann.press(await ann.run('/remind list'), '✅ done');
    expect(answer).toMatchObject({ text: 'Saved\n[Done]', ephemeral: true });
  });

  test('string and role selects are chosen by label and name', async () => {
    const row = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
      new StringSelectMenuBuilder()
        .setCustomId('area')
        .setPlaceholder('Where')
        .addOptions({ label: 'Low back', value: 'low-back' }, { label: 'Hip', value: 'hip' }),
    );
    const roles = new ActionRowBuilder<RoleSelectMenuBuilder>().addComponents(
      new RoleSelectMenuBuilder().setCustomId('role'),
    );
    on(async (i) => {
      if (i.isChatInputCommand()) await i.reply({ components: [row, roles] });
      if (i.isStringSelectMenu()) await i.reply(i.values.join());
      if (i.isRoleSelectMenu()) await i.reply(i.roles.map((role) => role.name).join());
    });
    const ann = setup.sandbox.actor(club, 'Ann');
    const menus = await ann.run('/remind list');
    expect(menus.text).toBe('<Where: Low back | Hip>\n<menu: roles>');
    expect((await ann.choose(menus, 'Where', 'Hip')).text).toBe('hip');
    expect((await ann.choose(menus, 'role', '@Coach')).text).toBe('Coach');
  });

  test('an old button that no client could press can still be sent', async () => {
    on(async (i) => i.isButton() && i.reply(`unknown ${i.customId}`));
    const ann = setup.sandbox.actor(club, 'Ann');
    const source = ann.say('an old message');
    const answer = await ann.raw({ type: 3, data: { custom_id: 'gone:1', component_type: 2 }, source });
    expect(answer.text).toBe('unknown gone:1');
  });
});

describe('acknowledgements', () => {
  test('a deferred ephemeral answer stays with its user, through the edit and follow-ups', async () => {
    on(async (i) => {
      if (!i.isChatInputCommand()) return;
      await i.deferReply({ flags: MessageFlags.Ephemeral });
      await i.editReply('only you');
      await i.followUp({ content: 'and this', flags: MessageFlags.Ephemeral });
    });
    const ann = setup.sandbox.actor(club, 'Ann');
    expect(await ann.run('/remind list')).toMatchObject({ text: 'only you', ephemeral: true });
    expect(ann.read(await ann.next())).toBe('and this');
    expect(ann.transcript('training')).toBe(
      'Ann: /remind list\nBackstraight (only Ann sees this): only you\nBackstraight (only Ann sees this): and this',
    );
    expect(setup.sandbox.actor(club, 'Ben').messages('training')).toEqual([]);
  });

  test('withResponse gives the message that was made', async () => {
    const id = new Promise((resolve) => {
      on(async (i) => {
        if (!i.isChatInputCommand()) return;
        const response = await i.reply({ content: 'here', withResponse: true });
        resolve(response.resource?.message?.id);
      });
    });
    const answer = await setup.sandbox.actor(club, 'Ann').run('/remind list');
    expect(await id).toBe(answer.message?.id);
  });

  test('a second acknowledgement is 40060', async () => {
    const refused = new Promise((resolve) => {
      on(async (i) => {
        if (!i.isChatInputCommand()) return;
        await i.reply('one');
        const body = { type: 4, data: { content: 'two' } };
        resolve(
          await refusal(
            setup.bot.client.rest.post(`/interactions/${i.id}/${i.token}/callback`, { body, auth: false }),
          ),
        );
      });
    });
    await setup.sandbox.actor(club, 'Ann').run('/remind list');
    expect(await refused).toMatchObject({ code: 40060, status: 400 });
  });

  test('a first response after 3 s is 10062, and the command has failed', async () => {
    const refused = new Promise((resolve) => {
      on(async (i) => {
        if (!i.isChatInputCommand()) return;
        clock.advance(3001);
        resolve(await refusal(i.reply('late')));
      });
    });
    expect((await setup.sandbox.actor(club, 'Ann').run('/remind list')).kind).toBe('failed');
    expect(await refused).toMatchObject({ code: 10062, status: 404 });
  });

  test('the token ends after 15 minutes', async () => {
    const edited = new Promise((resolve) => {
      on(async (i) => {
        if (!i.isChatInputCommand()) return;
        await i.reply('first');
        clock.advance(15 * 60_000 + 1);
        resolve(await refusal(i.editReply('second')));
      });
    });
    await setup.sandbox.actor(club, 'Ann').run('/remind list');
    expect(await edited).toMatchObject({ code: 50027, status: 401 });
  });

  test('an interaction that the bot ignores fails after 3 real seconds', async () => {
    on(async () => undefined);
    const answer = await setup.sandbox.actor(club, 'Ann').run('/remind list');
    expect(answer).toMatchObject({ kind: 'failed', text: 'The application did not respond' });
  });
});
