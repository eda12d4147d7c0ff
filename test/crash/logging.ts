import type { Answer } from '../../sandbox/sandbox.ts';
import { localDate } from '../../src/time/local.ts';
import type { LogEntry } from './ledger.ts';
import { answerJoinForm, noteOdd, once, type Person, untilAnswered, ZONE } from './people.ts';

/** How often somebody types the same command, or sends the same form, before leaving it. */
const TRIES = 4;

const WORKS = ['2x10x100 @17.5 r45', '10x100', '4x60, 3x120 R3min', '800m jog', null] as const;

function newEntry(person: Person, how: LogEntry['how']): LogEntry {
  const { random, actor, ledger } = person;
  const key = ledger.nextKey();
  // A form has no notes: its work is like no other's.
  const work = how === 'form' ? `${2 + (key % 17)}x${100 + key}` : random.pick(WORKS);
  const entry: LogEntry = {
    userId: actor.userId,
    key: how === 'form' ? (work ?? '') : `note ${key}`,
    how,
    typed: {
      type: random.pick(['tempo', 'tempo', 'speed', 'hills', 'weights', 'regen']),
      work,
      minutes: random.chance(0.7) ? random.whole(10, 120) : null,
      effort: random.chance(0.5) ? random.whole(1, 10) : null,
      warmup: random.pick(['none', 'none', 'short', 'full', null]),
      core: how === 'form' ? null : random.pick([true, false, false, false, null, null]),
      stretch: how === 'form' ? null : random.pick([null, null, null, null, 'later', 'no', 'yes']),
      notes: how === 'form' ? null : `note ${key}`,
    },
    dates: new Set(),
    saved: 'none',
    undone: 'none',
    stretched: 'none',
    rated: 'none',
    rating: random.whole(1, 10),
  };
  ledger.logs.push(entry);
  return entry;
}

function lineOf({ typed }: LogEntry): string {
  const { core, ...rest } = typed;
  const options = { ...rest, core: core === null ? null : core ? 'yes' : 'no' };
  const given = Object.entries(options).flatMap(([name, value]) =>
    value === null ? [] : [`${name}:${value}`],
  );
  return `/log ${given.join(' ')}`;
}

/** Notes a try before its answer is known, and that it was seen after. */
async function send(person: Person, entry: LogEntry, act: () => Promise<Answer>): Promise<Answer | null> {
  const answer = await once(person, () => {
    entry.dates.add(localDate(person.clock.now(), ZONE));
    entry.saved = 'tried';
    return act();
  });
  if (answer?.kind === 'message' && answer.text.includes('Saved:')) entry.saved = 'seen';
  return answer;
}

/** `/log` with options: every try is an entry of its own, as nobody knows what became of the one before. */
export async function logByCommand(person: Person): Promise<{ entry: LogEntry; answer: Answer } | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const entry = newEntry(person, 'command');
    const answer = await send(person, entry, () => person.actor.run(lineOf(entry)));
    if (answer === null) continue;
    if (answer.kind === 'modal') return await joinOnTheWay(person, entry, answer);
    if (entry.saved === 'seen') return { entry, answer };
    noteOdd(person, lineOf(entry), answer);
    return null;
  }
  return null;
}

/** Somebody who has not joined is led through joining, and on to what was typed. */
async function joinOnTheWay(
  person: Person,
  entry: LogEntry,
  form: Answer,
): Promise<{ entry: LogEntry; answer: Answer } | null> {
  if (!(await answerJoinForm(person, form))) return null;
  const isMine = (text: string) => text.includes('Saved:') && text.includes(`> ${entry.key}\n`);
  const message = await once(person, () =>
    person.actor.next('training', (record) => isMine(person.actor.read(record))),
  );
  if (message !== null) entry.saved = 'seen';
  return null;
}

/** `/log` alone: a form, that is sent again as it is when nothing comes back. However often, it is one session. */
export async function logByForm(person: Person): Promise<{ entry: LogEntry; answer: Answer } | null> {
  const form = await untilAnswered(person, () => person.actor.run('/log'));
  if (form?.kind !== 'modal') {
    if (form) noteOdd(person, '/log', form);
    return null;
  }
  const entry = newEntry(person, 'form');
  const { typed } = entry;
  const fields = {
    Session: typed.type,
    ...(typed.work === null ? {} : { Work: typed.work }),
    ...(typed.minutes === null ? {} : { Minutes: `${typed.minutes}` }),
    ...(typed.effort === null ? {} : { 'How hard was it?': `${typed.effort}` }),
    ...(typed.warmup === null ? {} : { 'Warm-up': typed.warmup }),
  };
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer = await send(person, entry, () => person.actor.submit(form, fields));
    if (answer === null) continue;
    if (entry.saved === 'seen') return { entry, answer };
    noteOdd(person, 'the form of /log', answer);
    return null;
  }
  return null;
}

/** What can be added to a session with one tap on its answer. */
export async function touchUp(
  person: Person,
  { entry, answer }: { entry: LogEntry; answer: Answer },
): Promise<void> {
  const { actor, random } = person;
  if (entry.typed.effort === null && random.chance(0.4)) {
    entry.rated = 'tried';
    const rated = await untilAnswered(person, () =>
      actor.choose(answer, 'How hard was it?', `${entry.rating}`),
    );
    if (rated?.text.includes('Saved:')) entry.rated = 'seen';
    else if (rated) noteOdd(person, 'effort', rated);
  }
  if (entry.typed.stretch !== 'yes' && random.chance(0.12)) {
    entry.stretched = 'tried';
    const stretched = await untilAnswered(person, () => actor.press(answer, 'Stretched'));
    if (stretched?.text.includes('Stretched ✓')) entry.stretched = 'seen';
    else if (stretched) noteOdd(person, 'Stretched', stretched);
  }
  if (random.chance(0.08)) await undo(person, entry, answer);
}

async function undo(person: Person, entry: LogEntry, answer: Answer): Promise<void> {
  for (let tries = 0; tries < TRIES && entry.undone !== 'seen'; tries += 1) {
    const wasTried = entry.undone === 'tried';
    entry.undone = 'tried';
    const undone = await once(person, () => person.actor.press(answer, 'Undo'));
    if (undone === null) continue;
    // The try before may have done it unseen: then the entry is gone, which is what was wanted.
    const isGone = undone.text.includes('Taken back') || (wasTried && undone.text.includes('entry is gone'));
    if (isGone) entry.undone = 'seen';
    else return noteOdd(person, 'Undo', undone);
  }
}
