import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, formatWork, LIMITS, parseWork, type Work } from '../../src/sessions/shorthand.ts';
import { ACTIVITIES, workOf } from '../../src/sessions/work.ts';

describe('track shorthand', () => {
  it.each([
    ['10x100', '10 × 100 m', 1000, 10, null],
    ['2x10x100', '2 × 10 × 100 m', 2000, 20, null],
    ['3x(2x150)', '3 × 2 × 150 m', 900, 6, null],
    ['4x60, 3x120', '4 × 60 m; 3 × 120 m', 600, 7, null],
    [
      '100+100+100/100+200+100/100+100+100',
      '100 + 100 + 100 / 100 + 200 + 100 / 100 + 100 + 100 m',
      1000,
      9,
      null,
    ],
    ['10x100 @17.5', '10 × 100 m @ 17.5 s', 1000, 10, null],
    ['10x100@75%', '10 × 100 m @ 75%', 1000, 10, null],
    ['10x100 r45 R3min', '10 × 100 m, rest 45 s, set rest 3 min', 1000, 10, null],
    ['2x10x100 r1:30 R2min', '2 × 10 × 100 m, rest 90 s, set rest 2 min', 2000, 20, null],
    ['4x300 @52 r2min', '4 × 300 m @ 52 s, rest 2 min', 1200, 4, null],
    ['4x600 @1:45.5', '4 × 600 m @ 1:45.5', 2400, 4, null],
    ['10x100 @17.2-17.9', '10 × 100 m @ 17.2–17.9 s', 1000, 10, null],
    ['10x100 @17,2 s – 17,9 s r45', '10 × 100 m @ 17.2–17.9 s, rest 45 s', 1000, 10, null],
    ['4x400 @58.5-1:02', '4 × 400 m @ 58.5 s–1:02', 1600, 4, null],
    ['4x600 @1:45.5—1:44', '4 × 600 m @ 1:45.5–1:44', 2400, 4, null],
    ['10x100 @17.5-17.50', '10 × 100 m @ 17.5 s', 1000, 10, null],
    ['10x100 @17.2-17,9, 4x60', '10 × 100 m @ 17.2–17.9 s; 4 × 60 m', 1240, 14, null],
    ['800m jog', '800 m jog', 800, 0, null],
    ['30min', '30 min', 0, 0, 30],
    ['10 min jog, 2x10x100 @17.5 r45', '10 min jog; 2 × 10 × 100 m @ 17.5 s, rest 45 s', 2000, 20, 10],
    ['10 × 100', '10 × 100 m', 1000, 10, null],
    ['10 x 100m', '10 × 100 m', 1000, 10, null],
    ['10*100', '10 × 100 m', 1000, 10, null],
    ['10X100M', '10 × 100 m', 1000, 10, null],
    ['\u00a010\u2009✕\u2009100 \n 4x60', '10 × 100 m; 4 × 60 m', 1240, 14, null],
    ['5km', '5000 m', 5000, 1, null],
    ['1.5k, 1,5km', '1500 m; 1500 m', 3000, 2, null],
    ['10x100 @17,5, 4x60', '10 × 100 m @ 17.5 s; 4 × 60 m', 1240, 14, null],
    ['10x100 @17,5x200', '10 × 100 m @ 17 s; 5 × 200 m', 2000, 15, null],
    ['4x60,5km', '4 × 60 m; 5000 m', 5240, 5, null],
    ['60,80,100', '60 m; 80 m; 100 m', 240, 3, null],
    ['2x(4x60, 3x120) R5min', '2 × (4 × 60 + 3 × 120 m), set rest 5 min', 1200, 14, null],
    ['2x(100+200/300)', '2 × (100 + 200 / 300 m)', 1200, 6, null],
    ['6x30s R100m', '6 × 30 s, set rest 100 m', 0, 6, 3],
    ['10x100 r100m', '10 × 100 m, rest 100 m', 1000, 10, null],
    ['10x100 r2m', '10 × 100 m, rest 2 min', 1000, 10, null],
    ['10x100, rest 45 s, set rest 3 min', '10 × 100 m, rest 45 s, set rest 3 min', 1000, 10, null],
    ['10x100 r45" R3\'', '10 × 100 m, rest 45 s, set rest 3 min', 1000, 10, null],
    [
      'warm up 800m then 3x100 and 400m cool down',
      '800 m warm-up; 3 × 100 m; 400 m cool-down',
      1500,
      3,
      null,
    ],
    ['20:00 run', '20 min run', 0, 0, 20],
    ['1h30 bike', '90 min bike', 0, 0, 90],
    ['1:05', '65 s', 0, 0, 1],
    ['400m walk', '400 m walk', 0, 0, null],
    ['10x100,', '10 × 100 m', 1000, 10, null],
    ['3x300 r150 R7:30', '3 × 300 m, rest 2:30, set rest 7:30', 900, 3, null],
    [
      '800m jog, 2x10x100, 400m walk, 2km bike',
      '800 m jog; 2 × 10 × 100 m; 400 m walk; 2000 m bike',
      2800,
      20,
      null,
    ],
  ])('reads %j as %j', (typed, canonical, metres, reps, minutes) => {
    const work = read(typed);
    expect(formatWork(work)).toBe(canonical);
    expect({ metres: work.metres, reps: work.reps, minutes: work.minutes }).toEqual({
      metres,
      reps,
      minutes,
    });
  });

  it.each([
    ['', 0, { what: 'block' }],
    ['   ', 3, { what: 'block' }],
    ['hello', 0, { what: 'block' }],
    ['r45', 0, { what: 'block' }],
    ['10x', 3, { what: 'distance' }],
    ['10x fast', 4, { what: 'distance' }],
    ['10x100 fast', 7, { what: 'separator-or-end' }],
    ['10x100 4x60', 7, { what: 'separator-or-end' }],
    ['10x100 @', 8, { what: 'pace' }],
    ['10x100 @17.2-', 13, { what: 'last-pace' }],
    ['10x100 @17.2-fast', 13, { what: 'last-pace' }],
    ['10x100 @65-75%', 13, { what: 'last-pace' }],
    ['10x100 @17.2-17.999', 13, { what: 'decimals' }],
    ['10x100 @17.2-0', 13, range('pace', 1, 7200)],
    ['10x100 @17.2-17.9-18', 17, { what: 'separator-or-end' }],
    ['10x100 @75%-65%', 11, { what: 'separator-or-end' }],
    ['10x100-200', 6, { what: 'separator-or-end' }],
    ['10x100 r', 8, { what: 'rest' }],
    ['10x100 r45 r60', 11, { what: 'separator-or-end' }],
    ['3x(2x150', 8, { what: 'closing-bracket' }],
    ['3x(2x(4x50))', 5, { what: 'distance' }],
    ['jog', 3, { what: 'amount' }],
    ['10x100.5', 3, { what: 'whole' }],
    ['1.000m', 0, { what: 'whole' }],
    ['10x100 @17.555', 8, { what: 'decimals' }],
    ['10x100 🙂', 7, { what: 'separator-or-end' }],
    ['10x100 -', 7, { what: 'separator-or-end' }],
    ['0x100', 0, range('reps', 1, 200)],
    ['201x100', 0, range('reps', 1, 200)],
    ['51x10x100', 0, range('sets', 1, 50)],
    ['26x(100/200)', 3, range('sets', 1, 50)],
    [Array(51).fill('60').join('/'), 2, range('sets', 1, 50)],
    ['10x0', 3, range('distance', 1, 100_000)],
    ['101km', 0, range('distance', 1, 100_000)],
    ['10x100 @101%', 8, range('percent', 1, 100)],
    ['10x100 r2h', 9, { what: 'separator-or-end' }],
    ['10x100 R90min', 8, range('rest', 1, 3600)],
    ['11h', 0, range('duration', 1, 36_000)],
    ['3x100km', 0, range('total-metres', 0, 200_000)],
    ['9h, 2h', 0, range('total-minutes', 0, 600)],
    ['1'.repeat(201), 200, range('length', 1, 200)],
  ])('says where %j cannot be read and what was expected', (typed, at, expected) => {
    const reading = parseWork(typed);
    expect(reading).toMatchObject({ ok: false, error: { at, expected } });
    expect(!reading.ok && parseWork(reading.error.example).ok).toBe(true);
  });
});

const metres = fc.record({ unit: fc.constant('metres' as const), value: fc.integer({ min: 1, max: 1000 }) });
const walked = fc.record({ unit: fc.constant('metres' as const), value: fc.integer({ min: 20, max: 400 }) });
const seconds = fc
  .integer({ min: 100, max: 60_000 })
  .map((hundredths) => ({ unit: 'seconds' as const, value: hundredths / 100 }));
const drifting = fc
  .tuple(seconds, seconds)
  .filter(([first, last]) => first.value !== last.value)
  .map(([first, last]) => ({ ...first, last: last.value }));
const amount = fc.oneof(metres, seconds);
const item = fc.record({ reps: fc.integer({ min: 1, max: 4 }), per: amount });
const runs: fc.Arbitrary<Block> = fc
  .record({
    kind: fc.constant('runs' as const),
    times: fc.integer({ min: 1, max: 3 }),
    sets: fc.array(fc.array(item, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
    pace: fc.option(
      fc.oneof(
        seconds,
        drifting,
        fc.integer({ min: 2, max: 200 }).map((half) => ({ unit: 'percent' as const, value: half / 2 })),
      ),
    ),
    rest: fc.option(fc.oneof(walked, seconds)),
    setRest: fc.option(fc.oneof(walked, seconds)),
  })
  // A single stretch of time is no repetition.
  .filter(({ times, sets }) => times > 1 || sets.flat().length > 1 || sets.flat()[0]?.per.unit === 'metres');
const steady: fc.Arbitrary<Block> = fc
  .record({
    kind: fc.constant('steady' as const),
    amount,
    activity: fc.option(fc.constantFrom(...ACTIVITIES)),
  })
  // A bare distance is a repetition.
  .filter(({ amount: { unit }, activity }) => unit === 'seconds' || activity !== null);
const works = fc.array(fc.oneof(runs, steady), { minLength: 1, maxLength: 3 }).map(workOf);

describe('whatever is typed', () => {
  it('reads its own canonical form back as the same work', () => {
    fc.assert(
      fc.property(works, (work) => {
        const text = formatWork(work);
        fc.pre(text.length <= LIMITS.length && (work.minutes ?? 0) <= LIMITS.totalMinutes);
        expect(parseWork(text)).toEqual({ ok: true, work });
      }),
      { numRuns: 1000 },
    );
  });

  it('answers with work inside the bounds, or with a place inside the text and a readable example', () => {
    const pieces = fc.constantFrom(
      ...[
        '10',
        '2',
        '100',
        '0',
        '1:30',
        '17,5',
        '7.5',
        'x',
        '×',
        '(',
        ')',
        '+',
        '/',
        ',',
        '@',
        '%',
        'r',
        'R',
        'rest',
      ],
      ...[
        'set',
        'm',
        'km',
        'min',
        's',
        'jog',
        'and',
        ' ',
        '\n',
        'é',
        '🙂',
        '-',
        '–',
        "'",
        '999999999999999999999',
      ],
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 220 }),
      fc.array(pieces).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const reading = parseWork(typed);
        if (reading.ok) {
          expect(Number.isInteger(reading.work.metres)).toBe(true);
          expect(reading.work.metres).toBeLessThanOrEqual(LIMITS.totalMetres);
          expect(parseWork(formatWork(reading.work))).toEqual(reading);
          return;
        }
        expect(reading.error.at).toBeGreaterThanOrEqual(0);
        expect(reading.error.at).toBeLessThanOrEqual(typed.length);
        expect(parseWork(reading.error.example).ok).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('looks at no more than 200 characters, however long the text', () => {
    expect(parseWork('10x100,'.repeat(1_000_000))).toMatchObject({ ok: false, error: { at: 200 } });
  });
});

function read(typed: string): Work {
  const reading = parseWork(typed);
  if (!reading.ok) throw new Error(`unreadable: ${JSON.stringify(reading.error)}`);
  return reading.work;
}

function range(field: string, min: number, max: number) {
  return { what: 'range', field, min, max };
}
