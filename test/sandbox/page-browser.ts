/** A real Chromium for the page's tests, with a profile that is thrown away. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Where Chromium is; null when this machine has none. */
export const chromiumPath: string | null = PLACES.find((place) => existsSync(place)) ?? null;

// At home the page's tests can be left out; in CI that would hide them.
if (chromiumPath === null && process.env.CI) throw new Error(`CI needs Chromium at ${PLACES.join(', ')}`);

export interface Browser {
  /** A new tab of this size; errors of the page and requests to other places are kept in `faults`. */
  open(width: number, height: number): Promise<Page>;
  readonly faults: string[];
  close(): Promise<void>;
}

function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (line) => {
    // The browser's own line for a refused act or a server that went away is no fault of the page.
    if (line.type() === 'error' && !/Failed to load resource|WebSocket connection/.test(line.text())) {
      faults.push(`console: ${line.text()}`);
    }
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.hostname !== '127.0.0.1') faults.push(`request: ${request.url()}`);
  });
}

/** Starts Chromium; rejects where there is none. */
export async function startBrowser(): Promise<Browser> {
  if (chromiumPath === null) throw new Error(`No Chromium at ${PLACES.join(', ')}`);
  const profile = await mkdtemp(join(tmpdir(), 'backstraight-page-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    headless: true,
    args: ARGUMENTS,
    timezoneId: 'America/New_York',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  const faults: string[] = [];
  return {
    faults,
    open: async (width, height) => {
      const page = await context.newPage();
      await page.setViewportSize({ width, height });
      watch(page, faults);
      return page;
    },
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
