/** Where a run takes place: a club on the sandbox, its people, and the bot's processes. */
import type { Server } from 'node:http';
import { SANDBOX_CLUB } from '../../sandbox/club.ts';
import { createSandboxClock, type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { compileBot } from './compile.ts';
import { type Crew, createCrew } from './crew.ts';
import { createJournal, type Journal } from './journal.ts';
import { createKeeper } from './keeper.ts';
import { createLedger, type Ledger } from './ledger.ts';
import type { LifeEvents } from './life.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';
import { type RequestTraps, watchRequests } from './request-traps.ts';
import { SEATS, type Seat } from './seats.ts';
import { createSightings, type Sightings } from './sightings.ts';
import type { Cast } from './story.ts';

/** What is told of the lives in one seat, by what can be known from outside. */
export type Director = (parts: {
  readonly seat: Seat;
  readonly traps: RequestTraps;
  readonly clock: Sandbox['clock'];
  /** Moves the clock on while nobody waits for an answer of the other process, which would be too late then. */
  readonly moveClock: (ms: number) => Promise<void>;
  readonly journal: Journal;
  /** Whether Discord has a delivery's message. */
  readonly hasArrived: (deliveryId: string) => boolean;
}) => LifeEvents;

export interface Scene {
  readonly sandbox: Sandbox;
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly sightings: Sightings;
  readonly cast: Cast;
  readonly crew: Crew;
  /** Ends every process and removes what they wrote. */
  close(): Promise<void>;
}

const BEGINNING = new Date('2026-03-16T06:00:00Z');
const ATHLETES = ['Ann', 'Ben', 'Athlete 3', 'Athlete 4', 'Athlete 5', 'Athlete 6'] as const;
const REQUESTS_KEPT = 200_000;

/** Opens the scene on an empty database, with so many athletes at most 6, and starts the bots. */
export async function openScene(given: {
  readonly databaseUrl: string;
  readonly processes: 1 | 2;
  readonly athletes: number;
  readonly random: (of: string) => Random;
  readonly direct: Director;
}): Promise<Scene> {
  const { databaseUrl, processes, random, direct } = given;
  const compiled = await compileBot();
  const clock = createSandboxClock({ frozenAt: BEGINNING });
  const sandbox = await startSandbox({ clock, keepRequests: REQUESTS_KEPT });
  const [journal, ledger] = [createJournal(), createLedger()];
  const names = ATHLETES.slice(0, given.athletes);
  const { actorOf, sightings } = gather(sandbox, names);
  const watch = watchRequests(sandbox.server.server as Server, (host) => journal.sent(host, clock.now()));
  const hasArrived = (deliveryId: string) => {
    sightings.look();
    return sightings.seen.has(deliveryId);
  };

  const moveClock = (ms: number) => crew.between(() => clock.advance(ms));
  const keep = (seat: Seat) => {
    const traps = watch.of(seat.host);
    const events = direct({ seat, traps, clock, moveClock, journal, hasArrived });
    return createKeeper({ compiled, seat, sandbox, traps, databaseUrl, events });
  };
  const [first, second] = SEATS;
  const crew: Crew = createCrew(processes === 2 ? [keep(first), keep(second)] : [keep(first)]);
  const person = (name: string): Person => ({
    ...{ crew, ledger, clock, actor: actorOf(name), random: random(name) },
  });
  return {
    ...{ sandbox, journal, ledger, sightings, crew },
    cast: { administrator: person('Dana'), athletes: names.map(person) },
    async close() {
      await crew.close();
      await sandbox.stop();
      await compiled.remove();
    },
  };
}

function gather(sandbox: Sandbox, names: readonly string[]) {
  const known = SANDBOX_CLUB.members.map(({ name }) => name);
  const more = names
    .filter((name) => !known.includes(name))
    .map((name) => ({ name, note: 'athlete, made up' }));
  const guild = sandbox.createGuild({ ...SANDBOX_CLUB, members: [...SANDBOX_CLUB.members, ...more] });
  const actorOf = (name: string) => sandbox.actor(guild, name);
  return { actorOf, sightings: createSightings(names.map(actorOf), actorOf('Carl')) };
}
