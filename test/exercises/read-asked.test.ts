import { expect, test } from 'vitest';
import { readAsked } from '../../src/exercises/read-asked.ts';
import { UserError } from '../../src/faults.ts';

test.each([
  [{}, { minutes: null, seated: null }],
  [{ minutes: 5 }, { minutes: 5, seated: null }],
  [
    { minutes: 20, seated: true },
    { minutes: 20, seated: true },
  ],
  [{ seated: false }, { minutes: null, seated: false }],
])('%j is read', (typed, asked) => expect(readAsked(typed)).toEqual(asked));

test.each([7, 0, -5, 'ten', 1e9])('%j minutes name the field and the choices', (minutes) => {
  const choices = ['5', '10', '15', '20'];
  const fault = { code: 'unknown-choice', field: 'minutes', typed: `${minutes}`, choices } as const;
  expect(() => readAsked({ minutes })).toThrow(new UserError(fault));
});
