import { describe, expect, test } from 'vitest'
import { citationsIn, readReference } from './citations.ts'
import { courseMarkdown } from './processor.ts'

const references = [
  'R. Tibshirani (1996). Regression shrinkage and selection via the lasso.',
  'H. Zou, T. Hastie (2005). Regularization and variable selection.',
  'H. Zou (2006). The adaptive lasso.',
  'S. van de Geer, P. Bühlmann, Y. Ritov, R. Dezeure (2014). On asymptotically optimal …',
  'C.-H. Zhang, S. S. Zhang (2014). Confidence intervals for …',
  'T. A. Stamey et al. (1989). Prostate specific antigen.',
].map((entry) => readReference(entry)!)

/** The links of a chapter to its own parts and those of other pages, as `words → address`. */
async function linksIn(source: string, page = 'en/l1') {
  const { createMdxRenderer } = courseMarkdown({
    base: '/course',
    equations: new Map([
      ['1.5', 'l1'],
      ['2.1', 'l2'],
    ]),
  })
  const renderer = await createMdxRenderer!(
    { syntaxHighlight: false, shikiConfig: {} },
    { optimize: true, srcDir: new URL(import.meta.url), sourcemap: false },
  )
  const { code } = await renderer.process(source, `content/docs/${page}.mdx`, {})
  const links = code.replaceAll('\\"', '"').matchAll(/<a href="([^"]*)">(.*?)<\/a>/g)
  return [...links].map(([, href, words]) => `${words} → ${href}`)
}

describe('a reference to an equation', () => {
  test('leads to it, on this page or another of the same language', async () => {
    const source = 'By (1.1) and (2.1).\n\n$$\nw\n\\tag{1.1}\n$$\n'
    expect(await linksIn(source, 'zh/l1')).toEqual([
      '(1.1) → #eq-1-1',
      '(2.1) → /course/zh/l2/#eq-2-1',
    ])
  })

  test.each([
    ['a heading', '## By (1.5) {#by}'],
    ['a link', '[by (1.5)](/en/l1/)'],
    ['code', '`(1.5)`'],
    ['a formula', '$(1.5)$'],
    ['the label of an answer', '<Fragment slot="answer">By (1.5)</Fragment>'],
  ])('is no link in %s', async (_, source) => {
    expect((await linksIn(source, 'en/l2')).filter((link) => link.includes('eq-'))).toEqual([])
  })
})

describe('a citation', () => {
  test.each([
    ['got its name from Tibshirani in 1996;', 'Tibshirani in 1996', 'ref-tibshirani-1996'],
    ['by Zou and Hastie (2005): for', 'Zou and Hastie (2005)', 'ref-zou-2005'],
    ['(the adaptive Lasso, Zou 2006)', 'Zou 2006', 'ref-zou-2006'],
    ['(Zhang and Zhang 2014; others)', 'Zhang and Zhang 2014', 'ref-zhang-2014'],
    ['van de Geer et al. 2014; so', 'van de Geer et al. 2014', 'ref-van-de-geer-2014'],
    ['since Zou and Hastie, 2005, and', 'Zou and Hastie, 2005', 'ref-zou-2005'],
    ['由 Zou 和 Hastie（2005）证明', 'Zou 和 Hastie（2005）', 'ref-zou-2005'],
    ['（adaptive lasso，Zou，2006）', 'Zou，2006', 'ref-zou-2006'],
    ['van de Geer 等，2014；', 'van de Geer 等，2014', 'ref-van-de-geer-2014'],
  ])('is found in “%s”', (text, words, id) => {
    expect(citationsIn(text, references)).toEqual([
      expect.objectContaining({ text: words, reference: expect.objectContaining({ id }) }),
    ])
    const [{ index, length }] = citationsIn(text, references)
    expect(text.slice(index, index + length)).toBe(words)
  })

  test('without an entry is found as such', () => {
    for (const text of ['by Zou (2007)', '(see Zou and Li, 2005)', 'Efron et al. 2004)']) {
      expect(citationsIn(text, references)).toEqual([
        expect.not.objectContaining({ reference: {} }),
      ])
    }
  })

  test.each(['In 1996 it rained', 'by Zou in 1999', 'In May 2014 and later'])(
    'is not seen in “%s”',
    (text) => expect(citationsIn(text, references)).toEqual([]),
  )

  test('leads to its entry, which is no citation of itself', async () => {
    const list = '## References {#references}\n\n- H. Zou, T. Hastie (2005). Both.\n- A remark.\n'
    expect(await linksIn(`See Zou and Hastie (2005).\n\n${list}`)).toEqual([
      'Zou and Hastie (2005) → #ref-zou-2005',
    ])
  })
})
