import js from '@eslint/js'
import astro from 'eslint-plugin-astro'
import globals from 'globals'
import ts from 'typescript-eslint'
import { layersPlugin } from './src/lint/layers.js'

/** The layers of the course, from the solver up, and what each may import: imports run one way. */
const layers = {
  solver: { folder: 'src/solver/', imports: [], packages: [] },
  'figures/kit': {
    folder: 'src/figures/kit/',
    imports: ['solver'],
    packages: ['shrinkage', '@observablehq/plot'],
  },
  'figures/NAME': {
    folder: 'src/figures/*/',
    imports: ['figures/kit', 'solver'],
    packages: ['shrinkage'],
  },
  figures: { folder: 'src/figures/', imports: ['figures/NAME', 'figures/kit'], packages: [] },
  islands: { folder: 'src/islands/', imports: ['figures', 'figures/kit', 'solver', 'styles'] },
  components: {
    folder: 'src/components/',
    imports: ['islands', 'figures', 'figures/kit', 'solver', 'markdown', 'styles'],
  },
  content: { folder: 'content/docs/', imports: ['components'] },
  // Beside them: what makes the site.
  styles: { folder: 'src/styles/', imports: [] },
  markdown: { folder: 'src/markdown/', imports: ['build', 'figures/kit', 'solver', 'styles'] },
  build: { folder: 'src/build/', imports: ['markdown', 'figures/kit', 'solver', 'styles'] },
}

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
    files: ['src/**'],
    // Tests, and programs that are run by hand, may look at any layer.
    ignores: ['**/*.test.ts', '**/testing/**', '**/precompute/**', '**/wasm/compile.ts'],
    plugins: { layers: layersPlugin },
    rules: { 'layers/one-way': ['error', layers] },
  },
)
