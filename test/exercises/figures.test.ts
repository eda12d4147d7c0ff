import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { cardText } from '../../src/exercises/figure-card.ts';
import { COLOURS } from '../../src/exercises/figure-colours.ts';
import { BONES, type Pose } from '../../src/exercises/figure-pose.ts';
import { SCENES } from '../../src/exercises/figure-scenes.ts';
import { solve } from '../../src/exercises/figure-skeleton.ts';
import { textWidth } from '../../src/exercises/figure-text.ts';
import { length, minus, type Vector } from '../../src/exercises/figure-vectors.ts';
import { figureAlt, setDrawing, setPicture } from '../../src/exercises/figures.ts';
import { readingGrade } from '../readability.ts';

const NUMBERS = Array.from({ length: 33 }, (_, index) => index + 1);
const LONGEST_NAME = 'Single-leg stretch, head down';
const POSTURE =
  /^(on the (back|toes)|on (one side|hands and knees)|lying on one side|belly on a ball|face down|standing|walking|skipping|kneeling|sitting)/;

function set(...numbers: number[]) {
  return numbers.map((number) => ({ number, name: LONGEST_NAME, dose: '2–4×30 s/side' }));
}

function posesOf(number: number): Pose[] {
  const scene = SCENES[number];
  return [scene?.pose, scene?.ghost].filter((pose) => pose !== undefined);
}

function bonesOf(pose: Pose): [string, number, number][] {
  const joints = solve(pose);
  const bone = (name: string, from: Vector, to: Vector, wanted: number): [string, number, number] => [
    name,
    length(minus(to, from)),
    wanted,
  ];
  return [
    bone('low spine', joints.pelvis, joints.waist, BONES.spine),
    bone('high spine', joints.waist, joints.neck, BONES.spine),
    bone('neck', joints.neck, joints.head, BONES.neck),
    bone('hips', ...joints.hips, 2 * BONES.halfHips),
    bone('shoulders', ...joints.shoulders, 2 * BONES.halfShoulders),
    ...joints.arms.flatMap((arm) => [
      bone('upper arm', arm.root, arm.joint, BONES.upperArm),
      bone('forearm', arm.joint, arm.end, BONES.forearm),
    ]),
    ...joints.legs.flatMap((leg) => [
      bone('thigh', leg.root, leg.joint, BONES.thigh),
      bone('shin', leg.joint, leg.end, BONES.shin),
      bone('foot', leg.end, leg.toes ?? leg.end, BONES.foot),
    ]),
  ];
}

function expectWholeBones(pose: Pose): void {
  for (const [name, drawn, wanted] of bonesOf(pose)) expect(drawn, name).toBeCloseTo(wanted, 6);
}

describe('the 33 figures', () => {
  test.each(NUMBERS)('exercise %i has a picture and words that name the posture', (number) => {
    expect(SCENES[number]).toBeDefined();
    expect(figureAlt(number)).toMatch(POSTURE);
    expect(figureAlt(number)).not.toMatch(/risk|danger|you.?re fine|damage|prevent|predict|cure|injur/i);
  });

  test.each(NUMBERS)('the bones of exercise %i are as long as everywhere', (number) => {
    for (const pose of posesOf(number)) expectWholeBones(pose);
  });

  test.each(NUMBERS)('nobody sinks into the floor in exercise %i', (number) => {
    for (const pose of posesOf(number)) {
      const { head, waist, pelvis, arms, legs } = solve(pose);
      const points = [
        head,
        waist,
        pelvis,
        ...[...arms, ...legs].flatMap(({ joint, end, toes = end }) => [joint, end, toes]),
      ];
      for (const point of points) expect(point[1]).toBeGreaterThan(0);
    }
  });

  it('keeps its bones whole in any pose, wherever hands and feet are sent', () => {
    const vector = fc.tuple(
      ...[0, 1, 2].map(() => fc.double({ min: -200, max: 200, noNaN: true })),
    ) as fc.Arbitrary<[number, number, number]>;
    const limb = fc.oneof(
      fc.record({ to: vector }),
      fc.record({ to: vector, pole: vector, toes: vector }),
      fc.record({ bones: fc.tuple(vector, vector) }),
    );
    const angle = fc.integer({ min: -180, max: 180 });
    const pose = fc.record({
      ...{ pelvis: vector, lean: angle, bend: angle, turn: angle, twist: angle, nod: angle },
      ...{ arms: fc.tuple(limb, limb), legs: fc.tuple(limb, limb) },
    });
    fc.assert(fc.property(pose, expectWholeBones), { numRuns: 200 });
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

describe.each(['dark', 'light'] as const)('the %s theme', (theme) => {
  const { card, badge, badgeText, ...colours } = COLOURS[theme];

  test.each(['text', 'quiet', 'near', 'torso', 'far', 'kit', 'move'] as const)(
    '%s stands out, 4.5 to 1',
    (name) => {
      expect(contrast(colours[name], card)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('numbers stand out from their badge, 4.5 to 1', () => {
    expect(contrast(badgeText, badge)).toBeGreaterThanOrEqual(4.5);
  });
});

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [brightness(one), brightness(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

/** Relative luminance of a colour like `#2b2d31`, 0 to 1. */
function brightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
