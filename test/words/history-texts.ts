/** What the history says of a pain report and its warning sign, and the board of many athletes. */
import { deleteQuestion, detailPanel } from '../../src/history/detail-messages.ts';
import type { ReportEntry, Sign } from '../../src/history/types.ts';
import { backPanel, undonePanel } from '../../src/history/undo-messages.ts';
import { personOf } from '../../src/pain/screen.ts';
import type { FlagLevel, Light } from '../../src/pain/types.ts';
import { boardPanel } from '../../src/summaries/board-messages.ts';
import { boardOf } from '../../src/summaries/board-rules.ts';
import { summaryPanel } from '../../src/summaries/messages.ts';
import { weekPanel } from '../../src/summaries/week-messages.ts';
import { weekSummary } from '../../src/summaries/week-rules.ts';
import { athlete, DAY, report, reportOf, session, summariseAfter } from '../summaries/made-facts.ts';
import { coreDays, painOn, SUNDAY, sessionOn, weekOf } from '../summaries/made-week.ts';
import { ann, ben, NOW } from './people.ts';
import { onceEach, type ReadText, textsOfPanel } from './plain.ts';

const ID = '0f9b7f6e-1c1b-4d0e-9a51-3b9a4f1f2c3d';
const PLACE = { filter: 'all', at: '' } as const;

function entryWith(light: Light, sign: Sign, signLevel: FlagLevel): ReportEntry {
  return {
    ...{ kind: 'report', id: ID, localDate: '2026-05-04', at: NOW },
    facts: {
      ...{ area: 'low-back', phase: 'during', now: 4, start: 1, trend: null, growing: true },
      ...{ strideChanged: true, kinds: ['ache'], rep: 6, notes: null, light, sign, signLevel },
    },
  };
}

const ENTRIES: readonly ReportEntry[] = [
  ...(['soon', 'urgent', 'emergency'] as const).map((level) => entryWith('urgent', 'open', level)),
  entryWith('urgent', 'reviewed', 'urgent'),
  entryWith('green', 'none', 'none'),
  entryWith('ask', 'none', 'none'),
];

/** Details, deleting, taking back and putting back. */
export function historyTexts(): ReadText[] {
  const people = [ann, ben].map((each) => ({ zone: 'Europe/Berlin', person: personOf(each) }));
  const details = ENTRIES.flatMap((entry) =>
    [true, false].flatMap((signOpen) =>
      people.flatMap((reader) =>
        textsOfPanel('detailPanel', detailPanel({ entry, signOpen }, PLACE, reader)),
      ),
    ),
  );
  const taken = { session: null, signOpen: true, kept: ID };
  const undone = ENTRIES.flatMap((entry) => [
    undonePanel({ outcome: 'held', entry }, '2026-05-04'),
    undonePanel({ outcome: 'taken', entry, ...taken }, '2026-05-05'),
  ]);
  const others = (['lost', 'replaced'] as const).map((outcome) => backPanel({ outcome }));
  return onceEach([
    ...details,
    ...ENTRIES.flatMap((entry) =>
      textsOfPanel('deleteQuestion', deleteQuestion({ entry, signOpen: false }, PLACE)),
    ),
    ...[undonePanel({ outcome: 'nothing' }, '2026-05-04'), ...undone].flatMap((panel) =>
      textsOfPanel('undonePanel', panel),
    ),
    ...others.flatMap((panel) => textsOfPanel('backPanel', panel)),
  ]);
}

/** The coach's board with a line of each sort. */
export function boardTexts(): ReadText[] {
  const flag = { visibility: 'details', localDate: DAY } as const;
  const athletes = [
    athlete('1', { reports: [report], sessions: [session] }),
    athlete('2', { reports: [{ ...report, light: 'amber', newEpisode: true }] }),
    athlete('3', { reports: [{ ...report, visibility: 'light-only' }] }),
    athlete('4'),
  ];
  const board = boardOf(athletes, [{ userId: '1', reports: [], flags: [flag] }], DAY);
  return textsOfPanel('boardPanel', boardPanel({ day: DAY, time: '18:05', board }));
}

/** The daily and the weekly summary with a line of each sort, late and amended, and without news. */
export function summaryTexts(): ReadText[] {
  const told = { day: '2026-03-09', until: new Date('2026-03-10T08:25:00Z') };
  const late = { reportedAt: new Date('2026-03-10T09:00:00Z') };
  const footer = { updated: { at: '07:52' }, wasDueAt: '07:30' };
  const days = [
    summariseAfter(told, athlete('1')),
    summariseAfter(
      told,
      athlete('1', { reports: [report], sessions: [session] }),
      athlete('2', { earlierReports: [reportOf('2026-03-09', 4, { ...late, light: 'amber' })] }),
      athlete('3', { sessions: [{ ...session, warmup: 'none' }], coreMissed: true }),
      athlete('4', { lastLogged: { date: '2026-03-05', visibility: 'details' } }),
      athlete('5', { coreLate: [{ day: '2026-03-09', how: 'logged' }] }),
    ),
  ];
  const weeks = [
    weekSummary([weekOf('1')], SUNDAY),
    weekSummary(
      [
        weekOf('1', { reports: [painOn(-10, 1), painOn(-4, 2), painOn(1, 4, { light: 'red' })] }),
        weekOf('2', { reports: [0, 1, 2].map((place) => painOn(place, 5)) }),
        weekOf('3', { reports: [0, 1, 2].map((place) => painOn(place, 5, { visibility: 'light-only' })) }),
        weekOf('4', { lastLogged: { date: '2026-03-05', visibility: 'details' } }),
        weekOf('5', { sessions: [sessionOn(0)], coreDays: coreDays(false, false, false) }),
      ],
      SUNDAY,
    ),
  ];
  return [
    ...days.flatMap((summary) =>
      textsOfPanel('summaryPanel', summaryPanel({ day: DAY, today: '2026-03-11', summary }, footer)),
    ),
    ...weeks.flatMap((summary) => textsOfPanel('weekPanel', weekPanel({ last: SUNDAY, summary }, footer))),
  ];
}
