import { describe, expect, it } from 'vitest';
import { createDrafts } from '../src/discord/drafts.ts';
import { UserError } from '../src/faults.ts';
import { readChoice, readDraft, readWhole, textOf } from '../src/reading.ts';
import { RANGES } from '../src/sessions/rules.ts';
import { NOON } from './db/rows.ts';

/** The fault that reading ends in. */
function faultOf(read: () => unknown): unknown {
  try {
    read();
  } catch (error) {
    if (error instanceof UserError) return error.fault;
    throw error;
  }
  throw new Error('it could be read');
}

describe('a whole number', () => {
  it.each([
    ['minutes', 1, 600],
    ['effort', 0, 10],
    ['rep', 1, 200],
    ['pain', 0, 10],
  ] as const)('%s from %s to %s is read, anything else names the field', (field, min, max) => {
    expect([min, max].map((value) => readWhole(field, `${value}`, RANGES[field]))).toEqual([min, max]);
    for (const typed of [`${min - 1}`, `${max + 1}`, `${min}.5`, 'ten', '', '1e9', 'Infinity']) {
      expect(faultOf(() => readWhole(field, typed, RANGES[field]))).toEqual({
        ...{ code: 'out-of-range', field, typed, min, max, unit: '' },
      });
    }
  });
});

describe('a choice', () => {
  it.each([
    ['tempo', 'tempo'],
    [' Speed Endurance ', 'speed-endurance'],
  ])('%j is read as %s', (typed, choice) => {
    expect(readChoice('type', typed, ['tempo', 'speed-endurance'])).toBe(choice);
  });

  it('anything else names the field and the choices', () => {
    expect(faultOf(() => readChoice('warmup', 'some', ['full', 'none']))).toEqual({
      ...{ code: 'unknown-choice', field: 'warmup', typed: 'some', choices: ['full', 'none'] },
    });
  });
});

it('an emptied field is a field left out', () => {
  expect([textOf({ a: '  ' }, 'a'), textOf({}, 'a'), textOf({ a: 0 }, 'a')]).toEqual([
    undefined,
    undefined,
    '0',
  ]);
});

it('a press goes on with what its own person typed; of anybody else it is lost, and so is what is not kept', () => {
  const drafts = createDrafts({ now: () => NOON });
  const typed = { command: 'log', subcommand: null, options: { minutes: 50 } };
  const draft = drafts.keep('ann', typed);
  const press = (userId: string, args: { draft?: string }) => ({
    args,
    caller: { userId, clubId: 'c1', roleIds: [], isAdministrator: false },
  });
  expect(readDraft(drafts, press('ann', { draft }))).toEqual(typed);
  for (const lost of [press('ben', { draft }), press('ann', { draft: 'gone' }), press('ann', {})]) {
    expect(faultOf(() => readDraft(drafts, lost))).toEqual({ code: 'draft-lost' });
  }
});
