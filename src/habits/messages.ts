import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import type { Fracture } from '../athletes/rules.ts';
import { customId } from '../discord/custom-ids.ts';
import { button, row } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';

/** What a reminder says depends on the hour, on being late, and on what suits the athlete. */
export interface ReminderFacts {
  readonly deliveryId: string;
  readonly userId: string;
  /** In a channel the athlete is named, and that one mention is meant. */
  readonly inChannel: boolean;
  /** After 9 p.m. (handbook §7). */
  readonly isLate: boolean;
  /** Wall time at which it was due, when it comes noticeably later; null: on time. */
  readonly wasDueAt: string | null;
  readonly fracture: Fracture;
  /** No exercises today: something hurts. */
  readonly isGentle: boolean;
}

/** Time for core work. */
export function coreReminder(facts: ReminderFacts): RESTPostAPIChannelMessageJSONBody {
  const text = facts.isLate
    ? '**Core work today?** It is late: eat first. 5 minutes count, and tomorrow counts too.'
    : '**Core work today.** 10 minutes count. Stop anything that hurts.';
  return message(facts, text);
}

/**
 * After a session: stretching, for range and routine (handbook §7: no promise of protection). A channel is public, so
 * there it says the same to everybody; after a light that was not green it names no exercise.
 */
export function stretchReminder(facts: ReminderFacts): RESTPostAPIChannelMessageJSONBody {
  if (facts.inChannel) {
    const opening = facts.isLate ? 'It is late: eat first, then stretch.' : 'Time to stretch.';
    return message(facts, `**${opening}** 4 to 6 minutes count.`);
  }
  const { standing, seated } = facts.isGentle ? GENTLE : stretchSet(facts.fracture);
  const text = facts.isLate
    ? `**It is late: eat first, then stretch.** ${seated}`
    : `**Time to stretch.** ${standing}`;
  return message(facts, text);
}

const EASY = 'Easy mobility, only if it does not hurt.';
const GENTLE = { standing: EASY, seated: EASY };

/** What suits the athlete; bending far forward stays out until a broken vertebra is cleared. */
function stretchSet(fracture: Fracture): { readonly standing: string; readonly seated: string } {
  const isOut = fracture === 'uncleared';
  const standing = isOut
    ? 'Hamstring with a strap, calf on the wall'
    : 'Hamstring with a strap, figure-4 on a chair, calf on the wall';
  const seated = isOut
    ? 'Or calf on the wall while dinner is on'
    : 'Or do the seated set while dinner is on: hamstring reach and figure-4 on a chair';
  return {
    standing: `${standing}: 30 s each side, twice. Stop anything that hurts.`,
    seated: `${seated}${isOut ? ':' : ','} 30 s each side, twice. 4 to 6 minutes count. Never lie down while chewing.`,
  };
}

/** For closed direct messages: a channel is public, so it says only that something waits. */
export function publicNudge(deliveryId: string, userId: string): RESTPostAPIChannelMessageJSONBody {
  return {
    content: `<@${userId}> Your reminder is here, because I cannot send you direct messages. Open them in this server’s privacy settings.`,
    components: [row(doneButton(deliveryId, false))],
    allowed_mentions: { users: [userId] },
  };
}

function message(facts: ReminderFacts, text: string): RESTPostAPIChannelMessageJSONBody {
  const { deliveryId, userId, inChannel, wasDueAt } = facts;
  const late = wasDueAt === null ? '' : `\n-# Late: it was due at ${wasDueAt}.`;
  return {
    content: `${inChannel ? `<@${userId}> ` : ''}${text}${late}`,
    components: [row(doneButton(deliveryId, false))],
    allowed_mentions: inChannel ? { users: [userId] } : { parse: [] },
  };
}

function doneButton(deliveryId: string, done: boolean) {
  return button(customId('remind', 'done', { delivery: deliveryId }), done ? 'Done ✓' : 'Done', 'main', done);
}

/** What the reminder turns into when Done is pressed, the first time or again. */
export function doneMessage(done: 'core' | 'stretch', deliveryId: string): Panel {
  const habit = done === 'core' ? 'Core work' : 'Stretching';
  return { content: `${habit}: done. Noted.`, components: [row(doneButton(deliveryId, true))] };
}
