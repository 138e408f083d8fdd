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
    // Full counts take their time; the default ones must not.
    testTimeout: process.env['SLOW'] === undefined ? 120_000 : 3_600_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
  },
});

export default config;
