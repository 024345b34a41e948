import type { NextConfig } from 'next';

const config: NextConfig = {
  output: 'export',
  reactStrictMode: true,
  // A page of the safety map searches some hundred questions, all in one process.
  staticPageGenerationTimeout: 600,
};

export default config;
