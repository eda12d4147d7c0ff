// What was not delivered, told so that an administrator knows what to do and learns nothing about an athlete.

/** A delivery that ended without a message that we know of. */
export interface Undelivered {
  readonly id: string;
  readonly kind: string;
  /** Null: the club's own. */
  readonly athleteId: string | null;
  /** skipped | dead | unknown */
  readonly state: string;
  readonly lastCode: string | null;
  readonly dueAt: Date;
  /** An earlier request may have come through. */
  readonly mayBeThere: boolean;
  /** The reminder's channel; null: by direct message. */
  readonly channelId: string | null;
  /** Nothing of the same reminder was due since. */
  readonly isLatest: boolean;
}

/** Why something was not delivered, as far as it makes a difference to what can be done. */
export type Cause =
  | 'no-permission'
  | 'gone'
  | 'bot-left'
  | 'late'
  | 'closed'
  | 'unknown'
  | 'discord'
  | 'ours';

const BY_CODE: Readonly<Record<string, Cause>> = {
  ...{ 'no-permission': 'no-permission', '50001': 'no-permission', '50013': 'no-permission' },
  ...{ '10003': 'gone', '10004': 'gone', '10013': 'gone' },
  ...{ 'bot-left': 'bot-left', late: 'late', missed: 'late', '50007': 'closed', '50278': 'closed' },
  ...{ '40003': 'discord', '20026': 'discord', '429': 'discord' },
  ...{ compose: 'ours', 'unknown-kind': 'ours', 'no-custom-id': 'ours' },
};

/** The cause by the delivery's end and code; a refusal that is not listed is our fault, a lost answer Discord's. */
export function causeOf({ state, lastCode }: Pick<Undelivered, 'state' | 'lastCode'>): Cause {
  if (state === 'unknown') return 'unknown';
  if (lastCode === null) return 'late';
  return BY_CODE[lastCode] ?? (/^4\d\d$|^\d{5,}$/.test(lastCode) ? 'ours' : 'discord');
}

/** What was to be sent: one of the club's own messages, or athletes' reminders, which are all one thing. */
export type Thing =
  | 'summary'
  | 'weekly-summary'
  | 'plan'
  | 'plan-warm-up'
  | 'notice'
  | 'coaches'
  | 'athletes-direct'
  | 'athletes-channel';

const CLUBS_OWN: readonly Thing[] = ['summary', 'weekly-summary', 'plan', 'plan-warm-up', 'notice'];

/** What a message of this kind is called to administrators. */
export function thingOf({
  kind,
  athleteId,
  channelId,
}: Pick<Undelivered, 'kind' | 'athleteId' | 'channelId'>): Thing {
  if (athleteId !== null) return channelId === null ? 'athletes-direct' : 'athletes-channel';
  return CLUBS_OWN.find((thing) => thing === kind) ?? 'coaches';
}

/** Days for which what was not delivered is shown, and the club's own can be sent again. */
export const SHOWN_DAYS = 7;

/** Each summary is about a day or week of its own, so an older one is not replaced by a newer. */
const OWN_STORY: readonly string[] = ['summary', 'weekly-summary'];

/** What is about an hour of its day: nobody wants yesterday's session, or to warm up after training. */
const PASSING: readonly string[] = ['plan', 'plan-warm-up'];

/**
 * Whether it may still be sent: the club's own whatever their grace, but a plan's posts and an athlete's reminder inside
 * their kind's grace, of each reminder the latest only; nothing to closed direct messages. `graceMinutes` is the kind's.
 */
export function maySendAgain(undelivered: Undelivered, now: Date, graceMinutes: number): boolean {
  const { kind, athleteId, dueAt, isLatest } = undelivered;
  if (causeOf(undelivered) === 'closed') return false;
  if (athleteId === null && !PASSING.includes(kind)) return isLatest || OWN_STORY.includes(kind);
  return isLatest && now.getTime() - dueAt.getTime() <= graceMinutes * 60_000;
}

/** Everything of one thing that was not delivered for one cause. */
export interface UndeliveredLine {
  /** Says which line it is, in a select. */
  readonly key: string;
  readonly thing: Thing;
  readonly cause: Cause;
  readonly channelId: string | null;
  readonly count: number;
  /** When the latest was due. */
  readonly lastDueAt: Date;
  /** Whether some may be there already. */
  readonly mayBeThere: boolean;
  /** Those that may still be sent. */
  readonly sendable: readonly string[];
}

/** A line for each thing and cause, the latest first. `graceOf` gives a kind's grace in minutes. */
export function undeliveredLines(
  undelivered: readonly Undelivered[],
  now: Date,
  graceOf: (kind: string) => number,
): UndeliveredLine[] {
  const groups = new Map<string, Undelivered[]>();
  for (const each of undelivered) {
    const key = [thingOf(each), each.channelId ?? '', causeOf(each)].join('/');
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const lines = [...groups].flatMap(([key, [first, ...others]]): UndeliveredLine[] => {
    if (first === undefined) return [];
    const all = [first, ...others];
    const may = all.filter((each) => maySendAgain(each, now, graceOf(each.kind)));
    return [
      {
        ...{ key, thing: thingOf(first), cause: causeOf(first), channelId: first.channelId },
        count: all.length,
        lastDueAt: new Date(Math.max(...all.map(({ dueAt }) => dueAt.getTime()))),
        mayBeThere: all.some(({ mayBeThere }) => mayBeThere),
        sendable: may.map(({ id }) => id),
      },
    ];
  });
  return lines.sort((a, b) => b.lastDueAt.getTime() - a.lastDueAt.getTime() || (a.key < b.key ? -1 : 1));
}
