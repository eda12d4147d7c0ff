/** A fresh server and a fresh tab for each test of the page, and a check that the page did nothing wrong meanwhile. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type Browser, chromiumPath, startBrowser } from './page-browser.ts';
import { type PageServer, startPageServer } from './page-server.ts';
import { ANN, emptyView } from './page-views.ts';

if (chromiumPath === null) console.warn('No Chromium found: the tests of the page are skipped.');

/** Sets a stage up in the describe that calls it; read its parts inside tests only. */
export function pageStage() {
  let browser: Browser;
  let server: PageServer;
  let page: Page;

  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await startPageServer();
    server.show(emptyView(ANN));
    page = await browser.open(1280, 800);
  });
  afterEach(async () => {
    await page.close();
    await server.stop();
    expect(browser.faults.splice(0)).toEqual([]);
  });

  const box = () => page.getByRole('textbox', { name: /^Message/ });
  return {
    get page() {
      return page;
    },
    get server() {
      return server;
    },
    /** Takes the place of a server that the test has stopped. */
    replaceServer: (next: PageServer) => {
      server = next;
    },
    /** The command box while it holds plain text. */
    box,
    /** An entry of the list that is open. */
    option: (name: RegExp | string) => page.getByRole('option', { name }),
    /** Opens the page and waits until it has drawn the club. */
    open: async () => {
      await page.goto(server.url);
      await box().waitFor();
    },
  };
}
