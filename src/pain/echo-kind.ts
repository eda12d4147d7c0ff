import type { App } from '../app.ts';
import { zoneOf } from '../athletes/rules.ts';
import type { Composed, DeliveryKind, DueDelivery } from '../deliveries/kind.ts';
import { readDue } from '../habits/compose.ts';
import { NOTHING_TO_ASK } from '../reminders/rules.ts';
import { localDate } from '../time/local.ts';
import { morningQuestions } from './morning-echo.ts';
import { echoMessage, echoNudge, echoWaiting } from './morning-messages.ts';

/** A question about this morning is worth asking until about noon. */
const GRACE_MINUTES = 240;

/**
 * The morning question: sent only after a painful day, and not when this morning has been reported already. The words
 * of a cancellation say nothing about anybody's health: they stand beside the delivery.
 */
export function echoKind(app: App): DeliveryKind {
  return {
    name: 'echo',
    graceMinutes: GRACE_MINUTES,
    compose: (delivery, now) => compose(app, delivery, now),
  };
}

async function compose(app: App, delivery: DueDelivery, now: Date): Promise<Composed> {
  const due = await readDue(app, delivery, now);
  if (due === null) return { cancel: 'gone' };
  const { athlete, club, reminder, day } = due;
  if (localDate(now, zoneOf(athlete, club)) !== day) return { cancel: NOTHING_TO_ASK };
  if (due.isUnquiet) return { cancel: 'quiet hours' };
  const questions = await morningQuestions({ app, club, athlete, now });
  if (questions.length === 0) return { cancel: NOTHING_TO_ASK };
  const { id } = delivery;
  if (reminder.to.target === 'channel') {
    const { channelId } = reminder.to;
    return { send: echoNudge(id, athlete.userId), to: { kind: 'channel', channelId } };
  }
  const { reminderChannelId: channelId } = club;
  const fallback = channelId === null ? null : { channelId, body: echoWaiting(id, athlete.userId) };
  return { send: echoMessage(questions, id), to: { kind: 'direct', userId: athlete.userId, fallback } };
}
