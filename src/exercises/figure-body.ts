import type { Colours } from './figure-colours.ts';
import { disc, type Paper, type Stroke, taper, through } from './figure-paper.ts';
import { BONES, type Both, type Joints, type Limb, type Pose } from './figure-pose.ts';
import { solve } from './figure-skeleton.ts';
import { middle, minus, plus, times, unit, type Vector } from './figure-vectors.ts';

const ARM = [4.9, 4.3, 3.5] as const;
const LEG = [7.2, 5.6, 4.2] as const;
const [TORSO, HEAD, HALO] = [7.6, 10, 1.8];

/** Fills a shape, with a rim in the card's colour so that limbs that cross stay apart. */
function cut(path: string, fill: string, rim: string): string {
  return `<path d="${path}" fill="${rim}" stroke="${rim}" stroke-width="${2 * HALO}" stroke-linejoin="round"/><path d="${path}" fill="${fill}"/>`;
}

function limbStroke(
  paper: Paper,
  limb: Limb,
  radii: readonly [number, number, number],
  fill: string,
  rim: string,
): Stroke {
  const [root, joint, end] = [
    paper.spot(limb.root, radii[0]),
    paper.spot(limb.joint, radii[1]),
    paper.spot(limb.end, radii[2]),
  ];
  const parts = [taper(root, radii[0], joint, radii[1]), taper(joint, radii[1], end, radii[2])];
  if (limb.toes !== undefined) parts.push(taper(end, 4, paper.spot(limb.toes, 3), 3));
  return { depth: (joint.depth * 2 + root.depth + end.depth) / 4, svg: cut(parts.join(''), fill, rim) };
}

/** The sides of the torso at `share` of its curved spine, 0 at the hips and 1 at the neck. */
function sides(joints: Joints, share: number): Both<Vector> {
  const bow = minus(times(joints.waist, 2), middle(joints.pelvis, joints.neck));
  const rest = 1 - share;
  const spine = plus(
    plus(times(joints.pelvis, rest * rest), times(bow, 2 * rest * share)),
    times(joints.neck, share * share),
  );
  const across = (pair: Both<Vector>): Vector => unit(minus(pair[0], pair[1]));
  const right = unit(plus(times(across(joints.hips), rest), times(across(joints.shoulders), share)));
  const half = BONES.halfHips - 0.5 + 3 * Math.max(0, share * 1.6 - 0.6);
  return [plus(spine, times(right, half)), minus(spine, times(right, half))];
}

function torsoStroke(paper: Paper, joints: Joints, fill: string, rim: string): Stroke {
  const rings = [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1].map((share) => sides(joints, share));
  const right = rings.map((ring) => paper.spot(ring[0], TORSO));
  const left = rings.map((ring) => paper.spot(ring[1], TORSO)).reverse();
  const path = `${through([...right, ...left])}Z`;
  const coat = (colour: string, width: number): string =>
    `<path d="${path}" fill="${colour}" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"/>`;
  const depth = paper.spot(joints.waist).depth;
  return { depth, svg: coat(rim, 2 * (TORSO + HALO)) + coat(fill, 2 * TORSO) };
}

function headStroke(paper: Paper, joints: Joints, fill: string, rim: string): Stroke {
  const head = paper.spot(joints.head, HEAD);
  const nose = paper.spot(plus(joints.head, times(joints.gaze, HEAD - 0.6)), 2.4);
  const neck = taper(paper.spot(joints.neck), 4.8, head, 4.6);
  const depth = paper.spot(joints.waist).depth - 0.01;
  return { depth, svg: cut(`${neck}${disc(nose, 2.3)}${disc(head, HEAD)}`, fill, rim) };
}

/** Draws a posed figure: nearer limbs in the clear tone, those behind the body in the dim one. */
export function drawBody(paper: Paper, pose: Pose, colours: Colours): Stroke[] {
  const joints = solve(pose);
  const tone = (root: Vector, centre: Vector): string =>
    paper.spot(root).depth < paper.spot(centre).depth - 2 ? colours.far : colours.near;
  return [
    ...joints.arms.map((arm) => limbStroke(paper, arm, ARM, tone(arm.root, joints.neck), colours.card)),
    ...joints.legs.map((leg) => limbStroke(paper, leg, LEG, tone(leg.root, joints.pelvis), colours.card)),
    torsoStroke(paper, joints, colours.torso, colours.card),
    headStroke(paper, joints, colours.near, colours.card),
  ];
}

/** Draws the other end of a movement in one faint tone. */
export function drawGhost(paper: Paper, pose: Pose, colours: Colours): string {
  const plain: Colours = { ...colours, near: colours.far, torso: colours.far, card: colours.far };
  const parts = drawBody(paper, pose, plain).map((stroke) => stroke.svg);
  return `<g opacity="0.3">${parts.join('')}</g>`;
}
