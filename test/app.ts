/** What verbs are handed, for tests that drive them without Discord. */
import type { App } from '../src/app.ts';
import type { Database } from '../src/db/database.ts';
import { createDrafts } from '../src/discord/drafts.ts';
import { createLog } from '../src/log.ts';
import { type Clock, systemClock } from '../src/time/clock.ts';

/** An app that may post everywhere and gives nothing any grace. */
export function appOn(database: Database, clock: Clock = systemClock): App {
  return {
    ...{ database, clock, drafts: createDrafts(clock), log: createLog('silent') },
    missingPermissions: () => [],
    isPublic: () => false,
    hasChannel: () => true,
    hasRole: () => true,
    graceMinutes: () => 0,
    resume: async () => undefined,
  };
}
