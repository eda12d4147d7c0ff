/**
 * What somebody typed while something else has to come first: joining, a missing answer, a mistake to mend.
 * Kept in memory only, never on disk: it may be about the health of a person who has not agreed to anything.
 * The message that offers to go on always shows the typed text too, so a restart loses a button, not the words.
 * Only previews of reminders are kept apart, on disk (`src/reminders/draft-store.ts`), so that Save outlives a restart:
 * nobody sees one but members who have agreed and coaches, and its words go when it is saved or after a day.
 */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../time/clock.ts';

/** A command as it was typed. */
export interface Invocation {
  readonly command: string;
  readonly subcommand: string | null;
  readonly options: Readonly<Record<string, string | number | boolean>>;
  /** What an option that holds an id or a choice is called, like "#coaches" or "Own text". */
  readonly labels?: Readonly<Record<string, string>>;
  /** The form that it was typed into; absent: the command line. */
  readonly form?: {
    readonly action: string;
    readonly args: Readonly<Record<string, string>>;
    /** Whether its fields are options of the command. */
    readonly isCommandLine: boolean;
  };
}

export interface Drafts {
  /** Keeps it for 15 minutes and answers its id, a new one unless given. */
  keep(userId: string, invocation: Invocation, id?: string): string;
  /** The draft, while it is kept and belongs to this user. */
  find(id: string, userId: string): Invocation | undefined;
  drop(id: string): void;
}

const KEEP_MINUTES = 15;
const MOST = 5_000;

/** An empty store of drafts; the oldest go first when more than 5,000 wait. */
export function createDrafts(clock: Clock): Drafts {
  const kept = new Map<string, { userId: string; invocation: Invocation; until: number }>();

  const forgetOld = (now: number) => {
    for (const [id, draft] of kept) {
      if (draft.until > now && kept.size < MOST) break;
      kept.delete(id);
    }
  };

  return {
    keep(userId, invocation, id = randomUUID()) {
      const now = clock.now().getTime();
      forgetOld(now);
      kept.set(id, { userId, invocation, until: now + KEEP_MINUTES * 60_000 });
      return id;
    },
    find(id, userId) {
      const draft = kept.get(id);
      if (draft === undefined || draft.userId !== userId || draft.until <= clock.now().getTime())
        return undefined;
      return draft.invocation;
    },
    drop(id) {
      kept.delete(id);
    },
  };
}

/**
 * The command as one would type it again, for showing it back: `/log type:tempo work:10x100`. Of a form that asks for
 * something else than the command's options: what stood in its fields.
 */
export function typedText(invocation: Invocation): string {
  const options = Object.entries(invocation.options).map(
    ([name, value]) => `${name}:${invocation.labels?.[name] ?? value}`,
  );
  const command =
    invocation.form?.isCommandLine === false ? [] : [`/${invocation.command}`, invocation.subcommand];
  return [...command, ...options].filter(Boolean).join(' ');
}
