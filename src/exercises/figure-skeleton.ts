import { BONES, type Both, type Joints, type Limb, type LimbPose, type Pose } from './figure-pose.ts';
import { dot, length, minus, plus, times, unit, type Vector } from './figure-vectors.ts';

interface Frame {
  readonly up: Vector;
  readonly front: Vector;
  readonly right: Vector;
}

function frameOf(leanDegrees: number, turnDegrees: number): Frame {
  const lean = (leanDegrees * Math.PI) / 180;
  const turn = (turnDegrees * Math.PI) / 180;
  const ahead: Vector = [Math.cos(lean), -Math.sin(lean), 0];
  const side: Vector = [0, 0, 1];
  return {
    up: [Math.sin(lean), Math.cos(lean), 0],
    front: plus(times(ahead, Math.cos(turn)), times(side, Math.sin(turn))),
    right: minus(times(side, Math.cos(turn)), times(ahead, Math.sin(turn))),
  };
}

/** The direction at a right angle to `aim` on the side of `pole`; any such direction if the pole lies along it. */
function squareTo(aim: Vector, pole: Vector): Vector {
  const choices: readonly Vector[] = [unit(pole), [0, 0, 1], [0, 1, 0]];
  const across = choices.map((choice) => minus(choice, times(aim, dot(choice, aim))));
  return unit(across.find((each) => length(each) > 1e-3) ?? aim);
}

/** Bends two bones so that they reach from `root` towards `to`, as far as they can, the joint on the side of `pole`. */
export function reach(
  root: Vector,
  to: Vector,
  pole: Vector,
  bones: Both<number>,
): { joint: Vector; end: Vector } {
  const [upper, lower] = bones;
  const aim = unit(minus(to, root));
  const shortest = Math.abs(upper - lower) + 0.01;
  const distance = Math.min(Math.max(length(minus(to, root)), shortest), upper + lower - 0.01);
  const along = (distance ** 2 + upper ** 2 - lower ** 2) / (2 * distance);
  const across = squareTo(aim, pole);
  const off = times(across, Math.sqrt(Math.max(0, upper ** 2 - along ** 2)));
  return { joint: plus(root, plus(times(aim, along), off)), end: plus(root, times(aim, distance)) };
}

function limb(root: Vector, pose: LimbPose, usualPole: Vector, bones: Both<number>) {
  if ('to' in pose) return { root, ...reach(root, pose.to, pose.pole ?? usualPole, bones) };
  const joint = plus(root, times(unit(pose.bones[0]), bones[0]));
  return { root, joint, end: plus(joint, times(unit(pose.bones[1]), bones[1])) };
}

function leg(root: Vector, pose: LimbPose, front: Vector): Limb {
  const bare = limb(root, pose, front, [BONES.thigh, BONES.shin]);
  const shin = unit(minus(bare.end, bare.joint));
  const across = minus(front, times(shin, dot(front, shin)));
  const toes = unit(pose.toes ?? (length(across) < 0.2 ? [0, 1, 0] : across));
  return { ...bare, toes: plus(bare.end, times(toes, BONES.foot)) };
}

/** Works out every joint of a pose; whatever the pose asks for, the bones keep their lengths. */
export function solve(pose: Pose): Joints {
  const hipFrame = frameOf(pose.lean, pose.turn ?? 0);
  const chest = frameOf(pose.lean + (pose.bend ?? 0), (pose.turn ?? 0) + (pose.twist ?? 0));
  const waist = plus(pose.pelvis, times(hipFrame.up, BONES.spine));
  const neck = plus(waist, times(chest.up, BONES.spine));
  const nod = ((pose.nod ?? 0) * Math.PI) / 180;
  const headUp = plus(times(chest.up, Math.cos(nod)), times(chest.front, Math.sin(nod)));
  const gaze = minus(times(chest.front, Math.cos(nod)), times(chest.up, Math.sin(nod)));
  const hips: Both<Vector> = [
    plus(pose.pelvis, times(hipFrame.right, BONES.halfHips)),
    minus(pose.pelvis, times(hipFrame.right, BONES.halfHips)),
  ];
  const shoulders: Both<Vector> = [
    plus(neck, times(chest.right, BONES.halfShoulders)),
    minus(neck, times(chest.right, BONES.halfShoulders)),
  ];
  const armBones = [BONES.upperArm, BONES.forearm] as const;
  const back = times(chest.front, -1);
  return {
    pelvis: pose.pelvis,
    waist,
    neck,
    head: plus(neck, times(headUp, BONES.neck)),
    gaze,
    hips,
    shoulders,
    arms: [
      limb(shoulders[0], pose.arms[0], back, armBones),
      limb(shoulders[1], pose.arms[1], back, armBones),
    ],
    legs: [leg(hips[0], pose.legs[0], hipFrame.front), leg(hips[1], pose.legs[1], hipFrame.front)],
  };
}
