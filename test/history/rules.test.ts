import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeEntry, decodePosition, encodePosition, packId } from '../../src/history/place-codes.ts';
import { asksAnew, mendable, newestFirst } from '../../src/history/rules.ts';
import type { Position, ReportEntry, Sign } from '../../src/history/types.ts';
import type { Light } from '../../src/pain/types.ts';
import { uuid } from './diary.ts';

const day = fc
  .integer({ min: 0, max: 60_000 })
  .map((days) => new Date(days * 24 * 60 * 60_000).toISOString().slice(0, 10));
const position: fc.Arbitrary<Position> = fc.record({
  localDate: day,
  at: fc.integer({ min: 0, max: 8_000_000_000_000 }).map((ms) => new Date(ms)),
  id: fc.uuid(),
});

describe('a place in the list', () => {
  test('comes back from a custom id as it was, in at most 37 characters', () => {
    fc.assert(
      fc.property(position, (place) => {
        const code = encodePosition(place);
        expect(code.length).toBeLessThanOrEqual(37);
        expect(decodePosition(code)).toEqual(place);
      }),
    );
  });

  test.each([
    '',
    'first',
    'a.b',
    'a.b.c',
    'a.b.AAAA.d',
    '-1.1.AAAAAAAAAAAAAAAAAAAAAA',
    'zzzzzz.1.AAAAAAAAAAAAAAAAAAAAAA',
  ])('“%s” is none', (code) => expect(decodePosition(code)).toBeUndefined());

  test('is before or after every other, and never both', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        expect(Math.sign(newestFirst(a, b))).toBe(-Math.sign(newestFirst(b, a)) + 0);
        expect(newestFirst(a, a)).toBe(0);
      }),
    );
  });
});

test.each([
  ['report', uuid(1), true],
  ['weather', uuid(1), false],
  ['constructor', uuid(1), false],
])('an entry of kind %s is known: %s %s', (kind, id, known) => {
  expect(decodeEntry(kind, packId(id))).toEqual(known ? { kind, id } : undefined);
});

test.each(['', 'AAAA', `${packId(uuid(1))}AA`, '../../etc'])('“%s” names no entry', (packed) => {
  expect(decodeEntry('report', packed)).toBeUndefined();
});

describe('the numbers of a report may be mended', () => {
  test.each<[Light, Sign, signOpen: boolean, mayBe: boolean]>([
    ['green', 'none', false, true],
    ['amber', 'none', false, true],
    ['red', 'none', false, true],
    ['ask', 'none', false, true],
    ['emergency', 'none', false, false],
    ['urgent', 'none', false, false],
    ['red-see-clinician', 'none', false, false],
    ['urgent', 'reviewed', false, false],
    ['amber', 'reviewed', false, false],
    ['urgent', 'open', true, false],
    ['green', 'none', true, false],
  ])('light %s, own sign %s, a sign open anywhere %s: %s', (light, sign, signOpen, mayBe) => {
    const entry = { kind: 'report', facts: { light, sign } } as ReportEntry;
    expect(mendable({ entry, signOpen }) === entry).toBe(mayBe);
  });
});

describe('the warning signs of a report that is mended', () => {
  const NUMB = ['numbness'];
  test.each<[before: Light, kinds: string[], now: Light, kinds: string[], asked: boolean]>([
    ['green', [], 'red', [], true],
    ['amber', ['ache'], 'red', ['ache'], true],
    ['red', [], 'red', [], false],
    ['red', [], 'green', [], false],
    ['green', [], 'amber', [], false],
    ['green', ['ache'], 'green', NUMB, true],
    ['green', [], 'green', ['pins-and-needles'], true],
    ['green', NUMB, 'green', NUMB, false],
  ])('%s %j → %s %j: asked again %s', (light, kinds, lightNow, kindsNow, asked) => {
    expect(asksAnew({ light, kinds }, { light: lightNow, kinds: kindsNow })).toBe(asked);
  });
});
