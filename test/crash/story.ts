/** The story, day after day: training, pain, reminders, and next morning the summary. */
import type { SandboxClock } from '../../sandbox/sandbox.ts';
import { addDays, instantOf, localDate } from '../../src/time/local.ts';
import type { Crew } from './crew.ts';
import { reportPain } from './hurting.ts';
import type { Journal } from './journal.ts';
import { logByCommand, logByForm, touchUp } from './logging.ts';
import { joinClub, type Person, setUpClub, ZONE } from './people.ts';
import type { Random } from './random.ts';
import { answerReminders } from './reminded.ts';
import type { Sightings } from './sightings.ts';

export interface Cast {
  readonly administrator: Person;
  readonly athletes: readonly Person[];
}

export interface Story {
  /** Switches the club on and lets everybody join. */
  begin(): Promise<void>;
  /** From one morning, before the summary, to the next. */
  day(): Promise<void>;
  /** Nobody does anything for a day, until all that was due must have come. */
  calmDown(): Promise<void>;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export function createStory(parts: {
  readonly cast: Cast;
  readonly clock: SandboxClock;
  readonly crew: Pick<Crew, 'wake'>;
  readonly journal: Journal;
  readonly sightings: Sightings;
  readonly random: Random;
}): Story {
  const { cast, clock, crew, journal, sightings, random } = parts;
  const { athletes } = cast;

  async function look(): Promise<void> {
    const at = clock.now();
    if (await crew.wake()) journal.woke(at);
    sightings.look();
  }

  /** Lets time pass in steps of so many seconds; a clock that was moved on by a kill is not set back. */
  async function passUntil(end: Date, step: readonly [least: number, most: number]): Promise<void> {
    for (;;) {
      await look();
      const left = end.getTime() - clock.now().getTime();
      if (left <= 0) return;
      clock.advance(Math.min(left, random.whole(...step) * SECOND));
    }
  }

  const at = (date: string, time: string) => instantOf(date, time, ZONE);
  const quickly = (end: Date) => passUntil(end, [10 * 60, 40 * 60]);
  const closely = (end: Date) => passUntil(end, [20, 5 * 60]);
  const inMinutes = (minutes: number) => new Date(clock.now().getTime() + minutes * MINUTE);
  const together = (act: (person: Person) => Promise<void>) => Promise.all(athletes.map(act));

  async function train(person: Person): Promise<void> {
    if (person.random.chance(0.1)) return;
    const byForm = person.ledger.joined.has(person.actor.userId) && person.random.chance(0.3);
    const logged = await (byForm ? logByForm(person) : logByCommand(person));
    if (logged) await touchUp(person, logged);
    const hasJoined = person.ledger.joined.has(person.actor.userId);
    if (hasJoined && person.random.chance(0.45)) await reportPain(person);
  }

  async function trainLate(person: Person): Promise<void> {
    if (!person.random.chance(0.35)) return;
    const logged = await logByCommand(person);
    if (logged) await touchUp(person, logged);
  }

  return {
    async begin() {
      await setUpClub(cast.administrator);
      // Half of them join first; the others are led through it by their first log.
      await Promise.all(athletes.filter((_, index) => index % 2 === 1).map(joinClub));
      await together(train);
      await together(joinClub);
    },
    async day() {
      const today = localDate(clock.now(), ZONE);
      await quickly(at(today, '07:30'));
      await closely(at(today, '07:40'));
      await quickly(at(today, '16:30'));
      await together(train);
      await closely(inMinutes(36));
      await together(answerReminders);
      await quickly(at(today, '18:00'));
      await closely(at(today, '18:08'));
      await together(answerReminders);
      await quickly(at(today, '20:35'));
      await together(trainLate);
      await closely(inMinutes(34));
      await together(answerReminders);
      await quickly(at(addDays(today, 1), '07:00'));
    },
    async calmDown() {
      await closely(inMinutes(20));
      await quickly(inMinutes(24 * 60));
      await closely(inMinutes(20));
    },
  };
}
