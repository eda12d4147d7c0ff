/** What people can do wrong, as typed facts; `fault-messages.ts` is the one place that puts them into words. */
export type Fault =
  | { readonly code: 'server-only' }
  | { readonly code: 'club-not-set-up' }
  | { readonly code: 'administrators-only' }
  | { readonly code: 'coaches-only' }
  | { readonly code: 'coaches-remind' }
  | { readonly code: 'stale' }
  | { readonly code: 'draft-lost' }
  | { readonly code: 'not-yours' }
  | { readonly code: 'under-13' }
  | { readonly code: 'not-agreed' }
  | { readonly code: 'missing'; readonly field: string; readonly example: string }
  | {
      readonly code: 'out-of-range';
      readonly field: string;
      readonly typed: string;
      readonly min: number;
      readonly max: number;
      readonly unit: string;
    }
  | { readonly code: 'too-long'; readonly field: string; readonly length: number; readonly max: number }
  | {
      readonly code: 'unknown-choice';
      readonly field: string;
      readonly typed: string;
      readonly choices: readonly string[];
    }
  | { readonly code: 'date-unreadable' | 'date-in-future' | 'date-too-old'; readonly typed: string }
  | { readonly code: 'date-ambiguous'; readonly typed: string; readonly dates: readonly string[] }
  | {
      readonly code: 'coming-day';
      readonly field: string;
      readonly typed: string;
      readonly why: 'unreadable' | 'past' | 'too-far' | 'ambiguous';
      /** The readings of an ambiguous day. */
      readonly dates: readonly string[];
    }
  | { readonly code: 'zone-unknown'; readonly typed: string; readonly suggestions: readonly string[] }
  | { readonly code: 'area-unknown'; readonly typed: string; readonly suggestions: readonly string[] }
  | {
      readonly code: 'work-unreadable';
      readonly typed: string;
      readonly at: number;
      readonly example: string;
    }
  | { readonly code: 'nothing-to-repeat' }
  | { readonly code: 'time-unreadable'; readonly field: string; readonly typed: string }
  | { readonly code: 'days-unreadable'; readonly field: string; readonly typed: string }
  | {
      readonly code: 'line-unreadable';
      readonly field: string;
      readonly typed: string;
      readonly example: string;
    }
  | {
      readonly code: 'best-implausible';
      readonly field: string;
      readonly typed: string;
      readonly why: 'too-fast' | 'too-slow' | 'distance';
    }
  | {
      readonly code: 'time-in-quiet-hours';
      readonly field: string;
      readonly typed: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly code: 'option-does-not-fit';
      readonly field: string;
      readonly why:
        | 'only-stretching-follows'
        | 'stretching-follows'
        | 'mornings-only'
        | 'own-text-only'
        | 'too-personal'
        | 'roles-in-channels';
    }
  | { readonly code: 'too-many-plans'; readonly most: number }
  | { readonly code: 'no-plan' }
  | { readonly code: 'nothing-planned'; readonly field: 'work' }
  | {
      readonly code: 'when-unreadable';
      readonly field: string;
      readonly typed: string;
      readonly why: 'unreadable' | 'no-time' | 'past' | 'too-far' | 'ambiguous';
    }
  | { readonly code: 'too-many-reminders'; readonly most: number; readonly isClubs: boolean }
  | { readonly code: 'channel-public'; readonly field: string; readonly channelId: string }
  | { readonly code: 'role-is-everyone'; readonly field: string }
  | {
      readonly code: 'channel-closed';
      readonly field: string;
      readonly channelId: string;
      readonly missing: readonly string[];
    };

/** Thrown by verbs for a fault of the person's; the error boundary answers it, and what was typed comes back. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.code);
    this.fault = fault;
  }
}
