// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { courseMarkdown } from '../../markdown/processor.ts'
import { replaceFormulas } from './formulas.ts'
import { markdownOf } from './markdown.ts'

const chapter = `
## Why *zero* {#why}

The weight $w$ is zero if $\\lvert d_0 \\rvert \\le \\lambda$. By (1.1), see [below](#later):

$$
\\begin{aligned}
a &= b
\\end{aligned}
\\tag{1.1}
$$

| name | penalty |
| --- | --- |
| L1 | $\\lambda \\lvert w \\rvert$ |

### A part {#part}

- One_two
- *three*

## Later {#later}

Not this.
`

/** What components add to a section. */
const components = `
<div class="derivation part"><details id="why-derivation"><summary>Why <b>so</b></summary><p>Because.</p></details>
<a class="handle" href="#why-derivation" aria-label="Link"></a></div>
<course-figure id="geometry"><p class="figure-title">Two weights</p><figcaption>It is zero.</figcaption>
<button>Reset</button></course-figure>
<code-cell id="try"><div class="cell-card"><div class="cell-source"><pre data-language="ts">print(1)
print(2)</pre></div><button>Run</button></div></code-cell>
`

beforeEach(async () => {
  const renderer = await courseMarkdown().createRenderer({ syntaxHighlight: false })
  const { code } = await renderer.render(chapter)
  document.body.innerHTML = `<main>${code}</main>`
  document.querySelector('#part')!.parentElement!.insertAdjacentHTML('beforebegin', components)
  history.replaceState(null, '', '/en/l1/?geometry.lambda=2&other.x=1')
})

test('a section is clean Markdown with TeX, states of figures, programs and a link to it', () => {
  const page = 'http://localhost:3000/en/l1/'
  expect(markdownOf(document.querySelector('#why')!)).toBe(`## Why *zero*

The weight $w$ is zero if $\\lvert d_0 \\rvert \\le \\lambda$. By [(1.1)](${page}#eq-1-1), see [below](${page}#later):

$$
\\begin{aligned}
a &= b
\\end{aligned}
\\tag{1.1}
$$

| name | penalty                   |
| ---- | ------------------------- |
| L1   | $\\lambda \\lvert w \\rvert$ |

**Why __so__**

Because.

[Two weights](${page}?geometry.lambda=2#geometry). It is zero.

\`\`\`ts
print(1)
print(2)
\`\`\`

### A part

- One_two
- *three*

<${page}#why>
`)
})

test('a part without a heading is itself only', () => {
  const part = document.querySelector('#why-derivation')!
  expect(markdownOf(part)).toMatch(/^\*\*Why .*\n\nBecause\.\n\n<http.*#why-derivation>\n$/)
})

test('each formula is replaced by its source once, those in two parts too', async () => {
  const renderer = await courseMarkdown().createRenderer({ syntaxHighlight: false })
  const { code } = await renderer.render(
    'Let $a + b + c + d + e + f + g + h$, and $w$.\n\n$$\nx\n$$\n',
  )
  document.body.innerHTML = code
  expect(document.querySelectorAll('p .katex')).toHaveLength(3)
  replaceFormulas(document.body, (tex, isDisplayed) =>
    document.createTextNode(isDisplayed ? `$$${tex}$$` : `$${tex}$`),
  )
  expect(document.body.textContent.trim()).toMatch(/^Let \$a ?\+ ?b.*h\$, and \$w\$\.\s+\$\$x\$\$$/)
})
