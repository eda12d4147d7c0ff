/**
 * Every text that advises, by the feature that says it: what the tests on words and on readability read. A feature adds
 * a function that renders all its variants, and a line here.
 */
import { checkInTexts, reminderTexts, weeklyTexts } from './check-in-texts.ts';
import { exerciseTexts } from './exercise-texts.ts';
import { boardTexts, historyTexts, summaryTexts } from './history-texts.ts';
import { insightTexts } from './insight-texts.ts';
import { laterTexts } from './later-texts.ts';
import { painTexts } from './pain-texts.ts';
import type { ReadText } from './plain.ts';
import { planTexts } from './plan-texts.ts';
import { progressTexts } from './progress-texts.ts';
import { remindTexts } from './remind-texts.ts';

import { troubleTexts } from './trouble-texts.ts';

export const TEXTS: readonly ReadText[] = [
  ...painTexts(),
  ...reminderTexts(),
  ...laterTexts(),
  ...checkInTexts(),
  ...weeklyTexts(),
  ...exerciseTexts(),
  ...insightTexts(),
  ...progressTexts(),
  ...historyTexts(),
  ...boardTexts(),
  ...planTexts(),
  ...troubleTexts(),
  ...summaryTexts(),
  ...remindTexts(),
];
