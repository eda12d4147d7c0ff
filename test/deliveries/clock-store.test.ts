import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { reviveFuture } from '../../src/deliveries/clock-store.ts';
import { describeOnEmptiedDatabases } from '../db/databases.ts';
import { after, HOUR, MONDAY_18, makeClub, makeReminder, scheduleAfter } from './club.ts';

describeOnEmptiedDatabases('after a clock that was ahead', (open) => {
  test('only weekly occurrences are revived, only future ones, and none that may have been sent or is paused', async () => {
    const database = await open();
    const { db } = database;
    const { clubId, athleteId } = await makeClub(database);
    const reminderId = await makeReminder(database, clubId, { athleteId });
    const paused = await makeReminder(database, clubId, { athleteId, nextDueAt: null });
    await db.reminder.update({ where: { id: paused }, data: { pausedUntil: '2026-04-01' } });
    const skip = (occurrenceKey: string, dueAt: Date, more: object = {}) =>
      db.delivery.create({
        data: {
          ...{ id: randomUUID(), clubId, reminderId, occurrenceKey, dueAt, availableAt: dueAt },
          ...{ state: 'skipped', lastCode: 'late', ...more },
        },
      });
    const soon = after(MONDAY_18, HOUR);
    await skip('past', MONDAY_18);
    await skip('future', soon);
    await skip('tried', soon, { firstSendAt: MONDAY_18, channelId: '3' });
    await skip('cancelled', soon, { state: 'cancelled' });
    await skip('paused', soon, { reminderId: paused });
    await scheduleAfter(db, { clubId, reminderId, sessionId: 's', dueAt: soon });
    await db.delivery.updateMany({
      where: { sessionId: 's' },
      data: { state: 'skipped', lastCode: 'newer' },
    });
    expect(await reviveFuture(db, MONDAY_18)).toBe(1);
    const pending = await db.delivery.findMany({ where: { state: 'pending' } });
    expect(pending).toMatchObject([{ occurrenceKey: 'future', lastCode: null }]);
  });
});
