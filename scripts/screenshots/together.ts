/** Reminders and plans: the post of the morning, a reminder looked at before it is saved, one message for two. */
import type { Page } from 'playwright-core';
import { choose, openAs, press, run, SIZES, takeBoth, takePhone } from './visit.ts';

const CORE = '/remind add what:Core work when:every day 7:30 where:Here in this channel';

/** Carl starts a week with something on every day, so that there is a post whatever day it is. */
export async function carlPlans(page: Page, url: string): Promise<void> {
  await openAs(page, url, 'Carl', 'light');
  await run(page, '/plan start template:A Charlie Francis week', /Started/);
  await run(page, '/plan day day:Sunday type:Tempo work:2x10x100 @75% r45', /Saved/);
  await run(page, '/plan week', /The week of/);
  await takePhone(page, 'plan-week', 'light');
  await page.setViewportSize(SIZES.desktop);
}

/** From 07:00 to 07:30: the day's session, and core work for which Ann and Ben are due together. */
export async function morningTogether(page: Page, url: string): Promise<void> {
  await page.setViewportSize(SIZES.desktop);
  await openAs(page, url, 'Ben', 'dark');
  await page.getByRole('button', { name: 'Next morning' }).click();
  await page
    .getByRole('log')
    .getByText(/^Today, /)
    .last()
    .waitFor();
  await takePhone(page, 'plan-post', 'dark');
  await page.setViewportSize(SIZES.desktop);
  await run(page, CORE, /Not saved yet/);
  await press(page, 'Save', /Saved\./);
  await openAs(page, url, 'Ann', 'dark');
  await run(page, CORE, /Not saved yet/);
  await takePhone(page, 'remind-preview', 'dark');
  await page.setViewportSize(SIZES.desktop);
  await press(page, 'Save', /Saved\./);
  await page.getByRole('button', { name: '+30 min' }).click();
  await page
    .getByRole('log')
    .getByText(/Core work today/)
    .last()
    .waitFor();
  await takeBoth(page, 'remind-together', 'dark');
  await run(page, '/remind list', /Your reminders/);
  await choose(page, 'Open one', /^Core work: every day/, /It comes/);
  await takePhone(page, 'remind-detail', 'dark');
  await page.setViewportSize(SIZES.desktop);
  await run(page, '/remind health', /Do reminders arrive/);
  await takePhone(page, 'remind-health', 'dark');
  await page.setViewportSize(SIZES.desktop);
}
