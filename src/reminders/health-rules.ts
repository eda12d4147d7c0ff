// Whether reminders arrive, told from what became of each delivery.
import type { Fate } from './health-store.ts';
import { NOTHING_TO_ASK } from './rules.ts';

/** What is known of an athlete's direct messages. */
export type DirectHealth =
  /** Discord refused one then; its code, null for a refusal before codes were kept. */
  | { readonly is: 'closed'; readonly since: Date; readonly code: string | null }
  | { readonly is: 'arrived'; readonly at: Date }
  | { readonly is: 'untried' };

/** The last message that came, and the last that did not. */
export interface LastFates {
  readonly sent: Fate | null;
  readonly missed: Fate | null;
}

const MISSED = ['cancelled', 'skipped', 'dead', 'unknown'];

/** Of one reminder's deliveries, the latest first: the last that came, and the last that did not but should have. */
export function lastFates(fates: readonly Fate[]): LastFates {
  return {
    sent: latest(fates.filter(({ state }) => state === 'sent')),
    missed:
      fates.find(({ state, lastCode }) => MISSED.includes(state) && lastCode !== NOTHING_TO_ASK) ?? null,
  };
}

function latest(sent: readonly Fate[]): Fate | null {
  const byTime = [...sent].sort((a, b) => (b.sentAt?.getTime() ?? 0) - (a.sentAt?.getTime() ?? 0));
  return byTime[0] ?? null;
}

/** Whether direct messages arrive, by Discord's last refusal and by what came in the direct channel. */
export function directHealth(
  direct: {
    readonly channelId: string | null;
    readonly closedAt: Date | null;
    readonly closedCode: string | null;
  },
  fates: readonly Fate[],
): DirectHealth {
  const { channelId, closedAt, closedCode } = direct;
  if (closedAt !== null) return { is: 'closed', since: closedAt, code: closedCode };
  const arrived = latest(
    fates.filter((fate) => fate.state === 'sent' && channelId !== null && fate.channelId === channelId),
  );
  return arrived?.sentAt ? { is: 'arrived', at: arrived.sentAt } : { is: 'untried' };
}
