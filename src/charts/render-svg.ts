/** SVG in, PNG out, with the font that the project ships: the same picture on every machine. */
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

/** The family that pictures are set in; weights 400 and 600. */
export const FONT_FAMILY = 'Inter';

const require = createRequire(import.meta.url);

/** Where the font lies, by weight. */
export const FONT_FILES = {
  400: require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  600: require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
} as const;

/** Draws an SVG `width` pixels wide; the height follows from its own shape. */
export function renderSvg(svg: string, width: number): Uint8Array {
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: {
      fontFiles: Object.values(FONT_FILES),
      loadSystemFonts: false,
      defaultFontFamily: FONT_FAMILY,
    },
  });
  return drawing.render().asPng();
}
