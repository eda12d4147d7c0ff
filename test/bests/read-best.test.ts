import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestLabel, bestPreview, tempoLine, timeLabel } from '../../src/bests/messages.ts';
import { readBest } from '../../src/bests/read-best.ts';
import { UserError } from '../../src/faults.ts';

const READABLE: readonly (readonly [string, number, number | null])[] = [
  ['100 12.0', 100, 12],
  ['100m 12.00', 100, 12],
  ['100 m 12.00 s', 100, 12],
  ['100m: 12,05', 100, 12.05],
  ['400 m 52.31', 400, 52.31],
  ['400 in 52.31', 400, 52.31],
  ['1500 4:02.1', 1500, 242.1],
  ['1,500 m 4:02.10', 1500, 242.1],
  ['5k 18:30', 5000, 1110],
  ['1.5km 4:02', 1500, 242],
  ['800 130', 800, 130],
  ['100 none', 100, null],
  ['100M NONE', 100, null],
];

test.each(READABLE)('“%s” is %i m in %s s', (typed, metres, seconds) => {
  expect(readBest(typed)).toEqual({ metres, seconds });
});

const REFUSED: readonly (readonly [string, UserError['fault']['code'], string | null])[] = [
  ['12.0', 'line-unreadable', null],
  ['hundred 12', 'line-unreadable', null],
  ['100', 'line-unreadable', null],
  ['100 twelve', 'line-unreadable', null],
  ['100 12.005', 'line-unreadable', null],
  ['100 1:2', 'line-unreadable', null],
  ['1500 4:75', 'line-unreadable', null],
  ['1.5 4:02', 'line-unreadable', null],
  ['100 -12', 'line-unreadable', null],
  ['100 1.2', 'best-implausible', 'too-fast'],
  ['100 0', 'best-implausible', 'too-fast'],
  ['100 120', 'best-implausible', 'too-slow'],
  ['10 2.0', 'best-implausible', 'distance'],
  ['42195 2:10', 'best-implausible', 'distance'],
];

test.each(REFUSED)('“%s” is refused: %s %s', (typed, code, why) => {
  const fault = faultOf(() => readBest(typed));
  expect(fault).toMatchObject({ code, field: 'best', typed, ...(why === null ? {} : { why }) });
});

test('whatever is typed, it is a best or a fault of the field, never anything else', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9 .,:mks-]{0,12}$/));
  fc.assert(
    fc.property(text, (typed) => {
      try {
        const { metres, seconds } = readBest(typed);
        return Number.isInteger(metres) && (seconds === null || seconds > 0);
      } catch (error) {
        return error instanceof UserError && 'field' in error.fault && error.fault.field === 'best';
      }
    }),
  );
});

test('what the bot writes it reads back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 1500 }), fc.integer({ min: 20, max: 90 }), (metres, pace) => {
      const best = { metres, seconds: Math.round(metres * pace) / 100 };
      expect(readBest(bestLabel(best))).toEqual(best);
    }),
  );
});

test.each([
  { metres: 100, seconds: 12, line: 'Tempo for 100 m: 16.0 to 18.5 s' },
  { metres: 100, seconds: 11.95, line: 'Tempo for 100 m: 16.0 to 18.4 s' },
  { metres: 400, seconds: 52.31, line: 'Tempo for 400 m: 1:09.8 to 1:20.5' },
  { metres: 1500, seconds: 242.1, line: 'Tempo for 1,500 m: 5:22.8 to 6:12.5' },
])('$line, never faster than 75 %', ({ line, ...best }) => {
  expect(tempoLine(best)).toBe(line);
});

test('times are written to the hundredth', () => {
  expect([12, 59.99, 60, 242.1].map(timeLabel)).toEqual(['12.00 s', '59.99 s', '1:00.00', '4:02.10']);
});

test('while a best is typed: what stands, what is understood, how it is written', () => {
  const bests = [{ metres: 100, seconds: 12 }];
  const names = (typed: string) => bestPreview(typed, bests).map(({ name }) => name);
  expect(names('')[0]).toBe('Now: 100 m 12.00 s');
  expect(names('100 11.8')).toEqual(['100 m 11.80 s (now 12.00 s)']);
  expect(names('100 none')).toEqual(['Delete the best for 100 m (now 12.00 s)']);
  expect(names('100 1.')).toEqual(['Metres, a space, the time: 100 12.0, or 1500 4:02.1']);
});

function faultOf(act: () => unknown): UserError['fault'] {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return error.fault;
    throw error;
  }
  throw new Error('nothing was refused');
}
