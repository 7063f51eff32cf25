import js from '@eslint/js'
import astro from 'eslint-plugin-astro'
import globals from 'globals'
import ts from 'typescript-eslint'

const aboveSolver = {
  group: ['*/figures/*', '*/islands/*', '*/components/*', 'astro*', '@observablehq/*'],
  message: 'The solver imports nothing but itself.',
}

/** The layers of the solver's fits, from the top: each imports only those below it. */
const layers = ['selection', 'models', 'methods', 'problem', 'algebra', 'input']

const solverLayers = layers.slice(1).map((layer, above) => ({
  files: [`src/solver/${layer}/**`],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          aboveSolver,
          {
            regex: `^(\\.\\./)+(${layers.slice(0, above + 1).join('|')})/`,
            message: `${layer}/ imports only the layers below it: ${layers.slice(above + 2).join(', ') || 'none'}.`,
          },
        ],
      },
    ],
  },
}))

export default ts.config(
  { ignores: ['**/dist/', '.astro/', 'node_modules/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  ts.configs.recommended,
  astro.configs.recommended,
  { languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  {
    // The direction of imports: content → components → islands → figures → solver.
    files: ['src/solver/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [aboveSolver] }],
    },
  },
  ...solverLayers,
  {
    files: ['src/figures/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['*/islands/*', '*/components/*', 'astro*'],
              message: 'A figure imports the solver and the figure contract, nothing above it.',
            },
          ],
        },
      ],
    },
  },
)
