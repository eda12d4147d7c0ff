import { expect, test } from 'vitest';
import type { Health } from '../../src/reminders/health.ts';
import { healthPanel, reason } from '../../src/reminders/health-messages.ts';
import { directHealth, lastFates } from '../../src/reminders/health-rules.ts';
import type { Fate } from '../../src/reminders/health-store.ts';
import type { Reminder } from '../../src/reminders/store.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 4, 4, hour));

function fate(hour: number, state: string, more: Partial<Fate> = {}): Fate {
  const sentAt = state === 'sent' ? at(hour) : null;
  const ids = { reminderId: 'r', occurrenceKey: `${hour}`, channelId: 'direct' };
  return { ...ids, dueAt: at(hour), state, sentAt, lastCode: null, ...more };
}

const open = { channelId: 'direct', closedAt: null, closedCode: null };

test('the last that came and the last that did not; what still waits is neither', () => {
  const fates = [fate(9, 'pending'), fate(8, 'sent'), fate(7, 'dead'), fate(6, 'skipped'), fate(5, 'sent')];
  expect(lastFates(fates)).toEqual({ sent: fates[1], missed: fates[2] });
  expect(lastFates([])).toEqual({ sent: null, missed: null });
  const quiet = fate(7, 'cancelled', { lastCode: 'nothing to ask' });
  expect(lastFates([quiet]).missed).toBeNull();
  const late = fate(4, 'sent', { sentAt: at(20) });
  expect(lastFates([fate(8, 'sent'), late]).sent).toBe(late);
});

test.each([
  [
    'GIVEN a refusal THEN closed, whatever came before',
    { ...open, closedAt: at(9), closedCode: '50007' },
    'closed',
  ],
  ['GIVEN a message in the direct channel THEN arrived', open, 'arrived'],
  ['GIVEN messages elsewhere only THEN not tried', { ...open, channelId: 'another' }, 'untried'],
  ['GIVEN no direct channel THEN not tried', { ...open, channelId: null }, 'untried'],
])('%s', (_, direct, is) => {
  expect(directHealth(direct, [fate(8, 'sent')]).is).toBe(is);
});

test.each([
  ['skipped', 'late', 'I was away too long'],
  ['skipped', null, 'I was away too long'],
  ['skipped', 'newer', 'a newer one came instead'],
  ['cancelled', 'done already', 'done already'],
  ['cancelled', 'quiet hours', 'quiet hours'],
  ['cancelled', 'held back', 'rest came first'],
  ['cancelled', null, 'called off'],
  ['dead', '50007', 'direct messages were closed'],
  ['dead', '50278', 'you were in no server with me'],
  ['dead', '50013', 'I may not write in that channel'],
  ['dead', '50001', 'I may not see that channel'],
  ['dead', '10003', 'the channel is gone'],
  ['dead', '503', 'Discord did not answer'],
  ['dead', 'ECONNRESET', 'Discord did not answer'],
  ['dead', '50035', 'a fault on my side'],
  ['dead', 'toString', 'a fault on my side'],
  ['unknown', 'no-history', 'I cannot tell whether it came'],
])('%s %s: %s', (state, lastCode, words) => {
  expect(reason({ state, lastCode })).toBe(words);
});

test('own words stand there letter for letter', () => {
  const reminder = {
    kind: 'own',
    text: '[Spikes](https://x.org)',
    zone: 'Europe/Berlin',
  } as Reminder;
  const schedule = { every: 'once', date: '2026-05-08', time: '18:00' } as const;
  const nothing = { sent: null, missed: null };
  const coming = { next: null, waiting: null, paused: null, isRoleGone: false };
  const line = { reminder: { ...reminder, schedule }, ...coming, ...nothing };
  const health: Health = {
    own: {
      ...{ reminders: [line], direct: { is: 'untried' }, test: null, directChannelId: null },
      zone: 'Europe/Berlin',
    },
    clubs: [],
  };
  expect(healthPanel(health, at(9)).content).toContain('\\[Spikes\\]\\(https://x.org\\)');
});
