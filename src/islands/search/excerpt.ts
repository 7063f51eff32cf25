/** A piece of an excerpt; a hit is what the reader searched for. */
export interface Piece {
  text: string
  hit: boolean
}

/** About as many characters of Latin script as two lines hold; Chinese characters count twice. */
const room = 170

/**
 * The passage of a text in which most of the patterns meet.
 *
 * @param text the text of a section
 * @param patterns what the reader searched for, most important first
 */
export function inContext(text: string, patterns: readonly RegExp[]): Piece[] {
  const hits = patterns
    .flatMap((pattern, kind) =>
      [...text.matchAll(new RegExp(pattern, 'giu'))].map(({ index, 0: { length } }) => ({
        start: index,
        end: index + length,
        kind,
      })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start }, index, all) => index === 0 || start >= all[index - 1].end)
  const length = /\p{Script=Han}{4}/u.test(text) ? room / 2 : room

  let begin = 0
  let most = -1
  for (const { start } of hits) {
    const near = hits.filter((hit) => hit.start >= start && hit.end <= start + length * 0.8)
    const value = new Set(near.map(({ kind }) => kind)).size + near.length / 100
    if (value > most) {
      most = value
      begin = start
    }
  }
  const from = begin < length / 4 ? 0 : wordBoundary(text, begin - length / 5)
  const to = from + length >= text.length ? text.length : wordBoundary(text, from + length)

  const pieces: Piece[] = []
  let at = from
  for (const { start, end } of hits) {
    if (start < at || end > to) continue
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false })
    pieces.push({ text: text.slice(start, end), hit: true })
    at = end
  }
  if (at < to) pieces.push({ text: text.slice(at, to), hit: false })
  if (from > 0) pieces.unshift({ text: '… ', hit: false })
  if (to < text.length) pieces.push({ text: ' …', hit: false })
  return pieces
}

/** The end of the word in which a position lies. */
function wordBoundary(text: string, position: number): number {
  const at = Math.round(position)
  const rest = text.slice(at).search(/[\s\p{P}\p{Script=Han}]/u)
  return rest < 0 ? text.length : at + rest
}
