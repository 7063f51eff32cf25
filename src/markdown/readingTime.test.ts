import { expect, test } from 'vitest'
import { readingTime } from './readingTime.ts'

const words = (count: number) => 'word '.repeat(count)

test('the time to read grows with words, formulas and figures', () => {
  expect(readingTime(words(900)).reading).toBe(5)
  expect(readingTime('字'.repeat(900)).reading).toBe(3)
  expect(readingTime('$$\nx\n$$\n\n'.repeat(6)).reading).toBe(2)
  expect(readingTime('<Figure name="path" />\n\n'.repeat(2)).reading).toBe(2)
  expect(readingTime('<Figure\n  name="path"\n  panel="df"\n/>\n\n'.repeat(8)).reading).toBe(2)
})

test('a formula in a sentence, and a computed number, are a word each', () => {
  expect(readingTime('$\\lVert w \\rVert$ '.repeat(180)).reading).toBe(1)
  expect(readingTime('<Value figure="path" state={{ lambda: 1 }} of="w" /> '.repeat(180))).toEqual({
    reading: 1,
    challenges: 0,
  })
})

test('code, claims, folded parts and references take no time', () => {
  const folded = `<Derivation summary="Why">\n\n${words(900)}\n\n</Derivation>\n`
  const code = `\`\`\`ts run\n${words(900)}\n\`\`\`\n`
  const claim = `<Holds figure="path" that="w[0] > 0 ${'and w[1] > 0 '.repeat(300)}" />\n`
  expect(readingTime(folded + code + claim + words(10)).reading).toBe(1)
  expect(readingTime(`## References {#references}\n\n${words(900)}`).reading).toBe(0)
})

test('challenges are counted apart', () => {
  const challenge = '<Challenge id="a" title="B">\n\nMend it.\n\n</Challenge>\n'
  expect(readingTime(challenge.repeat(3)).challenges).toBe(15)
})
