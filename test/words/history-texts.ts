/** What the history says of a pain report and its warning sign, and the board of many athletes. */
import { deleteQuestion, detailPanel } from '../../src/history/detail-messages.ts';
import type { ReportEntry, Sign } from '../../src/history/types.ts';
import { backPanel, undonePanel } from '../../src/history/undo-messages.ts';
import { personOf } from '../../src/pain/screen.ts';
import type { FlagLevel, Light } from '../../src/pain/types.ts';
import { boardPanel } from '../../src/summaries/board-messages.ts';
import { boardOf } from '../../src/summaries/board-rules.ts';
import { athlete, DAY, report, session } from '../summaries/made-facts.ts';
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
