import type { Pose } from './figure-pose.ts';
import type { Vector } from './figure-vectors.ts';

/** Things beside the figure: what an exercise needs, how it moves, what stays in line. */
export type Prop =
  | { readonly kind: 'ball'; readonly at: Vector; readonly radius: number; readonly faint?: true }
  | { readonly kind: 'weight'; readonly at: Vector; readonly along: Vector }
  /** A band or a strap, stretched through its points. */
  | { readonly kind: 'band'; readonly through: readonly Vector[] }
  | { readonly kind: 'post'; readonly foot: Vector; readonly height: number }
  /** `at` is the middle of the seat; the sitter looks along x. */
  | { readonly kind: 'chair'; readonly at: Vector }
  /** A wall across the floor at x, or, with `width`, behind the figure. */
  | { readonly kind: 'wall'; readonly x: number; readonly height: number; readonly width?: number }
  /** A mat under the figure, or, if `plain`, only the floor that it lies on. */
  | {
      readonly kind: 'mat';
      readonly from: number;
      readonly to: number;
      readonly depth?: number;
      readonly plain?: true;
    }
  /** A curved arrow; it starts at the first point, passes near the second, points at the third. */
  | { readonly kind: 'arrow'; readonly path: readonly [Vector, Vector, Vector]; readonly both?: true }
  /** An arrow that runs round in a flat circle. */
  | { readonly kind: 'circle'; readonly at: Vector; readonly radius: number }
  /** A dotted line: what stays in line. */
  | { readonly kind: 'line'; readonly from: Vector; readonly to: Vector };

/** One kind of thing. */
export type Of<Kind extends Prop['kind']> = Extract<Prop, { kind: Kind }>;

/** One exercise's picture: a posed figure, a faint second pose, and things; seen from the side unless turned. */
export interface Scene {
  readonly pose: Pose;
  /** The other end of the movement, drawn faintly. */
  readonly ghost?: Pose;
  readonly props?: readonly Prop[];
  /** Degrees that the viewer walks towards the figure's front; 14 without it. */
  readonly yaw?: number;
  /** Degrees that the viewer looks down from above; 7 without it. */
  readonly pitch?: number;
}

/** A curved arrow from one point past a second to a third; with `both` it points both ways. */
export function arrow(from: Vector, bow: Vector, to: Vector, both?: 'both'): Prop {
  return { kind: 'arrow', path: [from, bow, to], ...(both === undefined ? {} : { both: true }) };
}
