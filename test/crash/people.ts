/** The club's people: what they do on the phone, again when nothing came back, and what they note as seen. */
import { type Actor, type Answer, ClientRefusal, type SandboxClock } from '../../sandbox/sandbox.ts';
import type { Crew } from './crew.ts';
import type { Ledger } from './ledger.ts';
import type { Random } from './random.ts';

/** The club's zone, and that of its athletes. */
export const ZONE = 'Europe/Berlin';

/** Somebody with a phone. */
export interface Person {
  readonly actor: Actor;
  readonly crew: Pick<Crew, 'ask'>;
  readonly ledger: Ledger;
  readonly clock: SandboxClock;
  readonly random: Random;
}

/** How often somebody tries before leaving it for the day. */
const TRIES = 6;

/** One act; null: no answer, for whatever reason. */
export async function once<T>(person: Person, act: () => Promise<T>): Promise<T | null> {
  try {
    const answer = await person.crew.ask(act);
    if (!isFailed(answer)) return answer;
  } catch (error) {
    if (error instanceof ClientRefusal || !(error instanceof Error) || !isLate(error)) throw error;
  }
  person.ledger.unanswered += 1;
  return null;
}

function isFailed(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'failed';
}

/** The sandbox's people give up waiting with an error of this kind. */
function isLate(error: Error): boolean {
  return /^No answer to|waited \d+ ms/.test(error.message);
}

/** The same act until there is an answer; null: left for the day. */
export async function untilAnswered<T>(person: Person, act: () => Promise<T>): Promise<T | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer = await once(person, act);
    if (answer !== null) return answer;
  }
  return null;
}

/** Notes an answer that does not say what it should. */
export function noteOdd({ ledger, actor }: Person, what: string, answer: Answer): void {
  ledger.odd.push(`${actor.name}, ${what}: ${answer.kind} "${answer.text.slice(0, 300)}"`);
}

/** The administrator switches the club on. */
export async function setUpClub(person: Person): Promise<void> {
  const { actor, ledger, clock } = person;
  const line = `/setup coach-role:@Coach summary-channel:#coaches reminder-channel:#reminders time-zone:${ZONE}`;
  while (ledger.setUpAt === null) {
    const panel = await untilAnswered(person, () => actor.run(line));
    if (panel === null) continue;
    const isOff = panel.text.includes('switch on');
    const on = isOff ? await once(person, () => actor.press(panel, 'I have read this: switch on')) : panel;
    if (on?.text.includes('Backstraight is on')) ledger.setUpAt = clock.now();
  }
}

/** Somebody answers the join form; whether they saw that they are in. */
export async function answerJoinForm(person: Person, form: Answer): Promise<boolean> {
  const { actor, ledger, clock } = person;
  const minor = actor.name === 'Ben';
  const answer = await once(person, () =>
    actor.submit(form, {
      'How old are you?': minor ? '13 to 15' : '18 or older',
      'Have you ever broken a vertebra (back bone)?': 'No',
      'Do you agree?': ['I agree that my entries are kept', 'Remind me by direct message'],
    }),
  );
  if (answer === null) return false;
  if (!answer.text.includes('You are in')) noteOdd(person, 'join', answer);
  else if (!ledger.joined.has(actor.userId)) ledger.joined.set(actor.userId, clock.now());
  return true;
}

/** Joins by `/join`, again and again until it is seen. */
export async function joinClub(person: Person): Promise<void> {
  while (!person.ledger.joined.has(person.actor.userId)) {
    const form = await untilAnswered(person, () => person.actor.run('/join'));
    if (form?.kind === 'modal') await answerJoinForm(person, form);
    else if (form !== null) noteOdd(person, '/join', form);
  }
}
