/** What Ann sees: three taps to a light, the menus, her pictures and what went before her pain. */
import type { Page } from 'playwright-core';
import { paint, press, run, SIZES, take, takeBoth } from './visit.ts';

/** The morning: nothing hurts, so there are exercises; her 12 weeks; dark first, then light pictures too. */
export async function annsMorning(page: Page): Promise<void> {
  await run(page, '/pain area:low back now:0 start:0', /GREEN|None of these|lists/);
  if ((await page.getByRole('button', { name: 'None of these' }).count()) > 0) {
    await press(page, 'None of these', /GREEN/);
  }
  await takeBoth(page, 'green', 'dark');
  for (const scheme of ['dark', 'light'] as const) {
    await page.setViewportSize(SIZES.desktop);
    await paint(page, scheme);
    await run(page, '/core', /Core work, /);
    await takeBoth(page, 'core', scheme, 'long');
    await run(page, '/stretch', /Stretching, /);
    await takeBoth(page, 'stretch', scheme, 'long');
    await run(page, '/insights', /Fixed club rule|too early|pattern/i);
    await takeBoth(page, 'insights', scheme, 'long');
    await run(page, '/me', /Your last 12 weeks/);
    await takeBoth(page, 'me', scheme, 'long');
    if (scheme === 'dark') await press(page, 'Light pictures', /Your last 12 weeks/);
  }
}

/** Later: a log for yesterday, whose summary is out by then; the command box, a log, three taps, and a red light. */
export async function annsEvening(page: Page): Promise<void> {
  await page.setViewportSize(SIZES.desktop);
  await paint(page, 'dark');
  await page.getByRole('button', { name: '+1 h' }).click();
  await run(page, '/log type:Core minutes:15 date:yesterday', /Saved:/);
  await page.getByRole('textbox', { name: /^Message/ }).fill('/log type:Tempo work:');
  await page.getByRole('combobox', { name: /^work/ }).pressSequentially('2x10x100 @17.5 r45');
  await page
    .getByRole('option')
    .filter({ hasText: /2.?000 m/ })
    .first()
    .waitFor();
  await take(page, 'command-box');
  await page.getByRole('button', { name: 'Cancel command' }).click();
  await run(page, '/log type:Tempo work:2x10x100 @17.5 r45 minutes:45 effort:4 warmup:None', /Saved:/);
  await takeBoth(page, 'log', 'dark');
  await run(page, '/should-i-stop', /How much now/);
  await press(page, 'Start was 0: change', /how much when this session began/);
  await takeBoth(page, 'should-i-stop', 'dark');
  await press(page, '1', /How much now/);
  await press(page, '4', /How is it/);
  await press(page, 'Growing', /None of these|RED/);
  if ((await page.getByRole('button', { name: 'None of these' }).count()) > 0) {
    await takeBoth(page, 'warning-signs', 'dark');
    await press(page, 'None of these', /RED/);
  }
  for (const scheme of ['dark', 'light'] as const) {
    await paint(page, scheme);
    await takeBoth(page, 'red', scheme);
  }
}
