// The exercises of handbook §7, row by row; doses are usual practice (its mark K).

/** What can be asked for: core work or stretching. */
export type Menu = 'core' | 'stretch';

/** Kit that athletes can say they have. */
export const KIT = ['mat', 'band', 'dumbbell', 'ball', 'med-ball', 'strap', 'chair', 'wall'] as const;
export type Kit = (typeof KIT)[number];

/** Kinds of exercise of a menu, in the order in which the days go through them. */
export const CATEGORIES = {
  core: ['core', 'pilates', 'gym ball', 'med ball'],
  stretch: ['stretch', 'dynamic'],
} as const;
export type Category = (typeof CATEGORIES)[Menu][number];

/** F: hidden with a fracture history until cleared. E: hidden when arching the back hurts. S: can be done seated. */
export type Flag = 'F' | 'E' | 'S' | 'shoulder pain' | 'hamstring strain' | 'pain ≥ 3';

export type Area =
  | ('front' | 'side' | 'back' | 'glutes' | 'rotation' | 'hip' | 'hamstring' | 'trunk')
  | ('glute' | 'quad' | 'calf' | 'thoracic' | 'whole');

/** One row of handbook §7. */
export interface Exercise {
  /** 1 to 33, the handbook's. */
  readonly number: number;
  readonly name: string;
  readonly category: Category;
  /** As the handbook names it; "–": none. */
  readonly kit: string;
  readonly area: Area;
  /** The handbook's whole dose. */
  readonly dose: string;
  readonly cue: string;
  readonly flags: readonly Flag[];
  /**
   * Level from which it is offered [D]: 1 for what is slow and supported, and the plain chest pass; 2 for one leg,
   * loads, long levers, turning throws and skips; 3 for roll-outs and overhead throws.
   */
  readonly firstLevel: 1 | 2 | 3;
}

/** A row as the handbook has it, flags in one cell, and the first level. */
type Row = readonly [
  number: number,
  name: string,
  kit: string,
  area: Area,
  dose: string,
  cue: string,
  flags: string,
  firstLevel: 1 | 2 | 3,
];

const ROWS: Readonly<Record<Category, readonly Row[]>> = {
  core: [
    [1, 'McGill curl-up', '–', 'front', '5-3-1 × 10 s', 'hands under back, lift the head only', 'F', 1],
    [2, 'Side bridge, knees then feet', '–', 'side', '5-3-1 × 10 s', 'hips stacked', 'shoulder pain', 1],
    [3, 'Bird dog', '–', 'back', '5-3-1 × 10 s', 'back still, reach long', 'E', 1],
    [4, 'Dead bug', '–', 'front', '3×6/side', 'low back stays put', '', 1],
    [5, 'Front plank', '–', 'front', '5×10 s', 'ribs down', 'E', 1],
    [6, 'Glute bridge', '–', 'glutes', '3×10', 'squeeze, don’t arch', 'E', 1],
    [7, 'Single-leg bridge', '–', 'glutes', '2×8/side', 'pelvis level', 'E', 2],
    [8, 'Pallof press', 'band', 'rotation', '3×8/side', 'resist the turn', 'F', 2],
    [9, 'Suitcase carry', 'dumbbell', 'side', '3×20 m/side', 'walk tall', 'F', 2],
    [10, 'Side-lying leg lift', '–', 'hip', '2×12/side', 'toe forward', '', 1],
  ],
  pilates: [
    [11, 'Toe taps', 'mat', 'front', '2×8/side', 'knees at 90°, slow', '', 1],
    [12, 'Hundred, head down', 'mat', 'front', '5×10 pulses', 'feet on the floor', 'F', 2],
    [13, 'Single-leg stretch, head down', 'mat', 'front', '2×8/side', 'pelvis quiet', 'F', 2],
    [14, 'Shoulder bridge, neutral', 'mat', 'glutes', '2×8', 'lift as one piece', 'E', 1],
  ],
  'gym ball': [
    [15, 'Ball dead bug', 'ball', 'front', '3×6/side', 'press the ball', '', 1],
    [16, 'Ball hamstring curl', 'ball', 'hamstring', '3×8', 'hips high', 'E, hamstring strain', 2],
    [17, 'Kneeling roll-out', 'ball', 'front', '3×6', 'no sag', 'F E', 3],
    [18, 'Stir the pot', 'ball', 'front', '3×5 each way', 'small circles', 'F E', 3],
    [19, 'Ball arm/leg raise', 'ball', 'back', '2×8/side', 'low lift', 'E', 2],
  ],
  'med ball': [
    [20, 'Chest pass', '2–4 kg', 'front', '3×6', 'stand tall', 'F', 1],
    [21, 'Rotational throw', '2–3 kg', 'trunk', '3×5/side', 'turn from the hips', 'F E', 2],
    [22, 'Overhead throw', '2–3 kg', 'front', '3×5', 'no back-bend', 'F E', 3],
  ],
  stretch: [
    [23, 'Half-kneeling hip flexor', '–', 'hip', '2–4×30 s', 'tuck the pelvis', 'E', 1],
    [24, 'Hamstring with strap', 'strap', 'hamstring', '2–4×30 s', 'no tingling', '', 1],
    [25, 'Figure-4', 'chair', 'glute', '2–4×30 s', 'tall back', 'F S', 1],
    [26, 'Side-lying quad', '–', 'quad', '2–4×30 s', 'knees together', 'E', 1],
    [27, 'Calf on wall', 'wall', 'calf', '2–4×30 s', 'heel down', '', 1],
    [28, 'Open book', '–', 'thoracic', '6/side', 'knees stay', 'F E', 1],
    [
      32,
      'Seated hamstring reach',
      'chair',
      'hamstring',
      '2–4×30 s',
      'hinge at the hip, chest tall',
      'F S',
      1,
    ],
    [33, 'Seated trunk turn', 'chair', 'thoracic', '5/side', 'grow tall, then turn', 'F E S', 1],
  ],
  dynamic: [
    [29, 'Leg swings', 'wall', 'hip', '10/side', 'trunk still', 'E', 1],
    [30, 'A-skip', '–', 'whole', '2×20 m', 'tall, relaxed', 'F, pain ≥ 3', 2],
    [31, 'Cat–camel', 'mat', 'back', '6 slow cycles', 'small, easy range', 'F', 1],
  ],
};

/** The 33 exercises of handbook §7 in its order. */
export const MENU: readonly Exercise[] = Object.values(CATEGORIES)
  .flat()
  .flatMap((category) =>
    ROWS[category].map(([number, name, kit, area, dose, cue, flags, firstLevel]) => ({
      ...{ number, name, category, kit, area, dose, cue, flags: readFlags(flags), firstLevel },
    })),
  )
  .sort((a, b) => a.number - b.number);

/** "F E" are two flags; what stands after a comma is one. */
function readFlags(cell: string): Flag[] {
  const words = cell.split(', ').flatMap((part) => (/^[FES ]+$/.test(part) ? part.split(' ') : [part]));
  return words.filter((word) => word !== '') as Flag[];
}

/** The exercise with this number of the handbook; undefined when there is none. */
export function exerciseOf(number: number): Exercise | undefined {
  return MENU[number - 1];
}

/** The menu that a category belongs to. */
export function menuOf(category: Category): Menu {
  return category === 'stretch' || category === 'dynamic' ? 'stretch' : 'core';
}

/** The kit that an exercise needs; null: none. Balls of 2 to 4 kg are one kind of kit. */
export function kitFor({ kit }: Exercise): Kit | null {
  if (kit.endsWith(' kg')) return 'med-ball';
  return KIT.find((each) => each === kit) ?? null;
}

/** Kit as it is stored, comma-separated; what this version does not know is left out. */
export function readKit(stored: string): Kit[] {
  const words = stored.split(',');
  return KIT.filter((kit) => words.includes(kit));
}
