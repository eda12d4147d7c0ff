import { describe, expect, it } from 'vitest';
import { chromiumPath } from './page-browser.ts';
import { pageStage } from './page-stage.ts';
import { ANN, BEN, CARL, COACH_ROLE, COACHES, EVERY_PART, emptyView } from './page-views.ts';

describe.skipIf(chromiumPath === null)('a modal on the page', () => {
  const stage = pageStage();

  it('shows what is wrong at the field, and sends the value of every part', async () => {
    stage.server.show(emptyView(ANN, { modal: { id: 'm1', data: EVERY_PART } }));
    await stage.page.goto(stage.server.url);
    const dialog = stage.page.getByRole('dialog', { name: 'Log a session' });
    await dialog.getByText('text display').waitFor();
    const work = dialog.getByRole('textbox', { name: /^Work/ });
    expect(await work.inputValue()).toBe('10x100');
    await dialog.getByText('6/100').waitFor();
    await work.fill('1');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await dialog.getByText('Must be 3 or more in length.').waitFor();
    await expect.poll(() => dialog.getByText('This field is required.').count()).toBe(2);
    await stage.page.locator('#field-work:focus').waitFor();
    expect(stage.server.acts).toEqual([]);

    await work.fill('2x10x100');
    await dialog.getByLabel('Notes').fill('Windy');
    await dialog.getByRole('combobox', { name: /^Type/ }).click();
    await stage.option(/^Tempo/).click();
    await dialog.getByRole('combobox', { name: 'Partner' }).click();
    await stage.option(/^@Ben/).click();
    await stage.option(/^@Carl/).click();
    await stage.page.keyboard.press('Escape');
    await dialog.getByRole('combobox', { name: 'Role' }).click();
    await stage.page.keyboard.type('coach');
    await stage.page.keyboard.press('Enter');
    await dialog.getByRole('combobox', { name: 'Channel' }).click();
    await stage.option('coaches').click();
    await dialog.getByText('None', { exact: true }).click();
    await dialog.getByText('Low back').click();
    await dialog.getByText('Core work done').click();
    await dialog.getByRole('button', { name: 'Submit' }).click();
    expect(await stage.server.act('submit')).toEqual({
      do: 'submit',
      modalId: 'm1',
      values: {
        work: '2x10x100',
        notes: 'Windy',
        type: ['tempo'],
        partner: [BEN, CARL],
        role: [COACH_ROLE],
        channel: [COACHES],
        warmup: 'none',
        areas: ['hips', 'back'],
        core: true,
      },
    });
    stage.server.show(emptyView(ANN, { modal: { id: 'm1', data: EVERY_PART, state: 'failed' } }));
    await dialog.getByText('Something went wrong. Try again.').waitFor();
    expect(await work.inputValue()).toBe('2x10x100');
    stage.server.show(emptyView(ANN));
    await dialog.waitFor({ state: 'detached' });
  });

  it('is dismissed by Cancel and by Escape', async () => {
    stage.server.show(emptyView(ANN, { modal: { id: 'm1', data: EVERY_PART } }));
    await stage.page.goto(stage.server.url);
    const dialog = stage.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await stage.server.act('dismiss')).toEqual({ do: 'dismiss', modalId: 'm1' });
    stage.server.show(emptyView(ANN));
    await dialog.waitFor({ state: 'detached' });
    stage.server.show(emptyView(ANN, { modal: { id: 'm2', data: EVERY_PART } }));
    await dialog.waitFor();
    await stage.page.keyboard.press('Escape');
    await expect.poll(() => stage.server.acts.at(-1)?.act).toEqual({ do: 'dismiss', modalId: 'm2' });
  });
});
