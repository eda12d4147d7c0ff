import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workPreview } from '../../src/sessions/preview-messages.ts';
import { readChanges, readSession } from '../../src/sessions/read-session.ts';
import { parseModality, typedModality } from '../../src/sessions/shorthand-modality.ts';
import { MODALITIES } from '../../src/sessions/types.ts';

describe('what a regeneration was', () => {
  it.each([
    ['massage', 'massage', null],
    ['Massage', 'massage', null],
    ['massage 30min', 'massage', '30min'],
    ['30min massage', 'massage', '30min'],
    ['massage, 30 min', 'massage', '30 min'],
    ['EMS 20min', 'ems', '20min'],
    ['foam roller', 'foam-roller', null],
    ['foam-roller 10min', 'foam-roller', '10min'],
    ['10 min foam rolling', 'foam-roller', '10 min'],
    ['sauna: 2x8min', 'sauna', '2x8min'],
    ['ice bath 8min', 'ice', '8min'],
    ['hot tub', 'heat', null],
    ['pilates 40 min', 'pilates', '40 min'],
    ['pool 10x50', 'pool', '10x50'],
    ['something else 15min', 'other', '15min'],
    ['30min bike', 'bike', '30min bike'],
    ['pool 15min, 5min', 'pool', 'pool 15min, 5min'],
    ['walk 2km', 'walk', 'walk 2km'],
    ['20min swim', 'pool', '20min swim'],
    ['stretching 15min', 'stretching', 'stretching 15min'],
    ['stretch', 'stretching', null],
  ])('%j is %s with %j left', (typed, modality, rest) => {
    expect(parseModality(typed)).toEqual({ ok: true, modality, rest });
    const read = readSession({ type: 'regen', work: typed }, '2026-05-04', null);
    expect(read).toMatchObject({ modality, work: rest });
    expect(typedModality(read.modality, read.work)?.length).toBeGreaterThan(0);
  });

  it.each([
    '30min',
    '10x100',
    '800m jog',
    '10min bike, 10min walk',
    '',
    'masage',
    'a nap',
    '30min massage 5min',
  ])('%j names none', (typed) => expect(parseModality(typed)).toBeNull());

  it('says where the rest of it cannot be read', () => {
    const example = 'massage 30min';
    expect(parseModality(' massage 30mn')).toMatchObject({ ok: false, error: { at: 11, example } });
    expect(parseModality(example)).toMatchObject({ ok: true });
  });

  it('is read only where it fits: regeneration and mobility', () => {
    const read = (type: string) => readSession({ type, work: 'massage' }, '2026-05-04', null).modality;
    expect([read('regen'), read('mobility')]).toEqual(['massage', 'massage']);
    expect(() => read('tempo')).toThrow('work-unreadable');
    expect(
      readSession({ type: 'cross-training', work: '30min bike' }, '2026-05-04', null).modality,
    ).toBeNull();
  });

  it('waits for the type when that was left out', () => {
    expect(readSession({ work: 'massage' }, '2026-05-04', null)).toMatchObject({
      type: null,
      modality: 'massage',
    });
  });

  it('chosen, or typed into the form, it reads back as the same', () => {
    const works = [null, '30min', '10x100', '30min bike', '2km walk', '15min, 5min'];
    fc.assert(
      fc.property(
        fc.constantFrom(...MODALITIES.map(({ id }) => id)),
        fc.constantFrom(...works),
        (modality, work) => {
          const typed = typedModality(modality, work);
          const again = readChanges({ type: 'regen', work: typed ?? '' }, '2026-05-04');
          expect(again.modality).toBe(modality);
          expect(typedModality(again.modality ?? null, again.work ?? null)).toBe(typed);
        },
      ),
    );
  });

  it.each([
    ['massage 30min', ['Massage, 30 min (regeneration or mobility)']],
    ['mas', ['Massage (regeneration or mobility)']],
    ['s', ['I can read up to here: “”. Try 10x100']],
    ['30min bike', ['30 min bike']],
    ['massage 30mn', ['I can read up to here: “massage 30”. Try massage 30min']],
  ])('while %j is typed the preview says so', (typed, names) => {
    expect(workPreview(typed, null).map(({ name }) => name)).toEqual(names);
  });
});
