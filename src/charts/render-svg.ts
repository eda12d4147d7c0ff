/** SVG in, PNG out, with the font that the project ships: the same picture on every machine. */
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

/** The family that pictures are set in; weights 400 and 600. */
export const FONT_FAMILY = 'Inter';

const require = createRequire(import.meta.url);
const FONT_FILES = ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'].map((file) =>
  require.resolve(`@expo-google-fonts/inter/${file}`),
);

/** Draws an SVG `width` pixels wide; the height follows from its own shape. */
export function renderSvg(svg: string, width: number): Uint8Array {
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: FONT_FAMILY },
  });
  return drawing.render().asPng();
}
