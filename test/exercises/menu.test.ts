import { expect, test } from 'vitest';
import { exerciseOf, KIT, kitFor, MENU, readKit } from '../../src/exercises/menu.ts';

/** Handbook §7, as it stands there. */
const HANDBOOK = `
|1|McGill curl-up|core|–|front|5-3-1 × 10 s|hands under back, lift the head only|F|
|2|Side bridge, knees then feet|core|–|side|5-3-1 × 10 s|hips stacked|shoulder pain|
|3|Bird dog|core|–|back|5-3-1 × 10 s|back still, reach long|E|
|4|Dead bug|core|–|front|3×6/side|low back stays put||
|5|Front plank|core|–|front|5×10 s|ribs down|E|
|6|Glute bridge|core|–|glutes|3×10|squeeze, don’t arch|E|
|7|Single-leg bridge|core|–|glutes|2×8/side|pelvis level|E|
|8|Pallof press|core|band|rotation|3×8/side|resist the turn|F|
|9|Suitcase carry|core|dumbbell|side|3×20 m/side|walk tall|F|
|10|Side-lying leg lift|core|–|hip|2×12/side|toe forward||
|11|Toe taps|pilates|mat|front|2×8/side|knees at 90°, slow||
|12|Hundred, head down|pilates|mat|front|5×10 pulses|feet on the floor|F|
|13|Single-leg stretch, head down|pilates|mat|front|2×8/side|pelvis quiet|F|
|14|Shoulder bridge, neutral|pilates|mat|glutes|2×8|lift as one piece|E|
|15|Ball dead bug|gym ball|ball|front|3×6/side|press the ball||
|16|Ball hamstring curl|gym ball|ball|hamstring|3×8|hips high|E, hamstring strain|
|17|Kneeling roll-out|gym ball|ball|front|3×6|no sag|F E|
|18|Stir the pot|gym ball|ball|front|3×5 each way|small circles|F E|
|19|Ball arm/leg raise|gym ball|ball|back|2×8/side|low lift|E|
|20|Chest pass|med ball|2–4 kg|front|3×6|stand tall|F|
|21|Rotational throw|med ball|2–3 kg|trunk|3×5/side|turn from the hips|F E|
|22|Overhead throw|med ball|2–3 kg|front|3×5|no back-bend|F E|
|23|Half-kneeling hip flexor|stretch|–|hip|2–4×30 s|tuck the pelvis|E|
|24|Hamstring with strap|stretch|strap|hamstring|2–4×30 s|no tingling||
|25|Figure-4|stretch|chair|glute|2–4×30 s|tall back|F S|
|26|Side-lying quad|stretch|–|quad|2–4×30 s|knees together|E|
|27|Calf on wall|stretch|wall|calf|2–4×30 s|heel down||
|28|Open book|stretch|–|thoracic|6/side|knees stay|F E|
|29|Leg swings|dynamic|wall|hip|10/side|trunk still|E|
|30|A-skip|dynamic|–|whole|2×20 m|tall, relaxed|F, pain ≥ 3|
|31|Cat–camel|dynamic|mat|back|6 slow cycles|small, easy range|F|
|32|Seated hamstring reach|stretch|chair|hamstring|2–4×30 s|hinge at the hip, chest tall|F S|
|33|Seated trunk turn|stretch|chair|thoracic|5/side|grow tall, then turn|F E S|
`.trim();

/** Flags as a cell: letters with spaces between, words after a comma. */
function cellOf(flags: readonly string[]): string {
  const letters = flags.filter((flag) => flag.length === 1).join(' ');
  return [letters, ...flags.filter((flag) => flag.length > 1)].filter((part) => part !== '').join(', ');
}

test('the menu is the handbook’s, cell by cell', () => {
  const rows = MENU.map(({ number, name, category, kit, area, dose, cue, flags }) =>
    ['', number, name, category, kit, area, dose, cue, cellOf(flags), ''].join('|'),
  );
  expect(rows).toEqual(HANDBOOK.split('\n'));
});

test.each([1, 14, 22, 23, 33])('number %i of the handbook is found by its number', (number) => {
  expect(exerciseOf(number)?.number).toBe(number);
});

test.each([0, 34, -1, 1.5, Number.NaN])('%d is no number of the handbook', (number) => {
  expect(exerciseOf(number)).toBeUndefined();
});

test('each exercise asks for no kit, or for kit that athletes can say they have', () => {
  const asked = MENU.map((exercise) => [exercise.kit, kitFor(exercise)] as const);
  expect(Object.fromEntries(asked)).toEqual({
    ...{ '–': null, mat: 'mat', band: 'band', dumbbell: 'dumbbell', ball: 'ball', strap: 'strap' },
    ...{ '2–4 kg': 'med-ball', '2–3 kg': 'med-ball', chair: 'chair', wall: 'wall' },
  });
});

test('kit is read as it was stored, and what nobody knows is left out', () => {
  expect(readKit('mat,strap,chair,wall')).toEqual(['mat', 'strap', 'chair', 'wall']);
  expect(readKit('')).toEqual([]);
  expect(readKit('trampoline,ball')).toEqual(['ball']);
  expect(readKit(KIT.join(','))).toEqual(KIT);
});
