import { mirrored } from './figure-pose.ts';
import { arrow, type Scene } from './figure-scene.ts';
import { slope } from './figure-vectors.ts';

const DOWN = [0, -1, 0] as const;
const CHAIR = { kind: 'chair', at: [4, 34, 0] } as const;
const SIT = { pelvis: [0, 44, 0], lean: 0 } as const;
const FEET = [{ bones: [slope(-4), DOWN] }, { bones: [slope(-4), DOWN] }] as const;

/** Pictures of the stretches 25, 27, 32 and 33 of handbook §7, with a chair or a wall. */
export const CHAIR_STRETCH_SCENES: Readonly<Record<number, Scene>> = {
  25: {
    pose: {
      ...SIT,
      arms: [
        { to: [20, 52, 26], pole: [-1, 0, 0.6] },
        { to: [30, 54, -10], pole: [-1, 0, -0.6] },
      ],
      legs: [{ to: [32, 52, -10], pole: [0.2, 0, 1], toes: [0.1, 0.3, -1] }, { bones: [slope(-4), DOWN] }],
    },
    props: [CHAIR, { kind: 'line', from: [0, 124, 0], to: [0, 142, 0] }],
    yaw: 48,
    pitch: 12,
  },
  27: {
    pose: {
      pelvis: [0, 70, 0],
      lean: 20,
      arms: mirrored({ to: [52, 108, 10], pole: DOWN }),
      legs: [
        { bones: [slope(-115), slope(-115)], toes: slope(0) },
        { to: [22, 4, -7], toes: slope(0) },
      ],
    },
    props: [{ kind: 'wall', x: 55, height: 150 }, arrow([-46, 34, 7], [-48, 24, 7], [-44, 12, 7])],
    yaw: 6,
  },
  32: {
    pose: {
      ...SIT,
      lean: 34,
      nod: -4,
      arms: [{ to: [46, 44, 13] }, { to: [40, 48, -8] }],
      legs: [{ bones: [slope(-30), slope(-30)], toes: slope(70) }, { bones: [slope(-4), slope(-100)] }],
    },
    props: [CHAIR, arrow([14, 116, 0], [40, 118, 0], [56, 102, 0])],
    yaw: 10,
  },
  33: {
    pose: {
      ...SIT,
      turn: 0,
      twist: 42,
      arms: [
        { to: [14, 82, -2], pole: [0.74, -0.8, 0.67] },
        { to: [0, 80, 17], pole: [0.74, -0.8, 0.67] },
      ],
      legs: FEET,
    },
    props: [CHAIR, { kind: 'circle', at: [0, 131, 0], radius: 17 }],
    yaw: 26,
    pitch: 12,
  },
};
