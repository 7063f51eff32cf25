import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Root } from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import { remarkHeadingId } from 'remark-custom-heading-id'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { VFile } from 'vfile'

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMdx)
  .use(remarkMath)
  .use(remarkCjkFriendly)
  .use(remarkHeadingId)

/**
 * The syntax tree of a page, before the rules of the course.
 *
 * @throws {VFileMessage} If the page is not valid MDX.
 */
export function parse(source: VFile): Root {
  return parser.runSync(parser.parse(source), source) as Root
}

/**
 * Returns a `parse` that keeps each tree for the next run. Parsing all pages takes three seconds, reading their trees a
 * fifth of one.
 *
 * @param folder where the trees are kept, by the names of the pages
 */
export function keepingTrees(folder: string): typeof parse {
  const parserHash = hashOf(
    readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8'),
    readFileSync(new URL(import.meta.url), 'utf8'),
  )
  return (source) => {
    const file = join(folder, `${source.path}.json`)
    const key = hashOf(parserHash, String(source))
    if (existsSync(file)) {
      const kept = JSON.parse(readFileSync(file, 'utf8')) as { key: string; tree: Root }
      if (kept.key === key) return kept.tree
    }
    const tree = parse(source)
    mkdirSync(dirname(file), { recursive: true })
    // At once, as another run may read it meanwhile.
    writeFileSync(`${file}.${process.pid}`, JSON.stringify({ key, tree }))
    renameSync(`${file}.${process.pid}`, file)
    return tree
  }
}

function hashOf(...texts: string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(text)
  return hash.digest('hex')
}
