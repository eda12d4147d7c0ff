import { describe, expect, it } from 'vitest';
import { chromiumPath } from './page-browser.ts';
import { pageStage } from './page-stage.ts';
import { ANN, BEN, channel, components, emptyView, message, shown, TRAINING } from './page-views.ts';

describe.skipIf(chromiumPath === null)('components of a message on the page', () => {
  const stage = pageStage();

  const row = (...list: object[]) => components([{ type: 1, components: list }]);
  const button = (label: string, more: object = {}) => ({
    type: 2,
    style: 1,
    label,
    custom_id: label.toLowerCase(),
    ...more,
  });

  function showMessage(list: ReturnType<typeof components>, more = {}) {
    const sent = message('Logged.', { components: list });
    const view = emptyView(ANN, { channels: [channel(TRAINING, 'training', [shown(sent)])], ...more });
    stage.server.show(view);
    return { sent, view };
  }

  it('a pressed button tells the bot, waits with a spinner, and says when it failed', async () => {
    const { sent, view } = showMessage(row(button('Pain'), button('Undo', { style: 4, disabled: true })));
    await stage.open();
    await stage.page.getByRole('button', { name: 'Pain' }).click();
    expect(await stage.server.act('press')).toEqual({ do: 'press', messageId: sent.id, customId: 'pain' });
    const pending = { id: '1', channelId: TRAINING, messageId: sent.id, customId: 'pain', command: null };
    stage.server.show({ ...view, pending: [{ ...pending, state: 'waiting' }] });
    await stage.page.locator('button[aria-busy=true]', { hasText: 'Pain' }).waitFor();
    stage.server.show({ ...view, pending: [{ ...pending, state: 'failed' }] });
    await stage.page.getByRole('alert').getByText('This interaction failed').waitFor();
    expect(await stage.page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
  });

  it('a link button leads to http addresses only', async () => {
    showMessage(
      row(
        { type: 2, style: 5, label: 'Rule', url: 'https://example.org/rule' },
        { type: 2, style: 5, label: 'Trap', url: 'javascript:alert(1)' },
      ),
    );
    await stage.open();
    const link = stage.page.getByRole('link', { name: 'Rule' });
    expect(await link.getAttribute('href')).toBe('https://example.org/rule');
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await stage.page.getByRole('button', { name: 'Trap' }).isDisabled()).toBe(true);
  });

  it('selects of one, of several and of members send what was chosen', async () => {
    const options = ['Sharp', 'Ache', 'Burning'].map((label) => ({ label, value: label.toLowerCase() }));
    showMessage(
      components([
        { type: 1, components: [{ type: 3, custom_id: 'one', placeholder: 'Kind', options }] },
        {
          type: 1,
          components: [{ type: 3, custom_id: 'many', placeholder: 'Kinds', max_values: 2, options }],
        },
        { type: 1, components: [{ type: 5, custom_id: 'who', placeholder: 'Who' }] },
      ]),
    );
    await stage.open();
    const chosen = () =>
      stage.server.acts.flatMap(({ act }) => (act.do === 'choose' ? [[act.customId, ...act.values]] : []));
    await stage.page.getByRole('combobox', { name: 'Kind', exact: true }).click();
    await stage.option('Ache').click();
    await expect.poll(chosen).toEqual([['one', 'ache']]);
    await stage.page.getByRole('combobox', { name: 'Kinds', exact: true }).press('ArrowDown');
    await stage.page.keyboard.press('Enter');
    await stage.page.keyboard.press('ArrowDown');
    await stage.page.keyboard.press('Enter');
    await stage.page.keyboard.press('Escape');
    await expect.poll(() => chosen().at(-1)).toEqual(['many', 'sharp', 'ache']);
    await stage.page.getByRole('combobox', { name: 'Who', exact: true }).click();
    await stage.page.keyboard.type('ben');
    await stage.page.keyboard.press('Enter');
    await expect.poll(() => chosen().at(-1)).toEqual(['who', BEN]);
  });

  it('a menu that takes the place of another shows nothing chosen', async () => {
    const menu = (id: string) => ({
      ...{ type: 3, custom_id: id, placeholder: 'Choose', options: [{ label: 'Core', value: `of ${id}` }] },
    });
    const { sent, view } = showMessage(row(menu('open')));
    await stage.open();
    const box = stage.page.getByRole('log').getByRole('combobox');
    await box.click();
    await stage.option('Core').click();
    await box.getByText('Core').waitFor();
    const edited = { ...sent, content: 'Opened.', components: row(menu('pause')) };
    stage.server.show({ ...view, channels: [channel(TRAINING, 'training', [shown(edited)])] });
    await stage.page.getByText('Opened.').waitFor();
    expect(await box.textContent()).toBe('Choose');
  });

  it('draws Components V2, embeds and pictures with their descriptions', async () => {
    const png =
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
    const layout = message('', {
      flags: 1 << 15,
      components: components([
        {
          type: 17,
          accent_color: 0x5865f2,
          components: [
            { type: 10, content: '## Summary' },
            { type: 14 },
            { type: 9, components: [{ type: 10, content: 'Ann: RED' }], accessory: button('Ask') },
            { type: 12, items: [{ media: { url: png }, description: 'Four weeks' }] },
          ],
        },
      ]),
    });
    const classic = message('', {
      embeds: [
        {
          title: 'RED',
          color: 0xd83c3e,
          fields: [{ name: 'Now', value: '4', inline: true }],
          footer: { text: 'Diary' },
        },
        { image: { url: 'https://example.org/outside.png' } },
      ],
    });
    stage.server.show(
      emptyView(ANN, { channels: [channel(TRAINING, 'training', [shown(layout), shown(classic)])] }),
    );
    await stage.open();
    await stage.page.getByRole('heading', { name: 'Summary' }).waitFor();
    await stage.page.getByRole('img', { name: 'Four weeks' }).click();
    await stage.page.getByRole('dialog', { name: 'Picture' }).getByText('Four weeks').waitFor();
    await stage.page.keyboard.press('Escape');
    await stage.page.getByText('Picture from outside, not loaded here').waitFor();
    await stage.page.getByRole('button', { name: 'Ask' }).click();
    expect(await stage.server.act('press')).toMatchObject({ messageId: layout.id, customId: 'ask' });
  });
});
