import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { drawChart, layOut, textWidth } from '../../src/charts/draw-chart.ts';
import { FONT_FILES } from '../../src/charts/render-svg.ts';
import { THEMES } from '../../src/charts/theme.ts';
import { weekBarsChart } from '../../src/charts/week-bars.ts';

const BARS = {
  heading: { title: 'Bars', lines: ['By week.'] },
  weeks: [
    { label: '9 Nov', solid: 1200, hatched: null },
    { label: '16 Nov', solid: null, hatched: 800 },
  ],
  meanings: { solid: 'said', hatched: 'not said' },
  show: String,
};

test('a picture is a PNG, twice as many pixels wide as a phone has points', () => {
  const png = Buffer.from(drawChart(weekBarsChart(BARS, THEMES.dark)));
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(780);
});

test('what is kept apart is hatched, and is so without a canvas', () => {
  expect(layOut(weekBarsChart(BARS, THEMES.light))).toContain('<pattern');
});

test('the same numbers make the same picture', () => {
  const [once, again] = [THEMES.dark, THEMES.dark].map((theme) => drawChart(weekBarsChart(BARS, theme)));
  expect(Buffer.from(once ?? []).equals(Buffer.from(again ?? []))).toBe(true);
});

test.each(['Hamburg–Fuchs 1,200 m', 'iiiiiiii', '“Ünïcode” 75 %'])(
  '“%s” is as wide as it is drawn',
  (text) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="200"><text x="9" y="120" font-family="Inter" font-size="100">${text}</text></svg>`;
    const font = { fontFiles: [FONT_FILES[400]], loadSystemFonts: false };
    const ink = new Resvg(svg, { font }).getBBox()?.width ?? 0;
    // The ink ends a little before the letter's own room does.
    expect(textWidth(text, 100)).toBeGreaterThan(ink);
    expect(textWidth(text, 100)).toBeLessThan(ink + 25);
  },
);

describe.each(Object.entries(THEMES))('%s pictures', (_, theme) => {
  test.each(['text', 'muted'] as const)('%s keeps 7:1 against the ground', (colour) => {
    expect(contrast(theme[colour], theme.ground)).toBeGreaterThanOrEqual(7);
  });

  test.each(['green', 'amber', 'red', 'blue'] as const)('%s marks keep 3:1', (colour) => {
    expect(contrast(theme[colour], theme.ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(theme[colour], theme.band)).toBeGreaterThanOrEqual(3);
  });
});

/** WCAG's ratio of two colours "#rrggbb". */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
