import { SlashCommandBuilder } from '@discordjs/builders';
import { InteractionContextType } from 'discord-api-types/v10';
import type { Command } from '../src/app.ts';
import { findMember, join } from '../src/athletes/join.ts';
import { joinedPanel, joinFirstPanel, joinForm } from '../src/athletes/messages.ts';
import { zone } from '../src/clubs/read-settings.ts';
import type { Invocation } from '../src/discord/drafts.ts';
import { reminderLabel } from '../src/reminders/messages.ts';
import { showReminders } from '../src/reminders/show-reminders.ts';
import { applyUsualReminders } from '../src/reminders/usual-reminders.ts';
import { suggestZones } from '../src/time/local.ts';

const data = new SlashCommandBuilder()
  .setName('join')
  .setDescription('Start your diary, or change what you answered before')
  .setContexts(InteractionContextType.Guild)
  .addStringOption((o) =>
    o
      .setName('time-zone')
      .setDescription('Only if you live in another zone than the club: your city')
      .setAutocomplete(true)
      .setMaxLength(60),
  );

export default {
  data,
  execute: {
    needs: 'club',
    async run({ invocation, respond, caller }, { app, club }) {
      const typed = invocation.options['time-zone'];
      const options: Invocation['options'] = typed === undefined ? {} : { 'time-zone': zone(String(typed)) };
      const draft = app.drafts.keep(caller.userId, { ...invocation, options });
      const answered = await findMember(app, club, caller.userId);
      if (respond.canShowForm) await respond.showForm(joinForm({ draft, answered }));
      else await respond.answer(joinFirstPanel(draft, null));
    },
  },
  autocomplete: {
    'time-zone': async ({ typed }) =>
      suggestZones(typed).map((name) => ({ name: name.replaceAll('_', ' '), value: name })),
  },
  components: {
    open: {
      needs: 'club',
      async run({ args, caller, respond }, { app, club }) {
        const answered = await findMember(app, club, caller.userId);
        await respond.showForm(joinForm({ draft: args.draft ?? '', answered }));
      },
    },
  },
  forms: {
    submit: {
      needs: 'club',
      async run({ id, channelId, args, caller, fields, respond }, { app, club, now }) {
        const chosen = (field: string) => [fields[field] ?? ''].flat().map(String);
        const draft = app.drafts.find(args.draft ?? '', caller.userId);
        const typedZone = draft?.command === 'join' ? draft.options['time-zone'] : undefined;
        const answers = {
          age: chosen('age')[0] ?? '',
          sharing: chosen('sharing')[0] ?? '',
          fracture: chosen('fracture')[0] ?? '',
          agrees: chosen('agree').includes('agree'),
          wantsDirect: chosen('agree').includes('remind'),
          zone: typedZone === undefined ? null : String(typedZone),
        };
        const athlete = await join(app, club, caller.userId, answers, now, applyUsualReminders);
        const reminders = await showReminders(app, athlete, now);
        await respond.answer(
          joinedPanel(
            athlete,
            club,
            reminders.map(({ reminder }) => reminderLabel(reminder)),
          ),
        );
        app.drafts.drop(args.draft ?? '');
        if (draft !== undefined && draft.command !== 'join')
          await app.resume({ id, channelId, caller, respond, invocation: draft });
      },
    },
  },
} satisfies Command;
