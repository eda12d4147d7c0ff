/** Advice is plain enough for a pupil of the eighth grade, emergency text for one of the sixth. */
import { describe, expect, test } from 'vitest';
import { readingGrade } from '../readability.ts';
import { type ReadText, spoken } from './plain.ts';
import { TEXTS } from './texts.ts';

const names = [...new Set(TEXTS.map(({ name }) => name))];

test.each(names)('%s can be read at once', (name) => {
  const texts = TEXTS.filter((each) => each.name === name);
  const tooHard = texts.filter(({ text, most }) => readingGrade(spoken(text)) > most);
  expect(
    tooHard.map(({ text, most }) => `${readingGrade(spoken(text)).toFixed(1)} > ${most}: ${text}`),
  ).toEqual([]);
});

test('all that advises is here', () => {
  expect(names).toEqual(
    expect.arrayContaining([
      ...['lightPanel', 'screenPanel', 'endText', 'stopPanel', 'morningPanel', 'checkInPanel', 'weeklyPanel'],
      ...[
        'reminder',
        'setPanels',
        'insightsPanel',
        'absenceText',
        'progressPanel',
        'detailPanel',
        'boardPanel',
      ],
    ]),
  );
  const emergency = ({ text, most }: ReadText) => most === 6 && text.includes('112');
  expect(TEXTS.some(emergency)).toBe(true);
});

describe('a text as it is read', () => {
  test.each([
    ['**Low back** · pain 2 → 3', 'Low back. pain 2 to 3.'],
    ['- `/pain` gives a light\n-# Only you see it.', 'gives a light. Only you see it.'],
    ['🔴 RED: stop', 'RED: stop.'],
  ])('%s', (text, read) => expect(spoken(text)).toBe(read));
});
