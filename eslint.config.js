import js from '@eslint/js'
import astro from 'eslint-plugin-astro'
import globals from 'globals'
import ts from 'typescript-eslint'
import { layers } from './src/lint/course.js'
import { layersPlugin } from './src/lint/layers.js'
import { solverBlocks } from './src/lint/solver.js'

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
    files: ['src/**'],
    // Tests, and programs that are run by hand, may look at any layer.
    ignores: [
      '**/*.test.ts',
      '**/testing/**',
      '**/precompute/**',
      '**/wasm/compile.ts',
      'src/solver/declarations.mjs',
    ],
    plugins: { layers: layersPlugin },
    rules: { 'layers/one-way': ['error', layers] },
  },
  ...solverBlocks,
)
