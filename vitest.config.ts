import { availableParallelism } from 'node:os';
import { defineConfig, type ViteUserConfig as UserConfig } from 'vitest/config';

const config: UserConfig = defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    // By default one core is left idle, which on two cores is half: most tests wait for a disk or for a process.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: ['test/build-first.ts'],
    reporters: ['default', './test/counting-reporter.ts'],
    // Full counts take their time. The default ones must not, but a machine that does much else beside is no failure.
    testTimeout: process.env['SLOW'] === undefined ? 300_000 : 3_600_000,
    hookTimeout: 300_000,
    // A second by default, which a busy machine may take for anything.
    expect: { poll: { timeout: 60_000 } },
    passWithNoTests: false,
  },
});

export default config;
