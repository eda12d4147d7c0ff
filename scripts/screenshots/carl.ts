/** What Carl sees: the board now, the summary in the morning and of a week; and Dana, what was not delivered. */
import type { Page } from 'playwright-core';
import { openAs, press, run, SIZES, take, takeBoth, takePhone } from './visit.ts';

export async function carlsMorning(page: Page, url: string): Promise<void> {
  await page.setViewportSize(SIZES.phone);
  await openAs(page, url, 'Carl', 'light');
  await page.getByRole('button', { name: 'Next morning' }).click();
  await page.getByRole('button', { name: '+30 min' }).click();
  await page.getByRole('button', { name: /^Channels/ }).click();
  await page.getByRole('button', { name: /^coaches/ }).click();
  const summary = page.getByText(/^Summary of yesterday/).last();
  await summary.waitFor();
  await take(page, 'summary-phone');
  await page.setViewportSize(SIZES.desktop);
  await summary.waitFor();
  await take(page, 'summary-desktop');
  await run(page, '/team board', /Board/);
  await takeBoth(page, 'board', 'light');
  await run(page, '/team summary period:week', /The week, /);
  await takePhone(page, 'week', 'light');
}

/** In the night a reminder came due and passed, as when a machine sleeps. */
export async function danaLooks(page: Page, url: string): Promise<void> {
  await page.setViewportSize(SIZES.desktop);
  await openAs(page, url, 'Dana', 'light');
  await run(page, '/setup', /Not delivered/);
  await press(page, 'Look', /Not delivered in the last 7 days \(/);
  await takeBoth(page, 'undelivered', 'light');
}

/** A coach's reminder for an hour that the night's leap passes. */
export async function carlReminds(page: Page, url: string): Promise<void> {
  await page.setViewportSize(SIZES.desktop);
  await openAs(page, url, 'Carl', 'light');
  await run(
    page,
    '/remind add what:Own text when:today 20:00 where:Here in this channel text:Spikes tomorrow role:@Coach',
    /Not saved yet/,
  );
  await press(page, 'Save', /Saved\./);
}
