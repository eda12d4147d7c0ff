/** A reminder in one's own words, and what coaches' reminders to a role say. */
import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { customId } from '../discord/custom-ids.ts';
import { button, row } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { laterRow } from '../reminders/later-messages.ts';
import { plainly } from '../reminders/own-text.ts';
import { addressedMessage, lateLine, SHOW_IT, waitingMessage } from './messages.ts';
import type { OwnReminder } from './own-reminder.ts';

/** What an own reminder says depends on whose it is and on being late. */
export interface OwnFacts extends OwnReminder {
  readonly deliveryId: string;
  /** Wall time at which it was due, when it comes noticeably later; null: on time. */
  readonly wasDueAt: string | null;
  /** It only shows that messages arrive, so it cannot wait. */
  readonly isTest: boolean;
}

/** The athlete's own words; in a channel all who are due together are called, and those mentions are meant. */
export function ownMessage(facts: OwnFacts): RESTPostAPIChannelMessageJSONBody {
  const { deliveryId, wasDueAt, isTest } = facts;
  const rows = [gotItRow(deliveryId, false), ...(isTest ? [] : [laterRow(deliveryId)])];
  return addressedMessage(facts, `${ownWords(facts)}${lateLine(wasDueAt)}`, rows);
}

/** For closed direct messages: the words wait behind a button. */
export function ownNudge({
  deliveryId,
  userId,
}: {
  readonly deliveryId: string;
  readonly userId: string;
}): RESTPostAPIChannelMessageJSONBody {
  const id = customId('remind', 'own-text', { delivery: deliveryId });
  return waitingMessage(userId, [row(button(id, SHOW_IT, 'main'))]);
}

/** The words behind that button, for their athlete alone. */
export function ownTextPanel(own: Pick<OwnReminder, 'text'>): Panel {
  return { content: ownWords(own) };
}

/** What the message turns into when "Got it" is pressed, the first time or again. */
export function gotItPanel(own: Pick<OwnReminder, 'text'>, deliveryId: string): Panel {
  return { content: ownWords(own), components: [gotItRow(deliveryId, true)] };
}

function ownWords({ text }: Pick<OwnReminder, 'text'>): string {
  return `**Reminder:** ${plainly(text)}`;
}

/** The press that says that it was read. */
export function gotItRow(deliveryId: string, done: boolean) {
  const id = customId('remind', 'got-it', { delivery: deliveryId });
  return row(button(id, done ? 'Got it ✓' : 'Got it', 'main', done));
}

/** What a coach's reminder to a role is about. */
export type RoleSubject =
  | { readonly kind: 'core' | 'warm-up' | 'check-in' }
  | { readonly kind: 'own'; readonly text: string };

/** A coach's reminder: the one mention of its role is meant; it says the same to everybody and knows nobody's day. */
export function roleMessage(facts: {
  readonly deliveryId: string;
  /** Null: it was deleted. */
  readonly roleId: string | null;
  readonly about: RoleSubject;
  readonly wasDueAt: string | null;
}): RESTPostAPIChannelMessageJSONBody {
  const { deliveryId, roleId, about, wasDueAt } = facts;
  const buttons = [button(customId('remind', 'about', { delivery: deliveryId }), 'About this reminder')];
  if (about.kind === 'check-in') buttons.unshift(button(customId('checkin', 'open', {}), 'Check in', 'main'));
  const text = `${roleText(about)}${lateLine(wasDueAt)}`;
  return {
    content: roleId === null ? `${text}${ROLE_GONE}` : `<@&${roleId}> ${text}`,
    components: [row(...buttons)],
    allowed_mentions: roleId === null ? { parse: [] } : { roles: [roleId] },
  };
}

const ROLE_GONE =
  '\n-# It calls nobody: its role is gone. A coach can delete it and `/remind add` one for another.';

function roleText(about: RoleSubject): string {
  switch (about.kind) {
    case 'core':
      return '**Core work today.** `/core` shows your own set. 10 minutes count. Stop anything that hurts.';
    case 'warm-up':
      return '**Training today? Warm up first.** It counts before tempo too. Stop anything that hurts.';
    case 'check-in':
      return '**How are you this morning?** A few taps.';
    case 'own':
      return ownWords(about);
  }
}
