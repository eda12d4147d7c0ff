import { expect, test } from 'vitest';
import { noticeText } from '../../src/reminders/notice-messages.ts';

test.each([
  ['summary', 'Choose another in `/setup`.'],
  ['plan', 'A coach chooses another with `/plan start channel:`.'],
  ['coaches', 'Who made it makes it anew with `/remind add`.'],
] as const)('of a channel that is gone the notice about %s says who does what', (thing, way) => {
  expect(noticeText(thing, '1', 'gone', []).endsWith(`its channel is gone. ${way}`)).toBe(true);
});
