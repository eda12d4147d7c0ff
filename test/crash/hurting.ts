import type { Answer } from '../../sandbox/sandbox.ts';
import { localDate } from '../../src/time/local.ts';
import type { PainEntry } from './ledger.ts';
import { noteOdd, once, type Person, untilAnswered, ZONE } from './people.ts';

const TRIES = 4;

/** The screen has at most four steps. */
const MOST_STEPS = 6;

const NONE_OF_THESE = 'None of these';

/** Titles of the light as they stand on the screen; the longer ones of a colour come first. */
const TITLES: readonly (readonly [text: string, light: string])[] = [
  ['RED: stop, and see a doctor', 'red-see-clinician'],
  ['RED: stop running', 'red'],
  ['AMBER:', 'amber'],
  ['AMBER now', 'amber'],
  ['GREEN:', 'green'],
  ['GREEN now', 'green'],
];

function newEntry({ random, actor, ledger }: Person): PainEntry {
  const start = random.whole(0, 2);
  const notes = `hurt ${ledger.nextKey()}`;
  const entry: PainEntry = {
    userId: actor.userId,
    key: notes,
    typed: {
      area: random.pick(['low-back', 'low-back', 'left-hamstring', 'right-calf']),
      start,
      now: start + random.whole(0, 4),
      growing: random.chance(0.5),
      rep: random.chance(0.5) ? random.whole(1, 20) : null,
      notes,
    },
    dates: new Set(),
    saved: 'none',
    light: null,
    uncertain: false,
    lightAt: null,
  };
  ledger.pains.push(entry);
  return entry;
}

/** `/pain`, and "None of these" to every question that it asks; every try is a report of its own. */
export async function reportPain(person: Person): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const entry = newEntry(person);
    const { area, start, now, growing, rep, notes } = entry.typed;
    const line = `/pain area:${area} start:${start} now:${now} growing:${growing}${rep === null ? '' : ` rep:${rep}`} notes:${notes}`;
    const answer = await once(person, () => {
      entry.dates.add(localDate(person.clock.now(), ZONE));
      entry.saved = 'tried';
      return person.actor.run(line);
    });
    if (answer === null) continue;
    if (lightOn(answer) === null && !answer.text.includes(NONE_OF_THESE)) noteOdd(person, line, answer);
    else entry.saved = 'seen';
    return await answerScreen(person, entry, answer);
  }
}

async function answerScreen(person: Person, entry: PainEntry, first: Answer): Promise<void> {
  let shown = first;
  for (let step = 0; step < MOST_STEPS && shown.text.includes(NONE_OF_THESE); step += 1) {
    const next = await untilAnswered(person, () => {
      // Until it is answered, the press may have counted or not.
      entry.uncertain = true;
      return person.actor.press(first, NONE_OF_THESE);
    });
    if (next === null) return;
    entry.uncertain = false;
    if (lightOn(next) === null && !next.text.includes(NONE_OF_THESE)) noteOdd(person, 'a question', next);
    shown = next;
  }
  entry.light = lightOn(shown);
  if (entry.light !== null) entry.lightAt = person.clock.now();
}

function lightOn({ text }: Answer): string | null {
  return TITLES.find(([title]) => text.includes(title))?.[1] ?? null;
}
