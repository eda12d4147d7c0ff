/** `/me` in its words: full, empty, and beside an open warning sign. */
import { bestPanel, progressPanel } from '../../src/progress/messages.ts';
import { TODAY } from '../progress/diary.ts';
import { madeUpDiary, progressOf } from '../progress/made-up.ts';
import { onceEach, type ReadText, textsOfPanel } from './plain.ts';

const DRAWN = [{ name: 'pain.png', data: new Uint8Array(), alt: '' }];

/** What `/me` and `/me best:` say; the words of the pictures are their alternative text. */
export function progressTexts(): ReadText[] {
  const streaks = { warmup: 6, stretch: 3, core: 4 };
  const flagged = { ...madeUpDiary(84, 'some'), flags: [{ from: TODAY, to: null }] };
  const best = { metres: 100, seconds: 12, before: 12.4 };
  return onceEach([
    ...textsOfPanel('progressPanel', progressPanel(progressOf(madeUpDiary(84, 'some'), { streaks }), DRAWN)),
    ...textsOfPanel('progressPanel', progressPanel(progressOf(flagged, { streaks }), DRAWN)),
    ...textsOfPanel('progressPanel', progressPanel(progressOf(madeUpDiary(0, 'none')), [])),
    ...[true, false].flatMap((advised) => textsOfPanel('bestPanel', bestPanel(best, advised))),
  ]);
}
