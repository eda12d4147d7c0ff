import { plus, type Vector } from './figure-vectors.ts';

/** A point on the paper: y downwards; the greater the depth, the nearer to the viewer. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly depth: number;
}

/** Something drawn, as SVG, and how near it is to the viewer. */
export interface Stroke {
  readonly depth: number;
  readonly svg: string;
}

/** What the drawing covers. */
export interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Points in space become spots on the paper, without perspective; it notes what the drawing covers. */
export interface Paper {
  spot(point: Vector, radius?: number): Spot;
  readonly bounds: Bounds;
}

/** A paper seen after walking `yaw` degrees towards the figure's front and looking down by `pitch` degrees. */
export function paperSeenFrom(yaw: number, pitch: number): Paper {
  const [turn, tip] = [(yaw * Math.PI) / 180, (pitch * Math.PI) / 180];
  const bounds: Bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  return {
    bounds,
    spot([px, py, pz], radius = 0) {
      const x = px * Math.cos(turn) - pz * Math.sin(turn);
      const z = pz * Math.cos(turn) + px * Math.sin(turn);
      const y = z * Math.sin(tip) - py * Math.cos(tip);
      bounds.left = Math.min(bounds.left, x - radius);
      bounds.right = Math.max(bounds.right, x + radius);
      bounds.top = Math.min(bounds.top, y - radius);
      bounds.bottom = Math.max(bounds.bottom, y + radius);
      return { x, y, depth: z * Math.cos(tip) + py * Math.sin(tip) };
    },
  };
}

/** A number as short as the picture needs: two decimals. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** `x y` of a spot. */
export function xy(spot: { readonly x: number; readonly y: number }): string {
  return `${short(spot.x)} ${short(spot.y)}`;
}

/** A polyline's path. */
export function through(spots: readonly Spot[]): string {
  return `M${spots.map(xy).join('L')}`;
}

/** The path of a rounded limb from `a` to `b` that tapers from radius `ra` to `rb` (not greater). */
export function taper(a: Spot, ra: number, b: Spot, rb: number): string {
  const gap = Math.hypot(b.x - a.x, b.y - a.y);
  if (gap <= ra - rb + 0.01) return disc(a, ra);
  const aim = Math.atan2(b.y - a.y, b.x - a.x);
  const open = Math.acos((ra - rb) / gap);
  const at = (spot: Spot, radius: number, angle: number): string =>
    xy({ x: spot.x + radius * Math.cos(angle), y: spot.y + radius * Math.sin(angle) });
  const round = (radius: number, large: 0 | 1): string => `A${radius} ${radius} 0 ${large} 0 `;
  return [
    `M${at(a, ra, aim + open)}L${at(b, rb, aim + open)}`,
    `${round(rb, 0)}${at(b, rb, aim - open)}`,
    `L${at(a, ra, aim - open)}${round(ra, 1)}${at(a, ra, aim + open)}Z`,
  ].join('');
}

/** A circle's path. */
export function disc(spot: Spot, radius: number): string {
  const r = short(radius);
  const [left, right] = [xy({ x: spot.x - radius, y: spot.y }), xy({ x: spot.x + radius, y: spot.y })];
  return `M${left}A${r} ${r} 0 1 0 ${right}A${r} ${r} 0 1 0 ${left}Z`;
}

/** A point moved by a few units. */
export function shifted(point: Vector, x: number, y: number, z: number): Vector {
  return plus(point, [x, y, z]);
}

/** A round-ended line's SVG. */
export function line(path: string, colour: string, width: number, more = ''): string {
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${more}/>`;
}
