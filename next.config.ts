import type { NextConfig } from 'next';

const config: NextConfig = {
  output: 'export',
  reactStrictMode: true,
  // `npm test` has checked them a moment before, the tests' own among them.
  typescript: { ignoreBuildErrors: process.env['TYPES_ARE_CHECKED'] === '1' },
  // A page of the safety map searches some hundred questions, all in one process.
  staticPageGenerationTimeout: 600,
};

export default config;
