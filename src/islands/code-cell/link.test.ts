import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { seededRandom } from 'shrinkage'
import { addressWithCode, addressWithoutCode, linkedCode } from './link.ts'
import { decodeCode, encodeCode, maxBytes, ShareError } from './share.ts'

const page = 'https://course.example/en/l1/?geometry.lambda=2'

test('a link leads back to its text, and keeps the state of the figures', () => {
  const link = addressWithCode(`${page}#why-zero`, 'first-path', 'eJw-_A')
  expect(link).toBe(`${page}#first-path.code=eJw-_A`)
  expect(linkedCode(new URL(link).hash, 'first-path')).toBe('eJw-_A')
})

test('a cell takes no text that is meant for another', () => {
  expect(linkedCode('#first-path.code=eJw', 'path')).toBeUndefined()
  expect(linkedCode('#first-path.code=eJw', 'first')).toBeUndefined()
  expect(linkedCode('#first-path', 'first-path')).toBeUndefined()
  expect(linkedCode('', 'first-path')).toBeUndefined()
})

test('taking the code out of an address leaves a link to the cell, and other links alone', () => {
  expect(addressWithoutCode(`${page}#a.code=eJw`, 'a')).toBe(`${page}#a`)
  expect(addressWithoutCode(`${page}#b.code=eJw`, 'a')).toBe(`${page}#b.code=eJw`)
  expect(addressWithoutCode(page, 'a')).toBe(page)
})

test('whatever a hash holds, a cell gets a program, a reason, or nothing', async () => {
  const random = seededRandom(23)
  const link = await encodeCode("import { lasso } from 'shrinkage'\nprint(lasso([[1]], [2], 0.5))")
  const zeros = (length: number) => deflateSync(Buffer.alloc(length)).toString('base64url')
  const mutant = () => {
    const [at, length] = [random.integer(link.length), random.integer(4)]
    const other = Array.from({ length: random.integer(4) }, () =>
      String.fromCharCode(random.integer(0x250)),
    ).join('')
    return link.slice(0, at) + other + link.slice(at + length)
  }
  const texts = [
    ...['', '=', '%', '%00', '#', '.code=', '__proto__', 'null', '菱形', '\0', '\ud800'],
    ...['a'.repeat(65_537), '-'.repeat(87_470), 'A'.repeat(2_000_000)],
    ...[zeros(65_536), zeros(65_537), zeros(20_000_000), zeros(1).repeat(100)],
    ...Array.from({ length: 200 }, mutant),
  ]
  for (const text of texts) {
    for (const hash of [`#cell.code=${text}`, new URL(`#cell.code=${text}`, page).hash]) {
      const linked = linkedCode(hash, 'cell')
      expect(linked).toBeDefined()
      const program = await decodeCode(linked!).catch((error: unknown) => error)
      if (typeof program !== 'string') expect(program).toBeInstanceOf(ShareError)
      else expect(program.length).toBeLessThanOrEqual(maxBytes)
    }
  }
})

test.each([
  '#',
  '##cell.code=eJw',
  '#cell.codes=eJw',
  '#cell.code',
  '#Cell.code=eJw',
  '#__proto__.code=eJw',
  '#cell%2Ecode=eJw',
  '#<img src=x>.code=eJw',
])('the hash %s is no code of a cell', (hash) => {
  expect(linkedCode(hash, 'cell')).toBeUndefined()
})
