import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The page of each numbered equation, such as `l1` of `1.5`; the same in every language. */
export type Equations = ReadonlyMap<string, string>

const TAG = /\\tag\{(\d+\.\d+)\}/

/** The number of an equation in its TeX source, such as `1.5`. */
export function numberIn(tex: string): string | undefined {
  return TAG.exec(tex)?.[1]
}

/** The id of an equation on its page: `eq-1-5`. */
export function equationId(number: string): string {
  return `eq-${number.replace('.', '-')}`
}

/**
 * The numbered equations of the course, from its English chapters.
 *
 * @param docs the folder of the chapters
 */
export function equationsIn(docs: string): Equations {
  const folder = join(docs, 'en')
  return new Map(
    globSync('**/*.mdx', { cwd: folder }).flatMap((file) => {
      const page = file.slice(0, -'.mdx'.length).replaceAll('\\', '/')
      const numbers = readFileSync(join(folder, file), 'utf8').matchAll(new RegExp(TAG, 'g'))
      return [...numbers].map(([, number]) => [number, page] as const)
    }),
  )
}
