import { DiscordAPIError, HTTPError, RateLimitError } from '@discordjs/rest';
import { describe, expect, test } from 'vitest';
import { classify } from '../../src/deliveries/classify.ts';
import { toFailure } from '../../src/discord/failure.ts';

function refusal(code: number, status: number) {
  return toFailure(
    new DiscordAPIError({ code, message: 'refused' }, code, status, 'POST', 'http://discord', {}),
  );
}

function limit(global: boolean) {
  const route = { method: 'POST', url: '', route: '', hash: '', majorParameter: '' };
  const times = { timeToReset: 1_000, limit: 5, retryAfter: 2_500, sublimitTimeout: 0 };
  return toFailure(new RateLimitError({ ...route, ...times, global, scope: global ? 'global' : 'user' }));
}

function networkError(code: string) {
  return Object.assign(new Error('no connection'), { code });
}

describe('what a refusal means', () => {
  test.each([
    [50007, 403, 'direct-closed'],
    [50278, 403, 'direct-closed'],
    [40003, 429, 'stop-opening-direct'],
    [40003, 403, 'stop-opening-direct'],
    [20026, 403, 'stop-opening-direct'],
    [50001, 403, 'no-permission'],
    [50013, 403, 'no-permission'],
    [10003, 404, 'target-gone'],
    [10004, 404, 'target-gone'],
    [10013, 404, 'target-gone'],
    [10008, 404, 'post-anew'],
    [30046, 400, 'post-anew'],
    [50035, 400, 'dead'],
    [40005, 413, 'dead'],
    [10062, 404, 'dead'],
    [40060, 400, 'dead'],
    [99999, 400, 'dead'],
    [0, 401, 'token-refused'],
    [0, 429, 'wait'],
  ])('code %i with status %i: %s, and Discord did nothing', (code, status, means) => {
    const failure = refusal(code, status);
    expect(classify(failure).means).toBe(means);
    expect(failure.mayHaveArrived).toBe(false);
  });

  test.each([
    ['a server error', new HTTPError(503, 'Unavailable', 'POST', '', {}), '503', true],
    ['a request given up', new DOMException('aborted', 'AbortError'), 'timeout', true],
    ['a request that took too long', new DOMException('too long', 'TimeoutError'), 'timeout', true],
    ['a reset connection', networkError('ECONNRESET'), 'ECONNRESET', true],
    ['an error within an error', new TypeError('fetch', { cause: networkError('EPIPE') }), 'EPIPE', true],
    ['a refused connection', networkError('ECONNREFUSED'), 'ECONNREFUSED', false],
    ['a name that does not resolve', networkError('ENOTFOUND'), 'ENOTFOUND', false],
    ['something that is no error', 'what', 'network', true],
  ])('%s is tried again', (_, error, code, mayHaveArrived) => {
    const failure = toFailure(error);
    expect(classify(failure)).toEqual({ means: 'retry' });
    expect(failure).toMatchObject({ code, mayHaveArrived });
  });

  test('a limit is waited for as long as Discord says', () => {
    expect(classify(limit(false))).toEqual({ means: 'wait', ms: 2_500, everything: false });
    expect(classify(limit(true))).toEqual({ means: 'wait', ms: 2_500, everything: true });
  });

  test('after a refused token the REST manager asks nothing any more, which means the same', () => {
    const error = new Error('Expected token to be set for this request, but none was present');
    expect(classify(toFailure(error))).toEqual({ means: 'token-refused' });
  });
});
