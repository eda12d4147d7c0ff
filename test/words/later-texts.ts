/** Reminders as one looks at them: the list, one in detail, put off, paused, and whether they arrive. */
import { directClosedPanel } from '../../src/athletes/messages.ts';
import type { Health } from '../../src/reminders/health.ts';
import { healthPanel, TEST_TEXT } from '../../src/reminders/health-messages.ts';
import type { Fate } from '../../src/reminders/health-store.ts';
import * as hub from '../../src/reminders/hub-messages.ts';
import { laterText } from '../../src/reminders/later-messages.ts';
import { FOR_GOOD } from '../../src/reminders/schedule.ts';
import type { ReminderDetail, ReminderLine } from '../../src/reminders/show-reminders.ts';
import type { Reminder } from '../../src/reminders/store.ts';
import { NOW } from './people.ts';
import { onceEach, type ReadText, textsOfPanel } from './plain.ts';

const zone = 'Europe/Berlin';

const core: Reminder = {
  ...{ id: 'r', clubId: 'c', athleteId: 'a', kind: 'core', text: null, roleId: null, madeBy: null, zone },
  ...{ pausedUntil: null, nextDueAt: NOW, to: { target: 'direct', channelId: null } },
  schedule: { every: 'week', days: 'mon,wed', time: '18:00' },
};
const stretch: Reminder = { ...core, kind: 'stretch', schedule: { every: 'session', afterMinutes: 30 } };
const once: Reminder = { ...core, schedule: { every: 'once', date: '2026-05-03', time: '09:00' } };

const lines: ReminderLine[] = [core, stretch, once].flatMap((reminder) => [
  { reminder, isRoleGone: false, next: reminder === core ? NOW : null, waiting: null, paused: null },
  { reminder, isRoleGone: false, next: null, waiting: NOW, paused: null },
  { reminder, isRoleGone: false, next: null, waiting: null, paused: '2026-05-11' },
  { reminder, isRoleGone: false, next: null, waiting: null, paused: FOR_GOOD },
]);
lines.push({ reminder: { ...once, roleId: '5' }, isRoleGone: true, next: NOW, waiting: null, paused: null });

function fate(state: string, lastCode: string | null): Fate {
  const sentAt = state === 'sent' ? NOW : null;
  return { reminderId: 'r', occurrenceKey: 'test:1', dueAt: NOW, state, sentAt, channelId: '1', lastCode };
}

const FATES = [
  fate('pending', null),
  fate('sent', null),
  fate('unknown', 'no-history'),
  ...['done already', 'held back', 'quiet hours', null].map((code) => fate('cancelled', code)),
  ...['50007', '50278', '40003', '50013', '10003', '503', '50035'].map((code) => fate('dead', code)),
  ...['late', 'newer'].map((code) => fate('skipped', code)),
];

function fared(missed: Fate) {
  return lines.map((line) => ({ ...line, sent: fate('sent', null), missed }));
}

function healths(): Health[] {
  const directs = [
    { is: 'untried' },
    { is: 'arrived', at: NOW },
    { is: 'closed', since: NOW, code: '50007' },
  ] as const;
  const shown = { zone, directChannelId: '2' };
  return [
    ...directs.map((direct) => ({ own: { ...shown, direct, reminders: [], test: null }, clubs: [] })),
    ...FATES.map((test) => ({
      own: { ...shown, direct: directs[1], test, reminders: fared(test) },
      clubs: fared(test),
    })),
  ];
}

export function laterTexts(): ReadText[] {
  const details = lines.map((line): ReminderDetail => {
    return { ...line, times: line.next === null ? [] : [NOW, NOW, NOW], waiting: NOW };
  });
  const puts = (['waits', 'by-itself', 'done'] as const).map((means) => ({
    means,
    at: NOW,
    reminder: core,
    zone,
  }));
  const paused = { ...core, pausedUntil: FOR_GOOD };
  return onceEach([
    ...textsOfPanel('reminderListPanel', hub.reminderListPanel({ own: lines, clubs: lines })),
    ...details.flatMap((detail) => textsOfPanel('reminderPanel', hub.reminderPanel(detail, NOW))),
    ...textsOfPanel('changedPanel', hub.changedPanel([paused], 'pause')),
    ...textsOfPanel('changedPanel', hub.changedPanel([core, stretch], 'resume')),
    ...textsOfPanel('deletedFromListPanel', hub.deletedFromListPanel(core)),
    ...textsOfPanel('nothingToPutOffPanel', hub.nothingToPutOffPanel(lines, NOW)),
    ...puts.map((put) => ({ name: 'laterText', text: laterText(put, NOW), most: 8 as const })),
    ...healths().flatMap((health) => textsOfPanel('healthPanel', healthPanel(health, NOW))),
    ...[null, '1'].flatMap((channelId) => textsOfPanel('directClosedPanel', directClosedPanel(channelId))),
    { name: 'TEST_TEXT', text: TEST_TEXT, most: 8 },
  ]);
}
