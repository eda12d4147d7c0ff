import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/db/postgres-setup.ts'],
    reporters: ['default', './test/closing-line.ts'],
    maxWorkers: 2,
    // Files share their worker's modules: nothing of ours lives in a module, and importing it once saves a quarter.
    isolate: false,
    // Generous, because a busy machine is slow and nothing here is timed: a wait ends when what it waits for is there.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
