import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeCode, encodeCode, maxBytes } from './share.ts'

const linkTo = (bytes: Uint8Array) => deflateSync(bytes).toString('base64url')
const program =
  "import { lasso } from 'shrinkage'\nprint('λ → 菱形与圆 🔷', lasso([[1]], [2], 0.5))\n"

test('what is encoded is decoded, whatever the script', async () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
  await fc.assert(
    fc.asyncProperty(texts, async (code) => {
      expect(await decodeCode(await encodeCode(code))).toBe(code)
    }),
  )
})

test('the text needs no escaping in an address', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), async (code) => {
      expect(await encodeCode(code)).toMatch(/^[A-Za-z0-9_-]+$/)
    }),
  )
})

test('a byte order mark and a carriage return survive', async () => {
  const code = '\uFEFFprint(1)\r\nprint(2)\r'
  expect(await decodeCode(await encodeCode(code))).toBe(code)
})

test('half a surrogate pair becomes the replacement character', async () => {
  expect(await decodeCode(await encodeCode('a\uD83Db'))).toBe('a\uFFFDb')
})

test('a repetitive program becomes much shorter', async () => {
  expect((await encodeCode(program.repeat(100))).length).toBeLessThan(program.length * 3)
})

test('the largest program that is allowed goes through, one byte more does not', async () => {
  const largest = 'x'.repeat(maxBytes)
  expect(await decodeCode(await encodeCode(largest))).toBe(largest)
  await expect(encodeCode(`${largest}x`)).rejects.toThrow('65537 bytes; a link holds at most 65536')
})

test('a program that does not compress still goes through', async () => {
  const random = fc.sample(fc.string({ minLength: maxBytes, maxLength: maxBytes }), 1)[0]
  expect(await decodeCode(await encodeCode(random))).toBe(random)
})

test('the limit counts bytes, not characters', async () => {
  await expect(encodeCode('菱'.repeat(maxBytes / 2))).rejects.toMatchObject({ reason: 'too large' })
})

test('a link that unpacks to more than is allowed is refused', async () => {
  await expect(decodeCode(linkTo(Buffer.alloc(maxBytes + 1, 'x')))).rejects.toMatchObject({
    reason: 'too large',
  })
})

test('a small link that would unpack to 60 MB is refused before it is unpacked', async () => {
  const link = linkTo(Buffer.alloc(60e6))
  expect(link.length).toBeLessThan(80_000)
  const before = process.memoryUsage().arrayBuffers
  await expect(decodeCode(link)).rejects.toMatchObject({ reason: 'too large' })
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10e6)
})

test('a link of any length is refused without being read', async () => {
  await expect(decodeCode('A'.repeat(1e6))).rejects.toMatchObject({ reason: 'too large' })
})

test('a link with one character changed does not open as another program', async () => {
  const link = await encodeCode(program)
  // The last character holds unused bits, so it is left alone.
  const place = fc.nat(link.length - 2)
  const letter = fc.constantFrom(...'abcXYZ019_-')
  await fc.assert(
    fc.asyncProperty(place, letter, async (at, other) => {
      fc.pre(link[at] !== other)
      const changed = link.slice(0, at) + other + link.slice(at + 1)
      const outcome = await decodeCode(changed).catch((error: { reason: string }) => error.reason)
      expect(['damaged', 'too large', program]).toContain(outcome)
    }),
  )
})

test('a link that was cut off is called damaged', async () => {
  const link = await encodeCode(program)
  for (let length = 0; length < link.length - 1; length++) {
    await expect(decodeCode(link.slice(0, length))).rejects.toMatchObject({ reason: 'damaged' })
  }
})

test.each(['', '?', 'not base64!', 'a b', '%20', '菱形', '====', 'eJw=', 'A'])(
  'the text %j is called damaged',
  async (text) => {
    await expect(decodeCode(text)).rejects.toThrow('part of it is missing or changed')
  },
)

test('a link whose bytes are not UTF-8 is called damaged', async () => {
  await expect(decodeCode(linkTo(Uint8Array.of(0xff, 0xfe)))).rejects.toMatchObject({
    reason: 'damaged',
  })
})

test('what follows the program is called damaged', async () => {
  const bytes = Buffer.concat([deflateSync(program), Buffer.from('more')])
  await expect(decodeCode(bytes.toString('base64url'))).rejects.toMatchObject({ reason: 'damaged' })
})
