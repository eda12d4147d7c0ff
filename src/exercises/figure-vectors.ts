/** Points and directions of the exercise pictures (handbook §7): x along the floor, y up, z towards the viewer. */
export type Vector = readonly [x: number, y: number, z: number];

/** a + b. */
export function plus(a: Vector, b: Vector): Vector {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

/** From `b` to `a`. */
export function minus(a: Vector, b: Vector): Vector {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

/** `factor` times as long. */
export function times(a: Vector, factor: number): Vector {
  return [a[0] * factor, a[1] * factor, a[2] * factor];
}

/** How far two directions agree: the product of their lengths and of the cosine between them. */
export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** Distance from the origin. */
export function length(a: Vector): number {
  return Math.hypot(...a);
}

/** The same direction, 1 long; the origin has no direction and becomes straight up. */
export function unit(a: Vector): Vector {
  const size = length(a);
  return size < 1e-9 ? [0, 1, 0] : times(a, 1 / size);
}

/** A direction in the side view, in degrees: 0 forwards along the floor, 90 up; `z` leans it towards the viewer. */
export function slope(degrees: number, z = 0): Vector {
  const angle = (degrees * Math.PI) / 180;
  return unit([Math.cos(angle), Math.sin(angle), z]);
}

/** Halfway between two points. */
export function middle(a: Vector, b: Vector): Vector {
  return times(plus(a, b), 0.5);
}
