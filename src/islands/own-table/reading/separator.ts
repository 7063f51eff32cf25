import { cutIntoCells, MARKS, type Grid, type Separator } from './grid.ts'
import { cutMarkdown } from './markdown.ts'
import type { Option, Question } from './reading.ts'
import { cellsOf, SAMPLE, usualWidth } from './sample.ts'

type Cut = { separator: Separator; grid: Grid } | { question: Question }

/** The table of a text cut into cells; a question if two separators would cut it equally well. */
export function cutTable(text: string, chosen: Separator | undefined): Cut {
  const markdown = chosen === undefined || chosen === 'bar' ? cutMarkdown(text) : undefined
  if (markdown) return { separator: 'bar', grid: markdown }
  const separator = chosen ?? findSeparator(text)
  if (typeof separator === 'string') return { separator, grid: cutIntoCells(text, separator) }
  return { question: { code: 'separator', options: separator.map((one) => option(text, one)) } }
}

function findSeparator(text: string): Separator | Separator[] {
  const first = /^\ufeff?sep=(.)\r?\n/i.exec(text)?.[1] // what Excel writes and reads
  const named = separators.find((separator) => MARKS[separator] === first)
  if (named) return named
  const shares = separators.map((separator) => ({
    separator,
    ...usualWidth(cutIntoCells(text, separator, SAMPLE)),
  }))
  const cut = shares.filter(({ width }) => width > 1)
  const marked = cut.filter(({ separator }) => separator !== 'spaces')
  const whole = marked.filter(({ share }) => share === 1)
  const candidates = whole.length > 0 ? whole : marked.filter(({ share }) => share >= 0.5)
  if (candidates.length === 1) return candidates[0].separator
  if (candidates.length > 1) return candidates.map(({ separator }) => separator)
  const spaced = cut.find(({ separator }) => separator === 'spaces')
  if (marked.length === 0 && spaced && spaced.share >= 0.5) return 'spaces'
  return marked[0]?.separator ?? 'comma'
}

const separators = Object.keys(MARKS) as Separator[]

function option(text: string, separator: Separator): Option {
  const grid = cutIntoCells(text, separator, 2)
  const sample = Array.from({ length: grid.count }, (_, record) =>
    cellsOf(grid, record).join(' │ '),
  )
  return { code: 'separator', name: separator, sample: sample.join(' ⏎ '), choices: { separator } }
}
