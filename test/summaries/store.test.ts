import { expect, test } from 'vitest';
import type { Db } from '../../src/db/database.ts';
import { loadClubDay } from '../../src/summaries/store.ts';
import { findPosted, listLastSent } from '../../src/summaries/told-store.ts';
import { loadClubWeek } from '../../src/summaries/week-store.ts';
import { addDays } from '../../src/time/local.ts';
import { describeOnBothDatabases } from '../db/databases.ts';
import {
  ANN,
  ANN_ELSEWHERE,
  addAnnTwice,
  athleteRow,
  BEN,
  clubRow,
  deliveryRow,
  episodeRow,
  NOON,
  type Owner,
  reminderRow,
  reportRow,
  sessionRow,
} from '../db/rows.ts';

/** A Tuesday. */
const DAY = '2026-03-10';
const daysOff = (days: number): string => addDays(DAY, days);
const noonOf = (localDate: string): Date => new Date(`${localDate}T12:00:00Z`);

interface SessionDetails {
  readonly type?: string;
  readonly visibility?: string;
  readonly core?: boolean;
  readonly metres?: number;
  readonly minutes?: number;
  readonly effort?: number;
}

async function addSession(db: Db, owner: Owner, localDate: string, more: SessionDetails = {}): Promise<void> {
  const id = `session ${await db.session.count()}`;
  await db.session.create({
    data: { ...sessionRow(id, owner.athleteId, owner.clubId), localDate, ...more },
  });
}

/** A report of that noon, in an episode of low back pain that opened on the day before unless said otherwise. */
async function addReport(
  db: Db,
  { athleteId, clubId }: Owner,
  localDate: string,
  more: { readonly light?: string; readonly visibility?: string; readonly opened?: string } = {},
): Promise<void> {
  const { opened = addDays(localDate, -1), ...details } = more;
  const id = `report ${await db.painReport.count()}`;
  await db.painEpisode.create({
    data: { ...episodeRow(id, athleteId, clubId), openedAt: noonOf(opened) },
  });
  await db.painReport.create({
    data: {
      ...{ ...reportRow(id, id, athleteId, clubId), reportedAt: noonOf(localDate), localDate, ...details },
    },
  });
}

/** Everybody shares details now, so that an entry shows what it was made under. */
async function shareDetails(db: Db): Promise<void> {
  await db.athlete.updateMany({ data: { sharing: 'details' } });
}

async function addCoreDays(db: Db, { clubId, athleteId }: Owner, days: string): Promise<void> {
  const row = reminderRow(`core of ${athleteId} on ${days}`, clubId);
  await db.reminder.create({ data: { ...row, athleteId, kind: 'core', days, time: '18:00' } });
}

/** The client with every call of a model counted. */
function counting(db: Db): { readonly db: Db; readonly calls: () => number } {
  let calls = 0;
  const counted = <T extends object>(model: T): T =>
    new Proxy(model, {
      get(target, name) {
        calls += 1;
        return Reflect.get(target, name);
      },
    });
  const proxy = new Proxy(db, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'object' && member !== null ? counted(member) : member;
    },
  });
  return { db: proxy, calls: () => calls };
}

describeOnBothDatabases('what a summary looks at', (open) => {
  test('is the sessions of the day, its reports and later ones, and earlier days as far as they count', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    await shareDetails(db);
    await addSession(db, ANN, DAY, { metres: 2000, minutes: 45, effort: 6, core: true });
    await addSession(db, ANN, daysOff(1), { metres: 9000 });
    await addSession(db, ANN, daysOff(-1), { metres: 1000, visibility: 'only-me' });
    await addSession(db, ANN, daysOff(-30), { metres: 3000, visibility: 'details' });
    await addSession(db, ANN, daysOff(-37), { metres: 4000, visibility: 'details' });
    await addSession(db, ANN, daysOff(-38), { metres: 6000 });
    await addSession(db, ANN, daysOff(-2), { type: 'hills', metres: 5000 });
    await addSession(db, ANN, daysOff(-3));
    await addReport(db, ANN, daysOff(1), { light: 'green' });
    await addReport(db, ANN, DAY, { light: 'red', opened: DAY });
    await addReport(db, ANN, daysOff(-14));
    await addReport(db, ANN, daysOff(-15));
    const [ann, ben, ...more] = await loadClubDay(db, 'c1', DAY, true);
    const entry = { visibility: 'light-only', changedAt: null };
    const report = { ...entry, area: 'low-back', now: 4, start: 1, rep: null };
    const at = (localDate: string) => ({ localDate, reportedAt: noonOf(localDate) });
    expect(ann).toEqual({
      ...{ userId: 'ann', sharing: 'details', coreMissed: false },
      ...{ coreLate: [], coreMarkedAt: [] },
      sessions: [
        {
          ...{ ...entry, localDate: DAY, loggedAt: NOON, type: 'tempo', warmup: null, core: true },
          ...{ stretch: null, load: 270, metres: 2000 },
        },
      ],
      earlierSessions: [
        expect.objectContaining({ localDate: daysOff(-3), metres: null }),
        expect.objectContaining({ localDate: daysOff(-2), type: 'hills', metres: 5000 }),
        expect.objectContaining({ localDate: daysOff(-1), visibility: 'only-me', metres: 1000 }),
      ],
      reports: [
        { ...report, ...at(DAY), light: 'red', newEpisode: true },
        { ...report, ...at(daysOff(1)), light: 'green', newEpisode: false },
      ],
      earlierReports: [{ ...report, ...at(daysOff(-14)), light: 'amber', newEpisode: false }],
      earlierTempo: [
        { visibility: 'details', localDate: daysOff(-37), metres: 4000 },
        { visibility: 'details', localDate: daysOff(-30), metres: 3000 },
        { visibility: 'only-me', localDate: daysOff(-1), metres: 1000 },
      ],
      lastLogged: { date: daysOff(1), visibility: 'light-only' },
    });
    expect(ben).toMatchObject({ userId: 'ben', sessions: [], reports: [], lastLogged: null });
    expect(more).toEqual([]);
  });

  test('is nothing of another club, although the same person is in both', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    await db.habitMark.create({
      data: { ...ANN_ELSEWHERE, habit: 'core', localDate: DAY, markedAt: NOON, interactionId: 'press' },
    });
    for (const day of [daysOff(-1), DAY]) {
      await addSession(db, ANN_ELSEWHERE, day, { metres: 2000, core: true });
      await addReport(db, ANN_ELSEWHERE, day, { light: 'red' });
    }
    await addCoreDays(db, ANN_ELSEWHERE, 'tue');
    const nothing = {
      ...{ sharing: 'light-only', sessions: [], earlierSessions: [], reports: [] },
      ...{ earlierReports: [], earlierTempo: [], lastLogged: null, coreMissed: false },
      ...{ coreLate: [], coreMarkedAt: [] },
    };
    const both = [
      { userId: 'ann', ...nothing },
      { userId: 'ben', ...nothing },
    ];
    expect(await loadClubDay(db, 'c1', DAY, true)).toEqual(both);
    // What was done elsewhere neither makes up for core work here nor calls it off.
    await addCoreDays(db, ANN, 'tue');
    expect((await loadClubDay(db, 'c1', DAY, true)).map(({ coreMissed }) => coreMissed)).toEqual([
      true,
      false,
    ]);
    expect(await loadClubDay(db, 'c2', DAY, true)).toHaveLength(1);
    expect(await loadClubDay(db, 'no club', DAY, true)).toEqual([]);
  });

  test('counts core work as missed on its day alone, once that is over, unless done, marked or a red day', async () => {
    const { db } = await open();
    await db.club.create({ data: clubRow('c1') });
    const add = async (userId: string, days: string | null): Promise<Owner> => {
      await db.athlete.create({ data: { ...athleteRow(userId, 'c1'), userId } });
      const owner = { clubId: 'c1', athleteId: userId };
      if (days !== null) await addCoreDays(db, owner, days);
      return owner;
    };
    const mark = async (owner: Owner, habit: string, localDate: string) =>
      await db.habitMark.create({
        data: { ...owner, habit, localDate, markedAt: NOON, interactionId: owner.athleteId },
      });
    await add('missed: nothing logged', 'mon,tue');
    await addSession(db, await add('missed: session without core', 'tue'), DAY, { core: false });
    await addSession(db, await add('missed: core the day before', 'tue'), daysOff(-1), { core: true });
    await addSession(db, await add('missed: core the day after', 'tue'), daysOff(1), { core: true });
    await mark(await add('missed: another habit marked', 'tue'), 'stretch', DAY);
    await mark(await add('missed: another day marked', 'tue'), 'core', daysOff(-1));
    await addReport(db, await add('missed: amber', 'tue'), DAY, { light: 'amber' });
    await addReport(db, await add('missed: unfinished', 'tue'), DAY, { light: 'ask' });
    await addReport(db, await add('missed: red the day before', 'tue'), daysOff(-1), { light: 'red' });
    await addReport(db, await add('missed: red the day after', 'tue'), daysOff(1), { light: 'red' });
    await addCoreDays(db, await add('missed: second reminder', 'mon'), 'tue');
    await add('no reminder', null);
    await add('other days', 'mon,wed,sun');
    await addSession(db, await add('session with core', 'tue'), DAY, { core: true });
    await addSession(db, await add('core session', 'tue'), DAY, { type: 'core' });
    await mark(await add('marked', 'tue'), 'core', DAY);
    for (const light of ['red', 'red-see-clinician', 'urgent', 'emergency'])
      await addReport(db, await add(light, 'tue'), DAY, { light });
    const { athleteId } = await add('other reminders', null);
    const others = { ...reminderRow('stretch', 'c1'), athleteId, kind: 'stretch', days: 'tue' };
    await db.reminder.create({ data: others });
    await db.reminder.create({ data: { ...reminderRow('club', 'c1'), kind: 'core', days: 'tue' } });

    const facts = await loadClubDay(db, 'c1', DAY, true);
    expect(facts).toHaveLength(21);
    const wrong = facts.filter(({ userId, coreMissed }) => coreMissed !== userId.startsWith('missed'));
    expect(wrong.map(({ userId }) => userId)).toEqual([]);
    const unfinished = await loadClubDay(db, 'c1', DAY, false);
    expect(unfinished.filter(({ coreMissed }) => coreMissed)).toEqual([]);
  });

  test('takes back what it told of an earlier day’s core work, of this club’s athlete alone', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    await shareDetails(db);
    for (const owner of [ANN, ANN_ELSEWHERE]) {
      await addCoreDays(db, owner, 'mon');
      await addSession(db, owner, daysOff(-1), { visibility: 'details' });
    }
    const until = noonOf(DAY);
    const late = async (clubId: string) =>
      (await loadClubDay(db, clubId, DAY, true, [{ day: daysOff(-1), until }])).map(
        ({ coreLate, coreMarkedAt }) => ({ coreLate, coreMarkedAt }),
      );
    const nothing = { coreLate: [], coreMarkedAt: [] };
    expect(await late('c1')).toEqual([nothing, nothing]);
    const markedAt = new Date(until.getTime() + 1);
    const mark = { habit: 'core', localDate: daysOff(-1), markedAt };
    await db.habitMark.create({ data: { ...ANN_ELSEWHERE, ...mark, interactionId: 'there' } });
    expect(await late('c1')).toEqual([nothing, nothing]);
    await db.habitMark.create({ data: { ...ANN, ...mark, interactionId: 'here' } });
    expect(await late('c1')).toEqual([
      { coreLate: [{ day: daysOff(-1), how: 'logged' }], coreMarkedAt: [markedAt] },
      nothing,
    ]);
    const [ann] = await loadClubWeek(db, 'c1', DAY, true);
    expect(ann?.coreMarkedAt).toEqual([markedAt]);
  });

  test('has each athlete’s latest entry of any kind and what it was shared as, however old', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    await shareDetails(db);
    const last = async () => (await loadClubDay(db, 'c1', DAY, true)).map(({ lastLogged }) => lastLogged);
    expect(await last()).toEqual([null, null]);
    await addSession(db, ANN, daysOff(-200), { visibility: 'details' });
    await addReport(db, BEN, daysOff(-100), { visibility: 'only-me' });
    expect(await last()).toEqual([
      { date: daysOff(-200), visibility: 'details' },
      { date: daysOff(-100), visibility: 'only-me' },
    ]);
    await addReport(db, ANN, daysOff(-150), { visibility: 'light-only' });
    await addReport(db, ANN, daysOff(-160), { visibility: 'only-me' });
    await addSession(db, BEN, DAY, { visibility: 'details' });
    await addSession(db, BEN, daysOff(-1), { visibility: 'light-only' });
    expect(await last()).toEqual([
      { date: daysOff(-150), visibility: 'light-only' },
      { date: DAY, visibility: 'details' },
    ]);
  });

  test('shows no entry to more people than when it was made, nor than the athlete shares with now', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    for (const visibility of ['only-me', 'light-only', 'details']) {
      for (const day of [DAY, daysOff(-1)]) {
        await addSession(db, ANN, day, { visibility, metres: 1000 });
        await addReport(db, ANN, day, { visibility });
      }
    }
    await addSession(db, ANN, daysOff(1), { visibility: 'light-only' });
    const shown = async (sharing: string) => {
      await db.athlete.update({ where: { id: 'a1' }, data: { sharing } });
      const [ann] = await loadClubDay(db, 'c1', DAY, true);
      const { sessions = [], reports = [], earlierReports = [], earlierTempo = [] } = ann ?? {};
      const entries = [sessions, reports, earlierReports, earlierTempo];
      return {
        entries: entries.map((each) => each.map(({ visibility }) => visibility).sort()),
        last: ann?.lastLogged?.visibility,
      };
    };
    const four = (visibilities: readonly string[]) => [1, 2, 3, 4].map(() => visibilities);
    const made = ['details', 'light-only', 'only-me'];
    expect(await shown('details')).toEqual({ entries: four(made), last: 'light-only' });
    const light = ['light-only', 'light-only', 'only-me'];
    expect(await shown('light-only')).toEqual({ entries: four(light), last: 'light-only' });
    const nothing = ['only-me', 'only-me', 'only-me'];
    expect(await shown('only-me')).toEqual({ entries: four(nothing), last: 'only-me' });
  });

  test('is read in as many queries for 30 athletes as for one', async () => {
    const { db } = await open();
    await db.club.create({ data: clubRow('c1') });
    const load = async () => {
      const counted = counting(db);
      const facts = await loadClubDay(counted.db, 'c1', DAY, true);
      const week = await loadClubWeek(counted.db, 'c1', DAY, true);
      expect(week.map(({ reports }) => reports.length)).toEqual(facts.map(() => 1));
      expect(await loadClubWeek(db, 'c2', DAY, true)).toEqual([]);
      return { athletes: facts.length, queries: counted.calls() };
    };
    const addAthletes = async (first: number, last: number) => {
      for (let number = first; number <= last; number += 1) {
        const owner = { clubId: 'c1', athleteId: `a${number}` };
        await db.athlete.create({ data: athleteRow(owner.athleteId, 'c1') });
        await addSession(db, owner, DAY);
        await addReport(db, owner, DAY);
        await addCoreDays(db, owner, 'tue');
      }
    };
    await addAthletes(1, 1);
    const one = await load();
    expect(one).toEqual({ athletes: 1, queries: expect.any(Number) });
    expect(one.queries).toBeGreaterThan(0);
    await addAthletes(2, 30);
    expect(await load()).toEqual({ athletes: 30, queries: one.queries });
  });

  test('what was told last is the club’s own, of its kind, and what came', async () => {
    const { db } = await open();
    for (const clubId of ['c1', 'c2']) {
      await db.club.create({ data: clubRow(clubId) });
      await db.reminder.create({ data: reminderRow(`of ${clubId}`, clubId) });
      await db.reminder.create({
        data: { ...reminderRow(`week of ${clubId}`, clubId), kind: 'weekly-summary' },
      });
    }
    const add = async (clubId: string, reminderId: string, day: string, sentAt: Date | null) => {
      const row = { ...deliveryRow(day, noonOf(day)), id: `${reminderId} ${day}`, clubId, reminderId };
      await db.delivery.create({ data: { ...row, sentAt, state: sentAt === null ? 'skipped' : 'sent' } });
    };
    await add('c1', 'of c1', daysOff(-3), noonOf(daysOff(-3)));
    await add('c1', 'of c1', daysOff(-2), null);
    await add('c1', 'of c1', DAY, noonOf(DAY));
    await add('c1', 'week of c1', daysOff(-1), noonOf(daysOff(-1)));
    await add('c2', 'of c2', daysOff(-1), noonOf(daysOff(-1)));
    const at = noonOf(daysOff(-3));
    const last = async (before: Date, limit = 7) => await listLastSent(db, 'c1', 'summary', before, limit);
    expect(await last(noonOf(DAY))).toEqual([{ dueAt: at, comparedAt: at }]);
    const after = noonOf(daysOff(1));
    expect((await last(after)).map(({ dueAt }) => dueAt)).toEqual([noonOf(DAY), at]);
    expect((await last(after, 1)).map(({ dueAt }) => dueAt)).toEqual([noonOf(DAY)]);
    const seen = { digest: 'of what it said', firstSendAt: noonOf(daysOff(-1)) };
    await db.delivery.updateMany({ where: { clubId: 'c1' }, data: { ...seen, comparedAt: NOON } });
    expect(await last(noonOf(DAY))).toEqual([{ dueAt: at, comparedAt: NOON }]);
    expect(await last(at)).toEqual([]);
    expect(await findPosted(db, 'c1', `of c1 ${DAY}`)).toEqual({
      ...{ sentAt: noonOf(DAY), firstSendAt: noonOf(daysOff(-1)), digest: 'of what it said' },
    });
    expect(await findPosted(db, 'c1', `of c1 ${daysOff(-2)}`)).toBeNull();
    expect(await findPosted(db, 'c2', `of c1 ${DAY}`)).toBeNull();
  });
});
