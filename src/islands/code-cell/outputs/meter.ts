/** How much a program may show in one run: what a page can lay out between two frames, some twenty times over. */
export const MOST_OUTPUTS = 2000
export const MOST_CHARACTERS = 100_000
/** Cells of tables and elements of pictures. */
export const MOST_ELEMENTS = 20_000
/** Characters of what a picture is drawn with: tags, attributes and their values. */
export const MOST_DRAWN = 500_000

/** Longer runs of characters without a place to break are broken: browsers need the square of their length. */
const LONGEST_WORD = 400

/** The text with line breaks in its long words. */
function withShortWords(text: string): string {
  let broken = ''
  let start = 0
  let length = 0
  for (let k = 0; k < text.length; k++) {
    const code = text.charCodeAt(k)
    if (breaksLine(code)) length = 0
    else if (++length > LONGEST_WORD && !isLowSurrogate(code)) {
      broken += `${text.slice(start, k)}\n`
      start = k
      length = 1
    }
  }
  return broken + text.slice(start)
}

/** A line may break at space, and beside most characters of Chinese, Japanese and Korean. */
const breaksLine = (code: number) =>
  code === 0x20 ||
  code === 0x0a ||
  code === 0x09 ||
  (code >= 0x2e80 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7af) ||
  (code >= 0xff00 && code <= 0xffef)

const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff

/** A program has shown more than a page can hold. */
export class TooMuchOutput extends Error {}

/** A message that no program of the sandbox sends. */
export class Malformed extends Error {}

/** Fields of a message whose values may be anything. */
export type Fields = Readonly<Record<string, unknown>>

/** @throws Malformed */
export function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null) throw new Malformed()
  return value as Fields
}

/** A whole number from 0. @throws Malformed */
export function countIn(value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new Malformed()
  return value as number
}

/** At most so many characters of a text, its long words broken. @throws Malformed */
export function clipped(value: unknown, most: number): string {
  if (typeof value !== 'string') throw new Malformed()
  const text = value.length > most ? `${value.slice(0, most)}…` : value
  return withShortWords(text)
}

/**
 * Reads what a program shows and counts it on the way, so that a message costs no more than a run may show, however
 * often it refers to the same part of itself. Its methods throw TooMuchOutput, and Malformed for other types of values.
 */
export class Meter {
  #outputs = 0
  #characters = 0
  #elements = 0
  #drawn = 0

  /** One more output. */
  output(): void {
    if (++this.#outputs > MOST_OUTPUTS) throw new TooMuchOutput()
  }

  /**
   * Text that is laid out, with its long words broken.
   *
   * @param weight what a character of it costs beside one that is printed
   */
  text(value: unknown, weight = 1): string {
    if (typeof value !== 'string') throw new Malformed()
    this.#characters += weight * value.length
    if (this.#characters > MOST_CHARACTERS) throw new TooMuchOutput()
    return withShortWords(value)
  }

  /** Text that draws: a tag, the name of an attribute, or its value. */
  drawing(value: unknown): string {
    if (typeof value !== 'string') throw new Malformed()
    this.#drawn += value.length + 1
    if (this.#drawn > MOST_DRAWN) throw new TooMuchOutput()
    return value
  }

  /** A list of elements, or of rows of them. */
  list<T>(value: unknown, read: (item: unknown) => T): T[] {
    if (!Array.isArray(value)) throw new Malformed()
    const items: T[] = []
    for (let k = 0; k < value.length; k++) {
      if (++this.#elements > MOST_ELEMENTS) throw new TooMuchOutput()
      items.push(read(value[k]))
    }
    return items
  }
}
