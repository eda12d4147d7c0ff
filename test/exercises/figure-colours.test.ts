import { describe, expect, it, test } from 'vitest';
import { COLOURS } from '../../src/exercises/figure-colours.ts';

describe.each(['dark', 'light'] as const)('the %s theme', (theme) => {
  const { card, badge, badgeText, ...colours } = COLOURS[theme];

  test.each(['text', 'quiet', 'near', 'torso', 'far', 'kit', 'move'] as const)(
    '%s stands out, 4.5 to 1',
    (name) => {
      expect(contrast(colours[name], card)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('numbers stand out from their badge, 4.5 to 1', () => {
    expect(contrast(badgeText, badge)).toBeGreaterThanOrEqual(4.5);
  });
});

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [brightness(one), brightness(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

/** Relative luminance of a colour like `#2b2d31`, 0 to 1. */
function brightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
