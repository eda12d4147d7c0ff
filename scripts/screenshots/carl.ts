/** What Carl sees: the board now, and the summary in the morning. */
import type { Page } from 'playwright-core';
import { openAs, run, SIZES, take, takeBoth } from './visit.ts';

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
}
