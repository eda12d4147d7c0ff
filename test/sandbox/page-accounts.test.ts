import { describe, expect, it } from 'vitest';
import { chromiumPath } from './page-browser.ts';
import { pageStage } from './page-stage.ts';
import { ANN, BEN, CARL, channel, DIRECT, emptyView, message, said, shown, TRAINING } from './page-views.ts';

describe.skipIf(chromiumPath === null)('accounts and channels on the page', () => {
  const stage = pageStage();

  it('one account sees an ephemeral answer, another does not, and switching shows each their own', async () => {
    const secret = shown(message('Your light is RED'), {
      ephemeral: true,
      usedBy: { name: 'Ann', command: 'pain' },
    });
    stage.server.show(
      emptyView(ANN, { channels: [channel(TRAINING, 'training', [said(CARL, 'Hi'), secret])] }),
    );
    stage.server.show(emptyView(BEN, { channels: [channel(TRAINING, 'training', [said(CARL, 'Hi')])] }));
    await stage.open();
    await stage.page.getByText('Your light is RED').waitFor();
    await stage.page.getByText('Ann used /pain').waitFor();
    await stage.page.getByText('Only you can see this').waitFor();
    await stage.page.getByRole('button', { name: /^You are Ann/ }).click();
    await stage.page.getByText('All of them are made up.').waitFor();
    await stage.page.getByRole('menuitemradio', { name: /Ben/ }).click();
    await stage.page.getByRole('button', { name: /^You are Ben/ }).waitFor();
    await stage.page.getByText('Hi', { exact: true }).waitFor();
    expect(await stage.page.getByText('Your light is RED').count()).toBe(0);
    await stage.box().fill('I am Ben');
    await stage.box().press('Enter');
    await stage.server.act('say');
    expect(stage.server.acts.at(-1)?.as).toBe(BEN);
    await stage.page.reload();
    await stage.page.getByRole('button', { name: /^You are Ben/ }).waitFor();
  });

  it('dismisses an ephemeral message, and shows thinking and failed commands', async () => {
    const waiting = shown(message(''), {
      ephemeral: true,
      thinking: true,
      usedBy: { name: 'Ann', command: 'log' },
    });
    const failed = { id: 'p1', channelId: TRAINING, messageId: null, customId: null, command: 'me' };
    stage.server.show(
      emptyView(ANN, {
        channels: [channel(TRAINING, 'training', [waiting])],
        pending: [{ ...failed, state: 'failed' }],
      }),
    );
    await stage.open();
    await stage.page.getByText('Backstraight is thinking…').waitFor();
    await stage.page.getByRole('alert').getByText('The application did not respond').waitFor();
    await stage.page.getByRole('button', { name: 'Dismiss message' }).last().click();
    expect(await stage.server.act('dismiss-pending')).toEqual({ do: 'dismiss-pending', pendingId: 'p1' });
    await stage.page.getByRole('button', { name: 'Dismiss message' }).first().click();
    expect(await stage.server.act('dismiss-message')).toMatchObject({ messageId: waiting.message.id });
  });

  it('marks unread channels in words and figures, and reports reading', async () => {
    const unread = { ...channel(DIRECT, 'Backstraight', [shown(message('Time to stretch'))]), unread: 1 };
    stage.server.show(emptyView(ANN, { channels: [channel(TRAINING, 'training', []), unread] }));
    await stage.open();
    await stage.page.getByRole('button', { name: /Backstraight 1 unread/ }).click();
    await stage.page.getByText('Time to stretch').waitFor();
    expect(await stage.server.act('read')).toEqual({ do: 'read', channelId: DIRECT });
  });

  it('opens direct messages where there are none yet', async () => {
    stage.server.show(emptyView(ANN, { channels: [channel(TRAINING, 'training', [])] }));
    await stage.open();
    await stage.page.getByRole('button', { name: 'Direct messages' }).click();
    await stage.server.act('open-direct');
    stage.server.show(emptyView(ANN));
    await stage.page.getByRole('heading', { name: 'Backstraight', level: 1 }).waitFor();
  });

  it('tells who may not write', async () => {
    stage.server.show(
      emptyView(ANN, { channels: [{ ...channel(TRAINING, 'training', []), canWrite: false }] }),
    );
    await stage.page.goto(stage.server.url);
    await stage.page.getByText('Ann has no permission to write here.').waitFor();
  });
});
