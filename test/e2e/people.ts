/** What the people of the end-to-end tests do again and again. */
import { expect } from 'vitest';
import type { Actor, Answer, MessageRecord } from '../../sandbox/sandbox.ts';
import type { Club, Stage } from './club.ts';

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

/** Answers the page of warning signs, if there is one, with "None of these", and gives what comes then. */
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

/** The custom id of a message's button or menu, by its action: "remind:done". */
export function customIdOf(record: MessageRecord, action: string): string {
  const id = JSON.stringify(record.message.components).match(new RegExp(`"(${action}(?::[^"]*)?)"`))?.[1];
  if (id === undefined) throw new Error(`the message has no ${action}`);
  return id;
}

/** Presses a button that the message no longer shows, as somebody does whose screen lags behind. */
export async function pressLate(person: Actor, on: MessageRecord, customId: string): Promise<Answer> {
  return await person.raw({ type: 3, data: { custom_id: customId, component_type: 2 }, source: on });
}

/** A club that is on, which Ann has joined. */
export async function clubWithAnn(stage: Stage): Promise<Club> {
  const club = await stage.setUpClub();
  await joinClub(club.ann);
  return club;
}

/** Runs something that must be refused: only the one who did it is told, and the club's rows stay as they were. */
export async function saysNo(stage: Stage, club: Club, act: () => Promise<Answer>): Promise<Answer> {
  const before = stage.kept(club);
  const answer = await act();
  expect(stage.kept(club)).toEqual(before);
  expect(answer.ephemeral).toBe(true);
  return answer;
}

/** The message of an answer; throws when it is a form or a refusal. */
export function recordOf(answer: Answer): MessageRecord {
  if (answer.message === undefined) throw new Error(`no message, but: ${answer.text}`);
  return answer.message;
}

/** Sets a weekly reminder: `days` and a time like "18:00"; `more` is what else is typed, like "where:here". */
export async function setReminder(
  person: Actor,
  what: 'core' | 'warm-up' | 'echo',
  when: { readonly days: string; readonly time: string },
  more = '',
): Promise<Answer> {
  // "every": a day alone would be the next one, once.
  const typed = `/remind add what:${what} when:every ${when.days} ${when.time} ${more}`.trim();
  const answer = await person.press(await person.run(typed), 'Save');
  expect(shown(person, answer)).toContain('**Saved.**');
  return answer;
}

/** Sets the stretch reminder, in minutes after a session. */
export async function setStretching(person: Actor, minutes: number, more = ''): Promise<Answer> {
  const typed = `/remind add what:stretch when:${minutes} min after a session ${more}`.trim();
  const answer = await person.press(await person.run(typed), 'Save');
  expect(shown(person, answer)).toContain('**Saved.**');
  return answer;
}

/** The menu under every reminder, as it is read. */
export const LATER_MENU = '<Remind me later: 10 min | 1 h | After dinner | Tomorrow>';

/** Deletes one of somebody's reminders from the list, by its label. */
export async function deleteReminder(person: Actor, label: string): Promise<void> {
  const list = await person.run('/remind list');
  await person.choose(list, 'Open one', label);
  await person.press(list, 'Delete');
  expect(shown(person, list)).toContain(`Deleted: ${label}.`);
}
