/** What the parent tells the bot's process; `at` is the hand-moved clock in milliseconds since 1970. */
export type ToBot =
  | {
      readonly do: 'start';
      readonly token: string;
      readonly apiUrl: string;
      readonly databaseUrl: string;
      readonly at: number;
    }
  | { readonly do: 'time'; readonly at: number }
  /** Send what is due now; answered with `woken` and the same id when it is done. */
  | { readonly do: 'wake'; readonly id: number }
  /** Stop as on SIGTERM, and exit. */
  | { readonly do: 'stop' };

/** loaded: the modules are in memory and nothing has begun. ready: commands are answered. */
export type FromBot =
  | { readonly say: 'loaded' }
  | { readonly say: 'ready' }
  | { readonly say: 'woken'; readonly id: number };
