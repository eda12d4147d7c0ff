import { mirrored } from './figure-pose.ts';
import { arrow, type Scene } from './figure-scene.ts';
import { slope } from './figure-vectors.ts';

const DOWN = [0, -1, 0] as const;
const UP = [0, 1, 0] as const;

/** Pictures of the core exercises 1 to 5 of handbook §7, in their careful form: the side bridge on the knees, as level 1 does it [D]. */
export const CORE_SCENES: Readonly<Record<number, Scene>> = {
  1: {
    pose: {
      pelvis: [0, 9, 0],
      lean: -79,
      bend: -13,
      nod: 30,
      arms: mirrored({ to: [-14, 2, 5], pole: [-0.2, 0, 1] }),
      legs: [
        { to: [40, 5, 7], pole: UP },
        { bones: [slope(-2), slope(-4)], toes: slope(80) },
      ],
    },
    props: [arrow([-77, 9, 0], [-82, 24, 0], [-73, 36, 0])],
  },
  2: {
    pose: {
      pelvis: [0, 24, 0],
      lean: 68,
      turn: 90,
      arms: [{ to: [-4, 36, 6], pole: [0, 1, 0.4] }, { bones: [DOWN, [0.5, 0, 0.87]] }],
      legs: [{ bones: [slope(-158), [-0.75, 0, -0.66]] }, { bones: [slope(-158), [-0.75, 0, -0.66]] }],
    },
    props: [{ kind: 'mat', from: -84, to: 76, depth: 30, plain: true }],
    yaw: 0,
    pitch: 21,
  },
  3: {
    pose: {
      pelvis: [0, 43, 0],
      lean: 80,
      nod: -8,
      arms: [{ to: [45, 2, 12] }, { bones: [slope(8), slope(6)] }],
      legs: [
        { bones: [slope(183), slope(182)], toes: DOWN },
        { bones: [DOWN, [-1, -0.02, 0]], toes: slope(180) },
      ],
    },
    props: [{ kind: 'line', from: [-76, 50, 0], to: [36, 61, 0] }],
    yaw: 4,
  },
  4: {
    pose: {
      pelvis: [0, 9, 0],
      lean: -90,
      arms: [{ bones: [UP, UP] }, { bones: [slope(150), slope(156)] }],
      legs: [{ bones: [slope(18), slope(14)], toes: slope(100) }, { bones: [slope(86), slope(0)] }],
    },
    props: [arrow([42, 60, -7], [70, 60, -7], [76, 44, -7])],
  },
  5: {
    pose: {
      pelvis: [0, 23, 0],
      lean: 79,
      nod: -4,
      arms: mirrored({ bones: [DOWN, slope(0)] }),
      legs: mirrored({ bones: [slope(191), slope(191)], toes: [0.85, -0.7, 0] }),
    },
    props: [{ kind: 'line', from: [-74, 20, 7], to: [44, 43, 7] }],
  },
};
