/** What administrators read of messages that did not arrive. */
import { noticeText } from '../../src/reminders/notice-messages.ts';
import type { ShownLine } from '../../src/reminders/undelivered.ts';
import { THING_LABELS, undeliveredPanel } from '../../src/reminders/undelivered-messages.ts';
import type { Cause, Thing } from '../../src/reminders/undelivered-rules.ts';
import { NOW } from './people.ts';
import { onceEach, type ReadText, textsOfPanel } from './plain.ts';

const CAUSES: readonly Cause[] = [
  ...(['no-permission', 'gone', 'bot-left', 'late', 'closed', 'unknown', 'discord', 'ours'] as const),
];
const THINGS = Object.keys(THING_LABELS) as Thing[];
const MISSING = ['View Channel', 'Send Messages', 'Embed Links', 'Read Message History'];

function lineOf(thing: Thing, cause: Cause, missing: readonly string[]): ShownLine {
  const channelId = thing === 'athletes-direct' ? null : '300000000000000001';
  return {
    ...{ key: `${thing}/${cause}`, thing, cause, channelId, place: '300000000000000001', missing },
    ...{ count: 3, lastDueAt: NOW, mayBeThere: cause === 'unknown', sendable: ['d1', 'd2'] },
  };
}

/** The panel of `/setup`, and the notices. */
export function troubleTexts(): ReadText[] {
  const panel = (line: ShownLine, asked: number | null = null) =>
    textsOfPanel('undeliveredPanel', undeliveredPanel({ zone: 'Europe/Berlin', lines: [line] }, asked));
  const lines = THINGS.flatMap((thing) =>
    CAUSES.flatMap((cause) => [lineOf(thing, cause, []), lineOf(thing, cause, MISSING)]),
  );
  const notices = THINGS.flatMap((thing) => [
    noticeText(thing, '300000000000000001', 'gone', MISSING),
    noticeText(thing, '300000000000000001', 'no-permission', MISSING),
    noticeText(thing, '300000000000000001', 'no-permission', []),
  ]);
  return onceEach([
    ...lines.flatMap((line) => panel(line)),
    ...[0, 1, 2].flatMap((asked) => panel(lineOf('summary', 'late', []), asked)),
    ...textsOfPanel('undeliveredPanel', undeliveredPanel({ zone: 'Europe/Berlin', lines: [] }, 1)),
    ...notices.flatMap((content) => textsOfPanel('noticeText', { content })),
  ]);
}
