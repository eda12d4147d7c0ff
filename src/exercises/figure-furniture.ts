import type { Colours } from './figure-colours.ts';
import { line, type Paper, type Spot, type Stroke, shifted, short, through } from './figure-paper.ts';
import type { Of } from './figure-scene.ts';
import type { Vector } from './figure-vectors.ts';

const BEHIND = -Infinity;

/** A post that a band is tied to. */
export function post(paper: Paper, prop: Of<'post'>, colours: Colours): Stroke[] {
  const [foot, top] = [paper.spot(prop.foot, 3), paper.spot(shifted(prop.foot, 0, prop.height, 0), 3)];
  return [{ depth: BEHIND, svg: line(through([foot, top]), colours.floor, 5) }];
}

/** A chair that looks along x. */
export function chair(paper: Paper, prop: Of<'chair'>, colours: Colours): Stroke[] {
  const [deep, wide] = [17, 15];
  const corner = (x: number, y: number, z: number): Spot => paper.spot(shifted(prop.at, x, y, z), 2);
  const height = prop.at[1];
  const leg = (x: number, z: number): string => through([corner(x, 0, z), corner(x, 2 - height, z)]);
  const back = (z: number): string => through([corner(-deep, 0, z), corner(-deep - 5, 46, z)]);
  const rest = [
    corner(-deep - 3, 30, wide),
    corner(-deep - 5, 46, wide),
    corner(-deep - 5, 46, -wide),
    corner(-deep - 3, 30, -wide),
  ];
  const seat = [
    corner(deep, 0, wide),
    corner(deep, 0, -wide),
    corner(-deep, 0, -wide),
    corner(-deep, 0, wide),
  ];
  const panel = (spots: readonly Spot[]): string =>
    `<path d="${through(spots)}Z" fill="${colours.kitFill}" stroke="${colours.kit}" stroke-width="3" stroke-linejoin="round"/>`;
  const legs = [
    leg(deep, -wide),
    leg(-deep, -wide),
    leg(deep, wide),
    leg(-deep, wide),
    back(-wide),
    back(wide),
  ];
  return [
    {
      depth: BEHIND,
      svg: legs.map((path) => line(path, colours.kit, 3)).join('') + panel(rest) + panel(seat),
    },
  ];
}

/** A wall across the floor or behind the figure. */
export function wall(paper: Paper, prop: Of<'wall'>, colours: Colours): Stroke[] {
  const behind = prop.width !== undefined;
  const wide = prop.width ?? 9;
  const z = behind ? -26 : 0;
  const low = paper.spot([prop.x, 0, z], 1);
  const high = paper.spot([prop.x, prop.height, z], 1);
  const far = paper.spot([prop.x + wide, 0, z], 1);
  const box = `x="${short(low.x)}" y="${short(high.y)}" width="${short(Math.abs(far.x - low.x))}" height="${short(low.y - high.y)}"`;
  return [
    {
      depth: BEHIND,
      svg: `<rect ${box} rx="2" fill="${behind ? colours.ground : colours.kitFill}" stroke="${colours.kit}" stroke-width="2.2"/>`,
    },
  ];
}

/** A mat, or the floor seen from above. */
export function mat(paper: Paper, prop: Of<'mat'>, colours: Colours): Stroke[] {
  const deep = prop.depth ?? 20;
  const corners: Vector[] = [
    [prop.from, -1, deep],
    [prop.to, -1, deep],
    [prop.to, -1, -deep],
    [prop.from, -1, -deep],
  ];
  const path = `${through(corners.map((corner) => paper.spot(corner, 2)))}Z`;
  const [fill, edge] = prop.plain ? [colours.ground, colours.ground] : [colours.kitFill, colours.kit];
  return [
    {
      depth: BEHIND,
      svg: `<path d="${path}" fill="${fill}" stroke="${edge}" stroke-width="2.4" stroke-linejoin="round"/>`,
    },
  ];
}
