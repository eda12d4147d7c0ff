/** What must hold of everything that the bot sent and wrote to its log in a test file, whatever the file is about. */
import { expect } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { checkAgainstOpenApi } from '../sandbox/contract.ts';
import { neverIn } from '../words/never.ts';

/** Words that would tell something about somebody's health. */
const HEALTH =
  /\b(low.back|hamstring|sharp|numb|ache|tight\w*|hurts?|warning sign|red|amber|green|emergency|urgent|pain (level|now|start)|notes?)\b/i;

/**
 * Holds the requests against Discord's document where it is at hand, their words against what is said to nobody, and the
 * log against what no log may say.
 */
export function expectAcceptable(sandbox: Sandbox, log: readonly string[]): void {
  expect(sandbox.unknownRoutes).toEqual([]);
  expect(checkAgainstOpenApi(sandbox.requests) ?? []).toEqual([]);
  const bodies = new Set(sandbox.requests.flatMap(({ body }) => textsIn(body)));
  expect([...bodies].flatMap(neverIn)).toEqual([]);
  expect(log.filter((line) => HEALTH.test(line))).toEqual([]);
}

/** Keys of a body whose texts people read. */
const READ = new Set(['content', 'title', 'description', 'name', 'value', 'text', 'label', 'placeholder']);

/** The texts of a request's body that people read, wherever they stand in it. */
function textsIn(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([key, value]) =>
    typeof value === 'string' ? (READ.has(key) ? [value] : []) : textsIn(value),
  );
}
