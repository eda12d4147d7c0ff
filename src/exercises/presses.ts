/** The presses on a set of exercises: the same for both menus, in the server and in direct messages. */
import type { AnyoneContext, App, Command } from '../app.ts';
import type { Press } from '../discord/command.ts';
import type { Panel } from '../discord/panel.ts';
import { UserError } from '../faults.ts';
import { answerSet } from './answer-set.ts';
import {
  bringBack,
  changeMinutes,
  leaveOut,
  rememberForSet,
  type SetPress,
  shiftSet,
  showSet,
  swapOne,
} from './change-set.ts';
import { finishSet } from './finish-set.ts';
import { ANSWERS } from './level-rules.ts';
import { KIT } from './menu.ts';
import { answeredPanel, donePanel, givenPanel, leftOutPanel } from './messages.ts';
import { MINUTES } from './rules.ts';
import type { Opened } from './set-rows.ts';
import { showReminded } from './show-reminded.ts';

/** A press that draws the set's message anew; everybody may press, and only its athlete is heard. */
function redraw(act: (app: App, set: SetPress, press: Press) => Promise<Panel>) {
  return {
    needs: 'nobody' as const,
    async run(press: Press, { app, now }: AnyoneContext) {
      const { args, caller, respond } = press;
      await respond.redraw(await act(app, { setId: args.set ?? '', userId: caller.userId, now }, press));
    },
  };
}

const open = (opened: Opened) => redraw(async (app, set) => givenPanel(await showSet(app, set), opened));

/** The one of these that was pressed or chosen. Throws `stale` for anything else. */
function oneOf<T extends string>(choices: readonly T[], chosen: string | undefined): T {
  const found = choices.find((choice) => choice === chosen);
  if (found === undefined) throw new UserError({ code: 'stale' });
  return found;
}

/** By action; `show` opens today's set from a reminder. */
export const setPresses = {
  show: {
    needs: 'nobody',
    async run({ id, args, caller, respond }, { app, now }) {
      const given = await showReminded(app, args.delivery ?? '', caller.userId, id, now);
      await respond.answer(givenPanel(given));
    },
  },
  done: redraw(async (app, set, { id }) => donePanel(await finishSet(app, set, id))),
  how: redraw(async (app, set, { args }) =>
    answeredPanel(await answerSet(app, set, oneOf(ANSWERS, args.answer))),
  ),
  swap: open('swap'),
  'swap-out': redraw(async (app, set, { values }) => givenPanel(await swapOne(app, set, Number(values[0])))),
  shift: redraw(async (app, set, { args }) => givenPanel(await shiftSet(app, set, Number(args.by)))),
  'not-today': redraw(async (app, set) => leftOutPanel(await leaveOut(app, set))),
  back: redraw(async (app, set) => givenPanel(await bringBack(app, set))),
  'made-by': open('made-by'),
  'save-kit': redraw(async (app, set, { values }) => {
    const kit = KIT.filter((each) => values.includes(each)).join(',');
    return givenPanel(await rememberForSet(app, set, { kit }));
  }),
  arching: redraw(async (app, set, { args }) =>
    givenPanel(await rememberForSet(app, set, { arching: oneOf(['hurts', 'fine'] as const, args.how) })),
  ),
  'save-minutes': redraw(async (app, set, { values }) => {
    const minutes = MINUTES.find((each) => `${each}` === values[0]);
    return givenPanel(await (minutes === undefined ? showSet(app, set) : changeMinutes(app, set, minutes)));
  }),
} satisfies Command['components'];
