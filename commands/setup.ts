import { SlashCommandBuilder } from '@discordjs/builders';
import { ChannelType, InteractionContextType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { AdministratorContext, Command } from '../src/app.ts';
import { changeClub } from '../src/clubs/change-club.ts';
import { channelTrouble, setupPanel, timesForm } from '../src/clubs/messages.ts';
import { readSettings, settingsOfForm } from '../src/clubs/read-settings.ts';
import type { Club } from '../src/clubs/store.ts';
import type { Press } from '../src/discord/command.ts';
import { UserError } from '../src/faults.ts';
import { movePlansWithClub } from '../src/plans/schedule-plan.ts';
import type { Typed } from '../src/reading.ts';
import { howManyUndelivered, sendAgain, showUndelivered } from '../src/reminders/undelivered.ts';
import { undeliveredPanel } from '../src/reminders/undelivered-messages.ts';
import { moveRemindersWithClub } from '../src/reminders/usual-reminders.ts';
import { scheduleSummary } from '../src/summaries/schedule-summary.ts';
import { suggestZones } from '../src/time/local.ts';

const data = new SlashCommandBuilder()
  .setName('setup')
  .setDescription('Switch Backstraight on for this server, or change its settings')
  .setContexts(InteractionContextType.Guild)
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  .addRoleOption((o) => o.setName('coach-role').setDescription('Who may read the summaries'))
  .addChannelOption((o) =>
    o
      .setName('summary-channel')
      .setDescription('Where the daily summary goes: a channel for coaches only')
      .addChannelTypes(ChannelType.GuildText),
  )
  .addStringOption((o) =>
    o.setName('summary-time').setDescription('Time of the summary, like 7:30').setMaxLength(10),
  )
  .addChannelOption((o) =>
    o
      .setName('reminder-channel')
      .setDescription('Where a reminder goes when direct messages are closed')
      .addChannelTypes(ChannelType.GuildText),
  )
  .addStringOption((o) =>
    o
      .setName('time-zone')
      .setDescription('The club’s time zone, by city')
      .setAutocomplete(true)
      .setMaxLength(60),
  )
  .addStringOption((o) =>
    o.setName('core-days').setDescription('Days for core work, like mon wed fri').setMaxLength(60),
  )
  .addStringOption((o) =>
    o.setName('core-time').setDescription('Time for core work, like 18:00').setMaxLength(10),
  )
  .addIntegerOption((o) =>
    o
      .setName('stretch-after')
      .setDescription('Minutes from a session to its stretch reminder')
      .setMinValue(5)
      .setMaxValue(240),
  )
  .addStringOption((o) =>
    o.setName('quiet-from').setDescription('Start of quiet hours, like 21:00').setMaxLength(10),
  )
  .addStringOption((o) =>
    o.setName('quiet-to').setDescription('End of quiet hours, like 7:00').setMaxLength(10),
  )
  .addIntegerOption((o) =>
    o.setName('retention').setDescription('Months that entries are kept').setMinValue(1).setMaxValue(12),
  )
  .addIntegerOption((o) =>
    o
      .setName('amber-at')
      .setDescription('Pain from which the light is amber: 3, or stricter 2')
      .setMinValue(2)
      .setMaxValue(3),
  )
  .addIntegerOption((o) =>
    o
      .setName('red-at')
      .setDescription('Pain from which the light is red: 6, or stricter 5')
      .setMinValue(5)
      .setMaxValue(6),
  );

/** Saves what was typed or chosen and shows the panel as it then stands. */
async function change(context: AdministratorContext, typed: Typed, confirm = false) {
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

async function panelOf({ app, clubId, now }: AdministratorContext, club: Club | null) {
  const channels = [club?.summaryChannelId, club?.reminderChannelId].filter((id) => typeof id === 'string');
  const troubles = channels.flatMap((id): [string, string][] => {
    const isPublicSummary = id === club?.summaryChannelId && app.isPublic(clubId, id);
    const trouble = channelTrouble({ missing: app.missingPermissions(clubId, id), isPublicSummary });
    return trouble === undefined ? [] : [[id, trouble]];
  });
  return setupPanel(club, new Map(troubles), await howManyUndelivered(app, club, now));
}

/** What was not delivered, as a new answer: under the panel, or to a notice in a channel. */
const look = {
  needs: 'administrator' as const,
  async run({ respond }: Press, { app, club, now }: AdministratorContext) {
    if (club === null) throw new UserError({ code: 'stale' });
    await respond.answer(undeliveredPanel(await showUndelivered(app, club, now)));
  },
};

/** A menu of the panel: what was chosen is saved at once. */
function choice(option: string) {
  return {
    needs: 'administrator' as const,
    async run(press: Press, context: AdministratorContext) {
      const [value] = press.values;
      await press.respond.redraw(
        value ? await change(context, { [option]: value }) : await panelOf(context, context.club),
      );
    },
  };
}

export default {
  data,
  execute: {
    needs: 'administrator',
    async run({ invocation, respond }, context) {
      const typed = Object.keys(invocation.options).length > 0;
      await respond.answer(
        typed ? await change(context, invocation.options) : await panelOf(context, context.club),
      );
    },
  },
  autocomplete: {
    'time-zone': async ({ typed }) =>
      suggestZones(typed).map((zone) => ({ name: zone.replaceAll('_', ' '), value: zone })),
  },
  components: {
    'coach-role': choice('coach-role'),
    'summary-channel': choice('summary-channel'),
    'reminder-channel': choice('reminder-channel'),
    zone: choice('time-zone'),
    times: {
      needs: 'administrator',
      async run({ respond }, { club }) {
        if (club === null)
          throw new UserError({
            code: 'missing',
            field: 'coach-role',
            example: 'choose it in the menu first',
          });
        await respond.showForm(timesForm(club));
      },
    },
    undelivered: look,
    look,
    again: {
      needs: 'administrator',
      async run({ values: [key], respond }, { app, club, now }) {
        if (club === null || key === undefined) throw new UserError({ code: 'stale' });
        const asked = await sendAgain(app, club, key, now);
        await respond.redraw(undeliveredPanel(await showUndelivered(app, club, now), asked));
      },
    },
    confirm: {
      needs: 'administrator',
      async run({ respond }, context) {
        await respond.redraw(await change(context, {}, true));
      },
    },
  },
  forms: {
    'save-times': {
      needs: 'administrator',
      async run({ fields, respond }, context) {
        const typed = Object.entries(fields).map(([name, value]) => [name, String(value)] as const);
        await respond.redraw(await change(context, settingsOfForm(Object.fromEntries(typed))));
      },
    },
  },
} satisfies Command;
