/** A rush: many messages due at once, commands run meanwhile, and what both came to. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor, Sandbox } from '../sandbox/sandbox.ts';
import { processorSeconds, quantile, type Running, residentMb } from './running.ts';

/** Sent by the bot of itself. */
const SEND = '/channels/{channel_id}/messages';
const COMMANDS_PER_SECOND = 10;
const LOOK_MS = 100;
/** So long without a message, and nothing more comes. */
const SILENCE_MS = 8_000;

/** The figures of one rush; times in milliseconds, memory in MB. */
export interface Rush {
  readonly messages: number;
  /** From the minute at which they were due to the last message. */
  readonly seconds: number;
  readonly perSecond: number;
  readonly rateLimited: number;
  readonly commands: number;
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  /** Processor time over time, in percent of one core. */
  readonly busy: number;
  readonly rssStart: number;
  readonly rssHalf: number;
  readonly rssEnd: number;
}

/** Runs commands at an even pace, whether or not the ones before are answered; milliseconds of each answer. */
function command(people: readonly Actor[], lines: readonly string[]) {
  const latencies: number[] = [];
  const open = new Set<Promise<void>>();
  let count = 0;
  async function one(person: Actor, line: string): Promise<void> {
    const began = performance.now();
    const answer = await person.run(line);
    latencies.push(performance.now() - began);
    if (answer.kind !== 'message') throw new Error(`${line}: ${answer.text}`);
  }
  const timer = setInterval(() => {
    const [person, line] = [people[count % people.length], lines[count % lines.length]];
    count += 1;
    if (person === undefined || line === undefined) return;
    const running: Promise<void> = one(person, line).finally(() => open.delete(running));
    open.add(running);
  }, 1000 / COMMANDS_PER_SECOND);
  return async () => {
    clearInterval(timer);
    await Promise.all(open);
    return latencies;
  };
}

/** Waits until so many messages are there, or no more come; commands are run from the first second on. */
export async function watch(
  running: Running,
  sandbox: Sandbox,
  people: readonly Actor[],
  given: { readonly expected: number; readonly lines: readonly string[]; readonly dueAt: Date | null },
): Promise<Rush> {
  const { expected, lines, dueAt } = given;
  const sent: number[] = [];
  let looked = 0;
  const look = () => {
    for (; looked < sandbox.requests.length; looked += 1) {
      const request = sandbox.requests[looked];
      if (request?.method === 'POST' && request.route === SEND && request.status === 200)
        sent.push(request.at.getTime());
    }
    return sent.length;
  };
  const rssStart = await residentMb(running);
  let rssHalf = Number.NaN;
  const wait = dueAt === null ? 0 : Math.max(0, dueAt.getTime() - sandbox.clock.now().getTime());
  await pause(wait);
  const began = sandbox.clock.now().getTime();
  const usedBefore = await processorSeconds(running);
  const finish = command(people, lines);
  for (let last = performance.now(), before = 0; look() < expected; before = sent.length) {
    if (sent.length > before) last = performance.now();
    if (performance.now() - last > SILENCE_MS) break;
    if (Number.isNaN(rssHalf) && sent.length >= expected / 2) rssHalf = await residentMb(running);
    await pause(LOOK_MS);
  }
  const rssEnd = await residentMb(running);
  const used = (await processorSeconds(running)) - usedBefore;
  const elapsed = (sandbox.clock.now().getTime() - began) / 1000;
  const latencies = await finish();
  const seconds = ((sent.at(-1) ?? Number.NaN) - (dueAt?.getTime() ?? sent[0] ?? began)) / 1000;
  return {
    ...{ messages: sent.length, seconds, perSecond: sent.length / seconds },
    ...{ rateLimited: sandbox.counts().rateLimited, commands: latencies.length },
    ...{ p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), worst: Math.max(...latencies) },
    ...{ busy: (used / elapsed) * 100, rssStart, rssHalf, rssEnd },
  };
}
