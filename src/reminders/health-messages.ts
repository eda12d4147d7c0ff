/** `/remind health`: does it arrive? And if not, why, in words that blame nobody. */
import { customId } from '../discord/custom-ids.ts';
import { button, row } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { showMoment, showNear } from '../time/show.ts';
import type { Health, OwnHealth, ReminderHealth } from './health.ts';
import type { Fate } from './health-store.ts';
import { pausedText, reminderLabel, rolePart, wholeLines } from './label-messages.ts';
import { plainly } from './own-text.ts';
import { isForeseen } from './rules.ts';

/** What the test says in the direct message. */
export const TEST_TEXT = 'This is the test you asked for: direct messages arrive.';

/**
 * `/remind health`: direct messages first, then each reminder in two or three lines, a coach's for roles below; a button
 * sends a test to who has joined.
 */
export function healthPanel({ own, clubs }: Health, now: Date): Panel {
  const [first] = clubs;
  const lines = [
    `**Do reminders arrive?**${own === null ? '' : ` Times: ${own.zone}`}`,
    ...(own === null ? [] : ownLines(own, now)),
    ...(first === undefined ? [] : [`__For roles__ (times: ${first.reminder.zone})`]),
    ...clubs.flatMap((each) => reminderLines(each, null, now)),
    ...((own?.reminders ?? []).length + clubs.length === 0 ? ['No reminders. `/remind add` makes one.'] : []),
  ];
  const test = button(customId('remind', 'test', {}), 'Send me a test', 'main');
  const look = button(customId('remind', 'health', {}), 'Look again');
  return { content: wholeLines(lines), components: [own === null ? row(look) : row(test, look)] };
}

function ownLines(own: OwnHealth, now: Date): string[] {
  return [
    directLine(own, now),
    ...testLine(own, now),
    ...own.reminders.flatMap((each) => reminderLines(each, own.directChannelId, now)),
  ];
}

function directLine({ direct, zone }: OwnHealth, now: Date): string {
  switch (direct.is) {
    case 'arrived':
      return `Direct messages: the last one arrived ${showNear(direct.at, now, zone)}.`;
    case 'untried':
      return 'Direct messages: not tried yet.';
    case 'closed':
      return `Direct messages: closed since ${showNear(direct.since, now, zone)} (Discord refused one). Open them in this server’s privacy settings, then send a test.`;
  }
}

function testLine({ test, directChannelId, zone }: OwnHealth, now: Date): string[] {
  if (test === null) return [];
  const when = showNear(test.dueAt, now, zone);
  if (test.state === 'pending') return [`Test of ${when}: on its way.`];
  if (test.state !== 'sent') return [`Test of ${when}: it did not come; ${reason(test)}.`];
  if (test.channelId === directChannelId) return [`Test of ${when}: it arrived.`];
  return [`Test of ${when}: it came in <#${test.channelId}>, not as a direct message.`];
}

function reminderLines(each: ReminderHealth, directChannelId: string | null, now: Date) {
  const { reminder, sent, missed, isRoleGone } = each;
  const { zone } = reminder;
  const last = sent?.sentAt
    ? `Last ${showNear(sent.sentAt, now, zone)}${elsewhere(sent, directChannelId)}`
    : 'None yet';
  const missing =
    missed === null ? [] : [`-# Did not come ${showNear(missed.dueAt, now, zone)}: ${reason(missed)}.`];
  return [
    `**${plainly(reminderLabel(reminder))}**${rolePart({ ...reminder, isRoleGone })}`,
    `${last} · ${comingText(each)}`,
    ...missing,
  ];
}

function comingText({ reminder, next, waiting, paused }: ReminderHealth): string {
  if (paused !== null) return pausedText(paused);
  const soonest = waiting !== null && (next === null || waiting < next) ? waiting : next;
  if (soonest !== null) return `next ${showMoment(soonest, reminder.zone)}`;
  if (!isForeseen(reminder)) return 'next after a session that hurt';
  return reminder.schedule.every === 'session' ? 'next after a session' : 'over';
}

/** Where it came, when that was neither a direct message nor the reminder's own channel. */
function elsewhere({ channelId }: Fate, directChannelId: string | null): string {
  return channelId === null || channelId === directChannelId ? '' : ` in <#${channelId}>`;
}

const CODES: Readonly<Record<string, string>> = {
  late: 'I was away too long',
  newer: 'a newer one came instead',
  'done already': 'done already',
  'trained already': 'you had trained already',
  'quiet hours': 'quiet hours',
  'held back': 'rest came first',
  'session taken back': 'its session was taken back',
  'no session': 'its session was taken back',
  gone: 'it was changed meanwhile',
  paused: 'paused',
  '50007': 'direct messages were closed',
  '50278': 'you were in no server with me',
  '40003': 'Discord let me open no new direct messages',
  '20026': 'Discord let me open no new direct messages',
  '50001': 'I may not see that channel',
  '50013': 'I may not write in that channel',
  '10003': 'the channel is gone',
  '10004': 'the server is gone',
  '10013': 'Discord did not know you',
  'no-history': 'I cannot tell whether it came',
  'no-answer': 'Discord did not answer',
  timeout: 'Discord did not answer',
};

const STATES: Readonly<Record<string, string>> = {
  cancelled: 'called off',
  skipped: 'I was away too long',
  unknown: 'I cannot tell whether it came',
};

/** Why a delivery did not come. */
export function reason({ state, lastCode }: Pick<Fate, 'state' | 'lastCode'>): string {
  const code = lastCode ?? '';
  const listed = Object.hasOwn(CODES, code) ? CODES[code] : undefined;
  if (listed !== undefined) return listed;
  if (/^(5\d\d|429|E[A-Z]+|network)$/.test(code)) return 'Discord did not answer';
  return STATES[state] ?? 'a fault on my side';
}
