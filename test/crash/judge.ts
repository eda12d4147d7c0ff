/** What is to be said of a run as a whole, beside its entries and deliveries. */
import type { RecordedRequest, Sandbox } from '../../sandbox/sandbox.ts';
import type { Crew } from './crew.ts';
import type { Journal } from './journal.ts';
import type { Quota } from './killer.ts';
import type { Ledger } from './ledger.ts';
import type { Verdict } from './verdict.ts';

/** Mondays bring more at one minute than one process claims at once. */
const DAYS_TO_MEET = 21;

/** Whether there were as many kills as wanted, and nothing happened that should not. */
export function judgeRun(
  verdict: Verdict,
  run: { quota: Quota; crew: Crew; ledger: Ledger; journal: Journal; sandbox: Sandbox; days: number },
): void {
  const { quota, crew, ledger, journal, sandbox, days } = run;
  const { done, wanted, killers } = quota;
  verdict.check(done >= wanted, `only ${done} of ${wanted} kills in the time given`);
  if (killers > 1 && days >= DAYS_TO_MEET) {
    verdict.check(
      journal.sentBy.size === killers,
      `only ${journal.sentBy.size} of ${killers} processes sent`,
    );
    verdict.check(journal.minutesMet() > 0, 'the processes never sent in one minute');
  }
  for (const words of crew.collapses()) verdict.check(false, `the bot ended by itself: ${words}`);
  for (const words of ledger.odd) verdict.check(false, `an answer that is none: ${words}`);
  for (const words of crew.errors()) verdict.check(false, `the bot logged an error: ${words}`);
  const { unknownRoutes } = sandbox;
  verdict.check(unknownRoutes.length === 0, `Discord has no ${unknownRoutes[0]}`);
}

/** The ways in which a message whose fate was unknown was found. */
export interface PathsTaken {
  /** Sends that Discord answered with the message that was there already, by its nonce. */
  readonly repeatsByNonce: number;
  /** Looks into a channel's history. */
  readonly historyLooks: number;
}

/** How often Discord was asked a second time for what it had, and how often the bot looked for itself. */
export function countPaths(requests: readonly RecordedRequest[]): PathsTaken {
  const nonces = requests.flatMap(({ method, route, status, body }) => {
    const isSend = method === 'POST' && route === '/channels/{channel_id}/messages' && status === 200;
    return isSend && typeof body === 'object' && body !== null && 'nonce' in body ? [body.nonce] : [];
  });
  const looks = requests.filter(
    ({ method, path }) => method === 'GET' && /\/messages\?.*after=/.test(path),
  ).length;
  return { repeatsByNonce: nonces.length - new Set(nonces).size, historyLooks: looks };
}
