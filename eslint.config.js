import next from '@next/eslint-plugin-next';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Lowest first. A file may import from its own layer and from the layers before it. */
const LAYERS = [
  'lib/words',
  'lib/engine',
  'lib/outcomes',
  'lib/explorer',
  'lib/projections',
  'lib/scenario',
  'lib/permalink',
  'lib/tools',
  'simulations',
  'components',
  'app',
];

const BROWSER_LIBRARIES = ['react', 'react-dom', 'react-dom/*', 'next', 'next/*', 'mermaid'];

const layerRules = LAYERS.map((layer, index) => ({
  files: [`${layer}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: '^\\.{1,2}/(?!.*\\.css$)',
            message: 'Import from "@/…" so that a path reads the same everywhere.',
          },
          ...LAYERS.slice(index + 1).map((higher) => ({
            group: [`@/${higher}/**`],
            message: `${layer} lies below ${higher} and must not know about it (docs/ARCHITECTURE.md).`,
          })),
          ...(index < LAYERS.indexOf('components')
            ? [{ group: BROWSER_LIBRARIES, message: `${layer} must run without a browser.` }]
            : []),
          ...(layer === 'components' || layer === 'app'
            ? [
                {
                  regex: '^mermaid(/|$)',
                  message: 'Only components/mermaid may know Mermaid, and it loads it lazily.',
                },
              ]
            : []),
        ],
      },
    ],
  },
}));

const WALL_CLOCK_AND_WORLD = [
  'Date',
  'performance',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'requestAnimationFrame',
  'crypto',
  'fetch',
  'window',
  'document',
  'localStorage',
];

/** What a run is made of may depend on the plan alone. */
const deterministic = {
  files: ['lib/**/*.ts', 'simulations/**/*.ts'],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-globals': [
      'error',
      ...WALL_CLOCK_AND_WORLD.map((name) => ({
        name,
        message:
          'A run depends on its settings and script alone: take time from the world, and make every chance a choice.',
      })),
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: 'Chance is a choice that a driver makes.' },
    ],
    'no-restricted-syntax': [
      'error',
      {
        selector: 'AwaitExpression',
        message: 'A run is synchronous; waiting is a timer in the world.',
      },
      {
        selector: "CallExpression[callee.property.name='localeCompare']",
        message: 'Order must not depend on the reader’s locale; compare code units.',
      },
      {
        selector: "CallExpression[callee.property.name='toLocaleString']",
        message: 'Text must not depend on the reader’s locale.',
      },
    ],
  },
};

export default tseslint.config(
  { ignores: ['.next/', 'out/', 'next-env.d.ts', 'node_modules/', 'test-results/', 'public/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // A default counts as handling the rest; where none may be forgotten the default is unreachable().
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // `import { type X } from 'y'` still loads y, for what it might do; `import type` does not.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'e2e/**/*.ts', 'bench/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['components/**/*.tsx', 'app/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks, '@next/next': next },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...next.configs.recommended.rules,
      ...next.configs['core-web-vitals'].rules,
      '@next/next/no-html-link-for-pages': 'off',
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }],
    },
  },
  ...layerRules,
  { files: ['components/mermaid/**/*.{ts,tsx}'], rules: { 'no-restricted-imports': 'off' } },
  deterministic,
);
