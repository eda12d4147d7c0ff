import {
  CheckboxBuilder,
  CheckboxGroupBuilder,
  LabelBuilder,
  ModalBuilder,
  RadioGroupBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  UserSelectMenuBuilder,
} from '@discordjs/builders';
import { type Interaction, MessageFlags, type ModalSubmitInteraction, TextInputStyle } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SandboxGuild } from '../../sandbox/sandbox.ts';
import { type Setup, setUp } from './bot.ts';

let setup: Setup;
let club: SandboxGuild;
beforeAll(async () => {
  setup = await setUp();
  club = setup.guild();
});
afterAll(() => setup.stop());

const kinds = new StringSelectMenuBuilder()
  .setCustomId('kind')
  .setRequired(false)
  .addOptions({ label: 'Dull', value: 'dull' }, { label: 'Sharp', value: 'sharp' });
const when = new RadioGroupBuilder()
  .setCustomId('when')
  .addOptions({ label: 'Before', value: 'before' }, { label: 'During', value: 'during', default: true });
const habits = new CheckboxGroupBuilder()
  .setCustomId('habits')
  .setRequired(false)
  .setMinValues(0)
  .addOptions({ label: 'Warm-up', value: 'warmup' }, { label: 'Core', value: 'core' });

function form(): ModalBuilder {
  return new ModalBuilder()
    .setCustomId('pain:1')
    .setTitle('How is it?')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Notes')
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId('notes')
            .setStyle(TextInputStyle.Short)
            .setMaxLength(20)
            .setValue('tight'),
        ),
      new LabelBuilder().setLabel('Kind').setStringSelectMenuComponent(kinds),
      new LabelBuilder().setLabel('When').setRadioGroupComponent(when),
      new LabelBuilder().setLabel('Habits').setCheckboxGroupComponent(habits),
      new LabelBuilder()
        .setLabel('Growing')
        .setCheckboxComponent(new CheckboxBuilder().setCustomId('growing')),
    );
}

function read(i: ModalSubmitInteraction): string {
  const { fields } = i;
  const parts = [
    fields.getTextInputValue('notes'),
    fields.getStringSelectValues('kind').join('+'),
    fields.getRadioGroup('when'),
    fields.getCheckboxGroup('habits').join('+'),
    fields.getCheckbox('growing'),
  ];
  return parts.join(' | ');
}

async function answer(i: Interaction): Promise<unknown> {
  if (i.isChatInputCommand()) return i.showModal(form());
  if (i.isModalSubmit()) return i.reply({ content: read(i), flags: MessageFlags.Ephemeral });
  return undefined;
}

test('every kind of field goes out prefilled and comes back as filled in', async () => {
  setup.bot.handle = answer;
  const ann = setup.sandbox.actor(club, 'Ann');
  const modal = await ann.run('/remind list');
  expect(modal.kind).toBe('modal');
  expect(modal.text).toBe(
    'form "How is it?":\nNotes [tight]\nKind <Dull | Sharp>\nWhen <Before | During*>\nHabits <Warm-up | Core>\nGrowing [ ]',
  );
  const values = {
    Notes: 'low back',
    Kind: ['Sharp'],
    When: 'Before',
    Habits: ['Warm-up', 'Core'],
    Growing: true,
  };
  const sent = await ann.submit(modal, values);
  expect(setup.bot.errors).toEqual([]);
  expect(sent).toMatchObject({
    kind: 'message',
    ephemeral: true,
    text: 'low back | sharp | before | warmup+core | true',
  });
  expect((await ann.submit(modal)).text).toBe('tight |  | during |  | false');
});

test('a form sent twice reaches the bot twice', async () => {
  setup.bot.handle = answer;
  const ann = setup.sandbox.actor(club, 'Ann');
  const [one, two] = await ann.submitTwice(await ann.run('/remind list'), { Notes: 'again' });
  expect(one.text).toBe('again |  | during |  | false');
  expect(two.text).toBe(one.text);
  expect(one.message?.id).not.toBe(two.message?.id);
});

test('required fields and lengths are held as Discord holds them', async () => {
  setup.bot.handle = answer;
  const ann = setup.sandbox.actor(club, 'Ann');
  const modal = await ann.run('/remind list');
  await expect(ann.submit(modal, { Notes: '' })).rejects.toThrow('Notes: this field is required');
  await expect(ann.submit(modal, { Notes: 'x'.repeat(21) })).rejects.toThrow('Notes: at most 20 characters');
  await expect(ann.submit(modal, { When: 'Later' })).rejects.toThrow('"Later" is no choice');
  await expect(ann.submit(modal, { Nothing: 'x' })).rejects.toThrow('no field Nothing');
});

test('a modal cannot answer a modal', async () => {
  const codes: unknown[] = [];
  setup.bot.handle = async (i) => {
    if (i.isChatInputCommand()) return i.showModal(form());
    if (!i.isModalSubmit()) return undefined;
    const body = { type: 9, data: form().toJSON() };
    await setup.bot.client.rest
      .post(`/interactions/${i.id}/${i.token}/callback`, { body, auth: false })
      .catch((error) => codes.push(error.code));
    return i.reply('no second form');
  };
  const ann = setup.sandbox.actor(club, 'Ann');
  expect((await ann.submit(await ann.run('/remind list'))).text).toBe('no second form');
  expect(codes).toEqual([50035]);
});

test('people chosen in a form arrive resolved', async () => {
  setup.bot.handle = async (i) => {
    const who = new LabelBuilder()
      .setLabel('Who')
      .setUserSelectMenuComponent(new UserSelectMenuBuilder().setCustomId('who'));
    if (i.isChatInputCommand())
      return i.showModal(new ModalBuilder().setCustomId('who').setTitle('Who').addLabelComponents(who));
    return i.isModalSubmit() && i.reply(`${i.fields.getSelectedUsers('who')?.first()?.globalName}`);
  };
  const ann = setup.sandbox.actor(club, 'Ann');
  expect((await ann.submit(await ann.run('/remind list'), { Who: ['@Carl'] })).text).toBe('Carl');
});
