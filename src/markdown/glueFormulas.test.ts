import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { courseMarkdown } from './processor.ts'

/** The text of a paragraph as drawn, with `[…]` around what stays in one line. */
async function render(source: string): Promise<string> {
  const shared = { syntaxHighlight: false as const, shikiConfig: {} }
  const { code } = await (await courseMarkdown().createRenderer(shared)).render(source)
  const { document } = new JSDOM(code).window
  document.querySelectorAll('.katex-mathml, .vlist-s').forEach((element) => element.remove())
  document.querySelectorAll('.katex-base').forEach((piece) => piece.append('·'))
  for (const glued of document.querySelectorAll('.glued')) {
    glued.prepend('[')
    glued.append(']')
  }
  return document.body.textContent.trim().replaceAll('·]', ']').replaceAll('·', ' ')
}

test('punctuation stays in the line of the formula beside it, in both languages', async () => {
  expect(await render('So $w$. Then')).toBe('So [w .] Then')
  expect(await render('权重（$w$），然后')).toBe('权重[（w ），]然后')
})

test('a formula before a word is left as it is', async () => {
  expect(await render('The $w$ here')).toBe('The w  here')
})

test('a short formula stays whole', async () => {
  expect(await render('With $n = 50$ rows')).toBe('With [n= 50] rows')
  expect(await render('With $n = 50$.')).toBe('With [[n= 50].]')
})

test('a long one breaks outside brackets only, and its last piece stays with what follows', async () => {
  expect(await render('$J(w) = a + b + c + d + e + f$, so')).toBe('J(w)= a+ b+ c+ d+ e+ [f ,] so')
  const tex = '\\lVert y - Xw \\rVert + \\lambda \\lVert w - v \\rVert + \\mu \\rho \\tau'
  expect(await render(`$${tex}$ is`)).toBe('[∥y− Xw∥+][λ∥w− v∥+]μρτ  is')
})
