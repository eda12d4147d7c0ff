import { describe, expect, it } from 'vitest';
import { type Person, QUESTIONS, type ScreenLevel } from '../../src/pain/screen.ts';
import { endText, questionText } from '../../src/pain/screen-text.ts';
import { readingGrade, syllablesIn } from '../readability.ts';

const PEOPLE: readonly Person[] = [true, false].flatMap((minor) =>
  (['none', 'cleared', 'uncleared'] as const).map((fracture) => ({ minor, fracture })),
);
const LEVELS: readonly ScreenLevel[] = ['emergency', 'urgent', 'soon'];

describe('the words of the screen', () => {
  it.each(QUESTIONS.map(({ id }) => id))('%s fits two lines of a phone and is plain for everybody', (id) => {
    for (const person of PEOPLE) {
      const text = questionText(id, person);
      // Two lines of an embed on a phone.
      expect(text.length).toBeLessThanOrEqual(76);
      expect(text).not.toMatch(/[.]$/);
      expect(readingGrade(text)).toBeLessThanOrEqual(8);
    }
  });

  it('is different for each sign', () => {
    for (const person of PEOPLE) {
      expect(new Set(QUESTIONS.map(({ id }) => questionText(id, person))).size).toBe(QUESTIONS.length);
    }
  });

  it('asks under-18s about arching back without asking their age, and adults whether they are under 21', () => {
    expect(questionText('S1', { minor: true, fracture: 'none' })).not.toContain('21');
    expect(questionText('S1', { minor: false, fracture: 'none' })).toContain('Under 21');
  });

  it('knows of an old fracture instead of asking for it again', () => {
    expect(questionText('U7', { minor: false, fracture: 'none' })).toContain('once broke');
    expect(questionText('U7', { minor: true, fracture: 'cleared' })).not.toContain('once broke');
  });
});

describe('what a warning sign leads to', () => {
  it.each(PEOPLE)('names the emergency numbers, no driving and the nearest adult: %o', (person) => {
    const text = endText('emergency', person);
    for (const part of ['999', '112', '911', 'Do not drive', 'emergency room', 'nearest adult', 'coach']) {
      expect(text).toContain(part);
    }
    expect(text.includes('under 18')).toBe(!person.minor);
    expect(readingGrade(text)).toBeLessThanOrEqual(6);
  });

  it('stops training in the other two, says when to go, and makes no diagnosis', () => {
    for (const person of PEOPLE) {
      expect(endText('urgent', person)).toMatch(/Go today.*next few days.*Do not train/);
      expect(endText('soon', person)).toMatch(/stop this session.*doctor or physio/);
      for (const level of ['urgent', 'soon'] as const) {
        expect(endText(level, person)).toContain('This is not a diagnosis');
        expect(readingGrade(endText(level, person))).toBeLessThanOrEqual(8);
      }
    }
  });

  it('never reassures, frightens or names a condition', () => {
    const all = PEOPLE.flatMap((person) => [
      ...LEVELS.map((level) => endText(level, person)),
      ...QUESTIONS.map(({ id }) => questionText(id, person)),
    ]).join(' ');
    expect(all).not.toMatch(/you are fine|don.t worry|danger|damage|cauda|infection|tumou?r|spondylo/i);
  });
});

describe('the reading grade', () => {
  it.each([
    ['stop', 1],
    ['doctor', 2],
    ['emergency', 4],
    ['leaked', 1],
    ['started', 2],
    ['minutes', 2],
    ['people', 2],
    ['numb', 1],
    ['112', 3],
  ])('counts the syllables of %s', (word, count) => expect(syllablesIn(word)).toBe(count));

  it('rates a nursery line low and an official one high', () => {
    expect(readingGrade('The cat sat on the mat. It was a fat cat.')).toBeLessThan(1);
    expect(
      readingGrade(
        'Individuals experiencing neurological deterioration necessitate immediate hospitalisation.',
      ),
    ).toBeGreaterThan(15);
  });
});
