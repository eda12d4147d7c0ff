/** A second look at the bot's SQLite file, read only, which its write-ahead log allows beside the running bot. */
import Sqlite from 'better-sqlite3';

/** Rows of one club by kind. */
export interface Kept {
  readonly athletes: number;
  readonly sessions: number;
  readonly reports: number;
  readonly screens: number;
  readonly marks: number;
  readonly reminders: number;
  readonly waiting: number;
}

const KINDS: Readonly<Record<keyof Kept, string>> = {
  athletes: 'FROM Athlete WHERE clubId = ?',
  sessions: 'FROM Session WHERE clubId = ?',
  reports: 'FROM PainReport WHERE clubId = ?',
  screens: 'FROM Screen WHERE clubId = ?',
  marks: 'FROM HabitMark WHERE clubId = ?',
  reminders: 'FROM Reminder WHERE clubId = ? AND athleteId IS NOT NULL',
  waiting: "FROM Delivery WHERE clubId = ? AND state = 'pending'",
};

export interface Archive {
  count(clubId: string): Kept;
}

/** Opens the file for one question at a time. */
export function openArchive(file: string): Archive {
  return {
    count(clubId) {
      const connection = new Sqlite(file, { readonly: true, fileMustExist: true });
      try {
        const rows = (tail: string) =>
          Number(connection.prepare(`SELECT COUNT(*) ${tail}`).pluck().get(clubId));
        const counted = Object.entries(KINDS).map(([kind, tail]) => [kind, rows(tail)] as const);
        return Object.fromEntries(counted) as Record<keyof Kept, number>;
      } finally {
        connection.close();
      }
    },
  };
}
