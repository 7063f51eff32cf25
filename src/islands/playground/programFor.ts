import { literal, withConstants } from '../../figures/kit/program.ts'

/**
 * An example that fits a table of the course, made to fit one of the reader's: its import and its constant `target`
 * name that table and column.
 */
export function programFor(
  example: string,
  { name, target }: { name: string; target: string },
): string {
  const imported = example.replace(/'data\/[^']*'/, () => literal(`data/${name}`))
  return withConstants(imported, { target })
}
