import type { Aim } from './bot-messages.ts';

/** One bot's time from its start to its end. */
export interface Life {
  /** From 1 up. */
  readonly number: number;
  /** Settles when the process is gone and all that it had sent has arrived. */
  readonly ended: Promise<void>;
  /** Whether SIGKILL ended it. */
  readonly wasKilled: () => boolean;
  /** The file of its black box. */
  readonly blackBox: string;
  /** SIGKILL. */
  kill(): void;
  /** Has it kill itself at a fault point; null: nowhere any more. */
  aim(aim: Aim | null): void;
}

/** What is told of every life. */
export interface LifeEvents {
  starting(life: Life): void;
  /** It answers commands; `startMs` real milliseconds after it was told to start. */
  ready(life: Life, startMs: number): void;
  /** It is gone; the next one is not started before this has settled. */
  down(life: Life): void | Promise<void>;
  /** Somebody asks the bot for something. */
  asked(): void;
}
