/** How wide a text is in Inter: read from the font's own tables, so that layout without a browser fits what is drawn. */
import { readFileSync } from 'node:fs';

/** Advance widths of one font file, in units of one em. */
export interface Widths {
  /** Width of a text at a size, in the unit of the size. */
  of(text: string, size: number): number;
}

/** Reads the advance widths of a TrueType file. Throws for a file without the tables that it needs. */
export function readWidths(file: string): Widths {
  const font = readFileSync(file);
  const tables = readTables(font);
  const unitsPerEm = font.readUInt16BE(tableAt(tables, 'head') + 18);
  const metrics = font.readUInt16BE(tableAt(tables, 'hhea') + 34);
  const hmtx = tableAt(tables, 'hmtx');
  const glyphOf = readCharacterMap(font, tableAt(tables, 'cmap'));
  const known = new Map<string, number>();

  const widthOf = (character: string) => {
    const glyph = Math.min(glyphOf(character.codePointAt(0) ?? 0), metrics - 1);
    return font.readUInt16BE(hmtx + glyph * 4) / unitsPerEm;
  };
  return {
    of(text, size) {
      let ems = 0;
      for (const character of text) {
        const width = known.get(character) ?? widthOf(character);
        known.set(character, width);
        ems += width;
      }
      return ems * size;
    },
  };
}

function readTables(font: Buffer): ReadonlyMap<string, number> {
  return new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
      const at = 12 + index * 16;
      return [font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8)] as const;
    }),
  );
}

function tableAt(tables: ReadonlyMap<string, number>, name: string): number {
  const at = tables.get(name);
  if (at === undefined) throw new Error(`the font has no ${name} table`);
  return at;
}

/** The character map of the Basic Multilingual Plane (format 4); glyph 0 stands for what the font lacks. */
function readCharacterMap(font: Buffer, cmap: number): (code: number) => number {
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => {
    return cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
  });
  const at = subtables.find((table) => font.readUInt16BE(table) === 4);
  if (at === undefined) throw new Error('the font has no character map of format 4');
  const doubled = font.readUInt16BE(at + 6);
  const [ends, starts, deltas, offsets] = [14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled];
  return (code) => {
    for (let step = 0; step < doubled; step += 2) {
      if (code > font.readUInt16BE(at + ends + step)) continue;
      const start = font.readUInt16BE(at + starts + step);
      if (code < start) return 0;
      const delta = font.readUInt16BE(at + deltas + step);
      const offset = font.readUInt16BE(at + offsets + step);
      if (offset === 0) return (code + delta) & 0xffff;
      const glyph = font.readUInt16BE(at + offsets + step + offset + 2 * (code - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
