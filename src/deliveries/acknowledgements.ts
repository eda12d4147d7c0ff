// Messages that Discord has taken and the database does not know of yet: only the note is written again.
import type { Db } from '../db/database.ts';
import type { EngineLog } from './courier-parts.ts';
import { type Acknowledgement, acknowledge } from './lease-store.ts';

export interface Acknowledgements {
  /** Writes it down now, or keeps it for flush when the database refuses. */
  note(sent: Acknowledgement): Promise<void>;
  /** Writes what was kept; rejects as the database does. */
  flush(): Promise<void>;
}

export function createAcknowledgements(db: Db, log: EngineLog): Acknowledgements {
  const kept = new Map<string, Acknowledgement>();

  const nameOf = ({ leaseToken, ids }: Acknowledgement) => `${leaseToken} ${ids}`;

  async function write(sent: Acknowledgement): Promise<void> {
    const mine = await acknowledge(db, sent);
    kept.delete(nameOf(sent));
    if (!mine) log.warn({ deliveries: sent.ids }, 'sent, but another worker holds the delivery now');
  }

  return {
    async note(sent) {
      kept.set(nameOf(sent), sent);
      try {
        await write(sent);
      } catch (error) {
        log.error({ err: error, deliveries: sent.ids }, 'sent, but the database did not take the note; kept');
      }
    },
    async flush() {
      for (const sent of [...kept.values()]) await write(sent);
    },
  };
}
