import { describe, expect, it } from 'vitest';
import type { AthleteFacts } from '../../src/summaries/rules.ts';
import { addDays } from '../../src/time/local.ts';
import { actions, athlete, DAY, report, session, summarise, tempo } from './made-facts.ts';

function silent(userId: string, days: number, facts: Partial<AthleteFacts> = {}): AthleteFacts {
  return athlete(userId, { lastLogged: { date: addDays(DAY, -days), visibility: 'details' }, ...facts });
}

describe('silence', () => {
  it.each([
    { days: 2, named: [], dormant: 0 },
    { days: 3, named: ['a silent'], dormant: 0 },
    { days: 14, named: ['a silent'], dormant: 0 },
    { days: 15, named: [], dormant: 1 },
    { days: 200, named: [], dormant: 1 },
  ])('of $days days is named from day 3 to day 14, and then only counted', ({ days, named, dormant }) => {
    const summary = summarise(silent('a', days));
    expect(actions(summary)).toEqual(named);
    expect(summary.rest).toEqual({
      trained: 0,
      quiet: 1 - named.length,
      alsoToLookAt: 0,
      dormant,
      loggedLate: 0,
    });
  });

  it.each<[string, Partial<AthleteFacts>]>([
    ['shares nothing now', { sharing: 'only-me' }],
    ['shared nothing last', { lastLogged: { date: addDays(DAY, -20), visibility: 'only-me' } }],
    ['never logged', { lastLogged: null }],
  ])('is not counted of somebody who %s', (_, facts) => {
    expect(summarise(silent('a', 20, facts)).rest).toMatchObject({ quiet: 1, dormant: 0 });
  });

  it('for more than two weeks misses no core work', () => {
    expect(actions(summarise(silent('a', 15, { coreMissed: true })))).toEqual([]);
    expect(actions(summarise(silent('a', 14, { coreMissed: true })))).toEqual(['a silent']);
  });

  it('says by itself that core work was not logged either', () => {
    const facts = (days: number) => summarise(silent('a', days, { coreMissed: true })).lines[0]?.facts;
    expect(facts(2)).toEqual([{ fact: 'core-missed' }]);
    expect(facts(3)).toEqual([{ fact: 'silent', days: 3 }]);
  });

  it('comes newest first, after a load jump and after any pain', () => {
    const greenPain = [{ ...report, light: 'green', now: 1 }] as const;
    const summary = summarise(
      silent('a', 14),
      silent('b', 3),
      silent('c', 15),
      silent('d', 4),
      athlete('e', { coreMissed: true }),
      athlete('f', { sessions: [{ ...session, warmup: 'none' }], reports: greenPain }),
      athlete('g', { coreMissed: true, reports: greenPain }),
      athlete('h', { sessions: [session], earlierTempo: tempo(1000, 1200, 1428, 900) }),
    );
    expect(actions(summary)).toEqual([
      'h load-jump',
      'f warm-up-missed',
      'g core-missed',
      'b silent',
      'd silent',
      'a silent',
      'e core-missed',
    ]);
  });

  it('of ten athletes hides nobody who trains', () => {
    const dormant = Array.from({ length: 10 }, (_, place) => silent(`0${place}`, 30 + place));
    const resting = Array.from({ length: 10 }, (_, place) => silent(`1${place}`, 3 + place));
    const active = athlete('z', { sessions: [session], earlierTempo: tempo(1000, 1200, 1428, 900) });
    const summary = summarise(...dormant, ...resting, active);
    expect(actions(summary).slice(0, 2)).toEqual(['z load-jump', '10 silent']);
    expect(summary.rest).toEqual({ trained: 0, quiet: 13, alsoToLookAt: 3, dormant: 10, loggedLate: 0 });
  });
});
