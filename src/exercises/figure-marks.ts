import type { Colours } from './figure-colours.ts';
import { line, type Paper, type Spot, type Stroke, short, through, xy } from './figure-paper.ts';
import type { Of } from './figure-scene.ts';

const BEFORE = Infinity;

/** A curved arrow: how the body moves. */
export function arrow(paper: Paper, prop: Of<'arrow'>, colours: Colours): Stroke[] {
  const [from, bow, to] = prop.path.map((point) => paper.spot(point, 3)) as [Spot, Spot, Spot];
  const head = (tip: Spot, before: Spot): string => {
    const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
    const wing = (side: number): string =>
      xy({ x: tip.x - 7 * Math.cos(angle + side), y: tip.y - 7 * Math.sin(angle + side) });
    return `M${wing(0.55)}L${xy(tip)}L${wing(-0.55)}`;
  };
  const heads = head(to, bow) + (prop.both ? head(from, bow) : '');
  const path = `M${xy(from)}Q${xy(bow)} ${xy(to)}${heads}`;
  return [{ depth: BEFORE, svg: line(path, colours.card, 6) + line(path, colours.move, 2.6) }];
}

/** An arrow that runs round in a flat circle. */
export function circle(paper: Paper, prop: Of<'circle'>, colours: Colours): Stroke[] {
  const { x, y } = paper.spot(prop.at, prop.radius);
  const [wide, flat] = [prop.radius, prop.radius * 0.42];
  const at = (angle: number) => ({ x: x + wide * Math.cos(angle), y: y + flat * Math.sin(angle) });
  const [from, tip] = [at(-0.6), at(-1.5)];
  const arc = `M${xy(from)}A${wide} ${short(flat)} 0 1 1 ${xy(tip)}`;
  const head = `M${xy({ x: tip.x - 6, y: tip.y - 3.6 })}L${xy(tip)}L${xy({ x: tip.x - 5, y: tip.y + 5 })}`;
  return [{ depth: BEFORE, svg: line(arc + head, colours.card, 6) + line(arc + head, colours.move, 2.6) }];
}

/** A dotted line: what stays in line. */
export function guide(paper: Paper, prop: Of<'line'>, colours: Colours): Stroke[] {
  const path = through([paper.spot(prop.from), paper.spot(prop.to)]);
  return [{ depth: BEFORE, svg: line(path, colours.move, 1.8, ' stroke-dasharray="0.1 5"') }];
}
