import { describe, expect, test } from 'vitest';
import type { Athlete } from '../../src/athletes/store.ts';
import type { Panel } from '../../src/discord/panel.ts';
import type { Block } from '../../src/exercises/block-rules.ts';
import type { Changed } from '../../src/exercises/change-set.ts';
import { MENU, type Menu } from '../../src/exercises/menu.ts';
import {
  answeredPanel,
  donePanel,
  givenPanel,
  leftOutPanel,
  remindedDonePanel,
} from '../../src/exercises/messages.ts';
import type { ExerciseSet } from '../../src/exercises/store.ts';
import { reminderMessage } from '../../src/habits/messages.ts';
import { readingGrade } from '../readability.ts';

const ATHLETE: Athlete = {
  ...{ id: 'a1', clubId: 'c1', userId: 'ann', zone: null, wantsDirect: true, dmClosedAt: null },
  ...{ ageGroup: '16-17', sharing: 'only-me', fracture: 'none' },
  preferences: {
    ...{ kit: 'mat', arching: null, pictureTheme: 'dark' },
    ...{ asksMind: null, weeklyQuestions: false, absenceToldOn: null },
  },
};

function setOf(menu: Menu, changes: Partial<ExerciseSet> = {}): ExerciseSet {
  return {
    ...{ id: '0f9b7f6e-1c1b-4d0e-9a51-3b9a4f1f2c3d', clubId: 'c1', athleteId: 'a1', menu },
    ...{ localDate: '2026-05-04', level: 2, easyAnswers: 0, shift: 0, minutes: 10, seated: false },
    ...{ exercises: menu === 'core' ? [4, 2, 3] : [24, 25], state: 'given', answer: null },
    ...changes,
  };
}

const BLOCKS: readonly Block[] = [
  ...(['red', 'leg', 'question', 'amber'] as const).map((why) => ({ why })),
  { why: 'pain', area: 'low-back', now: 4, localDate: '2026-05-04' },
  ...(['soon', 'urgent', 'emergency'] as const).map((level) => ({
    why: 'flag' as const,
    level,
    reportId: 'p1',
  })),
];

/** Everything that is ever said about a set of a menu. */
function allOf(menu: Menu): Panel[] {
  const athlete = ATHLETE;
  const shown = (set: ExerciseSet, isLate: boolean): Changed => ({ kind: 'set', set, athlete, isLate });
  const sets = [
    setOf(menu),
    setOf(menu, { exercises: [] }),
    setOf(menu, { seated: true }),
    setOf(menu, { seated: true, exercises: [] }),
    setOf(menu, { state: 'done' }),
    setOf(menu, { shift: -1 }),
    setOf(menu, { shift: 1 }),
  ];
  const answers = (['easy', 'right', 'hard', null] as const).flatMap((answer) =>
    [0, 2].flatMap((easyAnswers) =>
      ([2, 3] as const).map((level) => setOf(menu, { state: 'done', answer, easyAnswers, level })),
    ),
  );
  return [
    ...sets.flatMap((set) => [true, false].map((late) => givenPanel(shown(set, late)))),
    ...BLOCKS.map((block) => givenPanel({ kind: 'blocked', menu, block, athlete })),
    givenPanel({ kind: 'old', set: setOf(menu) }),
    ...answers.flatMap((set) => [
      ...[null, set.easyAnswers + 1].map((easyAnswers) => answeredPanel({ set, easyAnswers })),
      donePanel({ kind: 'done', set }),
      remindedDonePanel({ habit: menu, set }, 'd', false),
    ]),
    ...sets.map((set) => leftOutPanel({ kind: 'left-out', set })),
    ...[true, false].flatMap((isLate) =>
      [null, { names: ['Dead bug'], minutes: 5, seated: true }].map((set) =>
        reminderMessage({
          deliveryId: 'd',
          userId: 'u',
          habit: menu,
          inChannel: false,
          isLate,
          wasDueAt: null,
          set,
        }),
      ),
    ),
  ].map((panel) => panel as Panel);
}

/** The sentences, without the lines of exercises and what Discord draws small. */
function prose({ content = '' }: Panel): string {
  return content
    .split('\n')
    .filter((line) => !/^(\d\. |-# |About )/.test(line))
    .join('\n')
    .replaceAll(/[*`]/g, '');
}

describe.each<Menu>(['core', 'stretch'])('what is said about %s', (menu) => {
  test('reads at grade 8 or below', () => {
    for (const panel of allOf(menu)) expect(readingGrade(prose(panel)), prose(panel)).toBeLessThanOrEqual(8);
  });

  test('never reassures, frightens, or claims what exercises do (handbook, Never 5 to 7)', () => {
    const never =
      /\b(risk|danger|you.?re fine|damaged?|prevents?|predicts?|cures?|protects?|fix(es)? your|failed|lazy)\b/i;
    for (const { content = '' } of allOf(menu)) expect(content).not.toMatch(never);
  });

  test('fits a message, with one emoji at most', () => {
    const every = MENU.filter(({ category }) => (menu === 'core') === !/stretch|dynamic/.test(category));
    const longest = every.toSorted((a, b) => b.cue.length - a.cue.length).slice(0, 6);
    const set = setOf(menu, { exercises: longest.map(({ number }) => number) });
    for (const panel of [
      ...allOf(menu),
      givenPanel({ kind: 'set', set, athlete: ATHLETE, isLate: true }, 'made-by'),
    ]) {
      expect(panel.content?.length).toBeLessThan(2000);
      expect(panel.content?.match(/\p{Extended_Pictographic}/gu) ?? []).toHaveLength(0);
      expect(panel.components?.length ?? 0).toBeLessThanOrEqual(5);
    }
  });
});
