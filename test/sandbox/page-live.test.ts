/** The page on the real sandbox with a real discord.js bot: both halves of the protocol together. */
import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ButtonBuilder,
  ButtonStyle,
  Client,
  ComponentType,
  type Interaction,
  MessageFlags,
  type RESTPostAPIApplicationCommandsJSONBody,
  TextInputStyle,
} from 'discord.js';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SANDBOX_CLUB } from '../../sandbox/club.ts';
import { pagePlugin } from '../../sandbox/page/plugin.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { type Browser, chromiumPath, startBrowser } from './page-browser.ts';

const COMMANDS: RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    name: 'note',
    description: 'Write a note',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'text',
        description: 'The note',
        required: true,
        autocomplete: true,
      },
    ],
  },
  { name: 'form', description: 'Open a form' },
  { name: 'silent', description: 'Never answers' },
];

async function answer(interaction: Interaction): Promise<unknown> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    return interaction.respond([{ name: `Understood: ${typed}`, value: typed === '' ? 'nothing' : typed }]);
  }
  if (interaction.isChatInputCommand() && interaction.commandName === 'note') {
    const text = interaction.options.getString('text', true);
    const again = new ButtonBuilder().setCustomId('again').setLabel('Again').setStyle(ButtonStyle.Primary);
    const components = [new ActionRowBuilder<ButtonBuilder>().addComponents(again)];
    return interaction.reply({ content: `Noted: **${text}**`, components, flags: MessageFlags.Ephemeral });
  }
  if (interaction.isChatInputCommand() && interaction.commandName === 'form') {
    return interaction.showModal({
      custom_id: 'form',
      title: 'A form',
      components: [
        {
          type: ComponentType.Label,
          label: 'Name',
          component: {
            type: ComponentType.TextInput,
            custom_id: 'name',
            style: TextInputStyle.Short,
            value: 'Ann',
          },
        },
      ],
    });
  }
  if (interaction.isButton()) return interaction.update({ content: 'Pressed', components: [] });
  if (interaction.isModalSubmit()) {
    await interaction.deferReply();
    return interaction.editReply(`Hello ${interaction.fields.getTextInputValue('name')}`);
  }
  return undefined;
}

describe.skipIf(chromiumPath === null)('the page on the real sandbox with a discord.js bot', () => {
  let browser: Browser;
  let sandbox: Sandbox;
  let client: Client;
  let page: Page;

  beforeAll(async () => {
    browser = await startBrowser();
    sandbox = await startSandbox({ page: pagePlugin });
    sandbox.createGuild(SANDBOX_CLUB);
    client = new Client({ intents: ['Guilds'], rest: { api: sandbox.apiUrl, version: '10' } });
    client.on('interactionCreate', (interaction) => void answer(interaction));
    const ready = new Promise((resolve) => client.once('clientReady', resolve));
    await client.login(sandbox.token);
    await ready;
    await client.application?.commands.set(COMMANDS);
  });
  afterAll(async () => {
    await client.destroy();
    await browser.close();
    await sandbox.stop();
  });

  beforeEach(async () => {
    page = await browser.open(1280, 800);
    await page.goto(sandbox.url);
    await page.getByText('Backstraight online').waitFor();
  });
  afterEach(async () => {
    await page.close();
    expect(browser.faults.splice(0)).toEqual([]);
    expect(sandbox.unknownRoutes).toEqual([]);
  });

  const box = () => page.getByRole('textbox', { name: /^Message/ });

  it('completes, runs, answers one account alone, and takes a press', async () => {
    await box().fill('/note ');
    await page.getByRole('combobox', { name: /^text/ }).fill('10x100');
    await page.getByRole('option', { name: 'Understood: 10x100' }).click();
    await page.getByRole('button', { name: 'Send command' }).click();
    await page.getByText('Ann used /note').waitFor();
    await page.getByText('Noted: 10x100').waitFor();
    await page.getByRole('button', { name: /^You are Ann/ }).click();
    await page.getByRole('menuitemradio', { name: /Ben/ }).click();
    await page.getByRole('button', { name: /^You are Ben/ }).click();
    expect(await page.getByText('Noted: 10x100').count()).toBe(0);
    await page.getByRole('menuitemradio', { name: /Ann/ }).click();
    await page.getByRole('button', { name: 'Again' }).click();
    await page.getByText('Pressed').waitFor();
    await page.getByText('(edited)').waitFor();
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    await page.getByText('Pressed').waitFor({ state: 'detached' });
  });

  it('opens a form, sends it, and shows the answer to everybody', async () => {
    await box().fill('/form ');
    await page.getByRole('button', { name: 'Send command' }).click();
    const dialog = page.getByRole('dialog', { name: 'A form' });
    await dialog.getByRole('textbox', { name: /^Name/ }).fill('Ann B.');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Hello Ann B.').waitFor();
    await dialog.waitFor({ state: 'detached' });
  });

  it('says when the bot does not answer in time, by the clock that was moved', async () => {
    await box().fill('/silent ');
    await page.getByRole('button', { name: 'Send command' }).click();
    await page.getByText('Sending /silent…').waitFor();
    await page.getByRole('button', { name: '+5 min' }).click();
    await page.getByText('The application did not respond').waitFor();
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    await page.getByText('The application did not respond').waitFor({ state: 'detached' });
    await page.getByText('moved', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Real time' }).click();
    await page.getByText('real time', { exact: true }).waitFor();
  });

  it('an account of an earlier sandbox gives way to the first of this one', async () => {
    await page.goto(`${sandbox.url}/?as=123456789012345678`);
    await page.getByRole('button', { name: /^You are Ann/ }).waitFor();
    await page.getByText('Backstraight online').waitFor();
  });
});
