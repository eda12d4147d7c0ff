import { describe, expect, it } from 'vitest';
import { type Person, QUESTIONS, screenSteps } from '../../src/pain/screen.ts';

const ADULT: Person = { minor: false, fracture: 'none' };
const MINOR: Person = { minor: true, fracture: 'none' };
const U = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8'];

describe('the steps of the screen', () => {
  it('asks an adult with a sore back for emergencies, then urgent signs, then those that can wait for a visit', () => {
    expect(screenSteps('spine', ADULT).map(({ level, asked }) => [level, asked])).toEqual([
      ['emergency', ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7']],
      ['urgent', U],
      ['soon', ['S1', 'S3', 'S4']],
    ]);
  });

  it('leaves one question of the emergency list to print for under-18s, and asks them S2 instead of S4', () => {
    const [emergency, , soon] = screenSteps('spine', MINOR);
    expect(emergency?.asked).toEqual(['E1', 'E2', 'E3', 'E4', 'E6', 'E7']);
    expect(emergency?.printed).toEqual(['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7']);
    expect(soon?.asked).toEqual(['S1', 'S2', 'S3']);
  });

  it('asks for signs of a limb alone in arm, foot and head', () => {
    expect(screenSteps('other', ADULT).map(({ level, asked }) => [level, asked])).toEqual([
      ['emergency', ['G2', 'G3', 'G4', 'G5', 'G6']],
      ['urgent', ['G1']],
    ]);
  });

  it('asks for both in a leg', () => {
    expect(screenSteps('leg', ADULT).map(({ level, asked }) => [level, asked])).toEqual([
      ['emergency', ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7']],
      ['emergency', ['G2', 'G3', 'G4', 'G5', 'G6']],
      ['urgent', [...U, 'G1']],
      ['soon', ['S1', 'S3', 'S4']],
    ]);
  });

  it('prints at least what it asks, and never more than fits ten boxes', () => {
    for (const group of ['spine', 'leg', 'other'] as const) {
      for (const person of [ADULT, MINOR]) {
        for (const { level, asked, printed } of screenSteps(group, person)) {
          const ofLevel = QUESTIONS.filter((question) => question.level === level).map(({ id }) => id);
          expect(asked.every((id) => printed.includes(id) && ofLevel.includes(id))).toBe(true);
          expect(printed.length).toBeLessThanOrEqual(10);
        }
      }
    }
  });
});

describe('the questions', () => {
  it('has every sign of the handbook once', () => {
    expect(QUESTIONS.map(({ id }) => id).sort()).toEqual(
      [
        ...[1, 2, 3, 4, 5, 6, 7].map((n) => `E${n}`),
        ...[1, 2, 3, 4, 5, 6].map((n) => `G${n}`),
        ...[1, 2, 3, 4].map((n) => `S${n}`),
        ...U,
      ].sort(),
    );
  });
});
