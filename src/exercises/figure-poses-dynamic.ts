import { mirrored, type Pose } from './figure-pose.ts';
import { arrow, type Scene } from './figure-scene.ts';
import { slope } from './figure-vectors.ts';

const DOWN = [0, -1, 0] as const;

const SWING: Pose = {
  pelvis: [0, 77, 0],
  lean: 0,
  arms: [{ to: [6, 82, 16], pole: [-0.8, 0, 1] }, { bones: [slope(-24, -0.4), slope(22, -0.2)] }],
  legs: [{ bones: [slope(-48), slope(-52)] }, { bones: [DOWN, DOWN] }],
};

const FOURS = {
  arms: mirrored({ to: [43, 2, 12] }),
  legs: mirrored({ bones: [DOWN, slope(181)], toes: slope(184) }),
} as const;

/** Pictures of the dynamic exercises 29 to 31 of handbook §7. */
export const DYNAMIC_SCENES: Readonly<Record<number, Scene>> = {
  29: {
    pose: SWING,
    ghost: { ...SWING, legs: [{ bones: [slope(-120), slope(-136)] }, SWING.legs[1]] },
    props: [
      { kind: 'wall', x: -66, height: 164, width: 132 },
      arrow([-46, 14, 7], [-2, -4, 7], [48, 12, 7], 'both'),
    ],
    yaw: 0,
  },
  30: {
    pose: {
      pelvis: [0, 84, 0],
      lean: 2,
      arms: [{ bones: [slope(-112), slope(-28)] }, { bones: [slope(-64), slope(34)] }],
      legs: [
        { bones: [slope(2), slope(-92)], toes: slope(10) },
        { bones: [slope(-91), slope(-92)], toes: slope(-55) },
      ],
    },
    props: [arrow([40, 12, 0], [56, 34, 0], [74, 12, 0])],
  },
  31: {
    pose: { ...FOURS, pelvis: [0, 43, 0], lean: 64, bend: 30, nod: 24 },
    ghost: { ...FOURS, pelvis: [0, 43, 0], lean: 90, bend: -20, nod: -14 },
    props: [{ kind: 'mat', from: -48, to: 58 }, arrow([20, 66, 0], [22, 78, 0], [20, 90, 0], 'both')],
  },
};
