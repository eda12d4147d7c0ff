/** The check-in, the weekly questions and the reminders in all their words. */
import type { SavedCheckIn } from '../../src/checkins/check-in.ts';
import { checkInFirstPanel, checkInPanel, choicePanel, pastDayPanel } from '../../src/checkins/messages.ts';
import { weeklyPanel, weekPanel } from '../../src/checkins/weekly-messages.ts';
import { answersOf, outcomeOf, QUESTIONS, type Step } from '../../src/checkins/weekly-rules.ts';
import { type ReminderFacts, reminderMessage } from '../../src/habits/messages.ts';
import { NOW } from './people.ts';
import { onceEach, type ReadText, textsOfPanel } from './plain.ts';

const DAY = '2026-05-04';

function savedWith(z: number | null, more: Partial<SavedCheckIn> = {}): SavedCheckIn {
  const entry = { localDate: DAY, fatigue: 3, sleep: 4, soreness: 3, stress: 4, mood: 3 };
  const mean = z === null ? 17 : 17 - z;
  return {
    entry,
    usual: { entries: 20, mean, spread: z === null ? 0.1 : 1, z },
    asksWhatIsUp: false,
    isWeeklyDue: false,
    ...more,
  };
}

/** The morning check-in (handbook §5). */
export function checkInTexts(): ReadText[] {
  const none = { entries: 3, mean: null, spread: null, z: null };
  const saved = [
    savedWith(null, { usual: none }),
    ...[null, -2, -1, 0, 1, 2].map((z) => savedWith(z)),
    savedWith(-2, { asksWhatIsUp: true, isWeeklyDue: true }),
  ];
  const choices = [true, false].flatMap((on) => [{ mind: on }, { weekly: on }, { mind: on, weekly: !on }]);
  return onceEach([
    ...textsOfPanel('checkInFirstPanel', checkInFirstPanel()),
    ...textsOfPanel('pastDayPanel', pastDayPanel(DAY)),
    ...saved.flatMap((each) => textsOfPanel('checkInPanel', checkInPanel(each))),
    ...choices.flatMap((chosen) => textsOfPanel('choicePanel', choicePanel(chosen))),
  ]);
}

/** The weekly problem questions (handbook §3). */
export function weeklyTexts(): ReadText[] {
  const saved = (area: string | null, given: readonly Step[]) => {
    const answers = answersOf(given);
    return { weekOf: DAY, area, answeredAt: NOW, ...answers, ...outcomeOf(answers) };
  };
  const weeks = [saved(null, [0]), saved('low-back', [8, 8, 8, 17]), saved('low-back', [25])];
  return onceEach([
    ...textsOfPanel('weekPanel', weekPanel({ week: DAY, known: null })),
    ...weeks.flatMap((known) => textsOfPanel('weekPanel', weekPanel({ week: DAY, known }))),
    ...weeks.flatMap((problem) => textsOfPanel('weeklyPanel', weeklyPanel({ step: 'saved', problem }))),
    ...textsOfPanel('weeklyPanel', weeklyPanel({ step: 'over', week: DAY })),
    ...QUESTIONS.flatMap((question, index) => {
      const given = Array.from({ length: index }, (): Step => 8);
      const ask = { step: 'ask', week: DAY, area: 'left-outer-thigh', given, question } as const;
      return textsOfPanel('weeklyPanel', weeklyPanel(ask));
    }),
  ]);
}

/** What a reminder says, early and late, with a set and without, in a channel and directly. */
export function reminderTexts(): ReadText[] {
  const yesNo = [true, false];
  const set = { names: ['Bird dog', 'Dead bug', 'Side bridge'], minutes: 10 };
  const sets = [null, { ...set, seated: false }, { ...set, seated: true }];
  const texts = (['core', 'stretch'] as const).flatMap((habit) =>
    yesNo.flatMap((isLate) =>
      yesNo.flatMap((inChannel) =>
        sets.map((each): ReminderFacts => {
          const whose = { deliveryId: 'd', userIds: ['1'], wasDueAt: null };
          return { ...whose, habit, isLate, inChannel, set: each };
        }),
      ),
    ),
  );
  return onceEach(
    texts.map((facts) => ({ name: 'reminder', text: reminderMessage(facts).content ?? '', most: 8 })),
  );
}
