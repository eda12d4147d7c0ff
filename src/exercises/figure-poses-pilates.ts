import { mirrored, type Pose } from './figure-pose.ts';
import { arrow, type Scene } from './figure-scene.ts';
import { slope } from './figure-vectors.ts';

const UP = [0, 1, 0] as const;
const SIDE = [0, 0, 1] as const;

/** On the back, head down, arms beside the body. */
const ON_BACK = {
  pelvis: [0, 9, 0],
  lean: -90,
  arms: mirrored({ to: [6, 4, 17], pole: SIDE }),
} as const;

const TAP: Pose = {
  ...ON_BACK,
  legs: [{ bones: [slope(42), slope(-44)], toes: slope(-8) }, { bones: [slope(90), slope(0)] }],
};

const HUNDRED: Pose = {
  ...ON_BACK,
  arms: mirrored({ bones: [slope(10), slope(10)] }),
  legs: mirrored({ to: [42, 5, 7], pole: UP }),
};

const BRIDGE: Pose = {
  ...ON_BACK,
  pelvis: [0, 26.5, 0],
  lean: -113,
  nod: 24,
  legs: mirrored({ to: [35, 5, 7], pole: UP }),
};

const MAT = { kind: 'mat', from: -78, to: 74 } as const;

/** Pictures of the pilates exercises 11 to 14 of handbook §7: head down in all of them. */
export const PILATES_SCENES: Readonly<Record<number, Scene>> = {
  11: {
    pose: TAP,
    ghost: { ...TAP, legs: mirrored({ bones: [slope(90), slope(0)] }) },
    props: [MAT, arrow([54, 46, 7], [72, 36, 7], [68, 14, 7])],
  },
  12: {
    pose: HUNDRED,
    yaw: 5,
    props: [MAT, arrow([-6, 28, 12], [-5, 39, 12], [-6, 50, 12], 'both')],
  },
  13: {
    pose: {
      ...ON_BACK,
      arms: [
        { to: [0, 42, 13], pole: [1, -1, 0.6] },
        { to: [-10, 50, 2], pole: [1, -1, -0.6] },
      ],
      legs: [{ bones: [slope(112), slope(-8)] }, { bones: [slope(24), slope(22)], toes: slope(60) }],
    },
    props: [MAT, arrow([34, 62, 0], [56, 64, 0], [70, 50, 0], 'both')],
    yaw: 4,
  },
  14: {
    pose: BRIDGE,
    props: [
      MAT,
      { kind: 'line', from: [-42, 24, 0], to: [34, 57, 0] },
      arrow([-4, 44, 0], [-9, 58, 0], [-6, 70, 0]),
    ],
  },
};
