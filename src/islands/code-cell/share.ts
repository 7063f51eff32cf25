/** The largest program that fits into a link: 64 kB as UTF-8. */
export const maxBytes = 64 * 1024

/** Base64 of what does not compress at all, and the little that deflate adds to it. */
const maxLength = Math.ceil((maxBytes + 64) / 3) * 4

/** Why a program cannot be put into a link, or be read from one: `reason` for programs. */
export class ShareError extends Error {
  readonly reason: 'too large' | 'damaged'

  constructor(reason: ShareError['reason'], message: string) {
    super(message)
    this.name = 'ShareError'
    this.reason = reason
  }
}

/**
 * A program as text for a link: deflated with a checksum, in the base64 alphabet of URLs. Half a
 * surrogate pair, which UTF-8 cannot hold, becomes U+FFFD.
 *
 * @throws ShareError 'too large' beyond `maxBytes`.
 */
export async function encodeCode(code: string): Promise<string> {
  const bytes = new TextEncoder().encode(code)
  if (bytes.length > maxBytes) {
    throw new ShareError(
      'too large',
      `The program has ${bytes.length} bytes; a link holds at most ${maxBytes}.`,
    )
  }
  const deflated = await collect(through(bytes, new CompressionStream('deflate')), Infinity)
  return toBase64Url(deflated)
}

/**
 * The program in a text that `encodeCode` made.
 *
 * @throws ShareError 'damaged' if a character is missing or changed, 'too large' as soon as more than
 *   `maxBytes` come out, before the rest is unpacked.
 */
export async function decodeCode(text: string): Promise<string> {
  if (text.length > maxLength) throw tooLarge()
  try {
    const unpacked = through(fromBase64Url(text), new DecompressionStream('deflate'))
    const bytes = await collect(unpacked, maxBytes)
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof ShareError) throw error
    throw new ShareError(
      'damaged',
      'The link does not hold a whole program: part of it is missing or changed. Copy the link again.',
    )
  }
}

const tooLarge = () =>
  new ShareError('too large', `The link holds a program of more than ${maxBytes} bytes.`)

function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(transform)
}

/** All of a stream, which is cancelled once it exceeds the limit. */
async function collect(stream: ReadableStream<Uint8Array>, limit: number) {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer())
    length += value.length
    if (length > limit) {
      await reader.cancel()
      throw tooLarge()
    }
    chunks.push(new Uint8Array(value))
  }
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string) {
  if (!/^[\w-]*$/.test(text)) throw new TypeError('A character outside of the alphabet.')
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
