/** Reminders of one's own, to check in and to a role, and what `/remind add` says before and after it saves. */
import { checkInMessage, checkInWaitsPanel, directPanel } from '../../src/checkins/reminder-messages.ts';
import { gotItPanel, ownMessage, ownTextPanel, roleMessage } from '../../src/habits/own-messages.ts';
import {
  aboutPanel,
  editFirstPanel,
  previewPanel,
  reminderSavedPanel,
} from '../../src/reminders/messages.ts';
import { ASKED_FOR } from '../../src/reminders/rules.ts';
import { FOR_GOOD } from '../../src/reminders/schedule.ts';
import type { Reminder } from '../../src/reminders/store.ts';
import { NOW } from './people.ts';
import { onceEach, type ReadText, textsOfPanel } from './plain.ts';

const REMINDER: Reminder = {
  ...{ id: 'r1', clubId: 'c1', athleteId: 'a1', kind: 'core', text: null, roleId: null, madeBy: null },
  ...{ zone: 'Europe/Berlin', pausedUntil: null, nextDueAt: NOW },
  schedule: { every: 'week', days: 'mon,wed', time: '07:00' },
  to: { target: 'direct', channelId: null },
};
const ROLE: Reminder = {
  ...{ ...REMINDER, athleteId: null, roleId: '5', madeBy: '6' },
  to: { target: 'channel', channelId: '7' },
};

export function remindTexts(): ReadText[] {
  const facts = {
    deliveryId: 'd1',
    userIds: ['1'],
    wasDueAt: null,
    inChannel: false,
    isTest: false,
    text: 'Pack the spikes',
  };
  const kinds = ASKED_FOR.map((kind) => ({ ...REMINDER, kind, text: kind === 'own' ? facts.text : null }));
  const both = [...kinds, ROLE, { ...REMINDER, pausedUntil: '2026-06-01' }];
  const subjects = [
    ...(['core', 'warm-up', 'check-in'] as const).map((kind) => ({ kind })),
    { kind: 'own' as const, text: facts.text },
  ];
  const preview = { next: [NOW], isHalfOpen: true, farYear: '2027', before: REMINDER, besides: [REMINDER] };
  const role = { deliveryId: 'd1', roleId: '5', wasDueAt: '18:00' };
  return onceEach([
    ...textsOfPanel('ownMessage', { content: ownMessage(facts).content ?? '' }),
    ...textsOfPanel('ownTextPanel', ownTextPanel(facts)),
    ...textsOfPanel('gotItPanel', gotItPanel(facts, 'd1')),
    ...textsOfPanel('checkInMessage', { content: checkInMessage(facts).content ?? '' }),
    ...textsOfPanel('checkInWaitsPanel', checkInWaitsPanel('d1')),
    ...textsOfPanel('directPanel', directPanel({ content: 'Saved.' })),
    ...subjects.flatMap((about) =>
      textsOfPanel('roleMessage', { content: roleMessage({ ...role, about }).content ?? '' }),
    ),
    ...both.flatMap((reminder) => [
      ...textsOfPanel('previewPanel', previewPanel({ ...preview, reminder }, 'd')),
      ...textsOfPanel('reminderSavedPanel', reminderSavedPanel({ reminder, next: [NOW] }, null)),
      ...textsOfPanel('editFirstPanel', editFirstPanel(reminder)),
    ]),
    ...textsOfPanel(
      'aboutPanel',
      aboutPanel({ reminder: ROLE, next: NOW, waiting: null, paused: null, isRoleGone: false }, true),
    ),
    ...textsOfPanel(
      'aboutPanel',
      aboutPanel({ reminder: ROLE, next: null, waiting: null, paused: null, isRoleGone: true }, false),
    ),
    ...textsOfPanel(
      'aboutPanel',
      aboutPanel({ reminder: ROLE, next: null, waiting: null, paused: FOR_GOOD, isRoleGone: false }, false),
    ),
  ]);
}
