/** The weekly problem questions in our own words (handbook §3): OSTRC-style, not the validated questionnaire. */
import { customId } from '../discord/custom-ids.ts';
import { button, row, select } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { AREAS, type Area, areaLabel } from '../pain/areas.ts';
import { showDate } from '../time/show.ts';
import type { OpenWeek, WeeklyStep } from './answer-weekly.ts';
import type { WeeklyProblem } from './store.ts';
import { type Question, STEPS, type Step } from './weekly-rules.ts';

const LABEL = '-# OSTRC-style, not the validated questionnaire.';

const AMOUNTS = ['Not at all', 'A little', 'Quite a bit', 'A lot'] as const;

const WORDS: Readonly<
  Record<Question, { readonly ask: string; readonly steps: readonly [string, string, string, string] }>
> = {
  participation: {
    ask: 'Could you train and race with it?',
    steps: ['Yes, no trouble', 'Yes, but I felt it', 'I did less', 'I could not'],
  },
  modified: { ask: 'Did you change your training for it?', steps: AMOUNTS },
  performance: { ask: 'Did it make you slower or weaker?', steps: AMOUNTS },
  pain: { ask: 'How much did it hurt?', steps: AMOUNTS },
};

const ARM = /^(left|right)-(shoulder|upper-arm|elbow|forearm|wrist|hand)$/;
const LEG = /^(left|right)-(groin|hamstring|quad|outer-thigh|knee|shin|calf|achilles|ankle|heel|foot|toe)$/;

/** Every area in menus that Discord takes, 25 choices at most. */
const MENUS: readonly { readonly part: string; readonly label: string; readonly areas: readonly Area[] }[] = [
  {
    part: 'back',
    label: 'Back, hip, head or trunk',
    areas: AREAS.filter(({ id }) => !ARM.test(id) && !LEG.test(id)),
  },
  { part: 'leg', label: 'Leg or foot', areas: AREAS.filter(({ id }) => LEG.test(id)) },
  { part: 'arm', label: 'Arm or shoulder', areas: AREAS.filter(({ id }) => ARM.test(id)) },
];

/** The first question: any problem, and where. */
export function weekPanel({ week, known }: OpenWeek): Panel {
  const lines = ['**The last 7 days: any pain, soreness or other trouble with your body?**'];
  lines.push('Choose the spot that bothered you most, even if you could train.');
  if (known !== null) lines.push(`This week you said: ${outcomeText(known)} A new answer takes its place.`);
  return {
    content: [...lines, LABEL].join('\n'),
    components: [
      row(button(customId('checkin', 'weekly-none', { day: week }), 'No problem', 'main')),
      ...MENUS.map(({ part, label, areas }) =>
        row(
          select(
            customId('checkin', 'weekly-area', { day: week, part }),
            label,
            areas.map((area) => ({ label: area.label, value: area.id })),
          ),
        ),
      ),
    ],
  };
}

/** What comes after an answer. */
export function weeklyPanel(next: WeeklyStep): Panel {
  if (next.step === 'over') return overPanel(next.week);
  if (next.step === 'saved') return savedPanel(next.problem);
  const { week, area, given, question } = next;
  const { ask, steps } = WORDS[question];
  const answer = (step: Step) =>
    customId('checkin', 'weekly', { day: week, area, answers: [...given, step].join('-') });
  return {
    content: `**${areaLabel(area)}, the last 7 days.** ${ask} (${given.length + 1} of 4)\n${LABEL}`,
    components: [row(...STEPS.map((step, index) => button(answer(step), steps[index] ?? '')))],
  };
}

function overPanel(week: string): Panel {
  return {
    content: `Those questions were for the week of ${showDate(week)}. Here are this week’s:`,
    components: [row(button(customId('checkin', 'weekly-start', {}), 'Weekly questions', 'main'))],
  };
}

function savedPanel(problem: WeeklyProblem): Panel {
  const lines = [`**Saved for the week of ${showDate(problem.weekOf)}.** ${outcomeText(problem)}`];
  if (problem.substantial)
    lines.push('It got in the way of training or results. It is worth showing to a physio.');
  if (problem.area !== null) lines.push('Does it hurt now? `/pain` gives you a light.');
  return {
    content: [...lines, LABEL].join('\n'),
    components: [row(button(customId('checkin', 'weekly-start', {}), 'Answer again'))],
  };
}

function outcomeText({ area, severity, substantial }: WeeklyProblem): string {
  if (area === null) return 'no problem (0 of 100).';
  return `${areaLabel(area)} ${severity} of 100${substantial ? ', a substantial problem' : ''}.`;
}
