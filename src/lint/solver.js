/** The layers of the solver's fits, from the top: each imports only those below it. */
export const solverLayers = ['selection', 'models', 'methods', 'problem', 'algebra', 'input']

/** One block of lint configuration for each layer that has others above it. */
export const solverBlocks = solverLayers.slice(1).map((layer, above) => ({
  files: [`src/solver/${layer}/**`],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(${solverLayers.slice(0, above + 1).join('|')})/`,
            message: `${layer}/ imports only the layers below it: ${solverLayers.slice(above + 2).join(', ') || 'none'}.`,
          },
        ],
      },
    ],
  },
}))
