import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vite.config.ts';

export default mergeConfig(
  base,
  defineConfig({
    test: {
      restoreMocks: true,
      // Two cores and other builds beside: a slow moment is no failure.
      testTimeout: 20_000,
      projects: [
        {
          extends: true,
          test: {
            name: 'pages',
            environment: 'happy-dom',
            include: ['src/**/*.test.{ts,tsx}'],
            setupFiles: ['src/testing/setup.ts'],
            css: { modules: { classNameStrategy: 'non-scoped' } },
          },
        },
        // What holds for files: themes, lint rules, styles, the built bundle.
        { extends: true, test: { name: 'files', environment: 'node', include: ['tools/**/*.test.ts'] } },
      ],
    },
  }),
);
