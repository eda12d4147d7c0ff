/** Whether everything that people have seen saved is in the database, once, as they typed it. */
import type { Evidence, ReportRow, SessionRow } from './evidence.ts';
import type { Known, Ledger, LogEntry, PainEntry } from './ledger.ts';
import type { Verdict } from './verdict.ts';

/** Checks logs, reports, presses of Done, and who joined. */
export function auditEntries(ledger: Ledger, evidence: Evidence, verdict: Verdict): void {
  const users = new Map(evidence.athletes.map(({ id, userId }) => [id, userId]));
  const pressed = pressedBySession(ledger, evidence);
  for (const entry of ledger.logs) auditLog(entry, evidence, verdict, users, pressed);
  for (const entry of ledger.pains) auditPain(entry, evidence, verdict, users);
  auditDones(ledger, evidence, verdict);
  for (const userId of ledger.joined.keys()) {
    const rows = evidence.athletes.filter((athlete) => athlete.userId === userId);
    verdict.check(rows.length === 1, `somebody who joined is there ${rows.length} times`);
  }
  const typed = new Set([...ledger.logs, ...ledger.pains].map(({ key }) => key));
  const strangers = [...evidence.sessions, ...evidence.reports].filter(
    ({ notes, ...row }) => !typed.has(notes ?? ('work' in row ? (row.work ?? '') : '')),
  );
  verdict.check(strangers.length === 0, `${strangers.length} entries that nobody typed`);
}

/** How many rows there may be of what is known about one entry. */
function auditCount(what: string, known: Known, rows: number, verdict: Verdict): void {
  const kept = known === 'seen' ? `acknowledged ${what}s` : `unacknowledged ${what}s`;
  verdict.count(kept);
  if (rows === 1) verdict.count(`${kept} found`);
  const holds = known === 'seen' ? rows === 1 : rows <= 1;
  verdict.check(holds, `${rows} rows of one ${what} that was ${known}`);
}

/** What became of pressing Done on the reminders that followed each session. */
function pressedBySession(ledger: Ledger, { deliveries }: Evidence): ReadonlyMap<string, Known[]> {
  const sessions = new Map(deliveries.map(({ id, sessionId }) => [id, sessionId]));
  const pressed = new Map<string, Known[]>();
  for (const done of ledger.dones) {
    const sessionId = sessions.get(done.deliveryId);
    if (sessionId) pressed.set(sessionId, [...(pressed.get(sessionId) ?? []), done.pressed]);
  }
  return pressed;
}

function auditLog(
  entry: LogEntry,
  { sessions }: Evidence,
  verdict: Verdict,
  users: ReadonlyMap<string, string>,
  pressed: ReadonlyMap<string, Known[]>,
): void {
  const rows = sessions.filter((row) => (row.notes ?? row.work) === entry.key);
  if (entry.undone === 'seen') {
    verdict.count('acknowledged undos');
    verdict.check(rows.length === 0, `a session that was taken back is there: ${entry.key}`);
    return;
  }
  if (entry.undone === 'tried' && rows.length === 0) return;
  auditCount('log', entry.saved, rows.length, verdict);
  const [row] = rows;
  if (row === undefined) return;
  const stretched = [entry.stretched, ...(pressed.get(row.id) ?? [])];
  const { work, minutes, warmup, core, notes, type } = row;
  const same = sameAs(entry.typed, { work, minutes, warmup, core, notes, type });
  const holds =
    same &&
    users.get(row.athleteId) === entry.userId &&
    entry.dates.has(row.localDate) &&
    mayBe(row.effort, entry.typed.effort, entry.rating, [entry.rated]) &&
    mayBe(row.stretch, entry.typed.stretch, 'yes', stretched);
  verdict.check(holds, `a session is not as it was typed: ${shown(entry, row)}`);
}

/** Whether a value is as typed, or as a later change made it: for certain when that was seen, perhaps when tried. */
function mayBe<T>(value: T, typed: T, changed: T, changes: readonly Known[]): boolean {
  if (changes.includes('seen')) return value === changed;
  return value === typed || (changes.includes('tried') && value === changed);
}

function sameAs(typed: object, row: Readonly<Record<string, unknown>>): boolean {
  const wanted = new Map<string, unknown>(Object.entries(typed));
  return Object.entries(row).every(([name, value]) => wanted.get(name) === value);
}

function auditPain(
  entry: PainEntry,
  { reports }: Evidence,
  verdict: Verdict,
  users: ReadonlyMap<string, string>,
): void {
  const rows = reports.filter(({ notes }) => notes === entry.key);
  auditCount('report', entry.saved, rows.length, verdict);
  const [row] = rows;
  if (row === undefined) return;
  const { now, start, growing, rep, notes, episode } = row;
  const holds =
    sameAs(entry.typed, { now, start, growing, rep, notes, area: episode.area }) &&
    users.get(row.athleteId) === entry.userId &&
    entry.dates.has(row.localDate);
  verdict.check(holds, `a report is not as it was typed: ${shown(entry, row)}`);
  if (entry.saved !== 'seen' || entry.uncertain) return;
  verdict.check(
    row.light === (entry.light ?? 'ask'),
    `a light is not the one that was seen: ${shown(entry, row)}`,
  );
}

function auditDones(ledger: Ledger, evidence: Evidence, verdict: Verdict): void {
  for (const { deliveryId, pressed } of ledger.dones) {
    if (pressed !== 'seen') continue;
    verdict.count('acknowledged presses of Done');
    const delivery = evidence.deliveries.find(({ id }) => id === deliveryId);
    const session = evidence.sessions.find(({ id }) => id === delivery?.sessionId);
    const day = delivery?.occurrenceKey.slice(0, 10);
    const { athleteId } = delivery?.reminder ?? { athleteId: null };
    const marks = evidence.marks.filter(
      (mark) => mark.athleteId === athleteId && mark.habit === 'core' && mark.localDate === day,
    );
    const hadCore = evidence.sessions.some(
      (row) => row.athleteId === athleteId && row.localDate === day && row.core,
    );
    const holds = delivery?.sessionId ? session?.stretch === 'yes' : marks.length === 1 || hadCore;
    verdict.check(holds, `Done was seen, and is not noted: delivery ${deliveryId}`);
  }
}

function shown(entry: LogEntry | PainEntry, row: SessionRow | ReportRow): string {
  return `${JSON.stringify({ ...entry, dates: [...entry.dates] })} is ${JSON.stringify(row)}`;
}
