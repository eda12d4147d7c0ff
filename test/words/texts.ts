/**
 * Every text that advises, by the feature that says it: what the tests on words and on readability read. A feature adds
 * a function that renders all its variants, and a line here.
 */
import { checkInTexts, reminderTexts, weeklyTexts } from './check-in-texts.ts';
import { painTexts } from './pain-texts.ts';
import type { ReadText } from './plain.ts';

export const TEXTS: readonly ReadText[] = [
  ...painTexts(),
  ...reminderTexts(),
  ...checkInTexts(),
  ...weeklyTexts(),
];
