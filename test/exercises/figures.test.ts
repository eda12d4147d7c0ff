import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { cardText } from '../../src/exercises/figure-card.ts';
import { SCENES } from '../../src/exercises/figure-scenes.ts';
import { textWidth } from '../../src/exercises/figure-text.ts';
import { figureAlt, setDrawing, setPicture } from '../../src/exercises/figures.ts';
import { readingGrade } from '../readability.ts';

const NUMBERS = Array.from({ length: 33 }, (_, index) => index + 1);
const LONGEST_NAME = 'Single-leg stretch, head down';
const POSTURE =
  /^(on the (back|toes)|on (one side|hands and knees)|lying on one side|belly on a ball|face down|standing|walking|skipping|kneeling|sitting)/;

function set(...numbers: number[]) {
  return numbers.map((number) => ({ number, name: LONGEST_NAME, dose: '2–4×30 s/side' }));
}

describe('the 33 figures', () => {
  test.each(NUMBERS)('exercise %i has a picture and words that name the posture', (number) => {
    expect(SCENES[number]).toBeDefined();
    expect(figureAlt(number)).toMatch(POSTURE);
    expect(figureAlt(number)).not.toMatch(/risk|danger|you.?re fine|damage|prevent|predict|cure|injur/i);
  });

  it('draws 33 different pictures', () => {
    const drawn = NUMBERS.map((number) => setDrawing([{ number, name: 'x', dose: '1' }], 'dark'));
    expect(new Set(drawn).size).toBe(33);
  });

  it('says what is drawn so that a twelve-year-old can read it', () => {
    expect(readingGrade(NUMBERS.map((number) => `${figureAlt(number)} `).join(''))).toBeLessThanOrEqual(6);
  });
});

describe('a sheet of pictures', () => {
  it('is 780 pixels wide: 390 points, twice as sharp', () => {
    for (const size of [1, 2, 5, 8]) {
      const { png } = setPicture(set(...NUMBERS.slice(0, size)), 'light');
      expect(Buffer.from(png).readUInt32BE(16)).toBe(780);
    }
  });

  it('is the same picture, byte for byte, for the same set and theme', () => {
    const [first, again] = [setPicture(set(3, 9, 25), 'dark'), setPicture(set(3, 9, 25), 'dark')];
    expect(Buffer.compare(first.png, again.png)).toBe(0);
    expect(Buffer.compare(first.png, setPicture(set(3, 9, 25), 'light').png)).not.toBe(0);
  });

  it('says for each card, by its place in the set, what is drawn', () => {
    const { alt } = setPicture([{ number: 3, name: 'Bird dog', dose: '5-3-1 × 10 s' }, ...set(25)], 'dark');
    expect(alt).toMatchInlineSnapshot(`
      "1 Bird dog: on hands and knees, one arm and the opposite leg reach out level with the back.
      2 Single-leg stretch, head down: sitting tall on a chair, one ankle on the other knee."
    `);
  });

  it('keeps the words within 1024 characters, for the eight longest and for names of any length', () => {
    const wordiest = NUMBERS.toSorted((a, b) => figureAlt(b).length - figureAlt(a).length).slice(0, 8);
    const whole = setPicture(set(...wordiest), 'dark').alt;
    expect(whole.length).toBeLessThanOrEqual(1024);
    expect(whole).not.toContain('…');
    const endless = set(...wordiest).map((item) => ({ ...item, name: 'Long name '.repeat(50) }));
    const { alt } = setPicture(endless, 'dark');
    expect(alt.length).toBeLessThanOrEqual(1024);
    for (const number of wordiest) expect(alt).toContain(figureAlt(number));
  });

  it('keeps every name and dose inside its card', () => {
    const room = 133;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const { name, dose } = cardText({ name: text, dose: text });
        expect(name.length).toBeLessThanOrEqual(2);
        for (const line of name) expect(textWidth(line, 14)).toBeLessThanOrEqual(room);
        for (const line of dose) expect(textWidth(line, 12.5)).toBeLessThanOrEqual(room);
      }),
    );
    expect(cardText({ name: LONGEST_NAME, dose: '3×20 m/side' })).toEqual({
      name: ['Single-leg stretch,', 'head down'],
      dose: ['3×20 m/side'],
    });
  });

  it('draws names as text, whatever signs they hold', () => {
    const item = { number: 1, name: '<b>&"', dose: '1' };
    expect(setDrawing([item], 'dark')).toContain('&#60;b&#62;&#38;&#34;');
  });

  it('refuses an empty set, a ninth exercise and a number outside the menu', () => {
    expect(() => setPicture([], 'dark')).toThrow(RangeError);
    expect(() => setPicture(set(1, 2, 3, 4, 5, 6, 7, 8, 9), 'dark')).toThrow(RangeError);
    expect(() => setPicture(set(34), 'dark')).toThrow(RangeError);
  });
});
