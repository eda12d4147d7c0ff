import { mirrored } from './figure-pose.ts';
import { arrow, type Scene } from './figure-scene.ts';
import { slope } from './figure-vectors.ts';

const DOWN = [0, -1, 0] as const;
const UP = [0, 1, 0] as const;
const SIDE = [0, 0, 1] as const;

/** Pictures of the gym ball exercises 15 to 19 of handbook §7; the roll-out stops where hips and back still line up [D]. */
export const BALL_SCENES: Readonly<Record<number, Scene>> = {
  15: {
    pose: {
      pelvis: [0, 9, 0],
      lean: -90,
      arms: [{ bones: [slope(89), slope(89)] }, { bones: [slope(150), slope(156)] }],
      legs: [{ bones: [slope(18), slope(14)], toes: slope(100) }, { bones: [slope(86), slope(0)] }],
    },
    props: [{ kind: 'ball', at: [-21, 54, 2], radius: 18 }, arrow([44, 66, -7], [70, 62, -7], [78, 46, -7])],
  },
  16: {
    pose: {
      pelvis: [0, 35, 0],
      lean: -126,
      nod: 34,
      arms: mirrored({ to: [10, 3, 19], pole: SIDE }),
      legs: mirrored({ to: [50, 52, 7], pole: UP, toes: slope(70) }),
    },
    ghost: {
      pelvis: [5, 30, 0],
      lean: -118,
      nod: 28,
      arms: mirrored({ to: [10, 3, 19], pole: SIDE }),
      legs: mirrored({ bones: [slope(17), slope(17)], toes: slope(90) }),
    },
    props: [
      { kind: 'ball', at: [80, 23, 0], radius: 23, faint: true },
      { kind: 'ball', at: [52, 23, 0], radius: 23 },
      arrow([86, 66, 0], [74, 78, 0], [60, 72, 0]),
    ],
  },
  17: {
    pose: {
      pelvis: [25, 32, 0],
      lean: 42,
      nod: -6,
      arms: mirrored({ to: [92, 52, 10], pole: DOWN }),
      legs: mirrored({ bones: [slope(228), slope(180)], toes: slope(185) }),
    },
    ghost: {
      pelvis: [8, 41, 0],
      lean: 22,
      nod: -4,
      arms: mirrored({ to: [66, 54, 10], pole: DOWN }),
      legs: mirrored({ bones: [slope(256), slope(180)], toes: slope(185) }),
    },
    props: [
      { kind: 'mat', from: -46, to: 24 },
      { kind: 'ball', at: [84, 25, 0], radius: 25 },
      arrow([60, 100, 0], [82, 100, 0], [98, 84, 0]),
    ],
  },
  18: {
    pose: {
      pelvis: [0, 46, 0],
      lean: 58,
      nod: -4,
      arms: mirrored({ bones: [[0, -1, 0], slope(4)] }),
      legs: mirrored({ bones: [slope(211), slope(211)], toes: [0.85, -0.7, 0] }),
    },
    props: [
      { kind: 'ball', at: [48, 20.5, 0], radius: 20.5 },
      { kind: 'circle', at: [48, 17, 6], radius: 13 },
    ],
  },
  19: {
    pose: {
      pelvis: [-16, 50, 0],
      lean: 86,
      bend: 4,
      nod: -8,
      arms: [{ to: [33, 2, 12] }, { bones: [slope(4), slope(4)] }],
      legs: [
        { bones: [slope(180), slope(178)], toes: slope(220) },
        { bones: [slope(214), slope(214)], toes: [0.85, -0.7, 0] },
      ],
    },
    props: [
      { kind: 'ball', at: [0, 21.5, -2], radius: 21.5 },
      arrow([-84, 24, 0], [-92, 34, 0], [-88, 46, 0]),
    ],
  },
};
