/** What stands between the values of a line. */
export type Separator = 'comma' | 'semicolon' | 'tab' | 'full-width comma'

const characters = { tab: '\t', semicolon: ';', 'full-width comma': '，' } as const

const DECIMAL_COMMA = /^\s*[+-]?\d*,\d+(e[+-]?\d+)?\s*$/i

/**
 * A table as spreadsheets write it, with commas between its values: lines and columns stay where they are. Its
 * first line tells its separator. Between semicolons a comma may stand for the decimal point, as it does where
 * spreadsheets write semicolons.
 *
 * @example
 * commaSeparated('a;b\n1,5;2\n') // { text: 'a,b\n1.5,2\n', separator: 'semicolon' }
 */
export function commaSeparated(text: string): { text: string; separator: Separator } {
  const separator = separatorOf(text)
  if (separator === 'comma') return { text, separator }
  const mark = characters[separator]
  let written = ''
  for (const token of tokensOf(text, mark)) {
    if (token === mark) written += ','
    else if (token.startsWith('"') || !token.includes(',')) written += token
    else if (separator === 'semicolon' && DECIMAL_COMMA.test(token)) {
      written += token.replace(',', '.')
    } else written += `"${token}"`
  }
  return { text: written, separator }
}

/** Quoted values, marks, ends of lines and what stands between them; a table may hold millions of characters in one. */
function* tokensOf(text: string, mark: string): Generator<string> {
  const plain = new RegExp(`[^"${mark}\r\n]+`, 'y')
  for (let start = 0; start < text.length;) {
    let end = start + 1
    if (text[start] === '"') end = endOfQuoted(text, start)
    else {
      plain.lastIndex = start
      if (plain.test(text)) end = plain.lastIndex
    }
    yield text.slice(start, end)
    start = end
  }
}

/** Where the quoted value ends that begins here; behind its first mark if it has no end. */
function endOfQuoted(text: string, start: number): number {
  let close = text.indexOf('"', start + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  return close < 0 ? start + 1 : close + 1
}

/** The first line, without its quoted values. */
function headOf(text: string): string {
  let head = ''
  for (let k = 0; k < text.length && text[k] !== '\n' && text[k] !== '\r'; k++) {
    if (text[k] === '"') k = endOfQuoted(text, k) - 1
    else head += text[k]
  }
  return head
}

function separatorOf(text: string): Separator {
  const line = headOf(text)
  if (line.includes('\t')) return 'tab'
  if (line.includes(',')) return 'comma'
  if (line.includes(';')) return 'semicolon'
  return line.includes('，') ? 'full-width comma' : 'comma'
}
