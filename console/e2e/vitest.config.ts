import { defineConfig } from 'vitest/config';

const test = {
  root: 'e2e',
  globalSetup: ['support/global-setup.ts'],
  environment: 'node',
  testTimeout: 120_000,
  hookTimeout: 60_000,
};

/** What is timed has the machine to itself; the rest shares it, two browsers at a time. */
const TIMED = ['login.test.ts', 'trends.test.ts'];

/** Browser tests against a running Kunan. */
export default defineConfig({
  test: {
    projects: [
      {
        test: { ...test, name: 'timed', include: TIMED, fileParallelism: false, sequence: { groupOrder: 0 } },
      },
      {
        test: {
          ...test,
          name: 'pages',
          include: ['**/*.test.ts'],
          exclude: TIMED,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
