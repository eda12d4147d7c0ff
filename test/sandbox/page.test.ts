import { describe, expect, it } from 'vitest';
import type { ActResult } from '../../sandbox/protocol.ts';
import { chromiumPath } from './page-browser.ts';
import { startPageServer } from './page-server.ts';
import { pageStage } from './page-stage.ts';
import { ANN, BEN, BOT, channel, emptyView, message, NOW, said, shown, TRAINING } from './page-views.ts';

describe.skipIf(chromiumPath === null)('the sandbox page', () => {
  const stage = pageStage();

  describe('the clock', () => {
    it("shows the club's time and sends each move", async () => {
      stage.server.show(emptyView(ANN, { offset: NOW - Date.now(), now: new Date(NOW).toISOString() }));
      await stage.open();
      await stage.page.getByTestId('clock').getByText('18:32').waitFor();
      await stage.page.getByText('Wed 14 Oct').waitFor();
      const moves = [];
      for (const name of ['+5 min', '+30 min', '+1 h', 'Next morning', 'Real time']) {
        await stage.page.getByRole('button', { name, exact: true }).click();
        await expect.poll(() => stage.server.acts.length).toBe(moves.length + 1);
        moves.push(stage.server.acts.at(-1)?.act);
      }
      expect(moves).toEqual(
        ['+5m', '+30m', '+1h', 'next-morning', 'real'].map((move) => ({ do: 'clock', move })),
      );
    });

    it('takes no second move while one is under way, and looks like it', async () => {
      let arrive: (result: ActResult) => void = () => {};
      stage.server.answer(() => new Promise((resolve) => (arrive = resolve)));
      await stage.open();
      const morning = stage.page.getByRole('button', { name: 'Next morning' });
      const hour = stage.page.getByRole('button', { name: '+1 h', exact: true });
      await morning.click();
      await stage.server.act('clock');
      await expect.poll(() => hour.isDisabled()).toBe(true);
      await hour.click({ force: true });
      arrive({ error: null, choices: null });
      await hour.click();
      await expect
        .poll(() => stage.server.acts.map(({ act }) => act))
        .toEqual([
          { do: 'clock', move: 'next-morning' },
          { do: 'clock', move: '+1h' },
        ]);
    });

    it("reads times in messages on the club's clock, not the machine's", async () => {
      const at = NOW / 1000 + 1800;
      stage.server.show(
        emptyView(ANN, {
          offset: NOW - Date.now(),
          channels: [channel(TRAINING, 'training', [shown(message(`At <t:${at}:t>, <t:${at}:R>`))])],
        }),
      );
      await stage.open();
      await stage.page.getByText(/^At 19:02, in (30|29) minutes$/).waitFor();
    });
  });

  it('never turns text into markup', async () => {
    const text = '<img src=x onerror="document.title=1"> **bold** [x](javascript:alert(1)) <b>raw</b>';
    stage.server.show(emptyView(ANN, { channels: [channel(TRAINING, 'training', [said(BEN, text)])] }));
    await stage.open();
    const log = stage.page.getByRole('log');
    await log.getByText('<b>raw</b>').waitFor();
    expect(await log.locator('img, a, b').count()).toBe(0);
    expect(await log.locator('strong').textContent()).toBe('bold');
    const response = await stage.page.request.get(stage.server.url);
    expect(response.headers()['content-security-policy']).toMatch(/^default-src 'self';/);
  });

  it('says that the bot is offline, and that data is made up', async () => {
    stage.server.show(
      emptyView(ANN, { bot: { userId: BOT, name: 'Backstraight', online: false }, notice: 'All made up' }),
    );
    await stage.open();
    await stage.page.getByText('Backstraight is offline: commands get no answer until it is back.').waitFor();
    await stage.page.getByText('All made up').waitFor();
  });

  it('comes back by itself after the sandbox was restarted, with what was typed', async () => {
    await stage.open();
    await stage.box().fill('half a sentence');
    await stage.server.stop();
    await stage.page.getByText('The sandbox does not answer. Trying again by itself…').waitFor();
    stage.replaceServer(await startPageServer(stage.server.port));
    stage.server.show(emptyView(ANN, { notice: 'A new start' }));
    await stage.page.getByText('A new start').waitFor();
    await stage.page.getByText('The sandbox does not answer.').waitFor({ state: 'detached' });
    expect(await stage.box().inputValue()).toBe('half a sentence');
  });
});
