import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest reads the default export.
export default defineConfig({
  // Some tests start the program several times; a busy machine needs longer than the default for that.
  test: { include: ['test/**/*.test.ts'], testTimeout: 20_000 },
});
