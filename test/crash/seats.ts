/** The places for the bot's processes: on SQLite one, on PostgreSQL up to two. */

export interface Seat {
  readonly name: string;
  /** The name by which its process calls the sandbox, so that its requests can be told from the other's. */
  readonly host: string;
  /** Whether it answers people: Discord sends every event to each session of a token, so only one may. */
  readonly answers: boolean;
}

export const SEATS = [
  { name: 'first', host: '127.0.0.1', answers: true },
  { name: 'second', host: 'localhost', answers: false },
] as const satisfies readonly Seat[];
