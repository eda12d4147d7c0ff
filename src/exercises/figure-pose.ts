import type { Vector } from './figure-vectors.ts';

/** Lengths of the figure's bones, in units of which a standing person is about 150 tall; the same in every pose. */
export const BONES = {
  /** Each half of the spine: hips to waist, waist to neck. */
  spine: 22,
  neck: 20.5,
  upperArm: 25,
  /** With the hand. */
  forearm: 26,
  thigh: 37,
  shin: 36,
  foot: 12,
  halfHips: 6.5,
  halfShoulders: 12,
} as const;

/** Where an arm or leg goes: to a point (`to`; the joint bends towards `pole`) or along two directions (`bones`). */
export type LimbPose = (
  | { readonly to: Vector; readonly pole?: Vector }
  | { readonly bones: Both<Vector> }
) & {
  /** Where the toes point; without it, at a right angle to the shin. */
  readonly toes?: Vector;
};

/** The figure's right, then its left. */
export type Both<T> = readonly [right: T, left: T];

/** A pose of the figure, in degrees and in points of the side view. */
export interface Pose {
  /** The point between the hip joints. */
  readonly pelvis: Vector;
  /** 0 upright, 90 with the head forwards and the front to the floor, −90 on the back. */
  readonly lean: number;
  /** How much more the chest leans than the hips. */
  readonly bend?: number;
  /** The front turned about the spine towards the viewer. */
  readonly turn?: number;
  /** How much more the chest is turned than the hips. */
  readonly twist?: number;
  /** The chin towards the chest. */
  readonly nod?: number;
  readonly arms: Both<LimbPose>;
  readonly legs: Both<LimbPose>;
}

/** An arm or leg: its root, its middle joint, its end, and for a leg the toes. */
export interface Limb {
  readonly root: Vector;
  readonly joint: Vector;
  readonly end: Vector;
  readonly toes?: Vector;
}

/** All joints of a posed figure. */
export interface Joints {
  readonly pelvis: Vector;
  readonly waist: Vector;
  readonly neck: Vector;
  readonly head: Vector;
  /** Where the face looks, 1 long. */
  readonly gaze: Vector;
  readonly hips: Both<Vector>;
  readonly shoulders: Both<Vector>;
  readonly arms: Both<Limb>;
  readonly legs: Both<Limb>;
}

/** The same limb on both sides of a figure that is not turned: the right as given, the left as its mirror image. */
export function mirrored(right: LimbPose): Both<LimbPose> {
  const flip = ([x, y, z]: Vector): Vector => [x, y, -z];
  const toes = right.toes === undefined ? {} : { toes: flip(right.toes) };
  if ('bones' in right) return [right, { bones: [flip(right.bones[0]), flip(right.bones[1])], ...toes }];
  const pole = right.pole === undefined ? {} : { pole: flip(right.pole) };
  return [right, { to: flip(right.to), ...pole, ...toes }];
}
