import { describe, expect, test } from 'vitest';
import { undeliveredPanel } from '../../src/reminders/undelivered-messages.ts';
import {
  causeOf,
  maySendAgain,
  type Undelivered,
  undeliveredLines,
} from '../../src/reminders/undelivered-rules.ts';

test('a panel without lines says so, and of what was just sent again that nothing else is left', () => {
  const empty = { lines: [], zone: 'Europe/Berlin' };
  expect(undeliveredPanel(empty).content).toBe('Nothing is missing.');
  expect(undeliveredPanel(empty, 1).content).toMatch(/Nothing else is missing\.$/);
});

const NOW = new Date('2026-05-06T12:00:00Z');
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

const SUMMARY: Undelivered = {
  ...{ id: 'd1', kind: 'summary', athleteId: null, state: 'dead', lastCode: '50013' },
  ...{ dueAt: hoursAgo(1), mayBeThere: false, channelId: 'coaches', isLatest: true },
};
const CORE: Undelivered = { ...SUMMARY, id: 'd2', kind: 'core', athleteId: 'a1', channelId: null };

test.each([
  ['dead', '50001', 'no-permission'],
  ['dead', '50013', 'no-permission'],
  ['dead', 'no-permission', 'no-permission'],
  ['dead', '10003', 'gone'],
  ['skipped', 'bot-left', 'bot-left'],
  ['skipped', 'late', 'late'],
  ['skipped', 'missed', 'late'],
  ['skipped', null, 'late'],
  ['dead', '50007', 'closed'],
  ['dead', '50278', 'closed'],
  ['unknown', 'no-history', 'unknown'],
  ['unknown', 'bot-left', 'unknown'],
  ['dead', '503', 'discord'],
  ['dead', 'timeout', 'discord'],
  ['dead', 'ECONNRESET', 'discord'],
  ['dead', 'no-answer', 'discord'],
  ['dead', '40003', 'discord'],
  ['dead', '50035', 'ours'],
  ['dead', '400', 'ours'],
  ['dead', 'compose', 'ours'],
  ['dead', 'no-custom-id', 'ours'],
])('%s with code %s is told as %s', (state, lastCode, cause) => {
  expect(causeOf({ state, lastCode })).toBe(cause);
});

describe('what may be sent again', () => {
  test.each<[string, Undelivered, boolean]>([
    ['a summary of six days ago', { ...SUMMARY, dueAt: hoursAgo(144) }, true],
    ['a summary after which another was due: it is about another day', { ...SUMMARY, isLatest: false }, true],
    ['the session of the day', { ...SUMMARY, kind: 'plan' }, true],
    ['the session of the day before', { ...SUMMARY, kind: 'plan', isLatest: false }, false],
    ['the session of a day that is over', { ...SUMMARY, kind: 'plan', dueAt: hoursAgo(4) }, false],
    ['a warm-up call after training', { ...SUMMARY, kind: 'plan-warm-up', dueAt: hoursAgo(4) }, false],
    ['a coach’s reminder', { ...SUMMARY, kind: 'own', dueAt: hoursAgo(48) }, true],
    ['an athlete’s reminder inside its grace', CORE, true],
    ['an athlete’s reminder past its grace', { ...CORE, dueAt: hoursAgo(4) }, false],
    ['an athlete’s reminder of which a newer came', { ...CORE, isLatest: false }, false],
    ['what closed direct messages refuse', { ...CORE, lastCode: '50007' }, false],
  ])('%s', (_, undelivered, may) => {
    expect(maySendAgain(undelivered, NOW, 180)).toBe(may);
  });
});

test('a line for each thing and cause, the latest first; of athletes nothing but how many', () => {
  const all: Undelivered[] = [
    { ...SUMMARY, dueAt: hoursAgo(25), isLatest: false, mayBeThere: true },
    { ...SUMMARY, id: 'd3' },
    { ...CORE, dueAt: hoursAgo(2) },
    { ...CORE, id: 'd4', kind: 'echo', athleteId: 'a2', dueAt: hoursAgo(5) },
    { ...CORE, id: 'd5', lastCode: 'late' },
    { ...CORE, id: 'd6', channelId: 'training', dueAt: hoursAgo(3) },
  ];
  const lines = undeliveredLines(all, NOW, () => 180);
  expect(lines.map(({ key, count, sendable, mayBeThere }) => [key, count, sendable, mayBeThere])).toEqual([
    ['athletes-direct//late', 1, ['d5'], false],
    ['summary/coaches/no-permission', 2, ['d1', 'd3'], true],
    ['athletes-direct//no-permission', 2, ['d2'], false],
    ['athletes-channel/training/no-permission', 1, ['d6'], false],
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/echo|core|a1|a2/);
});
