import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWork } from '../../src/sessions/shorthand.ts';
import { tempoLines } from '../../src/sessions/tempo-messages.ts';
import { isEmpty, tempoRemarks } from '../../src/sessions/tempo-rules.ts';

const BESTS = [
  { metres: 60, seconds: 7.5 },
  { metres: 100, seconds: 12 },
  { metres: 200, seconds: 24.6 },
  { metres: 600, seconds: 84 },
];

/** What the answer says about work. */
function said(typed: string, bests = BESTS, earlier: readonly number[] = []): string[] {
  const reading = parseWork(typed);
  if (!reading.ok) throw new Error(`unreadable: ${typed}`);
  const remarks = tempoRemarks(reading.work, bests, earlier);
  const lines = tempoLines(remarks);
  expect(isEmpty(remarks)).toBe(lines.length === 0);
  return lines;
}

describe('pace against the best over the distance (handbook §6: 65 to 75 %)', () => {
  it.each([
    ['10x100 @15.99', '100 m in 15.99 s is faster than tempo: 16.0 s is 75 %.'],
    ['10x100 @16', '100 m in 16.0 s is 75 % of your best: tempo (65–75 %).'],
    ['10x100 @17.5', '100 m in 17.5 s is 69 % of your best: tempo (65–75 %).'],
    ['10x100 @18.46', '100 m in 18.46 s is 65 % of your best: tempo (65–75 %).'],
    ['10x100 @18.47', '100 m in 18.47 s is gentler than tempo: 18.46 s is 65 %.'],
    ['4x600 @1:54', '600 m in 1:54 is 74 % of your best: tempo (65–75 %).'],
    ['10x100 @17.4-17.6', '100 m in 17.4–17.6 s is 69–68 % of your best: tempo (65–75 %).'],
    ['10x100 @17.49-17.51', '100 m in 17.49–17.51 s is 69 % of your best: tempo (65–75 %).'],
    ['10x100 @70%', '70 % over 100 m is 17.14 s for you: tempo (65–75 %).'],
    ['10x100 @75%', '75 % over 100 m is 16.0 s for you: tempo (65–75 %).'],
    ['10x100 @76%', '76 % is faster than tempo: 75 % over 100 m is 16.0 s for you.'],
    ['10x100 @64%', '64 % is gentler than tempo: 65 % over 100 m is 18.46 s for you.'],
    ['10x150 @80%', '80 % is faster than tempo (65–75 %).'],
  ])('%s: %s', (typed, line) => {
    expect(said(typed)).toEqual([line]);
    expect(line.length).toBeLessThanOrEqual(70);
  });

  it.each([
    ['no pace', '10x100'],
    ['a distance without a best', '6x150 @25'],
    ['a share of the best over such a distance', '6x150 @70%'],
    ['one time for several distances', '100+200+100 @17.5'],
    ['a time over minutes', '6x1min @30'],
    ['no repetitions', '30min'],
  ])('%s says nothing', (_, typed) => expect(said(typed)).toEqual([]));

  it('of several distances each with a best has a line, two at most, what was too fast first', () => {
    expect(said('4x60 @10.5, 3x150 @24, 3x100 @17.5')).toEqual([
      '60 m in 10.5 s is 71 % of your best: tempo (65–75 %).',
      '100 m in 17.5 s is 69 % of your best: tempo (65–75 %).',
    ]);
    expect(said('4x60 @10.5, 3x100 @17.5, 2x200 @30')).toEqual([
      '200 m in 30.0 s is faster than tempo: 32.8 s is 75 %.',
      '60 m in 10.5 s is 71 % of your best: tempo (65–75 %).',
    ]);
    expect(said('100+200+150 @70%')).toHaveLength(2);
    expect(said('4x100 @17.5, 4x100 @17.5')).toHaveLength(1);
  });

  it('a slower rep is never called faster, and each is called one thing', () => {
    const order = ['is faster than tempo', 'of your best: tempo', 'is gentler than tempo'];
    const rank = (rep: number) => {
      const [line = ''] = said(`10x100 @${rep / 100}`);
      const found = order.flatMap((words, index) => (line.includes(words) ? [index] : []));
      expect(found).toHaveLength(1);
      return found[0] ?? 0;
    };
    const hundredths = fc.integer({ min: 900, max: 3000 });
    fc.assert(
      fc.property(hundredths, hundredths, (a, b) => {
        expect(rank(Math.min(a, b))).toBeLessThanOrEqual(rank(Math.max(a, b)));
      }),
    );
  });
});

describe('the last rep against the first', () => {
  it.each([
    ['17.2-17.9', 'Last rep 0.7 s slower: the last should match the first.'],
    ['17.9-17.2', 'Last rep 0.7 s faster: the last should match the first.'],
    ['20-20.4', 'Last rep 0.4 s slower: the last should match the first.'],
    ['20-20.39', null],
    ['20-19.61', null],
    ['17.5', null],
  ])('@%s: %s', (pace, line) =>
    expect(said(`10x100 @${pace}`, [])).toEqual([line, hint(100)].filter(Boolean)),
  );

  it('is said once, about the first part in which they differ', () => {
    expect(said('4x100 @17-17.1, 4x150 @26-28, 2x150 @26-29', BESTS).slice(1)).toEqual([
      'Last rep 2.0 s slower: the last should match the first.',
    ]);
  });
});

describe('a best to set is suggested', () => {
  it.each([
    ['who has none at all', '10x100 @17.5', [], [], [hint(100)]],
    [
      'over their own distance',
      '4x600 @2:00',
      [],
      [],
      ['Set your best to see your pace: `/me best:600 1:12`'],
    ],
    ['who has one over another distance: no', '6x150 @25', BESTS, [], []],
    ['in the first sessions: the fourth', '10x100 @17.5', [], [1000, 1000, 1000], [hint(100)]],
    ['not for ever: the fifth', '10x100 @17.5', [], [1000, 1000, 1000, 1000], []],
    ['not without a time', '10x100', [], [], []],
    ['not for a share of it', '10x100 @70%', [], [], []],
  ])('to somebody %s', (_, typed, bests, earlier, lines) =>
    expect(said(typed, bests, earlier)).toEqual(lines),
  );
});

describe('the biggest tempo session in 30 days (handbook §4)', () => {
  it.each([
    ['14x100', ['Biggest tempo session in 30 days (+40 %).']],
    ['11x100', ['Biggest tempo session in 30 days (+10 %).']],
    ['25x100', ['Biggest tempo session in 30 days (+150 %).']],
    ['1001', ['Biggest tempo session in 30 days.']],
    ['10x100', []],
  ])('%s after 1000 m', (typed, lines) => expect(said(typed, BESTS, [800, 1000, 900, 1000])).toEqual(lines));
});

it('says neither what frightens nor what promises', () => {
  const all = [
    ...said('14x100 @15-17, 2x200 @40', BESTS, [1, 1, 1, 1]),
    ...said('1x100 @76%, 1x200 @50%', BESTS),
    ...said('8x100 @18', []),
  ].join('\n');
  expect(all).not.toMatch(/risk|danger|injur|overload|warn|careful|ratio|too (?:much|fast)|predict/i);
});

function hint(metres: number): string {
  return `Set your best to see your pace: \`/me best:${metres} ${(metres * 0.12).toFixed(1)}\``;
}
