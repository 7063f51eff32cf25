import type { Face } from './fonts.ts'

/** Small figures and letters that few fonts have, as the characters that stand smaller above or below the line. */
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻ᵀ'
const LOWERED = '₀₁₂₃₄₅₆₇₈₉'
const PLAIN = '0123456789−T'

/** A circumflex above the letter before it, which the fonts have as a character of its own only. */
const HAT = '\u0302'

const SCRIPT_SIZE = 0.68

/** A stretch of text in one face. */
interface Run {
  text: string
  face: Face
  shift?: 'super' | 'sub' | 'over'
}

/** The text as it is drawn: accents and their letters as one character where there is one. */
export const normalized = (text: string): string => text.normalize('NFC')

/** The characters that drawing a text takes. */
export function charactersOf(text: string): string[] {
  return [...normalized(text)].map((each) => plainOf(each).character)
}

/**
 * A text as content of an SVG `<text>`, each character in the first face that has it.
 *
 * @param escape whether the text is plain; markup is escaped already
 */
export function lettering(text: string, faces: readonly Face[], escape = true): string {
  return runsOf(text, faces)
    .map(({ text, face, shift }) => {
      const attributes = [`font-family="${face.family}"`]
      if (shift === 'over') attributes.push('dx="-0.5em"')
      else if (shift)
        attributes.push(`baseline-shift="${shift}"`, `font-size="${100 * SCRIPT_SIZE}%"`)
      const content = escape ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text
      return `<tspan ${attributes.join(' ')}>${content}</tspan>`
    })
    .join('')
}

/** The width of a text in em. */
export function widthOf(text: string, faces: readonly Face[]): number {
  const widths = runsOf(text, faces).map(({ text, face, shift }) => {
    const width = [...text].reduce((sum, each) => sum + (face.widths.get(each) ?? 1), 0)
    return shift === 'over' ? 0 : shift ? SCRIPT_SIZE * width : width
  })
  return widths.reduce((sum, width) => sum + width, 0)
}

/** The characters of a text that no face has. */
export function missingIn(text: string, faces: readonly Face[]): string[] {
  return charactersOf(text).filter((each) => !faces.some(({ widths }) => widths.has(each)))
}

function runsOf(text: string, faces: readonly Face[]): Run[] {
  const runs: Run[] = []
  for (const each of normalized(text)) {
    const { character, shift } = plainOf(each)
    const face = faces.find(({ widths }) => widths.has(character)) ?? faces[0]
    const last = runs.at(-1)
    if (last && last.face.family === face.family && last.shift === shift) last.text += character
    else runs.push({ text: character, face, ...(shift && { shift }) })
  }
  return runs
}

function plainOf(character: string): { character: string; shift?: Run['shift'] } {
  if (character === HAT) return { character: 'ˆ', shift: 'over' }
  const lowered = LOWERED.indexOf(character)
  if (lowered >= 0) return { character: PLAIN[lowered], shift: 'sub' }
  const raised = RAISED.indexOf(character)
  return raised >= 0 ? { character: PLAIN[raised], shift: 'super' } : { character }
}
