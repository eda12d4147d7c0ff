import { expect, test } from 'vitest';
import type { Block } from '../../src/exercises/block-rules.ts';
import type { Wish } from '../../src/exercises/rules.ts';
import { warmUpFor } from '../../src/exercises/warm-up-rules.ts';

const HEALTHY: Omit<Wish, 'minutes' | 'seated'> = {
  ...{ menu: 'core', level: 1, kit: [], fracture: 'none', arching: null },
  ...{ hurting: [], pain: null, yesterday: [], day: '2026-05-05' },
};

const ALL = 'skips, throws, kicks, sit-ups, stretches';

test.each<[string, Partial<Wish>, Block['why'] | null, string]>([
  ['nothing', {}, null, ALL],
  ['a fracture that was cleared', { fracture: 'cleared' }, null, ALL],
  ['a fracture that is not cleared', { fracture: 'uncleared' }, null, 'walk'],
  ['a fracture that is not cleared, after an amber day', { fracture: 'uncleared' }, 'amber', 'walk'],
  ['arching that hurts', { arching: 'hurts' }, null, 'skips, sit-ups, stretches'],
  ['an open back episode', { hurting: ['low-back'] }, null, 'skips, sit-ups, stretches'],
  ['a sore shoulder', { hurting: ['left-shoulder'] }, null, 'skips, kicks, sit-ups, stretches'],
  ['a sore hamstring', { hurting: ['left-hamstring'] }, null, 'skips, throws, sit-ups, stretches'],
  ['a sore calf at 2', { hurting: ['left-calf'], pain: 2 }, null, ALL],
  ['pain above 2', { pain: 3 }, 'pain', 'gentle'],
  ['an amber day', {}, 'amber', 'gentle'],
  ['tingling', {}, 'leg', 'gentle'],
])('the warm-up of handbook §6 with %s', (_, changes, why, expected) => {
  const block = why === null ? null : ({ why, area: 'low-back', now: 3, localDate: '2026-05-04' } as Block);
  const suits = warmUpFor({ ...HEALTHY, ...changes }, block);
  expect(typeof suits === 'string' ? suits : suits.join(', ')).toBe(expected);
});
