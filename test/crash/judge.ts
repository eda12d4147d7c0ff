/** What is to be said of a run as a whole, beside its entries and deliveries. */
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Keeper } from './keeper.ts';
import type { Killer } from './killer.ts';
import type { Ledger } from './ledger.ts';
import type { Verdict } from './verdict.ts';

/** Whether there were as many kills as wanted, and nothing happened that should not. */
export function judgeRun(
  verdict: Verdict,
  run: { killer: Killer; keeper: Keeper; ledger: Ledger; sandbox: Sandbox; wanted: number },
): void {
  const { killer, keeper, ledger, sandbox, wanted } = run;
  verdict.check(killer.kills() === wanted, `only ${killer.kills()} of ${wanted} kills in the time given`);
  for (const words of keeper.collapses) verdict.check(false, `the bot ended by itself: ${words}`);
  for (const words of ledger.odd) verdict.check(false, `an answer that is none: ${words}`);
  for (const words of keeper.errors) verdict.check(false, `the bot logged an error: ${words}`);
  const { unknownRoutes } = sandbox;
  verdict.check(unknownRoutes.length === 0, `Discord has no ${unknownRoutes[0]}`);
}

/** How often Discord was asked a second time for what it had, and how often the bot looked for itself. */
export function pathsTaken({ requests }: Sandbox): { repeatsByNonce: number; historyLooks: number } {
  const nonces = requests.flatMap(({ method, route, status, body }) => {
    const isSend = method === 'POST' && route === '/channels/{channel_id}/messages' && status === 200;
    return isSend && typeof body === 'object' && body !== null && 'nonce' in body ? [body.nonce] : [];
  });
  const looks = requests.filter(
    ({ method, path }) => method === 'GET' && /\/messages\?.*after=/.test(path),
  ).length;
  return { repeatsByNonce: nonces.length - new Set(nonces).size, historyLooks: looks };
}
