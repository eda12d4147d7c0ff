import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onsetMetres } from '../../src/pain/onset-rules.ts';
import { parseWork, type Work } from '../../src/sessions/shorthand.ts';

function work(text: string): Work {
  const read = parseWork(text);
  if (!read.ok) throw new Error(text);
  return read.work;
}

describe('metres run by the end of the repetition at which it began', () => {
  it.each<[string, number, number | null]>([
    ['10x100', 1, 100],
    ['10x100', 6, 600],
    ['10x100', 11, null],
    ['2x10x100', 12, 1200],
    ['4x60, 3x120', 5, 360],
    ['100+100+100/100+200+100/100+100+100', 5, 600],
    ['3x(2x150)', 6, 900],
    ['800m jog, 10x100', 2, 200],
    ['3x100, 30min', 3, 300],
    ['3x100, 30min', 4, null],
    ['10x30s', 2, null],
  ])('%s, rep %i: %s', (text, rep, metres) => expect(onsetMetres(work(text), rep)).toBe(metres));

  it('grows with the repetition, and ends at all that was run', () => {
    const sizes = fc.record({
      sets: fc.integer({ min: 1, max: 5 }),
      reps: fc.integer({ min: 1, max: 10 }),
      each: fc.integer({ min: 30, max: 400 }),
    });
    fc.assert(
      fc.property(sizes, ({ sets, reps, each }) => {
        const run = work(`${sets}x${reps}x${each}`);
        const metres = Array.from({ length: run.reps }, (_, index) => onsetMetres(run, index + 1));
        expect(metres).toEqual(Array.from({ length: run.reps }, (_, index) => (index + 1) * each));
        expect(metres.at(-1)).toBe(run.metres);
      }),
    );
  });
});
