/** From a submitted form, or a button's id, to answers; every fault names its field. */
import { UserError } from '../faults.ts';
import { readWhole, type Typed, textOf } from '../reading.ts';
import { type Answers, type Item, STEP_RANGE } from './rules.ts';
import { STEPS, type Step } from './weekly-rules.ts';

/** Reads a morning's answers; stress and mood count only together. Throws `missing` or `out-of-range`. */
export function readAnswers(typed: Typed): Answers {
  const step = (item: Item) => {
    const text = textOf(typed, item);
    if (text === undefined) throw new UserError({ code: 'missing', field: item, example: '3' });
    return readWhole(item, text, STEP_RANGE);
  };
  const isAsked = textOf(typed, 'stress') !== undefined || textOf(typed, 'mood') !== undefined;
  return {
    fatigue: step('fatigue'),
    sleep: step('sleep'),
    soreness: step('soreness'),
    stress: isAsked ? step('stress') : null,
    mood: isAsked ? step('mood') : null,
  };
}

/** Reads the weekly answers that a button carries, like "8-17"; throws `stale` for what no button of ours carries. */
export function readGiven(text: string): Step[] {
  const given = text.split('-').map((part) => STEPS.find((step) => `${step}` === part));
  if (given.length > 4) throw new UserError({ code: 'stale' });
  return given.map((step) => {
    if (step === undefined) throw new UserError({ code: 'stale' });
    return step;
  });
}
