/** What the people of the end-to-end tests do again and again. */
import type { Actor, Answer, MessageRecord } from '../../sandbox/sandbox.ts';

/** The consent tick of the join form. */
export const AGREE = 'I agree that my entries are kept';
/** The tick for reminders. */
export const REMIND = 'Remind me by direct message';

/** An adult's answers, without reminders. */
export const ADULT: Readonly<Record<string, string | string[]>> = {
  'How old are you?': '18 or older',
  'Have you ever broken a vertebra (back bone)?': 'No',
  'Do you agree?': [AGREE],
};

/** Somebody joins: an adult without reminders unless said otherwise. */
export async function joinClub(
  person: Actor,
  answers: Readonly<Record<string, string | string[]>> = {},
): Promise<Answer> {
  return await person.submit(await person.run('/join'), { ...ADULT, ...answers });
}

/** What an answer says now: a message that was drawn anew shows its last state. */
export function shown(person: Actor, answer: Answer): string {
  return answer.message ? person.read(answer.message) : answer.text;
}

/** Answers every list of warning signs with "None of these", and gives what comes then. */
export async function noneOfThese(person: Actor, answer: Answer): Promise<Answer> {
  let now = answer;
  while (shown(person, now).includes('[None of these]')) now = await person.press(now, 'None of these');
  return now;
}

/** Sends a command as no client of Discord's would: its options unchecked. */
export async function forceCommand(
  person: Actor,
  name: string,
  options: Readonly<Record<string, string | number>>,
): Promise<Answer> {
  const typed = Object.entries(options).map(([option, value]) => ({
    type: typeof value === 'number' ? 4 : 3,
    name: option,
    value,
  }));
  return await person.raw({ type: 2, data: { id: '1', name, type: 1, options: typed } });
}

/** The direct messages that somebody has, oldest first. */
export function directs(person: Actor): string[] {
  return person.messages('direct').map((record: MessageRecord) => person.read(record));
}
