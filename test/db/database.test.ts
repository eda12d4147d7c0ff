import { expect, test } from 'vitest';
import { OuterClientError } from '../../src/db/errors.ts';
import { describeOnBothDatabases } from './databases.ts';
import { addTwoClubs, athleteRow, clubRow, deliveryRow, NOON, reminderRow, sessionRow } from './rows.ts';

describeOnBothDatabases('a transaction', (open) => {
  test('keeps all of its rows', async () => {
    const { db, transaction } = await open();
    const id = await transaction(async (tx) => {
      await tx.club.create({ data: clubRow('c1') });
      return (await tx.athlete.create({ data: athleteRow('a1', 'c1') })).id;
    });
    expect(id).toBe('a1');
    expect(await db.athlete.count()).toBe(1);
  });

  test('that fails leaves nothing', async () => {
    const { db, transaction } = await open();
    const failing = transaction(async (tx) => {
      await tx.club.create({ data: clubRow('c1') });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await db.club.count()).toBe(0);
  });

  test('that breaks a rule of the database leaves nothing', async () => {
    const { db, transaction } = await open();
    const failing = transaction(async (tx) => {
      await tx.club.create({ data: clubRow('c1') });
      await tx.club.create({ data: clubRow('c1') });
    });
    await expect(failing).rejects.toMatchObject({ code: 'P2002' });
    expect(await db.club.count()).toBe(0);
  });

  test('refuses the outer client, for reads, writes and another transaction', async () => {
    const { db, transaction } = await open();
    const uses: (() => Promise<unknown>)[] = [
      () => db.club.findMany(),
      () => db.club.findUnique({ where: { id: 'c1' } }),
      () => db.club.create({ data: clubRow('c1') }),
      () => db.$queryRaw`SELECT 1`,
      () => transaction(async () => undefined),
    ];
    for (const use of uses) await expect(transaction(use)).rejects.toThrow(OuterClientError);
    expect(await db.club.count()).toBe(0);
  });

  test('does not take a read of somebody else for its own that comes in the same tick', async () => {
    const { db, transaction } = await open();
    await db.club.create({ data: clubRow('c1') });
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const find = { where: { id: 'c1' } };
    const inside = transaction(async (tx) => {
      begin();
      await Promise.resolve();
      return await tx.club.findUnique(find);
    });
    // Two ticks of promises later, as inside, so that both reads meet.
    const beside = begun.then(() => Promise.resolve()).then(() => db.club.findUnique(find));
    expect((await Promise.all([inside, beside])).map((club) => club?.id)).toEqual(['c1', 'c1']);
  });

  test('lets work that it started use the outer client once it is over', async () => {
    const { db, transaction } = await open();
    let over = () => {};
    const ended = new Promise<void>((resolve) => {
      over = resolve;
    });
    let later: Promise<number> | undefined;
    await transaction(async () => {
      later = ended.then(() => db.club.count());
    });
    over();
    expect(await later).toBe(0);
  });

  test('runs beside many others and all of them are there', async () => {
    const { db, transaction } = await open();
    await addTwoClubs(db);
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        transaction(async (tx) => {
          const { id } = await tx.session.create({ data: sessionRow(`s${i}`, 'a1', 'c1') });
          await tx.session.update({ where: { id }, data: { minutes: i + 1 } });
        }),
      ),
    );
    expect(await db.session.count({ where: { minutes: { gte: 1 } } })).toBe(40);
  });

  test('does not see, nor lose, a plain write beside it', async () => {
    const { db, transaction } = await open();
    let opened = () => {};
    let fail = () => {};
    const isOpen = new Promise<void>((resolve) => {
      opened = resolve;
    });
    const mayFail = new Promise<void>((resolve) => {
      fail = resolve;
    });
    const failing = transaction(async (tx) => {
      await tx.club.create({ data: clubRow('inside') });
      opened();
      await mayFail;
      throw new Error('rolled back');
    });
    await isOpen;
    const beside = db.club.create({ data: clubRow('beside') }).then(({ id }) => id);
    fail();
    await expect(failing).rejects.toThrow('rolled back');
    expect(await beside).toBe('beside');
    expect((await db.club.findMany()).map(({ id }) => id)).toEqual(['beside']);
  });
});

describeOnBothDatabases('nested writes', (open) => {
  test('are all there or not at all', async () => {
    const { db } = await open();
    await addTwoClubs(db);
    const twice = { create: [deliveryRow('k'), deliveryRow('k')] };
    const failing = db.reminder.create({ data: { ...reminderRow('r1', 'c1'), deliveries: twice } });
    await expect(failing).rejects.toMatchObject({ code: 'P2002' });
    expect(await db.reminder.count()).toBe(0);

    const both = { create: [deliveryRow('k1'), deliveryRow('k2')] };
    await db.reminder.create({ data: { ...reminderRow('r1', 'c1'), deliveries: both } });
    expect(await db.delivery.count()).toBe(2);
  });
});

describeOnBothDatabases('instants', (open) => {
  const early = new Date('2026-10-25T00:59:59.999Z');
  const late = new Date('2026-10-25T01:00:00.000Z');

  test('come back to the millisecond', async () => {
    const { db } = await open();
    for (const at of [early, late, new Date(0), new Date('1969-12-31T23:59:59.001Z')]) {
      const club = await db.club.create({ data: { ...clubRow(at.toISOString()), policyReadAt: at } });
      expect(club.policyReadAt).toEqual(at);
      const read = await db.club.findUniqueOrThrow({ where: { id: club.id } });
      expect(read.policyReadAt).toEqual(at);
    }
  });

  test('compare right in conditions and in order', async () => {
    const { db } = await open();
    await db.club.create({ data: { ...clubRow('late'), policyReadAt: late } });
    await db.club.create({ data: { ...clubRow('early'), policyReadAt: early } });
    const idsWhere = async (policyReadAt: { lt?: Date; lte?: Date; gte?: Date }) =>
      (await db.club.findMany({ where: { policyReadAt }, orderBy: { policyReadAt: 'asc' } })).map(
        ({ id }) => id,
      );
    expect(await idsWhere({ lt: late })).toEqual(['early']);
    expect(await idsWhere({ lte: late })).toEqual(['early', 'late']);
    expect(await idsWhere({ gte: late })).toEqual(['late']);
    expect(await idsWhere({ lt: early })).toEqual([]);
  });

  test('compare right in raw SQL', async () => {
    const { db } = await open();
    await db.club.create({ data: { ...clubRow('early'), policyReadAt: early } });
    const before = (at: Date) =>
      db.$queryRaw<{ id: string }[]>`SELECT id FROM "Club" WHERE "policyReadAt" < ${at}`;
    expect(await before(late)).toEqual([{ id: 'early' }]);
    expect(await before(early)).toEqual([]);
  });
});

describeOnBothDatabases('clubs', (open) => {
  test('cannot have a child of another club', async () => {
    const { db } = await open();
    await addTwoClubs(db);
    const foreign = db.session.create({ data: sessionRow('s1', 'a2', 'c1') });
    await expect(foreign).rejects.toMatchObject({ code: 'P2003' });
    const created = await db.session.create({ data: sessionRow('s2', 'a1', 'c1') });
    const moved = db.session.update({ where: { id: created.id }, data: { clubId: 'c2' } });
    await expect(moved).rejects.toMatchObject({ code: 'P2003' });
  });

  test('take all that is theirs with them, and nothing else', async () => {
    const { db } = await open();
    await addTwoClubs(db);
    for (const number of ['1', '2']) {
      await db.session.create({ data: sessionRow(`s${number}`, `a${number}`, `c${number}`) });
      await db.reminder.create({
        data: {
          ...reminderRow(`r${number}`, `c${number}`),
          deliveries: { create: deliveryRow('k') },
        },
      });
    }
    await db.club.delete({ where: { id: 'c1' } });
    expect(await db.athlete.findMany({ select: { id: true } })).toEqual([{ id: 'a2' }]);
    expect(await db.session.findMany({ select: { id: true } })).toEqual([{ id: 's2' }]);
    expect(await db.delivery.findMany({ select: { reminderId: true } })).toEqual([{ reminderId: 'r2' }]);
  });
});

describeOnBothDatabases('a claim of due deliveries', (open) => {
  // With `limit` in place of the ids, PostgreSQL hands one row to several claimers.
  test('by ids and a condition gives each of them to one claimer', async () => {
    const { db } = await open();
    await addTwoClubs(db);
    const due = Array.from({ length: 20 }, (_, i) => deliveryRow(`k${i}`));
    await db.reminder.create({ data: { ...reminderRow('r1', 'c1'), deliveries: { create: due } } });
    const free = { state: 'pending', leaseToken: null, availableAt: { lte: NOON } };
    const claim = async (leaseToken: string) => {
      const found = await db.delivery.findMany({
        where: free,
        orderBy: { dueAt: 'asc' },
        take: 5,
        select: { id: true },
      });
      return db.delivery.updateManyAndReturn({
        where: { ...free, id: { in: found.map(({ id }) => id) } },
        data: { leaseToken, attempt: { increment: 1 } },
        select: { occurrenceKey: true, attempt: true },
      });
    };
    const claimed = (await Promise.all(['l1', 'l2', 'l3', 'l4', 'l5', 'l6'].map(claim))).flat();
    expect(claimed.length).toBeGreaterThan(0);
    expect(claimed.every(({ attempt }) => attempt === 1)).toBe(true);
    expect(new Set(claimed.map((row) => row.occurrenceKey)).size).toBe(claimed.length);
    expect(await db.delivery.count({ where: { leaseToken: { not: null } } })).toBe(claimed.length);
  });
});
