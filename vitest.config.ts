import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const PURE = [
  'src/intake/**',
  'src/semantics/**',
  'src/checks/**',
  'src/fixers/**',
  'src/investigation/**',
  'src/picture/**',
  'src/slack/blocks/**',
  'src/terminal/**',
];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/integration/**', 'test/browser/**', 'test/fixtures/**', 'node_modules/**'],
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    // Tests that kill and restart the bot wait more than they work, and would hold up a machine of two cores.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    testTimeout: 30_000,
    hookTimeout: 30_000,
    coverage: {
      provider: 'v8',
      include: PURE,
      reporter: ['text-summary', 'html'],
      thresholds: { lines: 95, functions: 95, statements: 95, branches: 90 },
    },
  },
});
