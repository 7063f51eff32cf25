import { literal, withConstants } from '../../figures/kit/program.ts'

/**
 * Adapts an example for a table of the course to a table of the reader: its import and its constant `target` name that
 * table and its target column.
 */
export function programFor(
  example: string,
  { name, target }: { name: string; target: string },
): string {
  const imported = example.replace(/'data\/[^']*'/, () => literal(`data/${name}`))
  return withConstants(imported, { target })
}
