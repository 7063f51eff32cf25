import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import type { Language } from '../../figures/kit/figure.ts'
import { readFont, type FontTables } from './sfnt.ts'

/** A font file of the cards, cut to what they show. */
export interface Face extends FontTables {
  file: string
}

/** The faces of the cards in one language. A character is drawn by the first face of a list that has it. */
export interface Faces {
  title: readonly Face[]
  text: readonly Face[]
}

const NEWSREADER = '@fontsource/newsreader/files/newsreader'
const NOTO = '@fontsource-variable/noto-serif-sc'
const KATEX = 'katex/dist/fonts/KaTeX'

/** The weight of Chinese, in titles and figures alike: of two, a renderer could not tell which one to fall back to. */
const CHINESE_WEIGHT = 500

/** All that Newsreader sets on Chinese cards, as on the pages: quotation marks and dashes are full-width there. */
const LATIN = /[ -~À-ɏ]/

/**
 * Cuts the fonts of the cards to some characters.
 *
 * @param characters every character that a card in this language shows
 * @param cache folder in which the files are kept
 */
export async function facesFor(
  language: Language,
  characters: ReadonlySet<string>,
  cache: string,
): Promise<Faces> {
  await mkdir(cache, { recursive: true })
  const all = [...characters].sort()
  const cut = (name: string, of: readonly string[], weight?: number) =>
    cutFont(join('node_modules', `${name}.woff2`), of.join(''), cache, weight)

  const latin = language === 'zh' ? all.filter((each) => LATIN.test(each)) : all
  const newsreader = async (weight: number) => [
    await cut(`${NEWSREADER}-latin-${weight}-normal`, latin),
    await cut(`${NEWSREADER}-latin-ext-${weight}-normal`, latin),
  ]
  const chinese: Face[] = []
  const others = all.filter((each) => !LATIN.test(each))
  for (const [part, of] of await partsOfNoto(others)) {
    chinese.push(await cut(`${NOTO}/files/noto-serif-sc-${part}-wght-normal`, of, CHINESE_WEIGHT))
  }
  // Without Latin letters: the renderer would set all of a line in the face that it takes for one sign of it.
  const math = [
    await cut(`${KATEX}_Main-Regular`, others),
    await cut(`${KATEX}_Math-Italic`, others),
  ]
  const rest = language === 'zh' ? [...chinese, ...math] : [...math, ...chinese]
  return {
    title: [...(await newsreader(600)), ...rest],
    text: [...(await newsreader(400)), ...rest],
  }
}

/** The files that the package of the Chinese font consists of, and which of the characters each has. */
async function partsOfNoto(characters: readonly string[]): Promise<[string, string[]][]> {
  const text = await readFile(join('node_modules', NOTO, 'unicode.json'), 'utf8')
  const parts = Object.entries(JSON.parse(text) as Record<string, string>).map(
    ([name, ranges]) => [name.replace(/[[\]]/g, ''), inRanges(ranges)] as const,
  )
  return parts
    .map(([name, has]): [string, string[]] => [name, characters.filter(has)])
    .filter(([, of]) => of.length > 0)
}

/** Tells what belongs to ranges such as `U+0-7F,U+4E00`. */
function inRanges(ranges: string): (character: string) => boolean {
  const bounds = ranges.split(',').map((range) => {
    const [first, last = first] = range
      .trim()
      .slice(2)
      .split('-')
      .map((hex) => parseInt(hex, 16))
    return [first, last]
  })
  return (character) => {
    const point = character.codePointAt(0)!
    return bounds.some(([first, last]) => first <= point && point <= last)
  }
}

async function cutFont(path: string, text: string, cache: string, weight?: number): Promise<Face> {
  const key = createHash('sha256').update(`${path} ${weight} ${text}`).digest('hex').slice(0, 16)
  const file = join(cache, `${key}.ttf`)
  if (!existsSync(file)) {
    const font = await subsetFont(await readFile(path), text || ' ', {
      targetFormat: 'sfnt',
      keepFeatures: ['kern'],
      noHinting: true,
      ...(weight !== undefined && { variationAxes: { wght: weight } }),
    })
    await writeFile(file, font)
  }
  return { file, ...readFont(await readFile(file)) }
}
