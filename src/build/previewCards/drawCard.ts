import type { Language } from '../../figures/kit/figure.ts'
import type { Face, Faces } from './fonts.ts'
import { lettering, widthOf } from './lettering.ts'
import { balancedLines } from './lines.ts'

/** The size that sites expect of a picture beside a link, in px. */
export const SIZE = { width: 1200, height: 630 }

/** What a card shows. */
export interface Card {
  language: Language
  title: string
  /** Where in the course the page stands, such as “Chapter 2”. */
  section: string
  /** What the page is about, in a sentence, or nothing. */
  description: string
  /** The name of the course. */
  course: string
  /** A panel of a figure as SVG, or nothing. */
  picture: string | undefined
}

const MARGIN = 64
const GAP = 48

/** The width of the words; the picture has the rest. */
const WORDS = 500

/** The room for the title, and the sizes that are tried, largest first. */
const TITLE_HEIGHT = 360
const TITLE_SIZES = [66, 60, 54, 48, 43, 38, 34]
const SMALL = 27

/** The size of the description, which is left out where the title leaves no room for it. */
const DESCRIPTION = 31

/**
 * A card as SVG: place in the course, title and name of the course on the left, the picture on the right.
 *
 * @param colorOf value of a custom property such as `--dc-l1`
 */
export function drawCard(card: Card, faces: Faces, colorOf: (property: string) => string): string {
  const { language, title, section, description, course } = card
  const { size, lines } = titleOf(title, language, faces.title)
  const leading = size * (language === 'zh' ? 1.32 : 1.12)
  const top = MARGIN + SMALL + 44
  const write = (x: number, y: number, text: string, size: number, faces: readonly Face[]) =>
    `<text x="${x}" y="${y.toFixed(1)}" font-size="${size}">${lettering(text, faces)}</text>`
  const base = SIZE.height - MARGIN
  const below = top + lines.length * leading + 1.3 * DESCRIPTION
  const inEm = (text: string) => DESCRIPTION * widthOf(text, faces.text)
  const about = balancedLines(description, language, inEm, WORDS).map((line, i) =>
    write(MARGIN, below + i * 1.35 * DESCRIPTION, line, DESCRIPTION, faces.text),
  )
  const hasRoom = below + about.length * 1.35 * DESCRIPTION < base - 70
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}" viewBox="0 0 ${SIZE.width} ${SIZE.height}">`,
    `<rect width="100%" height="100%" fill="var(--dc-surface)"/>`,
    `<g fill="var(--dc-muted)">`,
    write(MARGIN, MARGIN + 0.8 * SMALL, section, inLine(section, faces.text), faces.text),
    ...(hasRoom ? about : []),
    `</g>`,
    `<g fill="var(--dc-ink)">`,
    ...lines.map((line, i) =>
      write(MARGIN, top + 0.75 * size + i * leading, line, size, faces.title),
    ),
    write(MARGIN + 54, base - 8, course, SMALL + 3, faces.title),
    `</g>`,
    sign(MARGIN, base - 38, 40),
    card.picture ? placed(card.picture, faces.text) : sign(690, 90, 450),
    `</svg>`,
  ].join('')
  return svg.replace(/var\((--[\w-]+)\)/g, (_, property: string) => colorOf(property))
}

/** The size of a small line, smaller still if it would not fit. */
function inLine(text: string, faces: readonly Face[]): number {
  return Math.min(SMALL, Math.floor(WORDS / Math.max(1, widthOf(text, faces))))
}

function titleOf(title: string, language: Language, faces: readonly Face[]) {
  for (const size of TITLE_SIZES) {
    const width = (text: string) => size * widthOf(text, faces)
    const lines = balancedLines(title, language, width, WORDS)
    const fits = lines.every((line) => width(line) <= WORDS)
    const isLast = size === TITLE_SIZES.at(-1)
    if ((fits && lines.length * size * 1.25 <= TITLE_HEIGHT) || isLast) return { size, lines }
  }
  throw new Error('There is no size for titles.')
}

/** The sign of the course: the diamond in the circle, touched at a corner. */
function sign(x: number, y: number, size: number): string {
  const stroke = size > 100 ? 0.7 : 2
  return [
    `<svg x="${x}" y="${y}" width="${size}" height="${size}" viewBox="0 0 32 32" fill="none" stroke-width="${stroke}" stroke-linejoin="round">`,
    `<circle cx="16" cy="16" r="13" stroke="var(--dc-l2)"/>`,
    `<path d="M16 3 29 16 16 29 3 16Z" stroke="var(--dc-l1)"/>`,
    `<circle cx="16" cy="3.2" r="${1 + stroke}" fill="var(--dc-ink)"/>`,
    `</svg>`,
  ].join('')
}

/** A picture in its room, as large as it can be, its words in the faces of the card. */
function placed(picture: string, faces: readonly Face[]): string {
  const [, , wide, tall] = /viewBox="([^"]*)"/.exec(picture)![1].split(' ').map(Number)
  const room = {
    x: MARGIN + WORDS + GAP,
    width: SIZE.width - WORDS - 1.5 * MARGIN - GAP,
    height: SIZE.height - MARGIN,
  }
  const scale = Math.min(room.width / wide, room.height / tall)
  const [width, height] = [scale * wide, scale * tall]
  const x = room.x + (room.width - width) / 2
  const y = (SIZE.height - height) / 2
  const place = `x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}"`
  return picture
    .replace('<svg ', `<svg ${place} color="var(--dc-ink)" font-size="13.5" overflow="visible" `)
    .replace(/<text\b[^>]*>.*?<\/text>/gs, (text) =>
      text.replace(/>([^<]+)</g, (_, words: string) => `>${lettering(words, faces, false)}<`),
    )
}
