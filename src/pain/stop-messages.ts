/** The three taps of `/should-i-stop`, for a phone in a wet hand between two repetitions. */
import { customId } from '../discord/custom-ids.ts';
import { button, row, select } from '../discord/layout.ts';
import type { Panel } from '../discord/panel.ts';
import { areaById, areaLabel } from './areas.ts';
import { FORM_AREAS } from './form-messages.ts';
import type { Feel, StopState } from './should-i-stop.ts';

const SCALE = '-# 0 no pain, 10 worst imaginable';

/** Rows of the scale: fewer in a row are bigger under a thumb. */
const SCALE_ROWS: readonly (readonly number[])[] = [
  [0, 1, 2, 3],
  [4, 5, 6, 7],
  [8, 9, 10],
];

/** The page for what is still to be tapped. */
export function stopPanel(state: StopState, isFlagged = false): Panel {
  const { start, now } = state;
  if (start === null) return startQuestion(state, isFlagged);
  return now === null ? nowQuestion({ ...state, start }, isFlagged) : feelQuestion({ ...state, start, now });
}

function startQuestion(state: StopState, isFlagged: boolean): Panel {
  const { day, area } = state;
  return {
    content: `${warning(isFlagged)}**${areaLabel(area)}**: how much when this session began?\n${SCALE}`,
    components: [
      ...scale((value) => customId('should-i-stop', 'start', { day, area, start: value })),
      elsewhere(day),
    ],
  };
}

function nowQuestion(state: StopState & { readonly start: number }, isFlagged: boolean): Panel {
  const { day, area } = state;
  const start = `${state.start}`;
  return {
    content: `${warning(isFlagged)}**${areaLabel(area)}**: ${start} at the start. How much **now**?\n${SCALE}`,
    components: [
      ...scale((value) => customId('should-i-stop', 'now', { day, area, start, now: value })),
      elsewhere(day),
      row(button(customId('should-i-stop', 'back', { day, area, start: '' }), `Start was ${start}: change`)),
    ],
  };
}

function feelQuestion({ day, area, start, now }: StopState & { start: number; now: number }): Panel {
  const isLimb = areaById(area)?.screenGroup === 'other';
  const feel = (what: Feel, label: string) =>
    button(
      customId('should-i-stop', 'feel', { day, area, start: `${start}`, now: `${now}`, feel: what }),
      label,
      'main',
    );
  return {
    content: `**${areaLabel(area)}**: ${start} at the start, ${now} now. How is it?`,
    components: [
      row(feel('steady', 'Steady'), feel('growing', 'Growing')),
      row(feel('stride', 'Limping or stride changed')),
      row(feel('leg', `${isLimb ? 'Numb' : 'Leg numb'}, tingling or weak`)),
      row(button(customId('should-i-stop', 'back', { day, area, start: `${start}` }), 'Back')),
    ],
  };
}

/** To a tap on a message of another day. */
export function stopAgainPanel(): Panel {
  return {
    content: 'That was begun on another day, and nothing was saved. Start again with how it is now.',
    components: [row(button(customId('should-i-stop', 'begin', {}), 'Start again', 'main'))],
  };
}

function warning(isFlagged: boolean): string {
  return isFlagged ? '**A warning sign is open: no training until a clinician has reviewed it.**\n' : '';
}

function scale(id: (value: string) => string) {
  return SCALE_ROWS.map((values) => row(...values.map((value) => button(id(`${value}`), `${value}`))));
}

function elsewhere(day: string) {
  const areas = FORM_AREAS.map(({ id, label }) => ({ value: id, label }));
  return row(select(customId('should-i-stop', 'area', { day }), 'Somewhere else?', areas));
}
