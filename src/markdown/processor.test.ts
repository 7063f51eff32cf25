import { describe, expect, test } from 'vitest'
import { courseMarkdown } from './processor.ts'

const shared = { syntaxHighlight: false as const, shikiConfig: {} }

/** Compiles a page as the site does, both as MDX and as Markdown, and returns both outputs. */
async function compile(source: string, base?: string): Promise<[mdx: string, md: string]> {
  const processor = courseMarkdown(base === undefined ? {} : { base })
  const mdx = await processor.createMdxRenderer!(shared, {
    optimize: true,
    srcDir: new URL(import.meta.url),
    sourcemap: false,
  })
  const md = await processor.createRenderer(shared)
  const compiled = await mdx.process(source, 'content/docs/en/page.mdx', {})
  const rendered = await md.render(source)
  return [compiled.code.replaceAll('\\"', '"'), rendered.code]
}

describe('a page', () => {
  test('keeps the ids that its headings name, in both formats', async () => {
    for (const html of await compile('## Why corners {#why-corners}\n\n### 为什么 {#why}\n')) {
      expect(html).toContain('<h2 id="why-corners">Why corners</h2>')
      expect(html).toContain('<h3 id="why">为什么</h3>')
    }
  })

  test('renders formulas with braces, as MathML and as HTML', async () => {
    for (const html of await compile('The sum $\\frac{a}{b}$.\n\n$$\n\\sum_{i=1}^{n} x_i\n$$\n')) {
      expect(html.match(/<math[ >]/g)).toHaveLength(2)
      expect(html).toContain('<mfrac><mi>a</mi><mi>b</mi></mfrac>')
      expect(html).toContain('class="katex-html"')
      expect(html).not.toContain('katex-error')
    }
  })

  test('keeps λ = 0.1 on one line, but not code', async () => {
    for (const html of await compile('At λ = 0.1 and w₂ = −3, `n = 5`, if a = b.')) {
      expect(html).toMatch(/At λ[\u00A0]=[\u00A0]0\.1 and w₂[\u00A0]=[\u00A0]−3/)
      expect(html).toContain('n = 5')
      expect(html).toContain('if a = b.')
    }
  })

  test('emphasizes text beside Chinese punctuation', async () => {
    for (const html of await compile('这是**“稀疏”**的解。')) {
      expect(html).toContain('<strong>“稀疏”</strong>')
    }
  })

  test('gets links from the root that know the base path', async () => {
    const source = '[a](/en/l1/#id), [b](../l2/), [c](https://example.org/), [d](#id)'
    for (const html of await compile(source, '/course/')) {
      const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1])
      expect(hrefs).toEqual(['/course/en/l1/#id', '../l2/', 'https://example.org/', '#id'])
    }
  })
})

describe('a build fails with file and line', () => {
  const broken: [name: string, source: string, message: RegExp][] = [
    [
      'at a formula that KaTeX cannot parse',
      'Good $x$.\n\nBad $\\frac{a$ here.\n',
      /page\.mdx:3: KaTeX rejects a formula: .*end of input/,
    ],
    [
      'at a formula with an unknown command',
      'text\n\n$$\n\\nosuchcommand{x}\n$$\n',
      /page\.mdx:3: KaTeX rejects a formula: .*\\nosuchcommand/,
    ],
    [
      'at a formula that KaTeX accepts only with a warning',
      '- item\n- $x 和 y$\n',
      /page\.mdx:2: KaTeX rejects a formula: .*unicodeTextInMathMode/i,
    ],
    [
      'at a heading without an id',
      'text\n\n## Why corners\n',
      /page\.mdx:3: the heading “Why corners” has no id: write “## Why corners \{#some-id\}”/,
    ],
    [
      'at a heading id in a form that does not travel well in links',
      '## Title {#Bad_Id}\n',
      /page\.mdx:1: the heading id “Bad_Id” is not made of lowercase words/,
    ],
    [
      'at a heading id used twice',
      '## One {#same}\n\n## Two {#same}\n',
      /page\.mdx:3: the heading id “same” is already taken/,
    ],
    [
      'at a formula in a heading',
      '## The norm $\\ell_1$ {#norm}\n',
      /page\.mdx:1: the heading “The norm \\ell_1” holds a formula/,
    ],
  ]

  test.each(broken)('%s', async (_name, source, message) => {
    await expect(compile(source)).rejects.toThrow(message)
  })

  test('and all headings of a page are reported at once', async () => {
    await expect(compile('## One\n\n## Two\n')).rejects.toThrow(
      /^2 problems in the content .*:\n.*:1: .*\n.*:3: /,
    )
  })
})
