import { readFileSync } from 'node:fs'
import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { equationId, numberIn } from '../../markdown/equations.ts'
import { GLOSSARY, parseGlossary } from '../../markdown/glossary.ts'
import { usesOf, type Use } from './attributes.ts'
import type { Chapter } from './chapter.ts'

/** The ids that a component of the course gives to its elements, as far as links may use them. */
const IDS: Record<string, (attributes: Record<string, unknown>) => unknown[]> = {
  // A figure of one panel has no program.
  Figure: ({ name, id = name, panel }) => [id, ...(panel ? [] : [`${id}-code`])],
  Cell: ({ id }) => [id],
  Challenge: ({ id }) => [`challenge-${id}`],
  Programs: ({ name }) => [`program-${name}`],
  Quiz: ({ id }) => [id],
  Erratum: ({ id }) => [`erratum-${String(id).replace('.', '-')}`],
  Playground: () => ['playground'],
  OwnTable: () => ['own-table'],
  Glossary: () => parseGlossary(readFileSync(GLOSSARY, 'utf8')).terms.map(({ id }) => id),
}

/** The components whose ids are published and occur in the same order in every language. */
const PUBLISHED = [
  'Figure',
  'Guess',
  'Cell',
  'Challenge',
  'Programs',
  'Derivation',
  'Erratum',
  'Quiz',
  'Playground',
  'OwnTable',
  'Glossary',
]

/** An id on a page, and its line in the source. */
export interface Anchor {
  id: string
  line: number
}

/**
 * The ids of headings, equations, exercises, derivations, errata, questions, figures, guesses, cells, programs and challenges of
 * a chapter, from top to bottom. They are the same in every language and recorded in the ledger.
 */
export function publishedAnchors(chapter: Chapter): Anchor[] {
  const anchors: Anchor[] = []
  const uses = new Map(usesOf(chapter).map((use) => [use.element as object, use]))
  visit(chapter.tree, (node) => {
    const line = node.position?.start.line ?? 1
    if (node.type === 'heading') {
      const { id } = (node.data ?? {}) as { id?: string }
      if (id) anchors.push({ id, line })
    }
    if (node.type === 'paragraph') anchors.push(...givenIds(node).map((id) => ({ id, line })))
    if (node.type === 'math') {
      const number = numberIn(node.value)
      if (number) anchors.push({ id: equationId(number), line })
    }
    const use = uses.get(node)
    if (use && PUBLISHED.includes(use.element.name ?? '')) {
      const ids = use.element.name === 'Figure' ? idsOf(use).slice(0, 1) : idsOf(use)
      anchors.push(...ids.map((id) => ({ id, line: use.line })))
    }
  })
  return anchors
}

/** Every id of a chapter that a link may use. */
export function linkTargets(chapter: Chapter): ReadonlySet<string> {
  const known = targets.get(chapter.tree) ?? allTargets(chapter)
  targets.set(chapter.tree, known)
  return known
}

/** Cache of the ids in each tree, which every link to the page asks for. */
const targets = new WeakMap<Root, ReadonlySet<string>>()

function allTargets(chapter: Chapter): ReadonlySet<string> {
  const references: string[] = []
  visit(chapter.tree, 'listItem', (item) => void references.push(...givenIds(item)))
  return new Set([
    ...references,
    ...publishedAnchors(chapter).map(({ id }) => id),
    ...usesOf(chapter).flatMap((use) => idsOf(use)),
  ])
}

/** The id that a plugin has given to a node. */
function givenIds({ data }: Nodes): string[] {
  const { id } = ((data ?? {}) as { hProperties?: { id?: string } }).hProperties ?? {}
  return id === undefined ? [] : [id]
}

function idsOf({ element, attributes }: Use): string[] {
  const ids = IDS[element.name ?? '']?.(attributes) ?? [attributes['id']]
  return ids.filter((id): id is string => typeof id === 'string')
}
