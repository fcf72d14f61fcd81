import { defineConfig } from 'vitest/config';

/** Browser tests against a running Kunan: one browser, one file after the other. */
export default defineConfig({
  test: {
    root: 'e2e',
    include: ['**/*.test.ts'],
    globalSetup: ['support/global-setup.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
