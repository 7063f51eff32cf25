const sources = import.meta.glob<string>(['../../solver/**/*.ts', '!**/*.test.ts'], {
  query: '?raw',
  import: 'default',
})

/** Their paths in `src/solver`. */
export const solverFiles = Object.keys(sources).map((path) => path.replace('../../solver/', ''))

/**
 * The text of a file of the solver.
 *
 * @param file its path in `src/solver`
 * @throws {Error} If there is no such file.
 */
export async function solverFile(file: string): Promise<string> {
  const path = `../../solver/${file}`
  if (!Object.hasOwn(sources, path)) {
    throw new Error(`There is no file “${file}” in src/solver.`)
  }
  return (await sources[path]()).trimEnd()
}
