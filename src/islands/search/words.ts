/** A run of Chinese characters, or a word of another script. */
const run = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu

/** Endings that English adds to a word without making it another. */
const endings =
  's|es|ed|e|ing|er|ers|ity|ities|y|ies|ly|ation|ations|ization|izations|ize|izes|ized|izing|izer|izers'

/** Words that say nothing about what a question is about. */
export const fillers = new Set(
  'a an the of in on for to is are be was do does did can could should i we you it its with and or as at by from how what which when where who that this there about between vs get use so if not have has my your me'
    .split(' ')
    .concat(
      '的 了 吗 呢 和 与 或 在 是 有 会 要 对 把 被 到 也 都 就 吧 么 什么 是什么 怎么 怎样 如何 怎么样 哪个 哪些 哪里 可以 一个 这个 我 请问 之间 时候 到底 应该 能 让 用 它 里 要不要 不要 怎么办 办 原因 为何 意思 什么意思'.split(
        ' ',
      ),
    ),
)

/**
 * The words of a text, in lower case. Chinese is cut at the phrases that are known, and between them as the browser
 * cuts it.
 *
 * @param text anything a reader types
 * @param known phrases that stay whole
 *
 * @example
 * wordsIn('L1正则化系数', ['正则化系数']) // ['l1', '正则化系数']
 */
export function wordsIn(text: string, known: readonly string[] = []): string[] {
  const runs = text.normalize('NFKC').toLowerCase().match(run) ?? []
  return runs.flatMap((each) => (isChinese(each) ? cut(each, known) : [each]))
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

function cut(run: string, known: readonly string[]): string[] {
  const longest = known.reduce((best, phrase) => {
    return phrase.length > best.length && run.includes(phrase) ? phrase : best
  }, '')
  if (longest === '') return [...segmenter.segment(run)].map(({ segment }) => segment)
  const start = run.indexOf(longest)
  const [before, after] = [run.slice(0, start), run.slice(start + longest.length)]
  return [...(before ? cut(before, known) : []), longest, ...(after ? cut(after, known) : [])]
}

/**
 * What the forms of an English word share; other words stay as they are.
 *
 * @example
 * stem('weights') // 'weight'
 * stem('sparsity') // 'spars'
 */
export function stem(word: string): string {
  const short = word.replace(new RegExp(`(?:${endings})$`), '')
  return /^[a-z]+$/.test(word) && short.length >= 4 ? short : word
}

/**
 * Matches words one after the other, each in all its forms.
 *
 * @param words words or their stems
 * @param open the last word may go on in any way
 */
export function patternOf(words: readonly string[], open = false): RegExp {
  const forms = words.map((word, index) => {
    const root = stem(word)
    if (!/^[a-z]+$/.test(root)) return root
    if (open && index === words.length - 1) return `${root}\\p{L}*`
    return root.length >= 4 ? `${root}(?:${endings})?` : root
  })
  // Chinese has no spaces that would bound a word.
  const before = isChinese(words[0]) ? '' : '(?<![a-z\\d])'
  const after = isChinese(words.at(-1)!) ? '' : '(?![a-z\\d])'
  return new RegExp(`${before}${forms.join('[\\s\\p{P}]*')}${after}`, 'iu')
}

/** Whether a word, or a text to speak of, is Chinese. */
export const isChinese = (text: string) => /\p{Script=Han}/u.test(text)
