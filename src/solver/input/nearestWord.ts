/** The word that takes the fewest changes of letters to come from the given one, whatever their case. */
export function nearestWord(given: string, words: Iterable<string>): string {
  let nearest = ''
  let fewest = Infinity
  for (const word of words) {
    const changes = editDistance(given.toLowerCase(), word.toLowerCase())
    if (changes < fewest) {
      fewest = changes
      nearest = word
    }
  }
  return nearest
}

/** How many letters have to be put in, taken out or replaced. Levenshtein (1966). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)
      next[j] = Math.min(replaced, row[j] + 1, next[j - 1] + 1)
    }
    row = next
  }
  return row[b.length]
}
