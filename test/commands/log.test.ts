import { expect, test } from 'vitest';
import log from '../../commands/log.ts';
import { findMembership } from '../../src/athletes/store.ts';
import { openDatabase } from '../../src/db/database.ts';
import type { Panel } from '../../src/discord/panel.ts';
import type { Responder } from '../../src/discord/responder.ts';
import type { Clock } from '../../src/time/clock.ts';
import { appOn } from '../app.ts';
import { useSqliteFiles } from '../db/databases.ts';
import { athleteRow, clubRow, NOON } from '../db/rows.ts';

const newFile = useSqliteFiles();
const clock: Clock = { now: () => NOON };

test('when the lookup used up the time for a form, a button opens it instead', async () => {
  const database = await openDatabase(await newFile(), { clock });
  await database.db.club.create({ data: clubRow('c1') });
  await database.db.athlete.create({ data: athleteRow('a1', 'c1') });
  const membership = await findMembership(database.db, 'c1', 'user-of-a1');
  if (membership === null) throw new Error('the athlete is gone');
  const app = appOn(database, clock);

  // The time runs out as soon as anything is waited for.
  let canShowForm = true;
  queueMicrotask(() => {
    canShowForm = false;
  });
  const answered: (Panel | 'form')[] = [];
  const respond: Responder = {
    answer: async (panel) => void answered.push(panel),
    redraw: async (panel) => void answered.push(panel),
    showForm: async () => void answered.push('form'),
    get canShowForm() {
      return canShowForm;
    },
    beside: () => undefined,
  };
  const caller = { userId: 'user-of-a1', clubId: 'c1', roleIds: [], isAdministrator: false };
  const invocation = { command: 'log', subcommand: null, options: {} };
  await log.execute.run(
    { id: 'i1', caller, respond, invocation, channelId: 'training' },
    { app, now: NOON, ...membership },
  );
  expect(answered).toMatchObject([{ content: 'Now log your session.' }]);
  await database.close();
});
