import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with a line any counter can read, and fails a run that saw no test. */
export class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    // An error outside any test is a failure that no test can be named for.
    const count = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed' || state === 'failed' || state === 'skipped') count[state]++;
      }
      // A file that could not be loaded has no tests to count, and must not look like success.
      if (module.children.size === 0 || module.errors().length > 0) count.failed++;
    }
    if (count.passed + count.failed === 0) process.exitCode = 1;
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
    process.stdout.write(`\n${count.passed} passed, ${count.failed} failed${skipped}\n`);
  }
}

// biome-ignore lint/style/noDefaultExport: Vitest loads a reporter by its default export.
export default CountingReporter;
