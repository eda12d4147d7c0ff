/** The morning question: a row of buttons for each area, and what an answer leads to. */
import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import type { Athlete } from '../athletes/store.ts';
import { customId } from '../discord/custom-ids.ts';
import { button, row, select } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { addressedMessage, SHOW_IT, waitingMessage } from '../habits/messages.ts';
import { areaLabel } from './areas.ts';
import { painNumbers } from './form-messages.ts';
import { painPanel } from './messages.ts';
import type { MorningSaid } from './morning-echo.ts';
import { type MorningQuestion, numbersFor } from './morning-rules.ts';
import type { Trend } from './rules.ts';

/** Stands for the delivery in a row that no delivery brought, like one of `/checkin`. */
export const NO_DELIVERY = '-';

const LABELS: readonly (readonly [Trend, string])[] = [
  ['gone', 'Gone'],
  ['better', 'Better'],
  ['same', 'Same'],
  ['worse', 'Worse'],
];

/** "Yesterday your low back hurt (4). How is it this morning?", or a numbered line for each of several areas. */
export function morningText(questions: readonly MorningQuestion[]): string {
  const [only, second] = questions;
  if (only === undefined) return 'Nothing to ask this morning. If something hurts, `/pain`.';
  if (second === undefined) return answered(only) ?? `Yesterday ${about(only)}. How is it this morning?`;
  const lines = questions.map((one, index) => `${index + 1}. ${answered(one) ?? `Yesterday ${about(one)}.`}`);
  return ['**How is it this morning?**', ...lines].join('\n');
}

/**
 * A row of Gone, Better, Same and Worse for each area, at most 5 rows; with several areas each row carries the number of
 * its line. With a delivery's id a press draws the whole message anew; with `NO_DELIVERY` it leaves the message alone
 * and answers beside it.
 */
export function morningRows(questions: readonly MorningQuestion[], delivery: string = NO_DELIVERY) {
  return questions.map((question, index) => {
    const number = questions.length === 1 ? '' : `${index + 1} `;
    return row(
      ...LABELS.map(([trend, label]) => answerButton(question, trend, `${number}${label}`, delivery)),
    );
  });
}

function answerButton(
  { reportId, last, answer }: MorningQuestion,
  trend: Trend,
  label: string,
  delivery: string,
) {
  const id = customId('pain', 'echo', { delivery, report: reportId, answer: trend });
  const isImpossible = (trend === 'better' && last === 0) || (trend === 'worse' && last === 10);
  const isChosen = answer?.trend === trend;
  return button(id, isChosen ? `${label} ✓` : label, 'plain', answer !== null || isImpossible);
}

function about({ area, worst, last }: MorningQuestion): string {
  const where = `your ${lowered(areaLabel(area))}`;
  if (worst === null) return `you reported ${where}`;
  const later = last === null || last === worst ? '' : `, later ${last}`;
  return worst === 0 ? `you reported ${where} (0)` : `${where} hurt (${worst}${later})`;
}

function answered({ area, answer }: MorningQuestion): string | null {
  if (answer === null) return null;
  return `${areaLabel(area)}: ${answer.trend === null ? 'you have told me today' : answer.trend}. Noted.`;
}

/** The question, in a direct message, beside a nudge, or drawn anew after an answer. */
export function morningPanel(questions: readonly MorningQuestion[], delivery: string): Panel {
  return { content: morningText(questions), components: morningRows(questions, delivery) };
}

/** After an answer: the number if one is still to be said, else the light. */
export function morningAnswerPanel({ answer, last }: MorningSaid, athlete: Athlete): Panel {
  const { report, result } = answer;
  if (!result.missing.includes('now') || report.trend === null) return painPanel(answer, athlete);
  const { from, to } = numbersFor(report.trend, last);
  return {
    content: `**${areaLabel(report.area)}.** Noted: ${report.trend}. What number is it now? Then you get a light.`,
    components: [
      row(
        select(
          customId('pain', 'now', { report: report.id }),
          '0 no pain, 10 worst imaginable',
          painNumbers(from, to),
        ),
      ),
    ],
  };
}

/** To a press on a question of an earlier morning. */
export function morningPassedPanel(): Panel {
  return { content: 'That morning has passed. For how it is now, run `/pain` in your club’s server.' };
}

/** By direct message: health is between the bot and the athlete here. */
export function echoMessage(
  questions: readonly MorningQuestion[],
  deliveryId: string,
): RESTPostAPIChannelMessageJSONBody {
  const { content = '', components = [] } = morningPanel(questions, deliveryId);
  return { content, components, allowed_mentions: { parse: [] } };
}

/** In a channel, which is public: only that something waits, behind a button that answers the athlete alone. */
export function echoNudge(deliveryId: string, userId: string): RESTPostAPIChannelMessageJSONBody {
  const text = 'Good morning. A question waits for you. Only you see it.';
  return addressedMessage({ userIds: [userId], inChannel: true }, text, [openRow(deliveryId, 'Open')]);
}

/** For closed direct messages: to everybody else it looks as a reminder in one's own words does. */
export function echoWaiting(deliveryId: string, userId: string): RESTPostAPIChannelMessageJSONBody {
  return waitingMessage(userId, [openRow(deliveryId, SHOW_IT)]);
}

function openRow(deliveryId: string, label: string) {
  return row(button(customId('pain', 'echo-open', { delivery: deliveryId }), label, 'main'));
}

function lowered(label: string): string {
  return label === label.toUpperCase() ? label : `${label[0]?.toLowerCase()}${label.slice(1)}`;
}
