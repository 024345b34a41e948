import { availableParallelism } from 'node:os';

import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['{lib,simulations,components,scripts,bench}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // All cores: by itself it leaves one idle, and the main process has next to nothing to do.
    maxWorkers: availableParallelism(),
    // Properties take their time, more so on a busy machine.
    testTimeout: 180_000,
  },
});
