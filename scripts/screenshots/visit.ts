/** Using the sandbox page as a person does, and taking pictures of it. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

export type Scheme = 'dark' | 'light';

/** CSS pixels; `long` for answers that are read by scrolling. */
export const SIZES = {
  phone: { width: 390, height: 844 },
  long: { width: 390, height: 1500 },
  desktop: { width: 1280, height: 800 },
} as const;

/** Writes docs/pictures/NAME.png. */
export async function take(page: Page, name: string): Promise<void> {
  await page.waitForFunction('[...document.images].every((image) => image.complete)');
  await page.screenshot({ path: `${FOLDER}${name}.png`, animations: 'disabled' });
}

/** The newest message on a phone and on a desktop: NAME-phone-SCHEME and NAME-desktop-SCHEME. */
export async function takeBoth(
  page: Page,
  name: string,
  scheme: Scheme,
  phone: 'phone' | 'long' = 'phone',
): Promise<void> {
  await takeAt(page, SIZES[phone], `${name}-phone-${scheme}`);
  await takeAt(page, SIZES.desktop, `${name}-desktop-${scheme}`);
}

/** The newest message on a phone alone: NAME-phone-SCHEME. */
export async function takePhone(page: Page, name: string, scheme: Scheme): Promise<void> {
  await takeAt(page, SIZES.phone, `${name}-phone-${scheme}`);
}

async function takeAt(page: Page, size: { width: number; height: number }, name: string): Promise<void> {
  await page.setViewportSize(size);
  await page.getByRole('log').locator('.message').last().scrollIntoViewIfNeeded();
  await take(page, name);
}

/** Turns the page's colours. */
export async function paint(page: Page, scheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
}

/** Opens the page as one of the sandbox's people. */
export async function openAs(page: Page, url: string, name: string, scheme: Scheme): Promise<void> {
  await paint(page, scheme);
  await page.goto(url);
  await page.getByText('online').first().waitFor();
  const account = page.getByRole('button', { name: /^You are / }).locator('visible=true');
  await account.first().click();
  await page.getByRole('menuitemradio', { name: new RegExp(name) }).click();
  await page
    .getByRole('button', { name: new RegExp(`^You are ${name}`) })
    .locator('visible=true')
    .first()
    .waitFor();
}

/** Types a command and sends it; `shows`: what its answer says. */
export async function run(page: Page, line: string, shows: RegExp): Promise<void> {
  const before = await page.getByRole('log').getByText(shows).count();
  // A space after a bare name chooses the command.
  await page.getByRole('textbox', { name: /^Message/ }).fill(line.includes(':') ? line : `${line} `);
  await page.getByRole('button', { name: 'Send command' }).click();
  await page.getByRole('log').getByText(shows).nth(before).waitFor();
}

/** Chooses from the newest menu with this label; `shows`: what is there then. */
export async function choose(page: Page, menu: string, option: RegExp, shows: RegExp): Promise<void> {
  await page.getByRole('log').getByRole('combobox', { name: menu, exact: true }).last().click();
  await page.getByRole('option').filter({ hasText: option }).first().click();
  await page.getByRole('log').getByText(shows).last().waitFor();
}

/** Presses a button of the newest message that has it; `shows`: what is there then. */
export async function press(page: Page, label: string, shows: RegExp): Promise<void> {
  await page.getByRole('log').getByRole('button', { name: label, exact: true }).last().click();
  await page.getByRole('log').getByText(shows).last().waitFor();
}
