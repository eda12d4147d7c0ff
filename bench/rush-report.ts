/** The table of a rush beside discord.js alone, and whether the aims are met. */
import type { outcome } from './crowd.ts';
import type { Rush } from './rush.ts';

/** What Discord takes of one bot in a second. */
const PER_SECOND = 50;
/** Of that limit, milliseconds, times the memory at half, and seconds from the minute to the last summary. */
const AIMS = { share: 0.95, p99: 500, growth: 1.1, withinSeconds: 60 };

export type Delivered = Awaited<ReturnType<typeof outcome>>;

/** One rush of the bot and what its database says afterwards. */
export interface Scene {
  readonly rush: Rush;
  readonly delivered: Delivered;
  readonly expected: number;
  /** Lines of the log from a warning up. */
  readonly warnings: number;
}

/** When each message was due, in the order of arrival: as the first of those who share it. */
function messagesDue(delivered: Delivered): number[] {
  const due = new Map<string, number>();
  for (const { id, messageId, dueAt } of delivered) {
    const name = messageId ?? id;
    due.set(name, Math.min(due.get(name) ?? Number.POSITIVE_INFINITY, dueAt.getTime()));
  }
  return [...due.values()];
}

/** How many messages arrived after one that was due later, and by how many seconds at most. */
function disorder(delivered: Delivered): { readonly count: number; readonly seconds: number } {
  let latest = 0;
  let count = 0;
  let worst = 0;
  for (const dueAt of messagesDue(delivered)) {
    if (dueAt < latest) count += 1;
    worst = Math.max(worst, latest - dueAt);
    latest = Math.max(latest, dueAt);
  }
  return { count, seconds: worst / 1000 };
}

/** Prints the figures of every scene with their ratios to the bare library's. */
export function printTable(bare: Rush, scenes: Readonly<Record<string, Scene>>): void {
  const rushes = [bare, ...Object.values(scenes).map(({ rush }) => rush)];
  const row = (name: string, unit: string, cells: readonly string[], ratios: readonly string[]) => {
    const padded = (texts: readonly string[], width: number) =>
      texts.map((text) => text.padStart(width)).join('');
    console.log(`${name.padEnd(22)}${padded(cells, 11)}  ${unit.padEnd(4)}${padded(ratios, 8)}`);
  };
  const figure = (name: string, key: keyof Rush, unit: string, digits = 0) => {
    const ratios = bare[key] === 0 ? [] : rushes.slice(1).map((rush) => (rush[key] / bare[key]).toFixed(2));
    row(
      name,
      unit,
      rushes.map((rush) => rush[key].toFixed(digits)),
      ratios,
    );
  };
  console.log();
  row('', '', ['bare', ...Object.keys(scenes)], ['ratios']);
  figure('messages', 'messages', '');
  figure('from the minute', 'seconds', 's', 1);
  figure('throughput', 'perSecond', '/s', 1);
  figure('answers 429', 'rateLimited', '');
  figure('commands meanwhile', 'commands', '');
  figure('command p50', 'p50', 'ms', 1);
  figure('command p99', 'p99', 'ms', 1);
  figure('command worst', 'worst', 'ms', 1);
  figure('processor', 'busy', '%');
  figure('memory at start', 'rssStart', 'MB');
  figure('memory at half', 'rssHalf', 'MB');
  figure('memory at the end', 'rssEnd', 'MB');
}

/**
 * Prints which aims a scene meets. The share of the limit is for reminders alone: of the few seconds that summaries
 * take, the wait for the engine's next look, up to one second, is too large a part.
 */
export function judge(name: string, { rush, delivered, expected, warnings }: Scene): void {
  const line = (ok: boolean, text: string) => console.log(`${ok ? 'met   ' : 'missed'} ${text}`);
  const sent = delivered.filter(({ state }) => state === 'sent').length;
  const ids = new Set(delivered.map(({ messageId }) => messageId)).size;
  console.log(`\nAims, ${name}`);
  line(
    sent === delivered.length && [ids, rush.messages].every((count) => count === expected),
    `each sent once: ${delivered.length} due, ${sent} sent in ${expected}, ${rush.messages} messages, ${warnings} warnings in the log`,
  );
  const share = rush.perSecond / PER_SECOND;
  if (name === 'summaries')
    line(
      rush.seconds <= AIMS.withinSeconds,
      `all within ${rush.seconds.toFixed(1)} s, aim ${AIMS.withinSeconds} s`,
    );
  else
    line(share >= AIMS.share, `${(share * 100).toFixed(1)} % of ${PER_SECOND}/s, aim ${AIMS.share * 100} %`);
  line(rush.rateLimited === 0, `${rush.rateLimited} answers 429, aim none`);
  const { count, seconds } = disorder(delivered);
  line(count === 0, `${count} after one that was due later (at most ${seconds} s), aim none`);
  line(rush.p99 <= AIMS.p99, `commands answered: p99 ${rush.p99.toFixed(0)} ms, aim ${AIMS.p99} ms`);
  const growth = rush.rssEnd / rush.rssHalf;
  line(growth <= AIMS.growth, `memory: end ${growth.toFixed(2)} times half, aim ${AIMS.growth}`);
}
