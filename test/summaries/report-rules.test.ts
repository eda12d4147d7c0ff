import { describe, expect, it } from 'vitest';
import type { Light } from '../../src/pain/types.ts';
import type { ReportFact } from '../../src/summaries/rules.ts';
import { athlete, DAY, report, reportOf, session, summarise } from './made-facts.ts';

type Told = readonly [localDate: string, now: number | null, changes?: Partial<ReportFact>];

const MORNING_AFTER = '2026-03-11';

function worseOf(told: readonly Told[]) {
  const reports = told.map(([localDate, now, changes]) => reportOf(localDate, now, changes));
  const [line] = summarise(
    athlete('a', {
      reports: reports.filter(({ localDate }) => localDate >= DAY),
      earlierReports: reports.filter(({ localDate }) => localDate < DAY),
    }),
  ).lines;
  return line?.facts.find(({ fact }) => fact === 'worse-twice-running');
}

const worse = (...ratings: number[]) => ({
  fact: 'worse-twice-running',
  details: { area: 'low-back', ratings },
});

describe('worse twice running', () => {
  it.each<[string, readonly Told[], unknown]>([
    [
      'is three days of which each was worse',
      [
        ['2026-03-05', 1],
        ['2026-03-08', 2],
        [DAY, 3],
      ],
      worse(1, 2, 3),
    ],
    [
      'is not one session that was reported in three steps',
      [
        [DAY, 2],
        [DAY, 4],
        [DAY, 6],
      ],
      undefined,
    ],
    [
      'is not two days',
      [
        ['2026-03-08', 1],
        [DAY, 2],
        [DAY, 3],
      ],
      undefined,
    ],
    [
      'takes the worst of each day, whenever it was told',
      [
        ['2026-03-05', 2],
        ['2026-03-05', 0],
        ['2026-03-08', 3],
        ['2026-03-08', 1],
        [DAY, 4],
        [DAY, 2],
      ],
      worse(2, 3, 4),
    ],
    [
      'is not a day that was as bad at its worst',
      [
        ['2026-03-05', 1],
        ['2026-03-08', 3],
        ['2026-03-08', 2],
        [DAY, 3],
      ],
      undefined,
    ],
    [
      'looks at the last three days only',
      [
        ['2026-03-02', 9],
        ['2026-03-05', 0],
        ['2026-03-08', 4],
        [DAY, 5],
      ],
      worse(0, 4, 5),
    ],
    [
      'may end on the morning after',
      [
        ['2026-03-08', 1],
        [DAY, 2],
        [MORNING_AFTER, 5],
      ],
      worse(1, 2, 5),
    ],
    [
      'is old news when it ended before the day',
      [
        ['2026-03-03', 1],
        ['2026-03-05', 2],
        ['2026-03-08', 3],
      ],
      undefined,
    ],
    [
      'is of one area',
      [
        ['2026-03-05', 1, { area: 'neck' }],
        ['2026-03-08', 2],
        [DAY, 3],
      ],
      undefined,
    ],
    [
      'is not known of a day without a rating',
      [
        ['2026-03-05', 1],
        ['2026-03-08', null],
        [DAY, 3],
      ],
      undefined,
    ],
    [
      'leaves out what was told to nobody',
      [
        ['2026-03-05', 1],
        ['2026-03-08', 2, { visibility: 'only-me' }],
        [DAY, 3],
      ],
      undefined,
    ],
  ])('%s', (_, told, expected) => expect(worseOf(told)).toEqual(expected));

  const byColour = { fact: 'worse-twice-running', details: null };
  it.each<[string, readonly (readonly [localDate: string, light: Light])[], unknown]>([
    [
      'three days of worse colours',
      [
        ['2026-03-05', 'green'],
        ['2026-03-08', 'amber'],
        [DAY, 'red'],
      ],
      byColour,
    ],
    [
      'the worst colour of each day',
      [
        ['2026-03-05', 'green'],
        ['2026-03-08', 'amber'],
        ['2026-03-08', 'green'],
        [DAY, 'urgent'],
        [DAY, 'green'],
      ],
      byColour,
    ],
    [
      'three worse colours of one day',
      [
        [DAY, 'green'],
        [DAY, 'amber'],
        [DAY, 'red'],
      ],
      undefined,
    ],
    [
      'two days of one colour',
      [
        ['2026-03-05', 'amber'],
        ['2026-03-08', 'amber'],
        [DAY, 'red'],
      ],
      undefined,
    ],
    [
      'a day whose questions are open',
      [
        ['2026-03-05', 'ask'],
        ['2026-03-08', 'green'],
        [DAY, 'amber'],
      ],
      undefined,
    ],
  ])('goes by colour where the light alone is shared: %s', (_, told, expected) => {
    const shy = told.map(([date, light]): Told => [date, 9, { visibility: 'light-only', light }]);
    expect(worseOf(shy)).toEqual(expected);
  });
});

describe('told to stop', () => {
  const lightOnly = { visibility: 'light-only' } as const;
  it.each([
    ['a red on a day of training', [report], [session], true],
    [
      'a red on a day of training, the light alone shared',
      [{ ...report, ...lightOnly }],
      [{ ...session, ...lightOnly }],
      true,
    ],
    ['a red on the morning after', [{ ...report, localDate: MORNING_AFTER }], [session], false],
    ['a red without training', [report], [], false],
    ['a red after training that nobody is told of', [report], [{ ...session, visibility: 'only-me' }], false],
    ['an amber on a day of training', [{ ...report, light: 'amber' }], [session], false],
    [
      'an amber on the day, and a red that nobody is told of',
      [
        { ...report, light: 'amber' },
        { ...report, visibility: 'only-me' },
      ],
      [session],
      false,
    ],
  ] as const)('%s', (_, reports, sessions, stopped) => {
    expect(summarise(athlete('a', { reports, sessions })).lines).toMatchObject([{ stopped }]);
  });
});
