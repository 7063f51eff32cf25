/** The layers of the course, from the solver up, and what each may import: imports run one way. */
export const layers = {
  solver: { folder: 'src/solver/', imports: [], packages: [] },
  'figures/kit': {
    folder: 'src/figures/kit/',
    imports: ['solver'],
    packages: ['shrinkage', '@observablehq/plot'],
  },
  'figures/NAME': {
    folder: 'src/figures/*/',
    imports: ['figures/kit', 'solver'],
    // Only programs in cells import data sets.
    packages: ['shrinkage', 'data/diabetes', 'data/novels', 'data/prostate'],
  },
  figures: { folder: 'src/figures/', imports: ['figures/NAME', 'figures/kit'], packages: [] },
  islands: { folder: 'src/islands/', imports: ['figures', 'figures/kit', 'solver', 'styles'] },
  components: {
    folder: 'src/components/',
    imports: ['islands', 'figures', 'figures/kit', 'solver', 'markdown', 'styles'],
  },
  content: { folder: 'content/docs/', imports: ['components'] },
  // The layers that build the site.
  styles: { folder: 'src/styles/', imports: [] },
  markdown: { folder: 'src/markdown/', imports: ['figures/kit', 'solver', 'styles'] },
  build: {
    folder: 'src/build/',
    imports: ['islands', 'markdown', 'figures/kit', 'solver', 'styles'],
  },
}
