// The body areas that pain can be in, and how people name them.

/**
 * Which warning signs are asked for an area. The handbook's §1 counts "back, pelvis, hip, buttock or leg" to the
 * back screen, §2 counts "leg, foot, arm, head" to the other areas, so the leg from hip to calf gets both lists;
 * ankle, Achilles and foot count as foot.
 */
export type ScreenGroup = 'spine' | 'leg' | 'other';

/** One body area; where the body has two of it, one side of it. */
export interface Area {
  /** Like "low-back" or "left-hamstring". */
  readonly id: string;
  /** Like "Low back" or "Left hamstring". */
  readonly label: string;
  readonly screenGroup: ScreenGroup;
  /** Other words for it, lower case, without the side. */
  readonly aliases: readonly string[];
}

const LIMIT = 25;
const NO_MATCH = 99;

type Row = readonly [id: string, label: string, group: ScreenGroup, aliases: readonly string[]];

const SINGLE: readonly Row[] = [
  ['low-back', 'Low back', 'spine', ['lower back', 'lumbar', 'lumbar spine', 'back', 'spine']],
  ['upper-back', 'Upper back', 'spine', ['thoracic', 'mid back', 'middle back', 'shoulder blade']],
  ['neck', 'Neck', 'spine', ['nape', 'cervical']],
  ['pelvis', 'Pelvis', 'spine', ['pubis', 'pubic bone', 'si joint', 'sacroiliac', 'sacrum']],
  ['tailbone', 'Tailbone', 'spine', ['coccyx']],
  ['head', 'Head', 'other', ['headache', 'face', 'jaw']],
  ['chest', 'Chest', 'other', ['breastbone', 'pecs']],
  ['abdomen', 'Abdomen', 'other', ['abs', 'belly', 'stomach', 'tummy', 'side stitch']],
];

const PAIRED: readonly Row[] = [
  ['buttock', 'buttock', 'spine', ['glute', 'glutes', 'bum', 'butt', 'piriformis']],
  ['hip', 'hip', 'leg', ['hip flexor', 'hip bone', 'psoas']],
  ['groin', 'groin', 'leg', ['adductor', 'adductors', 'inner thigh']],
  ['hamstring', 'hamstring', 'leg', ['hammy', 'hammie', 'hams', 'back of thigh', 'back thigh', 'upper leg']],
  ['quad', 'quad', 'leg', ['quadriceps', 'thigh', 'front of thigh', 'front thigh', 'upper leg']],
  ['outer-thigh', 'outer thigh', 'leg', ['it band', 'itb', 'side of thigh']],
  ['knee', 'knee', 'leg', ['kneecap', 'patella']],
  ['shin', 'shin', 'leg', ['shin splint', 'shin splints', 'tibia']],
  ['calf', 'calf', 'leg', ['calves', 'soleus', 'gastroc', 'lower leg']],
  ['achilles', 'Achilles', 'other', ['achilles tendon', 'heel cord']],
  ['ankle', 'ankle', 'other', []],
  ['heel', 'heel', 'other', []],
  ['foot', 'foot', 'other', ['arch', 'plantar', 'sole', 'midfoot']],
  ['toe', 'toe', 'other', ['toes', 'big toe']],
  ['ribs', 'ribs', 'other', ['rib', 'flank']],
  ['shoulder', 'shoulder', 'other', ['rotator cuff', 'collarbone']],
  ['upper-arm', 'upper arm', 'other', ['biceps', 'triceps', 'arm']],
  ['elbow', 'elbow', 'other', []],
  ['forearm', 'forearm', 'other', ['lower arm']],
  ['wrist', 'wrist', 'other', []],
  ['hand', 'hand', 'other', ['finger', 'fingers', 'thumb']],
];

const SIDES = [
  ['left', 'Left'],
  ['right', 'Right'],
] as const;

const ROWS: readonly Row[] = [
  ...SINGLE,
  ...PAIRED.flatMap(([id, label, group, aliases]) =>
    SIDES.map(([side, word]): Row => [`${side}-${id}`, `${word} ${label}`, group, aliases]),
  ),
];

/** Every area, back first; a side is part of the area. */
export const AREAS: readonly Area[] = ROWS.map(([id, label, screenGroup, aliases]) => ({
  id,
  label,
  screenGroup,
  aliases,
}));

const BY_ID = new Map(AREAS.map((area) => [area.id, area]));

/** The area with this id; undefined when there is none. */
export function areaById(id: string): Area | undefined {
  return BY_ID.get(id);
}

/** Its label, like "Left hamstring"; the id of an area that this version does not know. */
export function areaLabel(id: string): string {
  return BY_ID.get(id)?.label ?? id;
}

/** Areas for autocomplete, best match first, at most 25; any order of the words, sides by name or "l" and "r". */
export function findAreas(query: string): Area[] {
  const typed = read(query);
  // A lone "l" or "ri" can also be the start of "low back" or "ribs".
  const unsided: Typed = { side: undefined, words: query.trim().toLowerCase() };
  return AREAS.map((area, index) => ({
    area,
    index,
    rank: Math.min(rankOf(area, typed), rankOf(area, unsided)),
  }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .slice(0, LIMIT)
    .map(({ area }) => area);
}

/** The id of the one area that a text names: id, label or alias, with its side where there are two; else undefined. */
export function areaFromText(text: string): string | undefined {
  const typed = read(text);
  if (typed.words === '') return undefined;
  const exact = AREAS.filter((area) => rankOf(area, typed) <= 1);
  return exact.length === 1 ? exact[0]?.id : undefined;
}

interface Typed {
  readonly side: 'left' | 'right' | undefined;
  readonly words: string;
}

function read(text: string): Typed {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  const side = words.map(sideOf).find((each) => each !== undefined);
  return { side, words: words.filter((word) => sideOf(word) === undefined).join(' ') };
}

function sideOf(word: string): 'left' | 'right' | undefined {
  if (/^(l|lt|le|lef|left)$/.test(word)) return 'left';
  return /^(r|rt|ri|rig|righ|right)$/.test(word) ? 'right' : undefined;
}

function rankOf(area: Area, typed: Typed): number {
  const own = read(area.label);
  if (typed.side !== undefined && own.side !== typed.side) return NO_MATCH;
  const names = [own.words, ...area.aliases];
  if (names[0] === typed.words) return 0;
  if (names.includes(typed.words)) return 1;
  if (own.words.startsWith(typed.words)) return 2;
  if (names.some((name) => name.startsWith(typed.words))) return 3;
  if (names.some((name) => name.includes(` ${typed.words}`))) return 4;
  return names.some((name) => name.includes(typed.words)) ? 5 : NO_MATCH;
}
