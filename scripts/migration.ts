/** `npm run migration -- NAME` writes a migration for both providers from what changed in prisma/schema.prisma. */
import path from 'node:path';
import { migrationsFolder } from '../src/db/migrations/folder.ts';
import { systemClock } from '../src/time/clock.ts';
import { startPostgres } from './postgres-server.ts';
import { readSchema } from './schema-diff.ts';
import { complaintAbout, writeMigration } from './write-migration.ts';

async function main(name: string | undefined): Promise<number> {
  const complaint = complaintAbout(name);
  if (complaint !== null || name === undefined) {
    console.error(complaint);
    return 1;
  }
  const server = await startPostgres();
  try {
    const migrations = path.dirname(migrationsFolder('sqlite'));
    const schema = await readSchema();
    const written = await writeMigration({
      name,
      schema,
      migrations,
      now: systemClock.now(),
      makeEmptyDatabase: server.makeEmptyDatabase,
    });
    for (const file of written) console.log(`Wrote ${path.relative(process.cwd(), file)}`);
    if (written.length === 0) console.log('Nothing changed in prisma/schema.prisma: no migration written.');
    else console.log('Read the SQL, then run `npm run generate` and the tests.');
    return 0;
  } finally {
    await server.stop();
  }
}

process.exitCode = await main(process.argv[2]);
