/** What a plan posts is decided when it leaves: an edit after the claim counts. */

import { expect, test } from 'vitest';
import type { App, ClubContext } from '../../src/app.ts';
import { type Club, findClub } from '../../src/clubs/store.ts';
import { openDatabase } from '../../src/db/database.ts';
import { amendSoon } from '../../src/deliveries/amend-store.ts';
import type { DeliveryKind, DueDelivery } from '../../src/deliveries/kind.ts';
import { changeDay, stopPlan } from '../../src/plans/change-plan.ts';
import { planKind, planWarmUpKind } from '../../src/plans/plan-kinds.ts';
import { movePlansWithClub } from '../../src/plans/schedule-plan.ts';
import { showWeek } from '../../src/plans/show-week.ts';
import { startPlan } from '../../src/plans/start-plan.ts';
import { weekPanel } from '../../src/plans/week-messages.ts';
import { appOn } from '../app.ts';
import { useSqliteFiles } from '../db/databases.ts';
import { clubRow, deliveryRow } from '../db/rows.ts';

const newFile = useSqliteFiles();

/** A Tuesday, 06:59:50 and 07:00 in London. */
const BEFORE = new Date('2026-03-03T06:59:50Z');
const SEVEN = new Date('2026-03-03T07:00:00Z');

async function setPlan() {
  const clock = { now: () => BEFORE };
  const database = await openDatabase(await newFile(), { clock });
  const on = {
    ...{ coachRoleId: 'coach', summaryChannelId: 'coaches', reminderChannelId: 'reminders' },
    policyReadAt: BEFORE,
  };
  await database.db.club.create({ data: { ...clubRow('c1'), ...on } });
  const app = appOn(database, clock);
  const club = (await findClub(database.db, 'c1')) as Club;
  const context: ClubContext = { app, club, now: BEFORE };
  const started = await startPlan(context, {
    ...{ squad: 'sprinters', template: 'charlie-francis', channelId: 'track', here: 'track' },
    ...{ calls: true, typed: {}, days: 'ask' },
  });
  const reminders = await database.db.reminder.findMany();
  const due = (kind: string, key = '2026-03-03T07:00'): DueDelivery => ({
    ...{ id: `delivery-${kind}`, clubId: 'c1', athleteId: null, sessionId: null },
    reminderId: reminders.find((reminder) => reminder.kind === kind)?.id ?? '',
    ...{ occurrenceKey: key, dueAt: SEVEN },
  });
  return { app, context, plan: started.plan, due, database };
}

async function said(kind: DeliveryKind, delivery: DueDelivery, now = SEVEN): Promise<string> {
  const composed = await kind.compose(delivery, now);
  return 'cancel' in composed ? `cancelled: ${composed.cancel}` : (composed.send.content ?? '');
}

test('an edit after the claim counts, and a day changed to rest is called off', async () => {
  const { app, context, plan, due, database } = await setPlan();
  const delivery = due('plan');
  expect(await said(planKind(app), delivery)).toContain('tempo.** 2x10x100 @75% r45.');
  const before = await database.db.reminder.findUniqueOrThrow({ where: { id: delivery.reminderId } });
  await changeDay(context, plan.id, 'tue', { work: '10x100' });
  const after = await database.db.reminder.findUniqueOrThrow({ where: { id: delivery.reminderId } });
  expect(after).toEqual({ ...before, version: before.version + 1 });
  expect(await said(planKind(app), delivery)).toContain('tempo.** 10x100.');
  await changeDay(context, plan.id, 'tue', { type: 'rest' });
  expect(await said(planKind(app), delivery)).toBe('cancelled: rest day');
  expect(await said(planWarmUpKind(app), due('plan-warm-up'))).toBe('cancelled: no warm-up today');
  await stopPlan(context, plan.id);
  expect(await said(planKind(app), delivery)).toBe('cancelled: gone');
  await database.close();
});

test('a change after the time of the post says what becomes of it', async () => {
  const { context, plan, due, database } = await setPlan();
  const { db } = database;
  const late = { ...context, now: new Date('2026-03-03T07:40:00Z') };
  const notesOf = async (work: string) => (await changeDay(late, plan.id, 'tue', { work })).notes;
  await db.reminder.updateMany({ data: { nextDueAt: new Date('2026-03-05T07:00:00Z') } });
  expect(await notesOf('2x100')).toEqual(['no-post-today']);
  const { reminderId } = due('plan');
  const sent = { ...deliveryRow('2026-03-03T07:00', SEVEN), state: 'sent', clubId: 'c1', reminderId };
  const amendAt = new Date('2026-03-03T07:55:00Z');
  const { id } = await db.delivery.create({ data: { ...sent, sentAt: SEVEN, amendAt } });
  const amended = async () => (await db.delivery.findUniqueOrThrow({ where: { id } })).amendAt;
  expect(await amendSoon(db, 'c2', reminderId, late.now)).toBe(false);
  expect(await amended()).toEqual(amendAt);
  expect(await notesOf('3x100')).toEqual(['post-changes']);
  expect(await amended()).toEqual(late.now);
  await db.delivery.update({ where: { id }, data: { amendAt: null } });
  expect(await notesOf('4x100')).toEqual(['post-stays']);
  expect((await changeDay(late, plan.id, 'wed', { work: '4x100' })).notes).toEqual([]);
  await database.close();
});

test('a squad whose role was deleted keeps its posts, which call nobody, and its coach is told', async () => {
  const { app, context, due, database } = await setPlan();
  const gone = { ...app, hasRole: () => false };
  for (const [kind, name] of [
    [planKind, 'plan'],
    [planWarmUpKind, 'plan-warm-up'],
  ] as const) {
    const composed = await kind(gone).compose(due(name), SEVEN);
    expect(composed).toMatchObject({ send: { allowed_mentions: { parse: [] } } });
    expect(await said(kind(gone), due(name))).toMatch(/^\*\*T/);
    expect(await said(kind(app), due(name))).toMatch(/^<@&sprinters> \*\*T/);
  }
  const carl = { roleIds: [], isCoach: true, athlete: null };
  const week = (on: App) => showWeek({ ...context, app: on }, carl, null, async () => 'none');
  expect(weekPanel(await week(gone)).content).toContain(
    '**The squad’s role is gone:** the posts call nobody.',
  );
  const whole = await week(app);
  expect(weekPanel(whole).content).not.toContain('is gone');
  const orphans = ['track', 'hall', 'track'].flatMap((channelId) =>
    whole.plan === null ? [] : [{ ...whole.plan, channelId }],
  );
  expect(weekPanel({ ...whole, orphans }).content).toContain(
    '**3 plans are for a role that is gone:** posted in <#track>, <#hall>, and calling nobody.',
  );
  await database.close();
});

test('one post a day, none of another club’s, none in quiet hours', async () => {
  const { app, context, due, database } = await setPlan();
  const delivery = due('plan');
  expect(await said(planKind(app), { ...delivery, clubId: 'c2' })).toBe('cancelled: gone');
  const night = new Date('2026-03-03T22:00:00Z');
  expect(await said(planKind(app), delivery, night)).toBe('cancelled: quiet hours');
  expect(await said(planWarmUpKind(app), due('plan-warm-up'), night)).toBe('cancelled: quiet hours');
  const { reminderId } = delivery;
  await database.db.delivery.create({
    data: { ...deliveryRow('2026-03-03T07:00', SEVEN), state: 'sent', clubId: 'c1', reminderId },
  });
  const moved = { ...delivery, occurrenceKey: '2026-03-03T10:00' };
  expect(await said(planKind(app), moved)).toBe('cancelled: posted already');
  expect(await said(planKind(app), { ...moved, occurrenceKey: '2026-03-04T10:00' })).toContain('Wed 4 Mar');
  const later = { ...context, now: new Date('2026-03-03T08:00:00Z') };
  const times = { ...{ squad: 'sprinters', template: null, channelId: null, here: 'track' }, calls: null };
  const saved = await startPlan(later, { ...times, typed: { time: '10:00' }, days: 'ask' });
  expect(saved).toMatchObject({ next: new Date('2026-03-04T10:00:00Z') });
  await database.close();
});

test('a post that is due and not yet taken up stays due when the plan changes', async () => {
  const { context, plan, due, database } = await setPlan();
  await changeDay({ ...context, now: new Date('2026-03-03T07:00:01Z') }, plan.id, 'wed', { work: '5x30' });
  const { reminderId } = due('plan');
  const { nextDueAt } = await database.db.reminder.findUniqueOrThrow({ where: { id: reminderId } });
  expect(nextDueAt).toEqual(SEVEN);
  await database.close();
});

test('both reminders move with the club’s zone, and nobody is nudged in its quiet hours', async () => {
  const { context, database } = await setPlan();
  const reminders = async () =>
    (await database.db.reminder.findMany({ orderBy: { kind: 'asc' } })).map(
      ({ kind, days, time, zone, nextDueAt }) => [kind, days, time, zone, nextDueAt?.toISOString()],
    );
  const low = 'mon,tue,wed,thu,fri,sat';
  expect(await reminders()).toEqual([
    ['plan', low, '07:00', 'Europe/London', '2026-03-03T07:00:00.000Z'],
    ['plan-warm-up', low, '17:15', 'Europe/London', '2026-03-03T17:15:00.000Z'],
  ]);
  const tokyo = { ...context.club, zone: 'Asia/Tokyo', quietFrom: '17:00' };
  await database.transaction((tx) => movePlansWithClub(tx, tokyo, BEFORE));
  expect(await reminders()).toEqual([['plan', low, '07:00', 'Asia/Tokyo', '2026-03-03T22:00:00.000Z']]);
  await database.close();
});
