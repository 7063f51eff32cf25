import { readFileSync } from 'node:fs'

const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** A colour of the light theme, such as `--dc-l1`: its first value in the style sheet. */
export function lightColor(property: string): string {
  const value = new RegExp(`${property}: (#[0-9a-f]+)`).exec(tokens)?.[1]
  if (!value) throw new Error(`src/styles/tokens.css has no colour ${property}.`)
  return value
}
