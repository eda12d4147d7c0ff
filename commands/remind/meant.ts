/** Which reminder is meant, and what is suggested while somebody types. */
import type { Command, MemberContext } from '../../src/app.ts';
import { isCoach } from '../../src/athletes/admit.ts';
import { recogniseCaller } from '../../src/athletes/caller.ts';
import { zoneOf } from '../../src/athletes/rules.ts';
import type { Typed } from '../../src/reading.ts';
import { reminderLabel } from '../../src/reminders/label-messages.ts';
import { ALL, meantReminder, suggestedReminders } from '../../src/reminders/pause.ts';
import { showHub } from '../../src/reminders/show-reminders.ts';
import { whenChoices } from '../../src/reminders/when-messages.ts';

/** The id of the reminder that was typed or chosen. Throws `unknown-choice` when several fit. */
export async function meant({ reminder }: Typed, context: MemberContext): Promise<string> {
  const { own, clubs } = await showHub(context);
  return meantReminder([...own, ...clubs], String(reminder), reminderLabel);
}

/** By option. */
export const autocomplete = {
  async reminder({ caller, subcommand, typed }, app) {
    const { club, athlete } = await recogniseCaller(app, caller);
    if (club === null) return [];
    const who = { app, club, athlete, isCoach: isCoach(club, caller), now: app.clock.now() };
    const { own, clubs } = await showHub(who);
    const canMeanAll = subcommand === 'pause' || subcommand === 'resume';
    const all = canMeanAll && own.length > 1 ? [{ name: 'All of yours', value: ALL }] : [];
    const each = suggestedReminders([...own, ...clubs], reminderLabel);
    return [...all, ...each].filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()));
  },
  async when({ caller, typed }, app) {
    const { club, athlete } = await recogniseCaller(app, caller);
    const zone = club === null ? 'UTC' : athlete === null ? club.zone : zoneOf(athlete, club);
    return whenChoices(typed, app.clock.now(), zone);
  },
} satisfies Command['autocomplete'];
