import { defineConfig } from 'vitest/config';

/** Suites that need more than Node: Redis, PostgreSQL, moto. `.ci/run` installs and starts them. */
export default defineConfig({
  test: {
    include: ['test/integration/**/*.test.ts'],
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    testTimeout: 90_000,
    hookTimeout: 90_000,
    fileParallelism: false,
  },
});
