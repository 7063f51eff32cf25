import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Root } from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import { remarkHeadingId } from 'remark-custom-heading-id'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { challenges } from '../../markdown/challenges.ts'
import { chapterComponents } from '../../markdown/chapterComponents.ts'
import { codeCells } from '../../markdown/codeCells.ts'
import { headingRules } from '../../markdown/headingRules.ts'
import { componentsIn } from '../../markdown/componentsIn.ts'
import { partIds } from '../../markdown/partIds.ts'
import { filesIn } from '../contentChecks/pages.ts'
import { ContentError, displayPath, type Problem } from '../../markdown/problems.ts'

/** The source of a page, parsed but not rendered. */
export interface Chapter {
  /** Path from the root of the project. */
  file: string
  language: string
  /** Path of the page without its language: `l1`, or `` for the home page. */
  slug: string
  /** The whole file. */
  text: string
  /** The text between the two lines `---` at the start. */
  frontmatter: string
  /** The syntax tree of the rest; its positions refer to the whole file. */
  tree: Root
  /** Problems found while reading. */
  problems: readonly Problem[]
  /** False for a page that is not valid MDX, or was not read: its tree is empty, and what it holds is not known. */
  isReadable: boolean
}

const FRONTMATTER = /^---\n([^]*?)^---$/m

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMdx)
  .use(remarkMath)
  .use(remarkCjkFriendly)
  .use(remarkHeadingId)

const rules = [
  headingRules,
  partIds,
  challenges,
  codeCells,
  () => chapterComponents(componentsIn('chapter')),
].map((rule) => unified().use(rule))

/** Reads the chapters below the folder `docs`, whose subfolders are the languages. */
export async function readChapters(docs: string): Promise<Chapter[]> {
  const names = (await filesIn(docs)).filter((name) => name.endsWith('.mdx'))
  return Promise.all(
    names.map(async (name) => {
      const path = join(docs, name)
      return readChapter(path, name, await readFile(path, 'utf8'))
    }),
  )
}

/** Language and slug of a page from its path in the folder of the chapters, such as `en/l1.mdx`. */
export function placeOf(name: string): { language: string; slug: string } {
  const [language, ...rest] = name.replace(/(\/index)?\.mdx$/, '').split('/')
  return { language, slug: rest.join('/') }
}

/**
 * Parses one chapter as the build does, without rendering it.
 *
 * @param path path of the file
 * @param name its path in the folder of the chapters, such as `en/l1.mdx`
 * @param text its content
 */
export function readChapter(path: string, name: string, text: string): Chapter {
  const unread = unreadChapter(path, name, text)
  const { file } = unread
  const source = new VFile({
    path,
    // Blank lines in its place preserve the line numbers of the file.
    value: text.replace(FRONTMATTER, (head) => head.replace(/[^\n]/g, '')),
  })
  const problems: Problem[] = []
  const tree = collect(problems, file, () => parser.runSync(parser.parse(source), source) as Root)
  if (!tree) return { ...unread, problems }
  for (const rule of rules) collect(problems, file, () => rule.runSync(tree, source))
  return { ...unread, tree, problems, isReadable: true }
}

/** A chapter of which no more is known than where it stands; the parameters are those of `readChapter`. */
export function unreadChapter(path: string, name: string, text: string): Chapter {
  return {
    file: displayPath(path),
    ...placeOf(name),
    text,
    frontmatter: FRONTMATTER.exec(text)?.[1] ?? '',
    tree: { type: 'root', children: [] },
    problems: [],
    isReadable: false,
  }
}

/** Runs a step of parsing, and turns the errors that it throws into problems. */
function collect<T>(problems: Problem[], file: string, step: () => T): T | undefined {
  try {
    return step()
  } catch (error) {
    if (error instanceof ContentError) problems.push(...error.problems)
    else if (error instanceof VFileMessage)
      problems.push({
        file,
        line: error.line ?? lineNamedIn(error.reason),
        rule: 'mdx-syntax',
        message: `this is not valid MDX: ${error.reason}`,
      })
    else throw error
    return undefined
  }
}

/** The line of an unclosed tag, of which the message alone tells the place: `(38:1-38:25)`. */
function lineNamedIn(reason: string): number {
  return Number(/\((\d+):\d+/.exec(reason)?.[1] ?? 1)
}
