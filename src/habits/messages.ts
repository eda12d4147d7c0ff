import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { customId } from '../discord/custom-ids.ts';
import { button, row } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { laterRow } from '../reminders/later-messages.ts';
import type { SetPreview } from './types.ts';

/** What a reminder says depends on the hour, on being late, and on what suits the athlete. */
export interface ReminderFacts {
  readonly deliveryId: string;
  /** Whom it is for; in a direct message one. */
  readonly userIds: readonly string[];
  readonly habit: 'core' | 'stretch';
  /** In a channel the athletes are named, and these mentions are meant. */
  readonly inChannel: boolean;
  /** After 9 p.m. (handbook §7). */
  readonly isLate: boolean;
  /** Wall time at which it was due, when it comes noticeably later; null: on time. */
  readonly wasDueAt: string | null;
  /** Null: no exercises today, because something hurts or nothing fits. */
  readonly set: SetPreview | null;
}

/**
 * Time for core work, or for stretching after a session. A channel is public, so there it says the same to everybody;
 * where no exercises fit today it names none.
 */
export function reminderMessage(facts: ReminderFacts): RESTPostAPIChannelMessageJSONBody {
  const { deliveryId, habit, inChannel, wasDueAt, set } = facts;
  const text = habit === 'core' ? coreText(facts) : stretchText(facts);
  const rows = [actionsRow(habit, deliveryId, inChannel || set !== null), laterRow(deliveryId)];
  return addressedMessage(facts, `${text}${lateLine(wasDueAt)}`, rows);
}

type Rows = NonNullable<RESTPostAPIChannelMessageJSONBody['components']>;

/** A message for these people: in a channel it calls them, and these mentions are meant; a direct one calls nobody. */
export function addressedMessage(
  { userIds, inChannel }: Pick<ReminderFacts, 'userIds' | 'inChannel'>,
  text: string,
  components: Rows,
): RESTPostAPIChannelMessageJSONBody {
  return {
    content: inChannel ? `${called(userIds)}${text}` : text,
    components,
    allowed_mentions: inChannel ? { users: [...userIds] } : { parse: [] },
  };
}

/** One before the words, several on a line of their own. */
function called(userIds: readonly string[]): string {
  return `${userIds.map((userId) => `<@${userId}>`).join(' ')}${userIds.length === 1 ? ' ' : '\n'}`;
}

/** The small line under a reminder that comes noticeably later than at this wall time; null: on time. */
export function lateLine(wasDueAt: string | null): string {
  return wasDueAt === null ? '' : `\n-# Late: it was due at ${wasDueAt}.`;
}

const EASY = 'Easy mobility, only if it does not hurt.';

function coreText({ inChannel, isLate, set }: ReminderFacts): string {
  const late = '**Core work today?** It is late: eat first. 5 minutes count, and tomorrow counts too.';
  if (inChannel) return isLate ? late : '**Core work today.** 10 minutes count. Stop anything that hurts.';
  if (set === null) return `**Core work today?** ${EASY} Rest counts too.`;
  return isLate
    ? `${late}\n${listed(set)}.`
    : `**Core work today.** ${listed(set)}. Stop anything that hurts.`;
}

/** Stretching is for range and routine (handbook §7: no promise of protection). */
function stretchText({ inChannel, isLate, set }: ReminderFacts): string {
  const opening = isLate ? '**It is late: eat first, then stretch.**' : '**Time to stretch.**';
  if (inChannel) return `${opening} 4 to 6 minutes count.`;
  if (set === null) return `${opening} ${EASY}`;
  if (!isLate) return `${opening} ${listed(set)}. Stop anything that hurts.`;
  const dinner = set.seated ? 'Or do it on a chair while dinner is on. ' : '';
  return `${opening} ${dinner}4 to 6 minutes count. Never lie down while chewing.\n${listed(set)}.`;
}

function listed({ names, minutes }: SetPreview): string {
  return `About ${minutes} min: ${names.join(' · ')}`;
}

/** For closed direct messages. */
export function publicNudge({
  deliveryId,
  userId,
  habit,
}: Pick<ReminderFacts, 'deliveryId' | 'habit'> & { userId: string }): RESTPostAPIChannelMessageJSONBody {
  return waitingMessage(userId, [actionsRow(habit, deliveryId, true), laterRow(deliveryId)]);
}

/** Opens what waits in a channel, for its athlete alone. */
export const SHOW_IT = 'Show it';

/** For closed direct messages: a channel is public, so it says only that something waits, and why it is there. */
export function waitingMessage(userId: string, components: Rows): RESTPostAPIChannelMessageJSONBody {
  const text =
    'Your reminder is here, because I cannot send you direct messages. Open them in this server’s privacy settings.';
  return addressedMessage({ userIds: [userId], inChannel: true }, text, components);
}

/** What can be done at once: Done, and the set where there is one to show. */
export function actionsRow(habit: 'core' | 'stretch', deliveryId: string, hasSet: boolean) {
  const done = doneButton(deliveryId, false);
  return hasSet ? row(done, showButton(habit, deliveryId)) : row(done);
}

function showButton(habit: 'core' | 'stretch', deliveryId: string) {
  return button(customId(habit, 'show', { delivery: deliveryId }), 'Show the set');
}

function doneButton(deliveryId: string, done: boolean) {
  return button(customId('remind', 'done', { delivery: deliveryId }), done ? 'Done ✓' : 'Done', 'main', done);
}

/** What the reminder turns into when Done is pressed, the first time or again. */
export function doneMessage(done: 'core' | 'stretch', deliveryId: string): Panel {
  const habit = done === 'core' ? 'Core work' : 'Stretching';
  return { content: `**${habit}: done. Noted.**`, components: [row(doneButton(deliveryId, true))] };
}
