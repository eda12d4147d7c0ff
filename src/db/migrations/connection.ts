import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { HistoryRow } from './history.ts';

/** One connection to a database, for reading its migration history and changing its tables all or nothing. */
export interface MigrationConnection {
  readonly provider: 'sqlite' | 'postgresql';
  /** `_prisma_migrations` as it stands; empty when there is no such table. */
  history(): Promise<readonly HistoryRow[]>;
  /** Begins the transaction and keeps every other migrator out until it ends. */
  begin(): Promise<void>;
  /** What the engine runs on, inside the transaction; disposing of it leaves the connection open. */
  engineAdapter(): SqlDriverAdapter;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  close(): Promise<void>;
}
