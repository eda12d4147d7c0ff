/** The light in all its words, the morning after included, and the warning signs (handbook §§1 and 2). */
import type { Athlete } from '../../src/athletes/store.ts';
import { morningAdvice } from '../../src/pain/course-rules.ts';
import { lightPanel } from '../../src/pain/light-messages.ts';
import { resolvedPanel, reviewedPanel, reviewQuestion, trendQuestion } from '../../src/pain/messages.ts';
import { morningPanel, morningPassedPanel } from '../../src/pain/morning-messages.ts';
import type { PainAnswer } from '../../src/pain/report-pain.ts';
import { DEFAULT_THRESHOLDS, type LightInput, light, PHASES } from '../../src/pain/rules.ts';
import { personOf, QUESTIONS, screenLists } from '../../src/pain/screen.ts';
import { screenPanel } from '../../src/pain/screen-messages.ts';
import { endText, questionText } from '../../src/pain/screen-text.ts';
import { stopAgainPanel, stopPanel } from '../../src/pain/stop-messages.ts';
import type { PainReport } from '../../src/pain/store.ts';
import type { Session } from '../../src/sessions/store.ts';
import { ann, ben, NOW } from './people.ts';
import { onceEach, type ReadText, textsOfPanel } from './plain.ts';

const CALM: LightInput = {
  ...{ phase: 'during', now: 1, start: 1, growing: false, kinds: [], strideChanged: false },
  ...{ screen: 'answered', flag: 'none', fracture: 'none', minor: false },
};

/** One of each clause of each row of the light, and some together. */
const INPUTS: readonly Partial<LightInput>[] = [
  { flag: 'emergency' },
  { flag: 'urgent' },
  { flag: 'soon' },
  { now: 7, start: 1 },
  { strideChanged: true },
  { kinds: ['sharp'] },
  { kinds: ['stabbing', 'shooting'] },
  { now: 4, start: 1 },
  { fracture: 'uncleared' },
  { minor: true, now: 3 },
  { now: 7, start: 1, strideChanged: true, kinds: ['sharp'], fracture: 'uncleared', minor: true },
  { now: 3, start: 3 },
  { now: 2, start: 0 },
  { growing: true },
  { now: 5, start: 4, growing: true },
  {},
  { now: 0, start: 0 },
];

/** What else the day holds: a session that is logged or not, and a red before this report. */
const DAYS = [
  { session: { type: 'tempo' } as Session, redToday: false },
  { session: { type: 'hills' } as Session, redToday: false },
  { session: null, redToday: false },
  { session: null, redToday: true },
];

function answerTo(input: LightInput, day: (typeof DAYS)[number], report: PainReport): PainAnswer {
  const result = light(input, DEFAULT_THRESHOLDS);
  return {
    report: { ...report, ...input, kinds: [...input.kinds], light: result.light },
    result,
    screen: null,
    ...day,
    morning: input.phase === 'next-morning' ? morningAdvice(input.now ?? 0, input.start) : [],
    ...{ amberAt: 3, seePhysio: input.now === 5, onsetMetres: null },
  };
}

const REPORT: PainReport = {
  ...{ id: 'r', clubId: 'c', athleteId: 'a', episodeId: 'e', sessionId: 's', area: 'low-back' },
  ...{
    reportedAt: NOW,
    localDate: '2026-05-04',
    visibility: 'details',
    light: 'green',
    rep: null,
    notes: null,
  },
  ...{ phase: 'during', now: 1, start: 1, growing: false, strideChanged: false, kinds: [], trend: null },
};

function lightTexts(): ReadText[] {
  const people: readonly [Athlete, PainReport][] = [
    [ann, REPORT],
    [ben, { ...REPORT, visibility: 'only-me' }],
  ];
  return people.flatMap(([athlete, report]) =>
    PHASES.flatMap((phase) =>
      INPUTS.flatMap((input) =>
        DAYS.flatMap((day) => {
          const whole = { ...CALM, ...input, phase };
          const panel = lightPanel(answerTo(whole, day, report), athlete);
          return textsOfPanel('lightPanel', panel, input.flag === 'emergency' ? 6 : 8);
        }),
      ),
    ),
  );
}

function screenTexts(): ReadText[] {
  return [true, false].flatMap((minor) =>
    (['none', 'cleared', 'uncleared'] as const).flatMap((fracture): ReadText[] => [
      ...QUESTIONS.map(({ id }) => {
        return { name: 'questionText', text: questionText(id, { minor, fracture }), most: 8 as const };
      }),
      { name: 'endText', text: endText('emergency', { minor, fracture }), most: 6 },
      { name: 'endText', text: endText('urgent', { minor, fracture }), most: 8 },
      { name: 'endText', text: endText('soon', { minor, fracture }), most: 8 },
    ]),
  );
}

const WORST = { reportId: 'r', area: 'right-outer-thigh', worst: 10, last: 8, answer: null };

/** The three taps, the page of signs for each area, and the morning question. */
function questionTexts(): ReadText[] {
  const state = { day: '2026-05-04', area: 'low-back', start: null, now: null };
  const taps = [state, { ...state, start: 3 }, { ...state, start: 3, now: 5 }];
  const screens = (['spine', 'leg', 'other'] as const).flatMap((group) =>
    [ann, ben].flatMap((athlete) =>
      [true, false].map((stopMeanwhile) =>
        screenPanel(REPORT, { lists: screenLists(group, personOf(athlete)), stopMeanwhile }, athlete),
      ),
    ),
  );
  const answered = { ...WORST, answer: { reportId: 'r', trend: 'better' } } as const;
  const mornings = [[], [WORST], [answered], [WORST, answered]].map((each) => morningPanel(each, 'd'));
  return [
    ...taps.flatMap((each) =>
      [true, false].flatMap((flag) => textsOfPanel('stopPanel', stopPanel(each, flag))),
    ),
    ...textsOfPanel('stopAgainPanel', stopAgainPanel()),
    ...screens.flatMap((panel) => textsOfPanel('screenPanel', panel, 6)),
    ...mornings.flatMap((panel) => textsOfPanel('morningPanel', panel)),
    ...textsOfPanel('morningPassedPanel', morningPassedPanel()),
  ];
}

/** What is said about pain. */
export function painTexts(): ReadText[] {
  return onceEach([
    ...lightTexts(),
    ...screenTexts(),
    ...questionTexts(),
    ...textsOfPanel('reviewQuestion', reviewQuestion(REPORT)),
    ...textsOfPanel('reviewedPanel', reviewedPanel()),
    ...textsOfPanel('trendQuestion', trendQuestion(REPORT, 'worse')),
    ...[true, false].flatMap((signOpen) =>
      textsOfPanel('resolvedPanel', resolvedPanel({ report: REPORT, signOpen })),
    ),
  ]);
}
