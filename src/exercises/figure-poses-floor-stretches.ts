import { mirrored, type Pose } from './figure-pose.ts';
import { arrow, type Scene } from './figure-scene.ts';
import { slope } from './figure-vectors.ts';

const UP = [0, 1, 0] as const;

const BOOK: Pose = {
  pelvis: [0, 17, 0],
  lean: 90,
  turn: 90,
  arms: [
    {
      bones: [
        [0.1, 0.2, 1],
        [0, -0.1, 1],
      ],
    },
    {
      bones: [
        [0, 0, 1],
        [0, 0, 1],
      ],
    },
  ],
  legs: [
    {
      bones: [
        [-0.15, 0, 1],
        [-1, 0, 0.1],
      ],
    },
    {
      bones: [
        [-0.15, 0, 1],
        [-1, 0, 0.1],
      ],
    },
  ],
};

/** Pictures of the stretches 23, 24, 26 and 28 of handbook §7, on the floor. */
export const FLOOR_STRETCH_SCENES: Readonly<Record<number, Scene>> = {
  23: {
    pose: {
      pelvis: [0, 42, 0],
      lean: 0,
      arms: mirrored({ to: [4, 48, 16], pole: [-0.6, 0, 1] }),
      legs: [{ bones: [slope(-100), slope(181)], toes: slope(184) }, { to: [37, 4, -7] }],
    },
    props: [{ kind: 'mat', from: -52, to: 14 }, arrow([-20, 44, 10], [-16, 28, 10], [-2, 25, 10])],
  },
  24: {
    pose: {
      pelvis: [0, 9, 0],
      lean: -90,
      arms: [
        { to: [-8, 42, 8], pole: [0, -1, 0.6] },
        { to: [-8, 44, -2], pole: [0, -1, -0.6] },
      ],
      legs: [
        { bones: [slope(76), slope(78)], toes: slope(160) },
        { to: [44, 5, -7], pole: UP },
      ],
    },
    props: [
      {
        kind: 'band',
        through: [
          [-8, 42, 9],
          [14, 86, 8],
          [18, 85, 6],
        ],
      },
    ],
  },
  26: {
    pose: {
      pelvis: [0, 17, 0],
      lean: 90,
      turn: 90,
      arms: [{ to: [-1, 25, -26], pole: [0, 0, -1] }, { bones: [slope(0), slope(0)] }],
      legs: [
        {
          bones: [
            [-1, 0, -0.04],
            [0.8, 0, -0.6],
          ],
          toes: [0.8, 0, -0.3],
        },
        {
          bones: [
            [-1, 0, 0.16],
            [-1, 0, 0.1],
          ],
          toes: [-0.3, 0, 1],
        },
      ],
    },
    props: [
      { kind: 'mat', from: -84, to: 100, depth: 46, plain: true },
      arrow([-44, 20, -22], [-40, 20, -38], [-24, 20, -40]),
    ],
    yaw: 0,
    pitch: 60,
  },
  28: {
    pose: {
      ...BOOK,
      twist: -55,
      arms: [
        {
          bones: [
            [0.1, 0.25, -1],
            [0.1, -0.1, -1],
          ],
        },
        BOOK.arms[1],
      ],
    },
    ghost: BOOK,
    props: [
      { kind: 'mat', from: -58, to: 84, depth: 62, plain: true },
      arrow([66, 10, 44], [92, 30, 0], [68, 10, -44]),
    ],
    yaw: 0,
    pitch: 58,
  },
};
