import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['{lib,simulations,components,scripts,bench}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Properties take their time, more so on a busy machine.
    testTimeout: 180_000,
  },
});
