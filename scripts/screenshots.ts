/**
 * npm run screenshots: takes the README's pictures from the running sandbox with its demo club, in Chromium, and
 * writes them to docs/pictures.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { type Browser, startBrowser } from '../test/sandbox/page-browser.ts';

const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const START = fileURLToPath(new URL('../sandbox/start.ts', import.meta.url));
const DESKTOP = [1280, 800] as const;
const PHONE = [390, 844] as const;

/** Starts the sandbox with its demo club on any free port; resolves with its address once the club is filled. */
async function startSandbox(): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const child = spawn(process.execPath, ['--import', 'tsx', START, '--demo', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url !== undefined) return { url, child };
  }
  throw new Error('The sandbox ended before it was ready');
}

function take(page: Page, name: string): Promise<unknown> {
  return page.screenshot({ path: `${FOLDER}${name}.png`, animations: 'disabled' });
}

async function openAs(page: Page, url: string, name: string, scheme: 'dark' | 'light'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.goto(url);
  await page.getByText('online').first().waitFor();
  await page
    .getByRole('button', { name: /^You are / })
    .locator('visible=true')
    .first()
    .click();
  await page.getByRole('menuitemradio', { name: new RegExp(name) }).click();
  await page
    .getByRole('button', { name: new RegExp(`^You are ${name}`) })
    .locator('visible=true')
    .first()
    .waitFor();
}

async function run(page: Page, line: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Message/ }).fill(line);
  await page.getByRole('button', { name: 'Send command' }).click();
  await page.getByRole('textbox', { name: /^Message/ }).waitFor();
}

/** Answers the page of warning signs with "None of these", until the light is there. */
async function denyWarningSigns(page: Page): Promise<void> {
  const light = page.getByText(/\bRED\b/).first();
  const none = page.getByRole('button', { name: 'None of these' });
  await none.waitFor();
  while (!(await light.isVisible())) {
    const sign = (await page.getByRole('log').getByRole('listitem').last().textContent()) ?? '';
    await none.click();
    await page
      .getByRole('log')
      .getByRole('listitem')
      .filter({ hasText: sign })
      .waitFor({ state: 'detached' });
    await light.or(none).waitFor();
  }
}

/** Ann logs tempo and reports pain that grows: the screen, then the light. */
async function annsEvening(page: Page, url: string): Promise<void> {
  await openAs(page, url, 'Ann', 'dark');
  await page.getByRole('textbox', { name: /^Message/ }).fill('/log type:Tempo work:');
  await page.getByRole('combobox', { name: /^work/ }).pressSequentially('2x10x100 @17.5 r45');
  await page
    .getByRole('option')
    .filter({ hasText: /2.?000 m/ })
    .first()
    .waitFor();
  await take(page, 'command-box');
  await page.getByRole('button', { name: 'Cancel command' }).click();
  await run(page, '/log type:Tempo work:2x10x100 @17.5 r45 minutes:45 effort:4 warmup:None');
  await page.getByText('Saved:').waitFor();
  await run(page, '/pain area:low back now:4 start:1 when:During rep:6 growing:yes');
  await denyWarningSigns(page);
  await take(page, 'light-desktop');
}

/** Carl reads the morning's summary on the bus. */
async function carlsMorning(page: Page, url: string): Promise<void> {
  await openAs(page, url, 'Carl', 'light');
  await page.getByRole('button', { name: 'Next morning' }).click();
  await page.getByRole('button', { name: '+30 min' }).click();
  await page.getByRole('button', { name: /^Channels/ }).click();
  await page.getByRole('button', { name: /^coaches/ }).click();
  await page
    .getByText(/^Summary of yesterday/)
    .last()
    .waitFor();
  await take(page, 'summary-phone');
}

async function main(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const browser: Browser = await startBrowser();
  const { url, child } = await startSandbox();
  try {
    const desktop = await browser.open(...DESKTOP);
    await annsEvening(desktop, url);
    const phone = await browser.open(...PHONE);
    await openAs(phone, url, 'Ann', 'dark');
    await phone
      .getByText(/\bRED\b/)
      .first()
      .waitFor();
    await take(phone, 'light-phone');
    await carlsMorning(phone, url);
    await openAs(desktop, url, 'Carl', 'light');
    await desktop.getByRole('button', { name: /^coaches/ }).click();
    await desktop
      .getByText(/^Summary of yesterday/)
      .last()
      .waitFor();
    await take(desktop, 'summary-desktop');
  } finally {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    await browser.close();
  }
  console.log(`Pictures written to ${FOLDER}`);
}

await main();
