import { mirrored } from './figure-pose.ts';
import { arrow, type Scene } from './figure-scene.ts';
import { slope } from './figure-vectors.ts';

const DOWN = [0, -1, 0] as const;
const UP = [0, 1, 0] as const;
const SIDE = [0, 0, 1] as const;

/** Pictures of the core exercises 6 to 10 of handbook §7, in their careful form. */
export const HIP_SCENES: Readonly<Record<number, Scene>> = {
  6: {
    pose: {
      pelvis: [0, 26.5, 0],
      lean: -113,
      nod: 24,
      arms: mirrored({ to: [8, 3, 17], pole: SIDE }),
      legs: mirrored({ to: [35, 5, 7], pole: UP }),
    },
    props: [arrow([-9, 40, 0], [-14, 52, 0], [-11, 66, 0])],
  },
  7: {
    pose: {
      pelvis: [0, 26.5, 0],
      lean: -113,
      nod: 24,
      arms: mirrored({ to: [8, 3, 17], pole: SIDE }),
      legs: [
        { to: [35, 5, 7], pole: UP },
        { bones: [slope(24), slope(24)], toes: slope(108) },
      ],
    },
    props: [{ kind: 'line', from: [-36, 27, 0], to: [62, 70, 0] }],
  },
  8: {
    pose: {
      pelvis: [0, 75, 0],
      lean: 4,
      turn: 36,
      arms: [
        { to: [38, 106, 28], pole: DOWN },
        { to: [40, 106, 24], pole: DOWN },
      ],
      legs: [{ to: [-9, 4, 14] }, { to: [9, 4, -12] }],
    },
    props: [
      { kind: 'mat', from: -64, to: 76, depth: 68, plain: true },
      { kind: 'post', foot: [-40, 0, 62], height: 126 },
      {
        kind: 'band',
        through: [
          [37, 106, 26],
          [-40, 104, 62],
        ],
      },
      arrow([46, 106, 30], [54, 106, 34], [64, 104, 42]),
    ],
    yaw: 0,
    pitch: 16,
  },
  9: {
    pose: {
      pelvis: [0, 76, 0],
      lean: 0,
      arms: [{ bones: [DOWN, DOWN] }, { bones: [slope(-82, -0.2), slope(-62, -0.1)] }],
      legs: [
        { bones: [slope(-96), slope(-112)], toes: slope(-20) },
        { bones: [slope(-68), slope(-84)], toes: slope(8) },
      ],
    },
    props: [
      { kind: 'weight', at: [0, 65, 13], along: [1, 0, 0] },
      { kind: 'line', from: [0, 152, 0], to: [0, 174, 0] },
      arrow([44, 62, 0], [58, 64, 0], [72, 62, 0]),
    ],
    yaw: 22,
  },
  10: {
    pose: {
      pelvis: [0, 17, 0],
      lean: 90,
      turn: 90,
      arms: [{ to: [24, 5, 26], pole: UP }, { bones: [slope(0), slope(0)] }],
      legs: [
        { bones: [slope(157), slope(157)], toes: [-0.2, -0.3, 1] },
        { bones: [slope(183), slope(184)], toes: [-0.2, 0, 1] },
      ],
    },
    ghost: {
      pelvis: [0, 17, 0],
      lean: 90,
      turn: 90,
      arms: [{ to: [24, 5, 26], pole: UP }, { bones: [slope(0), slope(0)] }],
      legs: [
        { bones: [slope(177), slope(177)], toes: [-0.2, -0.3, 1] },
        { bones: [slope(183), slope(184)], toes: [-0.2, 0, 1] },
      ],
    },
    props: [
      { kind: 'mat', from: -88, to: 102, depth: 26, plain: true },
      arrow([-86, 22, 0], [-90, 38, 0], [-82, 52, 0]),
    ],
    yaw: 0,
    pitch: 21,
  },
};
