/**
 * npm run screenshots: takes the pictures of docs/ from the running sandbox with its demo club, in Chromium, on a phone
 * and on a desktop, dark and light.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startBrowser } from '../../test/sandbox/page-browser.ts';
import { annsEvening, annsMorning } from './ann.ts';
import { carlReminds, carlsMorning, danaLooks } from './carl.ts';
import { carlPlans, morningTogether } from './together.ts';
import { SIZES } from './visit.ts';

const START = fileURLToPath(new URL('../../sandbox/start.ts', import.meta.url));

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

const browser = await startBrowser();
const { url, child } = await startSandbox();
try {
  const page = await browser.open(SIZES.desktop.width, SIZES.desktop.height);
  await carlPlans(page, url);
  await morningTogether(page, url);
  await annsMorning(page);
  await annsEvening(page);
  await carlReminds(page, url);
  await carlsMorning(page, url);
  await danaLooks(page, url);
} finally {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
  await browser.close();
}
console.log('Pictures written to docs/pictures');
