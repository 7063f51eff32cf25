import type { Nodes, RootContent } from 'mdast'
import type { Problem } from '../../markdown/problems.ts'
import { publishedAnchors } from './anchors.ts'
import type { Chapter } from './chapter.ts'

/** A block of a chapter that both languages must have. */
interface Block {
  name: string
  line: number
}

/**
 * Differences between two languages of a page: ids that are not the same in the same order, or else, within a section,
 * a paragraph, list item, table row, formula, component or program that one of them lacks.
 */
export function checkParity(chapters: readonly Chapter[]): Problem[] {
  const languages = [...new Set(chapters.map(({ language }) => language))].sort()
  const slugs = [...new Set(chapters.map(({ slug }) => slug))]
  return slugs.flatMap((slug) => {
    const versions = chapters.filter((chapter) => chapter.slug === slug)
    const missing = languages.filter((name) => !versions.some(({ language }) => language === name))
    const [first, ...others] = versions
    if (missing.length > 0) {
      const paths = missing.map((name) => first.file.replace(`/${first.language}/`, `/${name}/`))
      return [
        {
          file: first.file,
          line: 1,
          rule: 'page-missing',
          message: `this page is missing in “${missing.join('” and “')}”: write ${paths.join(' and ')}`,
        },
      ]
    }
    return others.flatMap((other) => {
      const ids = compareIds(first, other)
      return ids.length > 0 ? ids : compareSections(first, other)
    })
  })
}

/** Reports only the first difference between the ids of two pages, because the rest follow from it. */
function compareIds(first: Chapter, second: Chapter): Problem[] {
  const [here, there] = [publishedAnchors(first), publishedAnchors(second)]
  const at = here.findIndex(({ id }, i) => id !== there[i]?.id)
  const index = at >= 0 ? at : here.length
  if (index >= Math.max(here.length, there.length)) return []

  const [chapter, other, anchor, otherAnchor] = there[index]
    ? [second, first, there[index], here[index]]
    : [first, second, here[index], undefined]
  const place = otherAnchor
    ? `“${otherAnchor.id}” stands in ${other.file}:${otherAnchor.line}`
    : `${other.file} has nothing more`
  return [
    {
      file: chapter.file,
      line: anchor.line,
      rule: 'ids-differ',
      message: `“${anchor.id}” comes where ${place}: both languages need the same ids in the same order`,
    },
  ]
}

/** Reports the first block of each section that only one language has. */
function compareSections(first: Chapter, second: Chapter): Problem[] {
  const [here, there] = [sectionsOf(first), sectionsOf(second)]
  return [...here].flatMap(([id, section]) => {
    const other = there.get(id)
    const at = other ? firstDifference(section.blocks, other.blocks) : -1
    if (!other || at < 0) return []
    const [block, otherBlock] = [section.blocks[at], other.blocks[at]]
    const [file, line, otherFile] =
      section.blocks.length >= other.blocks.length
        ? [first.file, block?.line ?? section.line, second.file]
        : [second.file, otherBlock?.line ?? other.line, first.file]
    const [shown, hidden] = file === first.file ? [block, otherBlock] : [otherBlock, block]
    const counterpart = hidden ? `has ${hidden.name} (line ${hidden.line})` : 'has nothing more'
    return [
      {
        file,
        line,
        rule: 'blocks-differ',
        message: `here is ${shown?.name ?? 'the end of the section'} where ${otherFile} ${counterpart}, in the section #${id}: both languages need the same blocks in the same order`,
      },
    ]
  })
}

function firstDifference(here: readonly Block[], there: readonly Block[]): number {
  const length = Math.max(here.length, there.length)
  for (let i = 0; i < length; i++) if (here[i]?.name !== there[i]?.name) return i
  return -1
}

/** The blocks of each section by the id of its heading, `top` before the first one. */
function sectionsOf({ tree }: Chapter): Map<string, { line: number; blocks: Block[] }> {
  const sections = new Map([['top', { line: 1, blocks: [] as Block[] }]])
  let current = sections.get('top')!
  const walk = (nodes: readonly Nodes[]) => {
    for (const node of nodes) {
      const line = node.position?.start.line ?? current.line
      if (node.type === 'heading') {
        const { id = '' } = (node.data ?? {}) as { id?: string }
        current = { line, blocks: [] }
        sections.set(id, current)
        continue
      }
      const name = nameOf(node as RootContent)
      if (name) current.blocks.push({ name, line })
      if ('children' in node && node.type !== 'paragraph') walk(node.children as Nodes[])
    }
  }
  walk(tree.children)
  return sections
}

/** The name of a block in messages, or undefined if it is not compared. */
function nameOf(node: RootContent): string | undefined {
  switch (node.type) {
    case 'paragraph':
      return 'a paragraph'
    case 'listItem':
      return 'a list item'
    case 'tableRow':
      return 'a table row'
    case 'math':
      return 'a displayed formula'
    case 'code':
      return 'a code block'
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return `<${node.name ?? ''}>`
    default:
      return undefined
  }
}
