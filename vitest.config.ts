import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['{lib,simulations,components,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
  },
});
