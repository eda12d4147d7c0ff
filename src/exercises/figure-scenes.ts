import { BALL_SCENES } from './figure-poses-ball.ts';
import { CHAIR_STRETCH_SCENES } from './figure-poses-chair-stretches.ts';
import { CORE_SCENES } from './figure-poses-core.ts';
import { DYNAMIC_SCENES } from './figure-poses-dynamic.ts';
import { FLOOR_STRETCH_SCENES } from './figure-poses-floor-stretches.ts';
import { HIP_SCENES } from './figure-poses-hips.ts';
import { PILATES_SCENES } from './figure-poses-pilates.ts';
import { THROW_SCENES } from './figure-poses-throws.ts';
import type { Scene } from './figure-scene.ts';

/** The picture of each exercise, by its number in handbook §7. */
export const SCENES: Readonly<Record<number, Scene>> = {
  ...CORE_SCENES,
  ...HIP_SCENES,
  ...PILATES_SCENES,
  ...BALL_SCENES,
  ...THROW_SCENES,
  ...FLOOR_STRETCH_SCENES,
  ...CHAIR_STRETCH_SCENES,
  ...DYNAMIC_SCENES,
};
