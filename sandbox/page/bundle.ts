import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The page's script and style sheet, as text. */
export interface PageBundle {
  readonly js: string;
  readonly css: string;
}

/** Builds the client from its sources, in memory; rejects with esbuild's message when a source does not parse. */
export async function bundlePage(): Promise<PageBundle> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL('./client/main.tsx', import.meta.url))],
    outfile: 'app.js',
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: ['es2022'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const ofType = (end: string) => result.outputFiles.find((file) => file.path.endsWith(end))?.text ?? '';
  return { js: ofType('.js'), css: ofType('.css') };
}
