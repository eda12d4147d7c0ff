/**
 * npm run figures [folder]: draws all 33 exercise pictures of handbook §7 as contact sheets, dark and light, for eyes.
 */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SCENES } from '../src/exercises/figure-scenes.ts';
import { setPicture } from '../src/exercises/figures.ts';

const folder = process.argv[2] ?? tmpdir();
const numbers = Object.keys(SCENES).map(Number);
for (const theme of ['dark', 'light'] as const) {
  for (let first = 0; first < numbers.length; first += 8) {
    const items = numbers
      .slice(first, first + 8)
      .map((number) => ({ number, name: `Exercise ${number}`, dose: '3 × 10' }));
    const from = process.hrtime.bigint();
    const { png } = setPicture(items, theme);
    const milliseconds = Number(process.hrtime.bigint() - from) / 1e6;
    const file = join(folder, `figures-${theme}-${1 + first / 8}.png`);
    writeFileSync(file, png);
    console.log(`${file} (${milliseconds.toFixed(0)} ms)`);
  }
}
