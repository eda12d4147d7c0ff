import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  type ActionOf,
  type CommandOf,
  customId,
  customIdShapes,
  parseCustomId,
} from '../../src/discord/custom-ids.ts';

/** The longest values that the bot puts into an id; everything else is one of our own ids. */
const LONGEST: Readonly<Record<string, string>> = {
  answer: 'emergency',
  trend: 'better',
  day: '2026-05-04',
  area: 'right-outer-thigh',
  start: '10',
  now: '10',
  feel: 'growing',
  filter: 'check-ins',
  kind: 'check-in',
  entry: 'AAAAAAAAAAAAAAAAAAAAAA',
  at: 'fuo.mgqp2nm0.AAAAAAAAAAAAAAAAAAAAAA',
};

const all = Object.entries(customIdShapes).flatMap(([command, actions]) =>
  Object.entries(actions).map(([action, names]) => ({ command, action, names: [...names] as string[] })),
);

test.each(all)('$command:$action comes back as it was sent, within Discord’s 100 characters', (shape) => {
  const { command, action, names } = shape;
  const args = Object.fromEntries(names.map((name) => [name, LONGEST[name] ?? randomUUID()]));
  const id = customId(command as CommandOf, action as ActionOf<CommandOf>, args as Record<never, string>);
  expect(id.length).toBeLessThanOrEqual(100);
  expect(parseCustomId(id)).toEqual({ command, action, args });
});

describe('what this version never sends is not an id', () => {
  test.each([
    '',
    ':',
    'log',
    'log:',
    'log:celebrate:1',
    'log:undo',
    'log:undo:1:2',
    'weather:today',
    'toString:undo:1',
    'log:toString',
    '__proto__:undo:1',
    'log:__proto__',
  ])('%j', (id) => {
    expect(parseCustomId(id)).toBeUndefined();
  });
});

test('an argument that would not come back as it was is refused', () => {
  expect(() => customId('log', 'undo', { session: 'a:b' })).toThrow(RangeError);
  expect(() => customId('log', 'undo', { session: 'x'.repeat(100) })).toThrow(RangeError);
});
