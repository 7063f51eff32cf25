import type { Link, Nodes, Parent, PhrasingContent, Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { phrasesOf, type Term, type TermLanguage } from './glossary.ts'
import { phraseFinder } from './phrases.ts'

/** Maximum number of links per chapter; more would be distracting. */
const MOST = 12

/** Nodes of running text; a term in a collapsed part, a question or a figure is not the first that a reader meets. */
const RUNNING = new Set(['paragraph', 'list', 'listItem', 'blockquote', 'emphasis', 'strong'])

/**
 * Remark plugin: makes the first use of each glossary term in a chapter a link to its definition,
 * `<a href="/en/glossary/#knot" data-term="knot">`. A term is not linked from where the chapter explains it: a heading
 * that the glossary names, or the term in bold.
 *
 * A link that an author writes to the glossary is marked in the same way and counts as the first use.
 * `unmarkedTerms: [id, …]` or `unmarkedTerms: all` in the front matter leaves terms unmarked.
 *
 * @param terms The glossary.
 */
export function glossaryTerms(terms: readonly Term[]) {
  const finders = { en: finderFor(terms, 'en'), zh: finderFor(terms, 'zh') }

  return (tree: Root, file: VFile): void => {
    const [, language, page] = /docs\/(en|zh)\/(.+)\.mdx?$/.exec(file.path ?? '') ?? []
    if (!language) return
    const glossary = `/${language}/glossary/#`
    const marked = linksTo(glossary, tree)
    const { unmarkedTerms } = frontmatterOf(file)
    if (unmarkedTerms === 'all') return

    const find = finders[language as TermLanguage]
    const done = new Set([...marked, ...(unmarkedTerms ?? [])])
    let left = MOST - marked.size

    for (const block of tree.children) {
      if (block.type === 'heading') {
        const id = (block.data as { id?: string } | undefined)?.id
        for (const { id: term, see } of terms) if (see === `${page}#${id}`) done.add(term)
      } else mark(block)
    }

    /** Marks the terms below a node, except in bold, which chapters use for the terms that they explain. */
    function mark(node: Nodes, isBold = false): void {
      if (!('children' in node) || !RUNNING.has(node.type)) return
      const parent = node as Parent
      parent.children = parent.children.flatMap((child): Parent['children'] => {
        if (child.type === 'text') return markIn(child, isBold || node.type === 'strong')
        mark(child, isBold || node.type === 'strong')
        return [child]
      })
    }

    function markIn(text: Text, isBold: boolean): PhrasingContent[] {
      const pieces: PhrasingContent[] = []
      let from = 0
      for (const { index, length, value: term } of find(text.value)) {
        const isFirst = term.mark && !done.has(term.id)
        done.add(term.id)
        if (!isFirst || isBold || left <= 0) continue
        left -= 1
        const words = text.value.slice(index, index + length)
        pieces.push({ ...text, value: text.value.slice(from, index) })
        pieces.push(
          asTerm(
            { type: 'link', url: glossary + term.id, children: [{ ...text, value: words }] },
            term.id,
          ),
        )
        from = index + length
      }
      if (from === 0) return [text]
      return [...pieces, { ...text, value: text.value.slice(from) }]
    }
  }
}

/** The search includes the phrases of unmarked terms, so that “descent” is not found within them. */
function finderFor(terms: readonly Term[], language: TermLanguage) {
  return phraseFinder(
    terms.flatMap((term) => phrasesOf(term, language).map((phrase) => [phrase, term] as const)),
  )
}

/** Marks the author's own links to the glossary and returns the ids of their terms. */
function linksTo(glossary: string, tree: Root): Set<string> {
  const ids = new Set<string>()
  visit(tree, 'link', (link) => {
    if (!link.url.startsWith(glossary)) return
    const id = link.url.slice(glossary.length)
    asTerm(link, id)
    ids.add(id)
  })
  return ids
}

function asTerm(link: Link, id: string): Link {
  const data = (link.data ?? {}) as { hProperties?: Record<string, string> }
  link.data = Object.assign(data, { hProperties: { ...data.hProperties, dataTerm: id } })
  return link
}

function frontmatterOf(file: VFile): { unmarkedTerms?: 'all' | string[] } {
  const { astro } = file.data as { astro?: { frontmatter?: object } }
  return astro?.frontmatter ?? {}
}
