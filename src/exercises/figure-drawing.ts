import { drawBody, drawGhost } from './figure-body.ts';
import type { Colours } from './figure-colours.ts';
import { type Bounds, paperSeenFrom, type Stroke, short } from './figure-paper.ts';
import { drawProp } from './figure-props.ts';
import type { Scene } from './figure-scene.ts';

/** A scene as SVG in its own units, and what it covers. */
export interface Drawing {
  readonly svg: string;
  readonly bounds: Bounds;
  /** Whether it stands on a floor line at its height 0. */
  readonly onFloor: boolean;
}

/** The largest that a figure is drawn, in points for each of its units. */
const LARGEST = 1;

/** Draws a scene: kit that stands behind, the faint pose, then body and things from far to near. */
export function drawScene(scene: Scene, colours: Colours): Drawing {
  const paper = paperSeenFrom(scene.yaw ?? 14, scene.pitch ?? 7);
  const ghost = scene.ghost === undefined ? '' : drawGhost(paper, scene.ghost, colours);
  const strokes = [
    ...drawBody(paper, scene.pose, colours),
    ...(scene.props ?? []).flatMap((prop) => drawProp(paper, prop, colours)),
  ].sort((a, b) => a.depth - b.depth);
  const joined = (some: readonly Stroke[]): string => some.map((stroke) => stroke.svg).join('');
  const behind = strokes.filter((stroke) => stroke.depth === -Infinity);
  const rest = strokes.filter((stroke) => stroke.depth !== -Infinity);
  const seesGround = scene.props?.some((prop) => prop.kind === 'mat' && prop.plain) ?? false;
  return { svg: joined(behind) + ghost + joined(rest), bounds: paper.bounds, onFloor: !seesGround };
}

/** Points for each unit of a drawing in a place `width` × `height` points large. */
function scaleIn({ bounds }: Drawing, width: number, height: number): number {
  return Math.min(LARGEST, width / (bounds.right - bounds.left), height / (bounds.bottom - bounds.top));
}

/** The height in points that a drawing takes in a place of that size. */
export function heightIn(drawing: Drawing, width: number, height: number): number {
  return scaleIn(drawing, width, height) * (drawing.bounds.bottom - drawing.bounds.top);
}

/** Puts a drawing into a place of a card, in points: as large as it fits, in its middle, standing at its foot. */
export function placed(
  drawing: Drawing,
  place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  colours: Colours,
): string {
  const { left, right, bottom } = drawing.bounds;
  const scale = scaleIn(drawing, place.width, place.height);
  const centre = (left + right) / 2;
  const x = place.x + place.width / 2 - scale * centre;
  const y = place.y + place.height - scale * bottom;
  const edge = place.width / 2 / scale;
  const floor = drawing.onFloor
    ? `<path d="M${short(centre - edge)} 1.2H${short(centre + edge)}" stroke="${colours.floor}" stroke-width="2" stroke-linecap="round"/>`
    : '';
  return `<g transform="translate(${short(x)} ${short(y)}) scale(${short(scale)})">${floor}${drawing.svg}</g>`;
}
