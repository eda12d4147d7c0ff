/** What must hold of everything that the bot sent and wrote to its log in a test file, whatever the file is about. */
import { expect } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { checkAgainstOpenApi } from '../sandbox/contract.ts';

/** Words that would tell something about somebody's health. */
const HEALTH =
  /\b(low.back|hamstring|sharp|numb|ache|tight\w*|hurts?|warning sign|red|amber|green|emergency|urgent|pain (level|now|start)|notes?)\b/i;

/** Holds the requests against Discord's document where it is at hand, and the log against what no log may say. */
export function expectAcceptable(sandbox: Sandbox, log: readonly string[]): void {
  expect(sandbox.unknownRoutes).toEqual([]);
  expect(checkAgainstOpenApi(sandbox.requests) ?? []).toEqual([]);
  expect(log.filter((line) => HEALTH.test(line))).toEqual([]);
}
