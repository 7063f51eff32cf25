import { layers } from '../../lint/course.js'
import { whyForbidden } from '../../lint/layers.js'
import type { Problem } from '../../markdown/problems.ts'
import { lineAt, type SourceFile } from './prose.ts'

/** What a statement imports or exports from, or `import(…)` fetches; not in the programs that figures put together. */
const IMPORT =
  /(?:^(?:import\s*|(?:import|export)\b[^'"`;=()]*?\bfrom\s*)|\bimport\(\s*)(['"])(?<specifier>[^'"\n$]+)\1/gm

/** What may look at any layer: helpers of tests, and programs that are run by hand. */
const EXEMPT = /\/(?:testing|precompute)\//

/**
 * Imports of figures that run the wrong way. Lint tells them too, for the whole of the project, but takes longer.
 *
 * @param files the modules of figures, among other files
 */
export function checkImports(files: readonly SourceFile[]): Problem[] {
  return files
    .filter(({ file }) => /^src\/figures\/.*\.ts$/.test(file) && !EXEMPT.test(file))
    .flatMap(({ file, text }) =>
      [...text.matchAll(IMPORT)].flatMap(({ index, groups }) => {
        const reason = whyForbidden(layers, file, groups!['specifier'])
        if (!reason) return []
        const message = reason.replace(/\.$/, '')
        return [{ file, line: lineAt(text, index), rule: 'import-law' as const, message }]
      }),
    )
}
