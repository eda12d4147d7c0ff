import type { FaultPoint } from './black-box.ts';

/** Where a bot kills itself. */
export interface Aim {
  readonly point: FaultPoint;
  /** Of reminders of this kind only; null: of any. */
  readonly kind: string | null;
  /** The how manieth time from now. */
  readonly nth: number;
  /** Real milliseconds from there on, in which the bot works on. */
  readonly afterMs: number;
}

/** What the parent tells the bot's process; `at` is the hand-moved clock in milliseconds since 1970. */
export type ToBot =
  | {
      readonly do: 'start';
      readonly token: string;
      readonly apiUrl: string;
      readonly databaseUrl: string;
      readonly at: number;
      /** Whether it answers people; false: it hears of nothing that they do. */
      readonly answers: boolean;
      /** The file of its black box. */
      readonly blackBox: string;
    }
  | { readonly do: 'time'; readonly at: number }
  /** Null: nowhere any more. */
  | { readonly do: 'aim'; readonly aim: Aim | null }
  /** Send what is due now; answered with `woken` and the same id when it is done. */
  | { readonly do: 'wake'; readonly id: number }
  /** Stop as on SIGTERM, and exit. */
  | { readonly do: 'stop' };

/** loaded: the modules are in memory and nothing has begun. ready: commands are answered. */
export type FromBot =
  | { readonly say: 'loaded' }
  | { readonly say: 'ready' }
  | { readonly say: 'woken'; readonly id: number };
