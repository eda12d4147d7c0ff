import type { Colours } from './figure-colours.ts';
import { chair, mat, post, wall } from './figure-furniture.ts';
import { arrow, circle, guide } from './figure-marks.ts';
import { disc, line, type Paper, type Spot, type Stroke, short, through, xy } from './figure-paper.ts';
import type { Of, Prop } from './figure-scene.ts';
import { minus, plus, times, unit } from './figure-vectors.ts';

function ball(paper: Paper, prop: Of<'ball'>, colours: Colours): Stroke[] {
  const spot = paper.spot(prop.at, prop.radius + 1);
  const r = prop.radius;
  const big = r > 14;
  const gloss = `M${xy({ x: spot.x - r * 0.62, y: spot.y - r * 0.28 })}A${short(r * 0.7)} ${short(r * 0.7)} 0 0 1 ${xy({ x: spot.x - r * 0.1, y: spot.y - r * 0.66 })}`;
  const body = `<path d="${disc(spot, r)}" fill="${big ? colours.kitFill : colours.kit}" stroke="${colours.kit}" stroke-width="2.4"/>`;
  const shine = line(gloss, big ? colours.kit : colours.card, big ? 2.2 : 1.6);
  return [
    {
      depth: spot.depth,
      svg: prop.faint ? `<g opacity="0.35">${body}</g>` : `${body}${shine}`,
    },
  ];
}

function weight(paper: Paper, prop: Of<'weight'>, colours: Colours): Stroke[] {
  const half = times(unit(prop.along), 11);
  const [a, b] = [paper.spot(minus(prop.at, half), 7), paper.spot(plus(prop.at, half), 7)];
  const head = (spot: Spot): string => `<path d="${disc(spot, 7)}" fill="${colours.kit}"/>`;
  const bar = line(through([a, b]), colours.kit, 3.2);
  return [{ depth: paper.spot(prop.at).depth + 3, svg: `${bar}${head(a)}${head(b)}` }];
}

function band(paper: Paper, prop: Of<'band'>, colours: Colours): Stroke[] {
  const spots = prop.through.map((point) => paper.spot(point, 2));
  const depth = Math.max(...spots.map((spot) => spot.depth)) + 1;
  return [{ depth, svg: line(through(spots), colours.card, 5.4) + line(through(spots), colours.kit, 2.8) }];
}

/** Draws one thing beside the figure: kit in the kit's colour, movement in the movement's. */
export function drawProp(paper: Paper, prop: Prop, colours: Colours): Stroke[] {
  switch (prop.kind) {
    case 'ball':
      return ball(paper, prop, colours);
    case 'weight':
      return weight(paper, prop, colours);
    case 'band':
      return band(paper, prop, colours);
    case 'post':
      return post(paper, prop, colours);
    case 'chair':
      return chair(paper, prop, colours);
    case 'wall':
      return wall(paper, prop, colours);
    case 'mat':
      return mat(paper, prop, colours);
    case 'arrow':
      return arrow(paper, prop, colours);
    case 'circle':
      return circle(paper, prop, colours);
    case 'line':
      return guide(paper, prop, colours);
  }
}
