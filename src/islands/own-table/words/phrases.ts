import type { Text } from '../../../figures/kit/types.ts'

/* Parts of sentences. */

/** Names in quotes, as many as there are, of which the first are given. */
export function list(names: readonly string[], count: number): Text {
  const quoted = names.map((name) => `“${short(name)}”`)
  const more = count - names.length
  return {
    en: quoted.join(', ') + (more > 0 ? ` and ${more} more` : ''),
    zh: quoted.join('、') + (more > 0 ? `等 ${count} 列` : ''),
  }
}

export const short = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)
export const plural = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`
