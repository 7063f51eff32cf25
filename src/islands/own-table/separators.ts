/** What stands between the values of a line. */
export type Separator = 'comma' | 'semicolon' | 'tab' | 'full-width comma'

const characters = { tab: '\t', semicolon: ';', 'full-width comma': '，' } as const

const QUOTED = '"(?:[^"]|"")*"'
const DECIMAL_COMMA = /^\s*[+-]?\d*,\d+(e[+-]?\d+)?\s*$/i

/**
 * A table as spreadsheets write it, with commas between its values: lines and columns stay where they are. Which
 * separator it has, its first line tells. Between semicolons a comma may stand for the decimal point, as it does where
 * spreadsheets write semicolons.
 *
 * @example
 * commaSeparated('a;b\n1,5;2\n') // { text: 'a,b\n1.5,2\n', separator: 'semicolon' }
 */
export function commaSeparated(text: string): { text: string; separator: Separator } {
  const separator = separatorOf(text)
  if (separator === 'comma') return { text, separator }
  const mark = characters[separator]
  const tokens = new RegExp(`${QUOTED}|${mark}|[^"${mark}\r\n]+`, 'g')
  const written = text.replace(tokens, (token) => {
    if (token === mark) return ','
    if (token.startsWith('"') || !token.includes(',')) return token
    if (separator === 'semicolon' && DECIMAL_COMMA.test(token)) return token.replace(',', '.')
    return `"${token}"`
  })
  return { text: written, separator }
}

function separatorOf(text: string): Separator {
  const [line] = text.replace(new RegExp(QUOTED, 'g'), '').split(/[\r\n]/, 1)
  if (line.includes('\t')) return 'tab'
  if (line.includes(',')) return 'comma'
  if (line.includes(';')) return 'semicolon'
  return line.includes('，') ? 'full-width comma' : 'comma'
}
