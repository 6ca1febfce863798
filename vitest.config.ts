import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest reads the default export.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Some tests start the program several times; a busy machine needs longer than the default for that.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Many tests wait for another process or a socket; left alone, vitest would use one of two cores.
    maxWorkers: 3,
    minWorkers: 2,
  },
});
