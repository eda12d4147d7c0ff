import { expect, test } from 'vitest';
import { purge } from '../../src/privacy/purge.ts';
import * as store from '../../src/reminders/draft-store.ts';
import { appOn } from '../app.ts';
import { describeOnEmptiedDatabases } from '../db/databases.ts';
import { addAnnTwice, allRows, draftRow, expectGuarded, type Guarded, NOON, OTHER_CLUB } from '../db/rows.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const after = (milliseconds: number): Date => new Date(NOON.getTime() + milliseconds);

const ANNS = { clubId: 'c1', userId: 'ann' };
const BENS = { clubId: 'c1', userId: 'ben' };

const CORE: store.TypedReminder = { subcommand: 'add', options: { what: 'core', when: 'weekdays 18:30' } };
const LATER: store.TypedReminder = { subcommand: 'edit', options: { reminder: 'r1', when: 'in 2 h' } };

const GUARDED: Guarded<Exclude<keyof typeof store, 'keepDraft'>> = {
  findDraft: {
    nothing: null,
    ask: (db, { clubId }) => store.findDraft(db, { clubId, userId: 'ann' }, 'd1', NOON),
  },
  markSaved: {
    nothing: undefined,
    ask: (db, { clubId }) => store.markSaved(db, { clubId, userId: 'ann' }, 'd1', 'r1', NOON),
  },
  deleteOldDrafts: {
    nothing: undefined,
    ask: (db, { clubId }) => store.deleteOldDrafts(db, clubId, after(DAY)),
  },
};

describeOnEmptiedDatabases('drafts of reminders', (open) => {
  test('come back as they were typed, with when; changed, they count from then', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const id = await store.keepDraft(db, ANNS, CORE, NOON);
    expect(await store.findDraft(db, ANNS, id, NOON)).toEqual({ saved: null, typed: CORE, typedAt: NOON });
    expect(await store.keepDraft(db, ANNS, LATER, after(HOUR), id)).toBe(id);
    const changed = { saved: null, typed: LATER, typedAt: after(HOUR) };
    expect(await store.findDraft(db, ANNS, id, after(HOUR + DAY - 1))).toEqual(changed);
    expect(await store.findDraft(db, ANNS, id, after(HOUR + DAY))).toBeNull();
    expect(await db.reminderDraft.count()).toBe(1);
    // An id that is not kept, like that of words that could not be read, is never taken over.
    expect(await store.keepDraft(db, ANNS, CORE, NOON, 'elsewhere')).not.toBe('elsewhere');
  });

  test('saved, they are without a word, and name the reminder for one more day', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const id = await store.keepDraft(db, ANNS, CORE, NOON);
    await store.markSaved(db, ANNS, id, 'r1', after(HOUR));
    expect(await store.findDraft(db, ANNS, id, after(DAY))).toEqual({ saved: 'r1' });
    expect(JSON.stringify(await allRows(db))).not.toContain('weekdays');
    // What is not kept any more leaves no mark.
    await store.markSaved(db, ANNS, 'gone', 'r1', NOON);
    expect(await db.reminderDraft.count()).toBe(1);
  });

  test('are lost where a row cannot be read', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const broken = ['', '{', 'null', '[]', '{"saved":7}', '{"subcommand":"delete","options":{}}'];
    const nested = '{"subcommand":"add","options":{"what":{"a":1}}}';
    for (const [index, typed] of [...broken, nested, '{"subcommand":"add"}'].entries()) {
      const id = `d${index}`;
      await db.reminderDraft.create({ data: draftRow(id, typed) });
      expect(await store.findDraft(db, ANNS, id, NOON), typed).toBeNull();
    }
  });

  test('do not pile up: the newest five of each member stay, also of one moment', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    const old = await store.keepDraft(db, ANNS, CORE, NOON);
    const bens = await store.keepDraft(db, BENS, CORE, NOON);
    const elsewhere = await store.keepDraft(db, { ...ANNS, clubId: 'c2' }, CORE, NOON);
    const kept: string[] = [];
    for (const _ of 'fives') kept.push(await store.keepDraft(db, ANNS, CORE, after(HOUR)));
    const left = async () => (await db.reminderDraft.findMany()).map(({ id }) => id).toSorted();
    expect(await left()).toEqual([bens, elsewhere, ...kept].toSorted());
    expect(await left()).not.toContain(old);
    const newest = await store.keepDraft(db, ANNS, CORE, after(HOUR));
    expect(await left()).toContain(newest);
    expect(await left()).toHaveLength(7);
  });

  test('are neither another club’s nor another member’s to find, to change or to mark', async () => {
    const { db } = await open();
    await addAnnTwice(db);
    await db.reminderDraft.create({ data: draftRow('d1') });
    const before = await allRows(db);
    expect(await store.findDraft(db, BENS, 'd1', NOON)).toBeNull();
    await store.markSaved(db, BENS, 'd1', 'r1', NOON);
    expect(await allRows(db)).toEqual(before);
    await expectGuarded(db, GUARDED, OTHER_CLUB);
    const anns = await db.reminderDraft.create({ data: draftRow('d1') });
    for (const stranger of [BENS, { ...ANNS, clubId: 'c2' }]) {
      expect(await store.keepDraft(db, stranger, LATER, NOON, 'd1')).not.toBe('d1');
    }
    expect(await db.reminderDraft.findUnique({ where: { id: 'd1' } })).toEqual(anns);
  });

  test('go in the night after a day, in every club, and with their club', async () => {
    const database = await open();
    const { db } = database;
    await addAnnTwice(db);
    const keep = (id: string, clubId: string, keptAt: Date) =>
      db.reminderDraft.create({ data: { ...draftRow(id), clubId, keptAt } });
    for (const clubId of ['c1', 'c2']) {
      await keep(`old in ${clubId}`, clubId, after(-DAY));
      await keep(`young in ${clubId}`, clubId, after(1 - DAY));
    }
    const left = async () =>
      (await db.reminderDraft.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id);
    await purge(appOn(database, { now: () => NOON }));
    expect(await left()).toEqual(['young in c1', 'young in c2']);
    await db.club.delete({ where: { id: 'c2' } });
    expect(await left()).toEqual(['young in c1']);
  });
});
