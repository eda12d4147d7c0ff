/** The panel of the settings, and changing them. */
import type { AdministratorContext } from '../../src/app.ts';
import { changeClub } from '../../src/clubs/change-club.ts';
import { channelTrouble, setupPanel } from '../../src/clubs/messages.ts';
import { readSettings } from '../../src/clubs/read-settings.ts';
import type { Club } from '../../src/clubs/store.ts';
import type { Panel } from '../../src/discord/panel.ts';
import { movePlansWithClub } from '../../src/plans/schedule-plan.ts';
import type { Typed } from '../../src/reading.ts';
import { howManyUndelivered } from '../../src/reminders/undelivered.ts';
import { moveRemindersWithClub } from '../../src/reminders/usual-reminders.ts';
import { scheduleSummary } from '../../src/summaries/schedule-summary.ts';

/** Saves what was typed or chosen and gives the panel as it then stands; `confirm`: the policy was read. */
export async function change(context: AdministratorContext, typed: Typed, confirm = false): Promise<Panel> {
  const settings = readSettings(typed, context.club);
  const changes = confirm ? { ...settings, policyReadAt: context.now } : settings;
  const club = await changeClub(
    context.app,
    context.clubId,
    changes,
    context.now,
    async (tx, changed, now) => {
      await scheduleSummary(tx, changed, now);
      await moveRemindersWithClub(tx, changed, now);
      await movePlansWithClub(tx, changed, now);
    },
  );
  return panelOf(context, club);
}

/** The settings as they are, what of them is gone, and what keeps the bot from posting. */
export async function panelOf({ app, clubId, now }: AdministratorContext, club: Club | null): Promise<Panel> {
  const isThere = (id: string | null | undefined) => typeof id === 'string';
  const channels = [club?.summaryChannelId, club?.reminderChannelId].filter(isThere);
  const roles = [club?.coachRoleId].filter(isThere);
  const gone = new Set([
    ...channels.filter((id) => !app.hasChannel(clubId, id)),
    ...roles.filter((id) => !app.hasRole(clubId, id)),
  ]);
  const troubles = channels.flatMap((id): [string, string][] => {
    const isPublicSummary = id === club?.summaryChannelId && app.isPublic(clubId, id);
    const trouble = channelTrouble({ missing: app.missingPermissions(clubId, id), isPublicSummary });
    return trouble === undefined ? [] : [[id, trouble]];
  });
  const undelivered = await howManyUndelivered(app, club, now);
  return setupPanel(club, { troubles: new Map(troubles), gone, undelivered });
}
