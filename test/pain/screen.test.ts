import { describe, expect, it } from 'vitest';
import type { ScreenGroup } from '../../src/pain/areas.ts';
import { isMorePressing, LEVELS, type Person, QUESTIONS, screenLists } from '../../src/pain/screen.ts';

const ADULT: Person = { minor: false, fracture: 'none' };
const MINOR: Person = { minor: true, fracture: 'none' };
const E = 'E1 E2 E3 E4 E5 E6 E7';
const U = 'U1 U2 U3 U4 U5 U6 U7 U8';

describe('the one page of warning signs, by the handbook', () => {
  it.each<[string, ScreenGroup, Person, string[]]>([
    ['an adult’s back', 'spine', ADULT, [`A emergency ${E}`, `B urgent ${U}`, 'C soon S1 S3 S4']],
    ['a minor’s back', 'spine', MINOR, [`A emergency ${E}`, `B urgent ${U}`, 'C soon S1 S2 S3']],
    [
      'an adult’s leg',
      'leg',
      ADULT,
      [`A emergency ${E} G2 G3 G4 G5 G6`, `B urgent ${U} G1`, 'C soon S1 S3 S4'],
    ],
    [
      'a minor’s leg',
      'leg',
      MINOR,
      [`A emergency ${E} G2 G3 G4 G5 G6`, `B urgent ${U} G1`, 'C soon S1 S2 S3'],
    ],
    ['an arm, a foot, the head', 'other', ADULT, ['A emergency G2 G3 G4 G5 G6', 'B urgent G1']],
    ['the same of a minor', 'other', MINOR, ['A emergency G2 G3 G4 G5 G6', 'B urgent G1']],
  ])('%s', (_, group, person, expected) => {
    const lists = screenLists(group, person);
    expect(lists.map(({ letter, level, signs }) => [letter, level, ...signs].join(' '))).toEqual(expected);
  });

  it('is the same for somebody with an old fracture: only the words of U7 change', () => {
    for (const fracture of ['cleared', 'uncleared'] as const) {
      expect(screenLists('spine', { ...ADULT, fracture })).toEqual(screenLists('spine', ADULT));
    }
  });

  it('has every sign of the handbook once', () => {
    expect(QUESTIONS.map(({ id }) => id).join(' ')).toBe(`${E} G2 G3 G4 G5 G6 ${U} G1 S1 S2 S3 S4`);
  });
});

it('an answer is more pressing than another in the handbook’s order', () => {
  expect(LEVELS).toEqual(['none', 'soon', 'urgent', 'emergency']);
  expect(isMorePressing('urgent', 'soon')).toBe(true);
  expect(isMorePressing('soon', 'soon')).toBe(false);
  expect(isMorePressing('none', 'emergency')).toBe(false);
});
