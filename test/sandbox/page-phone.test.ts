import { beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath } from './page-browser.ts';
import { pageStage } from './page-stage.ts';
import {
  ANN,
  COACHES,
  channel,
  components,
  EVERY_PART,
  emptyView,
  message,
  shown,
  TRAINING,
} from './page-views.ts';

describe.skipIf(chromiumPath === null)('the page on a phone', () => {
  const stage = pageStage();

  describe.each([360, 390, 414])('on a phone of %i px', (width) => {
    const FULL = () => {
      const buttons = ['Pain', 'Stretched', 'Core done', 'Edit', 'Undo'].map((label) => ({
        type: 2,
        style: 2,
        label,
        custom_id: label,
      }));
      const answer = message(`Logged ${'long'.repeat(60)}`, {
        components: components([{ type: 1, components: buttons }]),
        embeds: [
          { title: 'RED', description: 'x'.repeat(200), fields: [{ name: 'a', value: 'b', inline: true }] },
        ],
      });
      return emptyView(ANN, {
        channels: [
          channel(TRAINING, 'training', [
            shown(answer, { ephemeral: true, usedBy: { name: 'Ann', command: 'log' } }),
          ]),
          { ...channel(COACHES, 'coaches', []), unread: 2 },
        ],
        notice: '12 made-up athletes, 12 weeks of made-up data',
      });
    };

    const tooWide = () => stage.page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);

    /** Buttons, links and fields on the screen that a thumb would miss. */
    const tooSmall = () => {
      const all = 'button, a[href], input, textarea, [role=option], label.group-option';
      return stage.page.locator(all).evaluateAll((elements) =>
        elements.flatMap((element) => {
          const target = element.closest('label') ?? element;
          const { width: w, height: h, x } = target.getBoundingClientRect();
          const aside = x + w <= 0 || x >= element.ownerDocument.documentElement.clientWidth;
          const hidden = aside || !target.checkVisibility({ visibilityProperty: true });
          return hidden || (w >= 44 && h >= 44) ? [] : [`${element.className || element.tagName} ${w}×${h}`];
        }),
      );
    };

    beforeEach(async () => {
      await stage.page.setViewportSize({ width, height: 780 });
      stage.server.show(FULL());
      await stage.open();
    });

    it('nothing scrolls sideways and every target is at least 44 px', async () => {
      expect([await tooWide(), await tooSmall()]).toEqual([0, []]);
      await stage.page.getByRole('button', { name: 'Channels, 2 unread' }).click();
      await stage.page.getByRole('heading', { name: 'Text channels' }).waitFor();
      expect([await tooWide(), await tooSmall()]).toEqual([0, []]);
      await stage.page.getByRole('button', { name: /coaches/ }).click();
      await stage.page.getByRole('heading', { name: 'coaches', level: 1 }).waitFor();
      await stage.box().fill('/log type:tempo ');
      await stage.option(/^work/).waitFor();
      expect([await tooWide(), await tooSmall()]).toEqual([0, []]);
    });

    it('a modal fills the screen', async () => {
      stage.server.show({ ...FULL(), modal: { id: 'm1', data: EVERY_PART } });
      const dialog = stage.page.getByRole('dialog');
      await dialog.waitFor();
      expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, width, height: 780 });
      expect([await tooWide(), await tooSmall()]).toEqual([0, []]);
    });
  });
});
