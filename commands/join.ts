import { SlashCommandBuilder } from '@discordjs/builders';
import { InteractionContextType } from 'discord-api-types/v10';
import type { Command } from '../src/app.ts';
import { findMember, join, leave } from '../src/athletes/join.ts';
import {
  joinedPanel,
  joinFirstPanel,
  joinForm,
  joinRefusedPanel,
  leaveQuestion,
  leftPanel,
} from '../src/athletes/messages.ts';
import { zone } from '../src/clubs/read-settings.ts';
import { zoneChoices } from '../src/clubs/zone-messages.ts';
import type { Invocation } from '../src/discord/drafts.ts';
import { faultText } from '../src/fault-messages.ts';
import { UserError } from '../src/faults.ts';
import { reminderLabel } from '../src/reminders/label-messages.ts';
import { showReminders } from '../src/reminders/show-reminders.ts';
import { applyUsualReminders } from '../src/reminders/usual-reminders.ts';

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

/** A fault of the person's as a value; anything else stays an error. */
function refusalOf(error: unknown): UserError {
  if (error instanceof UserError) return error;
  throw error;
}

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
  autocomplete: { 'time-zone': async ({ typed }) => zoneChoices(typed) },
  components: {
    open: {
      needs: 'club',
      async run({ args, caller, respond }, { app, club }) {
        const answered = await findMember(app, club, caller.userId);
        await respond.showForm(joinForm({ draft: args.draft ?? '', answered }));
      },
    },
    leave: { needs: 'athlete', run: ({ respond }) => respond.answer(leaveQuestion()) },
    'leave-yes': {
      needs: 'athlete',
      async run({ caller, respond }, { app, club }) {
        await leave(app, club, caller.userId);
        await respond.redraw(leftPanel());
      },
    },
  },
  forms: {
    submit: {
      needs: 'club',
      async run({ channelId, args, caller, fields, respond }, { app, club, now }) {
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
        const waiting = draft?.command === 'join' ? null : (draft ?? null);
        const joining = join(app, club, caller.userId, answers, now, applyUsualReminders);
        const athlete = await joining.catch(refusalOf);
        if (athlete instanceof UserError) {
          const isTooYoung = athlete.fault.code === 'under-13';
          if (isTooYoung) app.drafts.drop(args.draft ?? '');
          const again = isTooYoung ? null : (args.draft ?? '');
          const isMember = (await findMember(app, club, caller.userId)) !== null;
          const why = faultText(athlete.fault);
          return await respond.answer(joinRefusedPanel({ why, draft: again, waiting, isMember }));
        }
        const reminders = (await showReminders(app, athlete, now)).map(({ reminder }) =>
          reminderLabel(reminder),
        );
        const isLost = args.draft !== '' && draft === undefined;
        const isPress = args.draft === '';
        await respond.answer(joinedPanel({ athlete, club, reminders, isLost, isPress }));
        // The same form sent twice goes on with the same command twice: one id makes it one entry.
        const once = `draft:${args.draft}`;
        if (waiting !== null) await app.resume({ id: once, channelId, caller, respond, invocation: waiting });
      },
    },
  },
} satisfies Command;
