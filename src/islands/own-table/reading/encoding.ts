import type { Option, Question, Refusal } from './reading.ts'

/** Encodings by their names in the standard; gb18030 holds GBK and GB2312. */
export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'gb18030'
  | 'big5'
  | 'windows-1252'
  | 'shift_jis'
  | 'euc-kr'
  | 'windows-1251'

/** What a file in none of the Unicode encodings may be in; the first is the likeliest here. */
const LEGACY = ['gb18030', 'big5', 'windows-1252', 'shift_jis', 'euc-kr', 'windows-1251'] as const

type Decoded =
  | { text: string; encoding: Encoding; isAscii: boolean }
  | { question: Question }
  | { refusal: Refusal }

/**
 * The text of a file. Unicode is recognized; among older encodings the reader chooses by what the text would look like.
 *
 * @param bytes the whole file
 * @param chosen the reader's choice
 */
export function decode(bytes: Uint8Array, chosen: Encoding | undefined): Decoded {
  if (chosen !== undefined) {
    return { text: new TextDecoder(chosen).decode(bytes), encoding: chosen, isAscii: false }
  }
  const refusal = binaryKind(bytes)
  if (refusal) return { refusal }
  const encoding = markedEncoding(bytes) ?? wideEncoding(bytes) ?? 'utf-8'
  const text = strict(bytes, encoding)
  // Text has no NUL; nor is text what only looks like UTF-16.
  if (text !== undefined && !text.includes('\0')) {
    return { text, encoding, isAscii: text.length === bytes.length }
  }
  if (encoding !== 'utf-8' || bytes.includes(0)) return { refusal: { code: 'binary' } }
  return { question: encodingQuestion(bytes) }
}

function strict(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The encoding that a byte order mark tells. */
function markedEncoding([a, b, c]: Uint8Array): Encoding | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined
}

/** UTF-16 without a mark: line breaks, digits and separators have a zero byte, always on the same side. */
function wideEncoding(bytes: Uint8Array): Encoding | undefined {
  if (bytes.length % 2 === 1) return undefined
  const zeros = [0, 0]
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2]++
  if (zeros[1] > 0 && zeros[0] === 0) return 'utf-16le'
  return zeros[0] > 0 && zeros[1] === 0 ? 'utf-16be' : undefined
}

const starts = (bytes: Uint8Array, signature: string) =>
  [...signature].every((character, i) => bytes[i] === character.charCodeAt(0))

/** What other programs' files begin with. */
function binaryKind(bytes: Uint8Array): Refusal | undefined {
  const isWorkbook = starts(bytes, 'PK\x03\x04') || starts(bytes, '\xd0\xcf\x11\xe0')
  if (isWorkbook) return { code: 'workbook' }
  const isBinary = ['%PDF', '\x1f\x8b', '\x89PNG', 'GIF8', '\xff\xd8\xff'].some((signature) =>
    starts(bytes, signature),
  )
  return isBinary ? { code: 'binary' } : undefined
}

function encodingQuestion(bytes: Uint8Array): Question {
  const seen = new Set<string>()
  const options: Option[] = []
  for (const encoding of LEGACY) {
    const text = strict(bytes, encoding)
    // Characters of private use and controls are what wrong guesses give.
    if (text === undefined || /[\u0080-\u009f\ue000-\uf8ff]/.test(text) || seen.has(text)) continue
    seen.add(text)
    options.push(option(encoding, sampleOf(text, /[^\0-\x7f]/)))
  }
  const mended = new TextDecoder().decode(bytes)
  const isNearlyUnicode = /[^\0-\x7f\ufffd]/.test(mended)
  if (isNearlyUnicode || options.length === 0) {
    options.push(option('utf-8', sampleOf(mended, /\ufffd/)))
  }
  return { code: 'encoding', options }
}

const option = (encoding: Encoding, sample: string): Option => ({
  code: 'encoding',
  name: encoding,
  sample,
  choices: { encoding },
})

/** A piece of the text around what tells encodings apart. */
function sampleOf(text: string, telling: RegExp): string {
  const start = Math.max(text.search(telling) - 8, 0)
  return text.slice(start, start + 32).replace(/[\r\n]+/g, ' ⏎ ')
}
