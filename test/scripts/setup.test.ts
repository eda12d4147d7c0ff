import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/setup.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');

describe('npm run setup', () => {
  let sandbox: Sandbox;
  let folder: string;

  beforeAll(async () => {
    sandbox = await startSandbox();
    folder = await mkdtemp(join(tmpdir(), 'backstraight-setup-'));
  });
  afterAll(async () => {
    await sandbox.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Types a line into the script and gives all that it printed. */
  async function type(token: string): Promise<{ code: number; printed: string }> {
    await writeFile(join(folder, '.env'), `# kept\nDISCORD_TOKEN=\nDISCORD_API_URL=${sandbox.apiUrl}\n`);
    const child = spawn(process.execPath, ['--import', TSX, SCRIPT], { cwd: folder });
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
    });
    child.stderr.on('data', (chunk) => {
      printed += chunk;
    });
    child.stdin.end(`${token}\n`);
    const [code] = await once(child, 'close');
    return { code, printed };
  }

  test('checks the token, writes it where only the owner reads it, and prints the invitation', async () => {
    const { code, printed } = await type(sandbox.token);
    expect(code).toBe(0);
    expect(printed).toContain(`client_id=${sandbox.applicationId}`);
    // View Channel, Send Messages, Embed Links, Read Message History: nothing else.
    expect(printed).toContain('permissions=84992');
    expect(await readFile(join(folder, '.env'), 'utf8')).toBe(
      `# kept\nDISCORD_TOKEN=${sandbox.token}\nDISCORD_API_URL=${sandbox.apiUrl}\n`,
    );
    expect((await stat(join(folder, '.env'))).mode & 0o777).toBe(0o600);
    expect(printed).not.toContain(sandbox.token);
  });

  test.each([
    ['a wrong token', 'not-a-token', 'Discord does not take this token'],
    ['no token', '', 'No token was typed'],
  ])('%s: one clear line, and nothing is written', async (_, token, line) => {
    const { code, printed } = await type(token);
    expect(code).toBe(1);
    expect(printed).toContain(line);
    expect(await readFile(join(folder, '.env'), 'utf8')).toContain('DISCORD_TOKEN=\n');
  });
});
