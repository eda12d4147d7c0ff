/** A bot's process as far as its database goes: opens it, writes a club, says so, and holds on until killed. */
import { openDatabase } from '../../src/db/database.ts';
import { systemClock } from '../../src/time/clock.ts';
import { clubRow } from './rows.ts';

const database = await openDatabase(process.argv[2] ?? '', { clock: systemClock });
await database.db.club.create({ data: clubRow('held') });
process.stdin.resume();
console.log('holding');
