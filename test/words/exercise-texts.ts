/** Sets of exercises in all their words, and why there are none (handbook §7). */
import type { Athlete } from '../../src/athletes/store.ts';
import type { Panel } from '../../src/discord/panel.ts';
import type { Block } from '../../src/exercises/block-rules.ts';
import type { Changed } from '../../src/exercises/change-set.ts';
import type { Menu } from '../../src/exercises/menu.ts';
import {
  answeredPanel,
  donePanel,
  givenPanel,
  leftOutPanel,
  remindedDonePanel,
  sharedDonePanel,
} from '../../src/exercises/messages.ts';
import type { ExerciseSet } from '../../src/exercises/store.ts';
import { onceEach, type ReadText } from './plain.ts';

/** 16 or 17 years old, shares nothing. */
export const ATHLETE: Athlete = {
  ...{
    id: 'a1',
    clubId: 'c1',
    userId: 'ann',
    zone: null,
    wantsDirect: true,
    dmClosedAt: null,
    dmClosedCode: null,
    dmToldAt: null,
  },
  ...{ ageGroup: '16-17', sharing: 'only-me', fracture: 'none' },
  preferences: {
    ...{ kit: 'mat', arching: null, pictureTheme: 'dark' },
    ...{ asksMind: null, weeklyQuestions: false, absenceToldOn: null },
  },
};

/** A set of a menu as it was given. */
export function setOf(menu: Menu, changes: Partial<ExerciseSet> = {}): ExerciseSet {
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
export function setPanels(menu: Menu): Panel[] {
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
      remindedDonePanel({ habit: menu, set, isShared: false }, 'd', false),
      sharedDonePanel({ habit: menu, set, isShared: true }),
    ]),
    ...sets.map((set) => leftOutPanel({ kind: 'left-out', set })),
  ];
}

/** The sentences; a line of an exercise is a name, a dose and a cue. */
export function exerciseTexts(): ReadText[] {
  const said = (content: string) => content.replaceAll(/^\d\. .*\n?/gm, '');
  return onceEach(
    (['core', 'stretch'] as const)
      .flatMap(setPanels)
      .map(({ content = '' }) => ({ name: 'setPanels', text: said(content), most: endsIn(content) })),
  );
}

/** An emergency is read at a glance. */
function endsIn(content: string): ReadText['most'] {
  return content.includes('112') ? 6 : 8;
}
