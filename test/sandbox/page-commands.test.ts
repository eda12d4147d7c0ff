import { describe, expect, it } from 'vitest';
import { chromiumPath } from './page-browser.ts';
import { pageStage } from './page-stage.ts';
import { CARL, COACH_ROLE, COACHES, TRAINING } from './page-views.ts';

describe.skipIf(chromiumPath === null)("the page's command box", () => {
  const stage = pageStage();

  it('lists commands after a slash, asks for the required option first, and completes while one types', async () => {
    stage.server.answer(({ act }) => ({
      error: null,
      choices:
        act.do === 'autocomplete' ? [{ name: `${act.options.work} = 2000 m`, value: '2x10x100' }] : null,
    }));
    await stage.open();
    await stage.box().fill('/');
    await expect
      .poll(() => stage.page.getByRole('option').allInnerTexts())
      .toEqual([
        '/help\nWhat Backstraight can do',
        '/log\nLog a training session',
        '/remind add\nAdd a reminder',
        '/remind list\nYour reminders',
        '/setup\nSet the club up',
      ]);
    await stage.option('/log').click();
    await stage.page.getByText('What kind of session it was').waitFor();
    await stage.option('Tempo').click();
    await stage.page.getByPlaceholder('+5 more').waitFor();
    await stage.option(/^work/).click();
    await stage.page.getByRole('combobox', { name: /^work/ }).fill('2x10x100');
    await stage.option('2x10x100 = 2000 m').click();
    await stage.page.getByRole('button', { name: 'Send command' }).click();
    expect(await stage.server.act('command')).toEqual({
      do: 'command',
      channelId: TRAINING,
      command: 'log',
      subcommand: null,
      options: { type: 'tempo', work: '2x10x100' },
    });
    await stage.box().waitFor();
    expect(await stage.box().inputValue()).toBe('');
  });

  it('runs from the keyboard alone', async () => {
    await stage.open();
    await stage.page.keyboard.type('/lo');
    await stage.option('/log').waitFor();
    await stage.page.keyboard.press('Enter');
    await stage.option('Speed').waitFor();
    await stage.page.keyboard.press('ArrowDown');
    await stage.page.keyboard.press('Tab');
    await stage.page.keyboard.type('minutes:');
    await stage.page.keyboard.type('45');
    await stage.page.keyboard.press('Tab');
    await stage.page.keyboard.type('cor');
    await stage.option(/^core/).waitFor();
    await stage.page.keyboard.press('Enter');
    await stage.option('True').waitFor();
    await stage.page.keyboard.press('Enter');
    await stage.page.keyboard.press('Enter');
    expect(await stage.server.act('command')).toMatchObject({
      options: { type: 'speed', minutes: 45, core: true },
    });
  });

  it('reads a command typed or pasted as one line', async () => {
    await stage.open();
    await stage.box().fill('/log type:tempo work:2x10x100 @17.5 r45 effort:7,5');
    await stage.page.getByRole('combobox', { name: /^Add an option/ }).press('Enter');
    expect(await stage.server.act('command')).toMatchObject({
      command: 'log',
      options: { type: 'tempo', work: '2x10x100 @17.5 r45', effort: 7.5 },
    });
  });

  it('says at the field what is wrong, sends nothing, and keeps what was typed', async () => {
    await stage.open();
    await stage.box().fill('/log ');
    await stage.page.getByRole('button', { name: 'Send command' }).click();
    await stage.page.getByRole('alert').getByText('This option is required. Specify a value.').waitFor();
    const type = stage.page.getByRole('combobox', { name: /^type/ });
    expect(await type.getAttribute('aria-invalid')).toBe('true');
    await type.fill('swimming');
    await stage.page.keyboard.press('Escape');
    await stage.page.keyboard.press('Enter');
    await stage.page.getByRole('alert').getByText('Choose one of the options in the list.').waitFor();
    await type.fill('tempo');
    await stage.page.keyboard.press('Tab');
    await stage.page.keyboard.type('minutes:700');
    await stage.page.keyboard.press('Enter');
    await stage.page.getByRole('alert').getByText('Enter a number between 1 and 600.').waitFor();
    await stage.page.getByRole('combobox', { name: /^minutes/ }).fill('1.5');
    await stage.page.keyboard.press('Enter');
    await stage.page.getByRole('alert').getByText('Enter a valid integer.').waitFor();
    expect(stage.server.acts.filter(({ act }) => act.do === 'command')).toEqual([]);
    expect(await type.inputValue()).toBe('Tempo');
  });

  it('keeps the command when the sandbox refuses it, and across channels', async () => {
    stage.server.answer(({ act }) => ({
      error: act.do === 'command' ? 'Backstraight is offline.' : null,
      choices: null,
    }));
    await stage.open();
    await stage.box().fill('/log type:tempo notes:windy');
    await stage.page.getByRole('button', { name: 'Send command' }).click();
    await stage.page.getByText('Backstraight is offline.').waitFor();
    await stage.page.getByRole('button', { name: 'Backstraight', exact: true }).click();
    await stage.page.getByRole('heading', { name: 'Backstraight', level: 1 }).waitFor();
    await stage.page
      .getByRole('navigation', { name: 'Channels' })
      .getByRole('button', { name: 'training' })
      .click();
    expect(await stage.page.getByRole('combobox', { name: /^notes/ }).inputValue()).toBe('windy');
  });

  it('says that loading options failed', async () => {
    stage.server.answer(({ act }) => ({
      error: act.do === 'autocomplete' ? 'no answer' : null,
      choices: null,
    }));
    await stage.open();
    await stage.box().fill('/log type:tempo work:');
    await stage.page.getByText('Loading options failed.').waitFor();
  });

  it('offers roles, channels and members by name and sends their ids', async () => {
    await stage.open();
    await stage.box().fill('/setup ');
    await stage.option('@Coach').click();
    await stage.option(/^summary-channel/).click();
    await stage.page.keyboard.type('coa');
    await stage.option('coaches').click();
    await stage.option(/^contact/).click();
    await stage.option(/^@Carl/).click();
    await stage.page.getByRole('button', { name: 'Send command' }).click();
    expect(await stage.server.act('command')).toMatchObject({
      options: { 'coach-role': COACH_ROLE, 'summary-channel': COACHES, contact: CARL },
    });
  });

  it('sends plain text with Enter and runs a subcommand', async () => {
    await stage.open();
    await stage.box().fill('Morning all');
    await stage.box().press('Enter');
    expect(await stage.server.act('say')).toEqual({ do: 'say', channelId: TRAINING, text: 'Morning all' });
    await stage.box().fill('/remind list ');
    await stage.page.getByRole('combobox', { name: /^End of the command/ }).press('Enter');
    expect(await stage.server.act('command')).toMatchObject({
      command: 'remind',
      subcommand: 'list',
      options: {},
    });
  });
});
