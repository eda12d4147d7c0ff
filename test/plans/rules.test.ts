import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/faults.ts';
import { readDay } from '../../src/plans/read-plan.ts';
import { nudgeTime, planMeant, plansFor } from '../../src/plans/rules.ts';
import { weekOf } from '../../src/plans/template-rules.ts';
import { type Plan, type PlanDay, WHOLE_CLUB } from '../../src/plans/types.ts';
import { readWork } from '../../src/sessions/read-work.ts';
import { parseWork } from '../../src/sessions/shorthand.ts';

describe('a Charlie Francis week (handbook §6)', () => {
  const week = weekOf('charlie-francis');

  test('is high, low, high, low, high, low, rest: 48 hours between highs', () => {
    expect(week.map(({ day, type }) => `${day} ${type}`)).toEqual([
      'mon speed',
      'tue tempo',
      'wed speed',
      'thu tempo',
      'fri speed',
      'sat tempo',
      'sun rest',
    ]);
  });

  test('can be logged as it stands, and says nothing from 76 to 94 %', () => {
    for (const { type, work } of week) {
      if (type === 'rest') continue;
      expect(readWork(work, type).metres).toBeGreaterThan(0);
      const parsed = parseWork(work ?? '');
      const paces = parsed.ok ? parsed.work.blocks.map((block) => ('pace' in block ? block.pace : null)) : [];
      expect(paces.length).toBeGreaterThan(0);
      for (const pace of paces) {
        if (pace === null) continue;
        expect(pace.unit).toBe('percent');
        expect(JSON.stringify(pace)).toContain('75');
      }
    }
  });

  test('tempo stays from 1000 to 3000 m', () => {
    const metres = week
      .filter(({ type }) => type === 'tempo')
      .map(({ work }) => readWork(work, 'tempo').metres);
    expect(metres).toEqual([2000, 2000, 2000]);
  });

  test('an empty week is seven days of rest', () => {
    expect(weekOf('empty').map(({ type, work, note }) => [type, work, note])).toEqual(
      Array.from({ length: 7 }, () => ['rest', null, null]),
    );
  });
});

describe('the nudge to warm up', () => {
  const quiet = { quietFrom: '21:00', quietTo: '07:00' };
  test.each([
    ['18:00', '17:15'],
    ['07:45', '07:00'],
    ['07:44', null],
    ['21:30', '20:45'],
    ['22:00', null],
    ['00:30', null],
  ])('before training at %s: %s', (training, nudge) => expect(nudgeTime(training, quiet)).toBe(nudge));

  test('without quiet hours it comes whenever it is due, on the same day', () => {
    const none = { quietFrom: '00:00', quietTo: '00:00' };
    expect(nudgeTime('05:00', none)).toBe('04:15');
    expect(nudgeTime('00:44', none)).toBeNull();
  });
});

const plan = (squad: string): Plan => ({
  ...{ id: `plan of ${squad}`, clubId: 'c1', squad, channelId: 'track', time: '07:00' },
  ...{ trainingTime: '18:00', callsSquad: false, days: weekOf('empty') },
});

describe('whose plan is meant', () => {
  const [sprinters, throwers, all] = ['sprinters', 'throwers', WHOLE_CLUB].map(plan);
  if (!sprinters || !throwers || !all) throw new Error('no plans');
  const plans = [sprinters, throwers, all];

  test.each([
    ['the own squad’s before the club’s', plans, null, ['throwers'], throwers],
    ['the older of two own squads’', plans, null, ['throwers', 'sprinters'], sprinters],
    ['the club’s without a squad', plans, null, [], all],
    ['the named squad’s, whatever the own is', plans, 'sprinters', ['throwers'], sprinters],
    ['none of a squad that has none', plans, 'jumpers', ['throwers'], undefined],
    ['the only one', [throwers], null, [], throwers],
    ['none of several strange ones', [sprinters, throwers], null, [], undefined],
  ])('%s', (_, known, squad, roleIds, meant) => expect(planMeant(known, squad, { roleIds })).toBe(meant));

  test('athletes read their own and the club’s, coaches all', () => {
    expect(plansFor(plans, { roleIds: ['sprinters'], isCoach: false })).toEqual([sprinters, all]);
    expect(plansFor(plans, { roleIds: [], isCoach: false })).toEqual([all]);
    expect(plansFor(plans, { roleIds: [], isCoach: true })).toEqual(plans);
  });
});

describe('a day as typed', () => {
  const tempo: PlanDay = { day: 'tue', type: 'tempo', work: '10x100', note: 'Grass' };
  const rest: PlanDay = { day: 'sun', type: 'rest', work: null, note: null };
  test.each([
    ['what is left out stays', { note: 'Flats' }, tempo, { ...tempo, note: 'Flats' }],
    [
      'another type begins anew',
      { type: 'hills' },
      tempo,
      { ...tempo, type: 'hills', work: null, note: null },
    ],
    [
      'what was emptied is empty',
      { type: 'tempo', work: '', note: ' ' },
      tempo,
      { ...tempo, work: null, note: null },
    ],
    [
      'rest has no work',
      { type: 'rest', work: '10x100' },
      tempo,
      { ...tempo, type: 'rest', work: null, note: null },
    ],
    ['a note is one line', { note: 'a\n b' }, tempo, { ...tempo, note: 'a b' }],
    [
      'massage is work',
      { type: 'regen', work: 'massage 30min' },
      rest,
      { ...rest, type: 'regen', work: 'massage 30min' },
    ],
  ])('%s', (_, typed, before, day) => expect(readDay(typed, before)).toEqual(day));

  test.each([
    ['work for a day that rests', { work: '10x100' }, rest, 'missing'],
    ['work that cannot be read', { work: '10y100' }, tempo, 'work-unreadable'],
    ['a type that nobody knows', { type: 'juggling' }, tempo, 'unknown-choice'],
    ['a note of 121 characters', { note: 'x'.repeat(121) }, tempo, 'too-long'],
  ])('%s is refused', (_, typed, before, code) => {
    expect(() => readDay(typed, before)).toThrow(UserError);
    expect(() => readDay(typed, before)).toThrow(code);
  });
});
