/** What each exercise's picture shows, by its number in handbook §7, in up to 96 characters. */
const SHOWN: Readonly<Record<number, string>> = {
  1: 'on the back, hands under the low back, one knee bent, only the head lifted.',
  2: 'on one side, propped on the forearm and knees, hips stacked and lifted in line.',
  3: 'on hands and knees, one arm and the opposite leg reach out level with the back.',
  4: 'on the back, low back flat; one arm reaches past the head, the opposite leg out.',
  5: 'face down on forearms and toes, one straight line from head to heels.',
  6: 'on the back, knees bent, hips lifted to a line from shoulders to knees.',
  7: 'on the back, hips lifted on one foot, the other leg straight, pelvis level.',
  8: 'standing, a band pulls from the side, both hands press straight out from the chest.',
  9: 'walking tall with a weight in one hand, shoulders level.',
  10: 'lying on one side, legs straight, the top leg lifts with the toe to the front.',
  11: 'on the back, knees over hips at 90°, one foot taps the floor.',
  12: 'on the back, head down, feet on the floor, straight arms pulse up and down.',
  13: 'on the back, head down, hands hold one knee, the other leg reaches out.',
  14: 'on the back on a mat, knees bent, hips and spine lift as one straight piece.',
  15: 'on the back, one hand and a knee press a ball, the other arm and leg reach out.',
  16: 'on the back, hips high, heels on a ball, knees bend to roll it in.',
  17: 'kneeling, forearms on a ball roll it forward, hips and back in one line.',
  18: 'on the toes, forearms on a ball draw small circles, body in one line.',
  19: 'belly on a ball, one arm and the opposite leg lift to level with the back.',
  20: 'standing tall, both hands push a med ball forward from the chest.',
  21: 'standing, hips turn and both hands throw a med ball from one side to the front.',
  22: 'standing tall, one foot ahead, a med ball goes from overhead to the front.',
  23: 'kneeling on one knee, other foot in front, trunk upright, pelvis tucked.',
  24: 'on the back, a strap holds one straight leg up, the other knee is bent.',
  25: 'sitting tall on a chair, one ankle on the other knee.',
  26: 'lying on one side, from above: one hand holds the top foot behind, knees together.',
  27: 'standing, hands on a wall, one leg straight behind with the heel down.',
  28: 'lying on one side, from above: knees bent and still, the top arm opens to the back.',
  29: 'standing tall, a hand on the wall, one straight leg swings forward and back.',
  30: 'skipping tall, one knee at hip height, the opposite arm in front.',
  31: 'on hands and knees, the back rounds a little, then dips a little.',
  32: 'sitting on a chair, one leg straight, leaning from the hip with a long back.',
  33: 'sitting tall on a chair, arms crossed on the chest, the chest turns to one side.',
};

/** The most characters that alternative text may have. */
const LONGEST = 1024;

/** What one exercise's picture shows, without its name, as the rest of a sentence; '' for a number not in the menu. */
export function figureAlt(number: number): string {
  return SHOWN[number] ?? '';
}

/** What a sheet of pictures shows, a line for each card, in up to 1024 characters: long names are cut first. */
export function setAlt(items: readonly { readonly number: number; readonly name: string }[]): string {
  const shown = items.map((item) => figureAlt(item.number));
  const fixed = shown.reduce((sum, text, index) => sum + text.length + `${index + 1} : \n`.length, 0);
  const room = Math.floor((LONGEST - fixed) / Math.max(1, items.length));
  return items.map((item, index) => `${index + 1} ${cut(item.name, room)}: ${shown[index]}`).join('\n');
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, Math.max(0, most - 1)).trimEnd()}…`;
}
