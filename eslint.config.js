import js from '@eslint/js'
import astro from 'eslint-plugin-astro'
import globals from 'globals'
import ts from 'typescript-eslint'

export default ts.config(
  {
    ignores: [
      '**/dist/',
      '.astro/',
      'node_modules/',
      'test-results/',
      'playwright-report/',
      'bench/.venv/',
    ],
  },
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
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['*/figures/*', '*/islands/*', '*/components/*', 'astro*', '@observablehq/*'],
              message: 'The solver imports nothing but itself.',
            },
          ],
        },
      ],
    },
  },
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
