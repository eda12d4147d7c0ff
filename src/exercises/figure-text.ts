/** Widths of Inter SemiBold from space to tilde, in hundredths of the type size; the regular cut is narrower. */
const WIDTHS = (
  '26 33 53 65 66 101 67 33 38 38 54 68 32 47 32 38 66 43 63 64 67 62 64 58 65 64 32 33 68 68 68 55 100 73 66 74 73 61 ' +
  '59 75 75 28 58 71 57 93 76 77 65 78 66 66 67 74 73 103 72 72 66 38 38 38 49 47 36 58 63 59 63 60 39 63 62 27 27 57 ' +
  '27 91 62 61 63 63 40 55 36 62 59 84 57 59 57 46 36 46 68'
)
  .split(' ')
  .map(Number);
const OTHERS: Readonly<Record<string, number>> = { '×': 68, '–': 50, '’': 30, '…': 96 };
const WIDEST = 104;

/** Width of a line of text in points, never less than it is drawn. */
export function textWidth(text: string, size: number): number {
  const width = (sign: string): number => WIDTHS[(sign.codePointAt(0) ?? 0) - 32] ?? OTHERS[sign] ?? WIDEST;
  return ([...text].reduce((sum, sign) => sum + width(sign), 0) * size) / 100;
}

/** As much of a text as fits into `width` points, with `…` where it was cut. */
function fitted(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const signs = [...text];
  while (signs.length > 0 && textWidth(`${signs.join('')}…`, size) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}

/** A text on one line or on two, broken after a comma or else so that the lines are most alike; each cut to `width`. */
export function wrapped(text: string, size: number, width: number): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const whole = words.join(' ');
  if (textWidth(whole, size) <= width || words.length < 2) return [fitted(whole, size, width)];
  const breaks = words.slice(1).map((_, index) => {
    const lines = [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')];
    const widest = Math.max(...lines.map((line) => textWidth(line, size)));
    const afterComma = widest <= width && (words[index]?.endsWith(',') ?? false);
    return { lines, cost: afterComma ? 0 : widest };
  });
  const best = breaks.reduce((least, each) => (each.cost < least.cost ? each : least));
  return best.lines.map((line) => fitted(line, size, width));
}
