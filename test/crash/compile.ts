/** The bot compiled once for a whole run: a start then costs half of what compiling at every start does. */
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

export interface CompiledBot {
  readonly script: string;
  readonly execArgv: string[];
  /** A folder for what the bots of this run write; removed with the rest. */
  readonly folder: string;
  remove(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BOT = join(ROOT, 'src/bot.ts');

/** The compiled files keep their names, as the bot looks for its commands by them. */
const REGISTER = `
import { register } from 'node:module';
const load = 'export const load = (url, context, next) => next(url, url.endsWith(".ts") ? { ...context, format: "module" } : context);';
register('data:text/javascript,' + encodeURIComponent(load));
`;

/** A file finds what lies beside it where it was written; only the bot itself finds its commands compiled. */
const atHome: Plugin = {
  name: 'at-home',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const place = JSON.stringify(pathToFileURL(path).href);
      return { loader: 'ts', contents: path === BOT ? text : text.replaceAll('import.meta.url', place) };
    });
  },
};

/** Compiles bot-process.ts with all that it loads of ours; packages are loaded as they are. */
export async function compileBot(): Promise<CompiledBot> {
  const folder = await mkdtemp(join(tmpdir(), 'backstraight-crash-'));
  const files = (await readdir(join(ROOT, 'commands'))).filter((file) => file.endsWith('.ts'));
  const commands = files.map((file) => file.replace(/\.ts$/, ''));
  await build({
    entryPoints: [
      { in: join(ROOT, 'test/crash/bot-process.ts'), out: 'src/bot-process' },
      ...commands.map((name) => ({ in: join(ROOT, `commands/${name}.ts`), out: `commands/${name}` })),
    ],
    ...{ outdir: folder, chunkNames: 'src/[hash]', outExtension: { '.js': '.ts' } },
    ...{ bundle: true, splitting: true, packages: 'external', plugins: [atHome] },
    ...{ format: 'esm', platform: 'node', target: 'node20', logLevel: 'error' },
  });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const register = join(folder, 'register.mjs');
  await writeFile(register, REGISTER);
  return {
    script: join(folder, 'src/bot-process.ts'),
    execArgv: ['--import', pathToFileURL(register).href],
    folder,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
