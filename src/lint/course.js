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
    // Data sets are for programs alone, which cells run.
    packages: ['shrinkage', 'data/diabetes', 'data/novels', 'data/prostate'],
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
  markdown: { folder: 'src/markdown/', imports: ['figures/kit', 'solver', 'styles'] },
  build: { folder: 'src/build/', imports: ['markdown', 'figures/kit', 'solver', 'styles'] },
}
