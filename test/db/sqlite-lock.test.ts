import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/database.ts';
import { DatabaseLockedError } from '../../src/db/errors.ts';
import { systemClock } from '../../src/time/clock.ts';
import { useTemporaryFolder } from './databases.ts';

const HOLDER = fileURLToPath(new URL('hold-database.ts', import.meta.url));
const clock = systemClock;

describe('one bot per SQLite file', () => {
  const folder = useTemporaryFolder();
  const urlOf = (name: string) => `file:${path.join(folder, name)}`;

  test('a second process is refused; one killed with SIGKILL leaves its rows and no lock', async () => {
    const url = urlOf('killed.db');
    const holder = spawn(process.execPath, ['--import', 'tsx', HOLDER, url], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');

    const refused = await openDatabase(url, { clock }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DatabaseLockedError);
    expect(String(refused)).toContain('Another bot is already using');
    expect(String(refused)).toContain('killed.db');

    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const database = await openDatabase(url, { clock });
    expect(await database.db.club.findMany({ select: { id: true } })).toEqual([{ id: 'held' }]);
    await database.close();
  });

  test('a second database in one process is refused too, until the first is closed', async () => {
    const first = await openDatabase(urlOf('twice.db'), { clock });
    await expect(openDatabase(urlOf('twice.db'), { clock })).rejects.toThrow(DatabaseLockedError);
    await first.close();
    await (await openDatabase(urlOf('twice.db'), { clock })).close();
  });

  test('another name of the same file is no way round', async () => {
    mkdirSync(path.join(folder, 'real'));
    symlinkSync(path.join(folder, 'real'), path.join(folder, 'link'));
    const first = await openDatabase(urlOf('real/bot.db'), { clock });
    await expect(openDatabase(urlOf('link/bot.db'), { clock })).rejects.toThrow(DatabaseLockedError);
    symlinkSync(path.join(folder, 'real/bot.db'), path.join(folder, 'other.db'));
    await expect(openDatabase(urlOf('other.db'), { clock })).rejects.toThrow(DatabaseLockedError);
    await first.close();
  });

  test('a missing folder is made', async () => {
    await (await openDatabase(urlOf('a/new/folder/bot.db'), { clock })).close();
  });
});
