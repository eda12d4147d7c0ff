import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { BONES, type Pose } from '../../src/exercises/figure-pose.ts';
import { SCENES } from '../../src/exercises/figure-scenes.ts';
import { solve } from '../../src/exercises/figure-skeleton.ts';
import { length, minus, type Vector } from '../../src/exercises/figure-vectors.ts';

const NUMBERS = Array.from({ length: 33 }, (_, index) => index + 1);

function posesOf(number: number): Pose[] {
  const scene = SCENES[number];
  return [scene?.pose, scene?.ghost].filter((pose) => pose !== undefined);
}

function bonesOf(pose: Pose): [string, number, number][] {
  const joints = solve(pose);
  const bone = (name: string, from: Vector, to: Vector, wanted: number): [string, number, number] => [
    name,
    length(minus(to, from)),
    wanted,
  ];
  return [
    bone('low spine', joints.pelvis, joints.waist, BONES.spine),
    bone('high spine', joints.waist, joints.neck, BONES.spine),
    bone('neck', joints.neck, joints.head, BONES.neck),
    bone('hips', ...joints.hips, 2 * BONES.halfHips),
    bone('shoulders', ...joints.shoulders, 2 * BONES.halfShoulders),
    ...joints.arms.flatMap((arm) => [
      bone('upper arm', arm.root, arm.joint, BONES.upperArm),
      bone('forearm', arm.joint, arm.end, BONES.forearm),
    ]),
    ...joints.legs.flatMap((leg) => [
      bone('thigh', leg.root, leg.joint, BONES.thigh),
      bone('shin', leg.joint, leg.end, BONES.shin),
      bone('foot', leg.end, leg.toes ?? leg.end, BONES.foot),
    ]),
  ];
}

function expectWholeBones(pose: Pose): void {
  for (const [name, drawn, wanted] of bonesOf(pose)) expect(drawn, name).toBeCloseTo(wanted, 6);
}

describe('the skeleton', () => {
  test.each(NUMBERS)('the bones of exercise %i are as long as everywhere', (number) => {
    for (const pose of posesOf(number)) expectWholeBones(pose);
  });

  test.each(NUMBERS)('nobody sinks into the floor in exercise %i', (number) => {
    for (const pose of posesOf(number)) {
      const { head, waist, pelvis, arms, legs } = solve(pose);
      const points = [
        head,
        waist,
        pelvis,
        ...[...arms, ...legs].flatMap(({ joint, end, toes = end }) => [joint, end, toes]),
      ];
      for (const point of points) expect(point[1]).toBeGreaterThan(0);
    }
  });

  it('keeps its bones whole in any pose, wherever hands and feet are sent', () => {
    const vector = fc.tuple(
      ...[0, 1, 2].map(() => fc.double({ min: -200, max: 200, noNaN: true })),
    ) as fc.Arbitrary<[number, number, number]>;
    const limb = fc.oneof(
      fc.record({ to: vector }),
      fc.record({ to: vector, pole: vector, toes: vector }),
      fc.record({ bones: fc.tuple(vector, vector) }),
    );
    const angle = fc.integer({ min: -180, max: 180 });
    const pose = fc.record({
      ...{ pelvis: vector, lean: angle, bend: angle, turn: angle, twist: angle, nod: angle },
      ...{ arms: fc.tuple(limb, limb), legs: fc.tuple(limb, limb) },
    });
    fc.assert(fc.property(pose, expectWholeBones), { numRuns: 200 });
  });
});
