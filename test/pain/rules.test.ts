import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assess,
  DEFAULT_THRESHOLDS,
  KINDS,
  type Light,
  type LightInput,
  light,
  PHASES,
  type Reason,
  type ReportInput,
  screenDue,
  type Thresholds,
} from '../../src/pain/rules.ts';
import {
  everyKinds,
  forEveryInput,
  forEveryReport,
  type HandbookRow,
  handbookRow,
  signsAreDue,
} from './light-table.ts';

const CALM: LightInput = {
  phase: 'during',
  now: 1,
  start: 1,
  growing: false,
  kinds: ['tightness'],
  strideChanged: false,
  screen: 'answered',
  flag: 'none',
  fracture: 'none',
  minor: false,
};
const LIGHT_OF_ROW: Readonly<Record<HandbookRow, Light>> = {
  1: 'emergency',
  2: 'urgent',
  3: 'red-see-clinician',
  4: 'ask',
  5: 'red',
  6: 'amber',
  7: 'green',
};

describe('the light, by the handbook', () => {
  it.each<[string, Partial<LightInput>, Light, Reason[]]>([
    [
      'tempo, low back 1 at the start, now 4, growing',
      { now: 4, start: 1, growing: true },
      'red',
      [{ clause: 'rise', now: 4, start: 1, by: 3, amberAt: 3 }],
    ],
    ['tightness that grows at 2', { now: 2, start: 1, growing: true }, 'amber', [{ clause: 'growing' }]],
    ['3 and no worse', { now: 3, start: 3 }, 'amber', [{ clause: 'at-amber', now: 3, amberAt: 3 }]],
    ['0 to 2', { now: 2, start: 0 }, 'amber', [{ clause: 'small-rise', now: 2, start: 0, by: 2 }]],
    ['6', { now: 6, start: 6 }, 'red', [{ clause: 'at-red', now: 6, redAt: 6 }]],
    ['limping at 0', { now: 0, start: 0, strideChanged: true }, 'red', [{ clause: 'stride-changed' }]],
    [
      'sharp and shooting at 1',
      { kinds: ['shooting', 'ache', 'sharp'] },
      'red',
      [{ clause: 'kinds', kinds: ['sharp', 'shooting'] }],
    ],
    [
      'an old fracture, not cleared, at 1',
      { fracture: 'uncleared' },
      'red',
      [{ clause: 'fracture', now: 1 }],
    ],
    ['the same at 0', { now: 0, start: 0, fracture: 'uncleared' }, 'green', [below(0, 0)]],
    ['an old fracture, cleared, at 1', { fracture: 'cleared' }, 'green', [below(1, 1)]],
    ['under 18 at 3', { now: 3, start: 3, minor: true }, 'red', [{ clause: 'minor', now: 3, redAt: 3 }]],
    [
      'everything at once',
      { now: 7, start: 2, minor: true, strideChanged: true, kinds: ['stabbing'], fracture: 'uncleared' },
      'red',
      [
        { clause: 'at-red', now: 7, redAt: 6 },
        { clause: 'stride-changed' },
        { clause: 'kinds', kinds: ['stabbing'] },
        { clause: 'rise', now: 7, start: 2, by: 5, amberAt: 3 },
        { clause: 'fracture', now: 7 },
        { clause: 'minor', now: 7, redAt: 3 },
      ],
    ],
    [
      'before the session, where start means now',
      { phase: 'before', now: 4, start: 0 },
      'amber',
      [atAmber(4)],
    ],
    ['after, start unknown', { phase: 'after', now: 2, start: null }, 'green', [below(2, null)]],
    ['during, start unknown', { now: 2, start: null }, 'ask', [{ clause: 'missing', what: 'start' }]],
    ['no number at all', { phase: 'after', now: null }, 'ask', [{ clause: 'missing', what: 'now' }]],
    ['the screen is open', { screen: 'due-unanswered' }, 'ask', [{ clause: 'missing', what: 'screen' }]],
    [
      'an open emergency sign, and no number',
      { now: null, flag: 'emergency' },
      'emergency',
      [flag('emergency')],
    ],
    [
      'an open sign for a clinician at 0',
      { now: 0, start: 0, flag: 'soon' },
      'red-see-clinician',
      [flag('soon')],
    ],
  ])('%s', (_, changes, expected, reasons) => {
    expect(light({ ...CALM, ...changes }, DEFAULT_THRESHOLDS)).toMatchObject({ light: expected, reasons });
  });

  it('names all that is missing', () => {
    const open: LightInput = { ...CALM, now: null, start: null, screen: 'due-unanswered' };
    expect(light(open, DEFAULT_THRESHOLDS).missing).toEqual(['now', 'start', 'screen']);
  });

  it('agrees with a second reading of the table in every combination of answers', () => {
    const wrong: unknown[] = [];
    let cases = 0;
    forEveryInput((input, club) => {
      cases += 1;
      const { row, clauses } = handbookRow(input, club);
      const result = light(input, club);
      const agrees =
        result.rule === row && result.light === LIGHT_OF_ROW[row] && sameClauses(result.reasons, clauses);
      if (!agrees && wrong.length < 5) wrong.push({ input, club, result, row, clauses });
    });
    expect(wrong).toEqual([]);
    expect(cases).toBe(12 * 12 * 4 * 2 * 2 * 4 * 3 * 2 * 3 * 4 * 4);
  });
});

describe('each set of kinds of pain', () => {
  it('agrees with a second reading of the table at every small number', () => {
    const wrong = everyKinds().flatMap((kinds) =>
      [0, 1, 2, 3].flatMap((now) => {
        const input = { ...CALM, kinds, now };
        const { row } = handbookRow(input, DEFAULT_THRESHOLDS);
        return light(input, DEFAULT_THRESHOLDS).rule === row ? [] : [input];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('each kind of pain, alone at 1', () => {
  const RED = ['sharp', 'stabbing', 'shooting'];
  it.each([...KINDS])('%s', (kind) => {
    const expected = RED.includes(kind) ? 'red' : 'green';
    expect(light({ ...CALM, kinds: [kind] }, DEFAULT_THRESHOLDS).light).toBe(expected);
    expect(handbookRow({ ...CALM, kinds: [kind] }, DEFAULT_THRESHOLDS).row).toBe(expected === 'red' ? 5 : 7);
  });

  it('none at all', () => {
    expect(light({ ...CALM, kinds: [] }, DEFAULT_THRESHOLDS).light).toBe('green');
  });
});

const MILDNESS: readonly Light[] = ['emergency', 'urgent', 'red-see-clinician', 'red', 'amber', 'green'];
const inputs: fc.Arbitrary<LightInput> = fc.record({
  phase: fc.constantFrom(...PHASES),
  now: fc.option(fc.integer({ min: 0, max: 10 })),
  start: fc.option(fc.integer({ min: 0, max: 10 })),
  growing: fc.boolean(),
  kinds: fc.subarray([...KINDS]),
  strideChanged: fc.boolean(),
  screen: fc.constantFrom('due-unanswered', 'answered', 'not-due'),
  flag: fc.constantFrom('none', 'soon', 'urgent', 'emergency'),
  fracture: fc.constantFrom('none', 'cleared', 'uncleared'),
  minor: fc.boolean(),
});
const thresholds: fc.Arbitrary<Thresholds> = fc.record({
  amberAt: fc.constantFrom(3, 2),
  redAt: fc.constantFrom(6, 5),
});
const mildness = (input: LightInput, limits: Thresholds): number =>
  MILDNESS.indexOf(light(input, limits).light);

describe('what holds for every light', () => {
  it('is never milder for more pain', () => {
    fc.assert(
      fc.property(inputs, thresholds, (input, limits) => {
        fc.pre(input.now !== null && input.now < 10 && light(input, limits).light !== 'ask');
        const more = { ...input, now: (input.now ?? 0) + 1 };
        expect(mildness(more, limits)).toBeLessThanOrEqual(mildness(input, limits));
      }),
    );
  });

  it('is never milder for more growth: a lower start, growing, a changed stride, another kind', () => {
    fc.assert(
      fc.property(inputs, thresholds, fc.constantFrom(...KINDS), (input, limits, kind) => {
        fc.pre(light(input, limits).light !== 'ask');
        const lower = input.start === null || input.start === 0 ? input.start : input.start - 1;
        for (const worse of [
          { ...input, start: lower },
          { ...input, growing: true },
          { ...input, strideChanged: true },
          { ...input, kinds: [...input.kinds, kind] },
        ])
          expect(mildness(worse, limits)).toBeLessThanOrEqual(mildness(input, limits));
      }),
    );
  });

  it('is never milder with a history, or under 18', () => {
    fc.assert(
      fc.property(inputs, thresholds, (input, limits) => {
        fc.pre(light(input, limits).light !== 'ask');
        const byHistory = (['none', 'cleared', 'uncleared'] as const).map((fracture) =>
          mildness({ ...input, fracture }, limits),
        );
        expect(byHistory).toEqual([...byHistory].sort((a, b) => b - a));
        const grown = mildness({ ...input, minor: false }, limits);
        expect(mildness({ ...input, minor: true }, limits)).toBeLessThanOrEqual(grown);
      }),
    );
  });

  it('a missing answer never makes it green', () => {
    fc.assert(
      fc.property(inputs, thresholds, (input, limits) => {
        expect(light({ ...input, now: null }, limits).light).not.toBe('green');
        expect(light({ ...input, phase: 'during', start: null }, limits).light).not.toBe('green');
        expect(light({ ...input, screen: 'due-unanswered' }, limits).light).not.toBe('green');
      }),
    );
  });

  it('is never green while something is missing or a flag is open', () => {
    fc.assert(
      fc.property(inputs, thresholds, (input, limits) => {
        const result = light(input, limits);
        if (input.flag !== 'none') expect(MILDNESS.slice(0, 3)).toContain(result.light);
        else if (input.now === null || input.screen === 'due-unanswered') expect(result.light).toBe('ask');
        expect(result.missing.length > 0).toBe(result.light === 'ask');
      }),
    );
  });

  it('is never milder in a stricter club, or for a worse flag', () => {
    fc.assert(
      fc.property(inputs, thresholds, (input, limits) => {
        fc.pre(light({ ...input, flag: 'none' }, limits).light !== 'ask');
        expect(mildness(input, limits)).toBeLessThanOrEqual(mildness(input, DEFAULT_THRESHOLDS));
        const byFlag = (['none', 'soon', 'urgent', 'emergency'] as const).map((level) =>
          mildness({ ...input, flag: level }, limits),
        );
        expect(byFlag).toEqual([...byFlag].sort((a, b) => b - a));
      }),
    );
  });

  it('reads a set of kinds like a list, and has at least one reason', () => {
    fc.assert(
      fc.property(inputs, thresholds, (input, limits) => {
        const result = light(input, limits);
        expect(light({ ...input, kinds: new Set(input.kinds) }, limits)).toEqual(result);
        expect(result.reasons.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('whether the warning signs are due', () => {
  const report: ReportInput = { ...CALM, group: 'spine', newEpisode: false, screened: false };

  it.each<[string, Partial<ReportInput>, boolean]>([
    ['a known episode, green', {}, false],
    ['a known episode, amber', { now: 3, start: 3 }, false],
    ['a known episode, red', { now: 6, start: 6 }, true],
    ['the first report in the back, green', { newEpisode: true }, true],
    ['the first report in the leg, green', { newEpisode: true, group: 'leg' }, true],
    ['the first report in the foot, green', { newEpisode: true, group: 'other' }, false],
    ['the first report in the foot, red', { newEpisode: true, group: 'other', now: 7, start: 7 }, true],
    ['pins and needles in the arm', { group: 'other', kinds: ['pins-and-needles'] }, true],
    ['numbness at 0', { now: 0, start: 0, kinds: ['numbness'] }, true],
    ['the first report, not yet rated', { newEpisode: true, now: null }, true],
    ['a known episode, not yet rated', { now: null }, false],
    ['a known episode, red beside an open flag', { now: 6, start: 6, flag: 'soon' }, true],
    ['a known episode, green beside an open flag', { flag: 'soon' }, false],
  ])('%s', (_, changes, due) => {
    const { result, screenDue: asked } = assess({ ...report, ...changes }, DEFAULT_THRESHOLDS);
    expect(asked).toBe(due);
    if (due && changes.flag === undefined) expect(result.light).toBe('ask');
  });

  it('in every report as a second reading of the handbook has it; unanswered they are never a colour', () => {
    const wrong: unknown[] = [];
    forEveryReport((report) => {
      const { row } = handbookRow({ ...report, screen: 'answered' }, DEFAULT_THRESHOLDS);
      const due = signsAreDue(report, row);
      const { result, screenDue: isAsked, redByNumbers } = assess(report, DEFAULT_THRESHOLDS);
      const isRight = due ? result.light === 'ask' : result.rule === row;
      if (isAsked !== due || !isRight || redByNumbers !== (row === 5)) wrong.push(report);
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('shows the light that was withheld once the screen is answered, and does not ask again', () => {
    const red = { ...report, now: 4, start: 1, growing: true, newEpisode: true };
    expect(assess(red, DEFAULT_THRESHOLDS).result).toMatchObject({ light: 'ask', missing: ['screen'] });
    const { result, screenDue: asked } = assess({ ...red, screened: true }, DEFAULT_THRESHOLDS);
    expect(result.light).toBe('red');
    expect(asked).toBe(false);
    expect(assess({ ...red, screened: true, flag: 'urgent' }, DEFAULT_THRESHOLDS).result.light).toBe(
      'urgent',
    );
  });

  it('says at once when the numbers alone are red, whatever the signs bring', () => {
    const reports = fc.record({ group: fc.constantFrom('spine', 'leg', 'other'), newEpisode: fc.boolean() });
    fc.assert(
      fc.property(inputs, reports, thresholds, (input, facts, limits) => {
        const {
          result,
          screenDue: due,
          redByNumbers,
        } = assess({ ...input, ...facts, screened: false }, limits);
        const numbers = light({ ...input, screen: 'answered', flag: 'none' }, limits);
        expect(redByNumbers).toBe(numbers.light === 'red');
        if (redByNumbers) expect(due).toBe(true);
        if (due) expect(result.light).not.toMatch(/green|amber|^red$/);
      }),
    );
  });

  it('can be asked of single facts', () => {
    const unscreened = light(CALM, DEFAULT_THRESHOLDS);
    expect(screenDue({ newEpisode: true, group: 'leg', kinds: [], unscreened })).toBe(true);
    expect(screenDue({ newEpisode: true, group: 'other', kinds: [], unscreened })).toBe(false);
  });
});

function below(now: number, start: number | null): Reason {
  return { clause: 'below-amber', now, start, amberAt: 3 };
}

function atAmber(now: number): Reason {
  return { clause: 'at-amber', now, amberAt: 3 };
}

function flag(level: 'soon' | 'urgent' | 'emergency'): Reason {
  return { clause: 'flag', level };
}

function sameClauses(reasons: readonly Reason[], clauses: readonly string[]): boolean {
  return reasons.length === clauses.length && reasons.every(({ clause }, index) => clause === clauses[index]);
}
