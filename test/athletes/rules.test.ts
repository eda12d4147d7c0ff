import { expect, test } from 'vitest';
import { type Sharing, stricter } from '../../src/athletes/rules.ts';

test.each<readonly [Sharing, Sharing, Sharing]>([
  ['only-me', 'only-me', 'only-me'],
  ['only-me', 'light-only', 'only-me'],
  ['only-me', 'details', 'only-me'],
  ['light-only', 'light-only', 'light-only'],
  ['light-only', 'details', 'light-only'],
  ['details', 'details', 'details'],
])('%s and %s show no more than %s, whichever came first', (a, b, shown) => {
  expect([stricter(a, b), stricter(b, a)]).toEqual([shown, shown]);
});
