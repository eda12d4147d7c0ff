import { CRASH_WINDOWS } from './black-box.ts';
import type { CrashResult } from './crash-run.ts';
import { KILL_TARGETS } from './kill-plan.ts';
import { SEATS } from './seats.ts';
import type { WindowsResult } from './windows.ts';

const NONCE_MS = 90_000;
const MOST_FAILURES = 20;

/** The result in lines for a terminal; the last one is 'N passed, M failed'. */
export function reportLines(result: CrashResult, how: string): string[] {
  const { verdict, journal, ledger } = result;
  const { counts } = verdict;
  const count = (what: string) => counts.get(what) ?? 0;
  const kept = (what: string) =>
    `${count(`acknowledged ${what} found`)} of ${count(`acknowledged ${what}`)} acknowledged ${what} found`;
  const lost = (what: string) =>
    `${count(`unacknowledged ${what} found`)} of ${count(`unacknowledged ${what}`)} unacknowledged ones too`;
  const targets = KILL_TARGETS.map((target) => `${target} ${journal.killsByTarget.get(target) ?? 0}`);
  const windows = CRASH_WINDOWS.map((window) => `${window} ${journal.killsByWindow.get(window) ?? 0}`);
  const sent = SEATS.flatMap(({ name, host }) => {
    const times = journal.sentBy.get(host);
    return times === undefined ? [] : [`the ${name} process sent ${times}`];
  });
  const pastNonce = journal.downs.filter((ms) => ms > NONCE_MS).length;
  const offs = [...counts].filter(([what]) => what.includes(' called off: ')).sort();
  return [
    `${how}: ${result.days} days of the story in ${Math.round(result.seconds)} s, ${((60 * result.kills) / result.seconds).toFixed(1)} kills a minute`,
    `kills: ${result.kills}, restarts: ${journal.downs.length}, ${pastNonce} of them with the clock moved by more than 90 s`,
    `  aimed: ${targets.join(' · ')}`,
    `  met a delivery: ${windows.join(' · ')}`,
    `${sent.join(', ')}${sent.length > 1 ? `, both in ${journal.minutesMet()} minutes` : ''}`,
    `${kept('logs')}, ${lost('logs')}`,
    `${kept('reports')}, ${lost('reports')}`,
    `${count('acknowledged undos')} acknowledged undos, ${count('acknowledged presses of Done')} acknowledged presses of Done`,
    ...['stretch reminders', 'core reminders', 'echo reminders', 'summaries'].map(
      (kind) => `${kind}: ${count(`${kind} due`)} due, ${count(`${kind} seen once`)} seen once`,
    ),
    ...offs.map(([what, times]) => `  ${what}: ${times}`),
    ...['seen once, but noted as called off', 'seen once, and its session taken back after'].map(
      (what) => `  ${what}: ${count(what)}`,
    ),
    `sends repeated and recognised by their nonce: ${result.repeatsByNonce}, looks into the history: ${result.historyLooks}`,
    `acts left without an answer by a living bot: ${ledger.unanswered}`,
    `duplicates: ${count('duplicates')}, lost: ${count('lost')}`,
    ...failureLines(verdict.failures),
    `${verdict.passed()} passed, ${verdict.failures.length} failed`,
  ];
}

/** A line for each window, and in the end 'N passed, M failed'. */
export function windowLines({ verdict, lines }: WindowsResult, where: string): string[] {
  const last = `${where}: ${verdict.passed()} passed, ${verdict.failures.length} failed`;
  return [...lines, ...failureLines(verdict.failures), last];
}

function failureLines(failures: readonly string[]): string[] {
  const shown = failures.slice(0, MOST_FAILURES).map((words) => `FAILED ${words}`);
  const more = failures.length - shown.length;
  return more > 0 ? [...shown, `and ${more} more`] : shown;
}
