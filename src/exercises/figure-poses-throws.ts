import { arrow, type Scene } from './figure-scene.ts';
import { slope, type Vector } from './figure-vectors.ts';

const DOWN = [0, -1, 0] as const;
const BALL = 9;

/** Both hands on a med ball at `at`, as its two sides. */
function hold(at: Vector, pole: Vector) {
  return [
    { to: [at[0] - 4, at[1], at[2] + 6], pole },
    { to: [at[0] - 4, at[1], at[2] - 6], pole },
  ] as const;
}

const STAND = { pelvis: [0, 76, 0], lean: 2 } as const;
const STEADY = [{ to: [-8, 4, 8] }, { to: [9, 4, -8] }] as const;
const STRIDE = [{ to: [-20, 5, 7], toes: slope(-18) }, { to: [20, 4, -7] }] as const;

/** Pictures of the med ball exercises 20 to 22 of handbook §7. */
export const THROW_SCENES: Readonly<Record<number, Scene>> = {
  20: {
    pose: { ...STAND, arms: hold([56, 108, 0], DOWN), legs: STEADY },
    ghost: { ...STAND, arms: hold([20, 104, 0], DOWN), legs: STEADY },
    props: [
      { kind: 'ball', at: [26, 104, 0], radius: BALL, faint: true },
      { kind: 'ball', at: [70, 108, 0], radius: BALL },
      arrow([84, 109, 0], [96, 111, 0], [108, 107, 0]),
    ],
  },
  21: {
    pose: {
      pelvis: [2, 72, 0],
      lean: 4,
      turn: 34,
      twist: -14,
      arms: [
        { to: [46, 98, 16], pole: DOWN },
        { to: [48, 98, 4], pole: DOWN },
      ],
      legs: [
        { to: [-20, 5, 6], pole: [1, 0, 0.6], toes: [0.9, -0.2, 0.4] },
        { to: [20, 4, -4], pole: [1, 0, 0.6] },
      ],
    },
    ghost: {
      pelvis: [-4, 71, 0],
      lean: 0,
      turn: 90,
      twist: 34,
      arms: [
        { to: [-40, 76, 24], pole: DOWN },
        { to: [-36, 76, 32], pole: DOWN },
      ],
      legs: [
        { to: [-20, 5, 6], pole: [1, 0, 0.6], toes: [0.9, -0.2, 0.4] },
        { to: [20, 4, -4], pole: [1, 0, 0.6] },
      ],
    },
    props: [
      { kind: 'ball', at: [-46, 72, 30], radius: BALL, faint: true },
      { kind: 'ball', at: [62, 100, 10], radius: BALL },
      arrow([-30, 62, 40], [16, 48, 40], [52, 78, 30]),
    ],
    yaw: 0,
  },
  22: {
    pose: { ...STAND, arms: hold([24, 165, 0], [1, 0, 0]), legs: STRIDE },
    ghost: { ...STAND, lean: 3, arms: hold([62, 122, 0], DOWN), legs: STRIDE },
    props: [
      { kind: 'ball', at: [26, 171, 0], radius: BALL },
      arrow([42, 171, 0], [66, 166, 0], [75, 145, 0]),
    ],
    yaw: 30,
  },
};
