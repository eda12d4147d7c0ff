// What a session can be, in the club's words.

/** The fourteen session types, in the order in which they are offered. */
export const SESSION_TYPES = [
  { id: 'tempo', label: 'Tempo' },
  { id: 'speed', label: 'Speed' },
  { id: 'speed-endurance', label: 'Speed endurance' },
  { id: 'special-endurance', label: 'Special endurance' },
  { id: 'hills', label: 'Hills' },
  { id: 'weights', label: 'Weights' },
  { id: 'jumps', label: 'Jumps' },
  { id: 'technique', label: 'Technique' },
  { id: 'core', label: 'Core' },
  { id: 'mobility', label: 'Mobility' },
  { id: 'regen', label: 'Regeneration' },
  { id: 'cross-training', label: 'Cross-training' },
  { id: 'race', label: 'Race' },
  { id: 'other', label: 'Other' },
] as const;

export type SessionType = (typeof SESSION_TYPES)[number]['id'];

/** How much of a warm-up came before; not answered is neither of them. */
export const WARMUPS = ['full', 'short', 'none'] as const;
export type Warmup = (typeof WARMUPS)[number];

/** Stretching after the session. */
export const STRETCHES = ['yes', 'no', 'later'] as const;
export type Stretch = (typeof STRETCHES)[number];

/** What a regeneration or mobility session was: logged, never prescribed (handbook §7, §8). */
export const MODALITIES = [
  { id: 'massage', label: 'Massage' },
  { id: 'ems', label: 'EMS' },
  { id: 'stretching', label: 'Stretching' },
  { id: 'pilates', label: 'Pilates' },
  { id: 'foam-roller', label: 'Foam roller' },
  { id: 'sauna', label: 'Sauna' },
  { id: 'ice', label: 'Ice' },
  { id: 'heat', label: 'Heat' },
  { id: 'pool', label: 'Pool' },
  { id: 'bike', label: 'Bike' },
  { id: 'walk', label: 'Walk' },
  { id: 'other', label: 'Something else' },
] as const;

export type Modality = (typeof MODALITIES)[number]['id'];

/** What the steps of the CR10 effort scale are called; 6, 8 and 9 have no name (handbook §4). */
export const EFFORT_LABELS: Readonly<Record<number, string>> = {
  0: 'rest',
  1: 'very very easy',
  2: 'easy',
  3: 'moderate',
  4: 'somewhat hard',
  5: 'hard',
  7: 'very hard',
  10: 'maximal',
};
