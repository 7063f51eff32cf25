/** A passage of a novel: its lower-case text as runs of words between punctuation marks and names. */
export type Passage = readonly (readonly string[])[]

const WORDS_IN_A_PASSAGE = 300

/** Lines that belong to the edition rather than to the prose. */
const HEADING = /^\s*(chapter|volume|finis|the end|by jane austen)\b/i

/** The passages of a novel, each of 250 words or a few more; the rest at the end is dropped. */
export function passagesOf(novel: string): Passage[] {
  const prose = novel
    .split('\n')
    .slice(1) // the title
    .filter((line) => !HEADING.test(line))
    .join(' ')
    .replace(/[_*]/g, '')
    .replace(/[‘’]/g, "'")
  const passages: Passage[] = []
  let [runs, count]: [string[][], number] = [[], 0]
  for (const clause of prose.split(/[^\p{L}' -]|--/u)) {
    const words = clause.split(/[\s-]+/).filter((word) => /\p{L}/u.test(word))
    runs.push(...lowerCaseRuns(words))
    count += words.length
    if (count < WORDS_IN_A_PASSAGE) continue
    passages.push(runs)
    ;[runs, count] = [[], 0]
  }
  return passages
}

/** Runs of words without a capital. Names begin with one, and would give the novel away; “I” stays. */
function lowerCaseRuns(words: string[]): string[][] {
  const runs: string[][] = [[]]
  for (const word of words.map((word) => word.replace(/^'+|'+$/g, ''))) {
    if (/^\p{Lu}/u.test(word) && word !== 'I') runs.push([])
    else runs[runs.length - 1].push(word)
  }
  return runs.filter((run) => run.length > 0)
}

/** The distinct words and pairs of neighbouring words in a passage. */
export function termsOf(passage: Passage): Set<string> {
  const terms = new Set<string>()
  for (const run of passage) {
    run.forEach((word, i) => {
      terms.add(word)
      if (i > 0) terms.add(`${run[i - 1]} ${word}`)
    })
  }
  return terms
}
