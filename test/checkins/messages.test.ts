import { expect, test } from 'vitest';
import { checkInForm, checkInPanel } from '../../src/checkins/messages.ts';
import { totalOf, type Usual, usualFor } from '../../src/checkins/rules.ts';
import { morning, mornings, TODAY, times } from './mornings.ts';

const VARIED = [...times(7, 16), ...times(7, 20)];

/** The line on the usual, of a morning after others. */
function usualLine(total: number, before: readonly number[]): string {
  const entry = morning(TODAY, total);
  const usual: Usual = usualFor(entry, mornings(before));
  const panel = checkInPanel({ entry, usual, asksWhatIsUp: false, isWeeklyDue: false });
  return panel.content?.split('\n')[2] ?? '';
}

const USUAL = 'Your usual: 18.0, give or take 2.1 (14 check-ins).';

test.each([
  { total: 14, before: VARIED, line: `${USUAL} This is **well below** it.` },
  { total: 15, before: VARIED, line: `${USUAL} This is a bit below it.` },
  { total: 18, before: VARIED, line: `${USUAL} This is right on it.` },
  { total: 21, before: VARIED, line: `${USUAL} This is a bit above it.` },
  { total: 22, before: VARIED, line: `${USUAL} This is well above it.` },
  {
    total: 15,
    before: times(20, 20),
    line: 'Your usual: 20.0, give or take 0.0 (20 check-ins). Your days are too alike to compare.',
  },
  { total: 15, before: [], line: 'This is check-in 1 in 28 days. After 14 I show your usual.' },
  { total: 5, before: times(13, 18), line: 'This is check-in 14 in 28 days. After 14 I show your usual.' },
])('$total after $before.length mornings: $line', ({ total, before, line }) => {
  expect(usualLine(total, before)).toBe(line);
});

test('the form opens with what was answered, and asks the body alone where that was chosen', () => {
  const answered = morning(TODAY, 17);
  const all = JSON.stringify(checkInForm({ day: TODAY, answered, asksMind: true }));
  expect(all.match(/"default":true/g)).toHaveLength(5);
  const body = checkInForm({ day: TODAY, answered, asksMind: false });
  expect(body.components).toHaveLength(3);
  expect(totalOf(answered).total).toBe(17);
});
