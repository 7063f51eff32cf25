import { fromHtml } from 'hast-util-from-html'
import { expect, test } from 'vitest'
import { createPage, createSource, elementsOf } from './contentChecks/pages.ts'
import { mathText } from '../markdown/mathText.ts'
import { indexOf } from './searchIndex.ts'

const source = createSource('en/l1.mdx', 'en/l1.mdx', '---\nsearchWeight: 0.5\n---\n')
const page = createPage(
  'dist/en/l1/index.html',
  'en/l1/index.html',
  `<nav>Chapters</nav><main data-pagefind-body><h1 id="_top">The diamond</h1><p>A <em>sharp</em>ly bent
   penalty.</p><h2 id="why">Why<span data-pagefind-ignore> link</span></h2><table><tr><td>one</td><td>two</td></tr>
   </table><button>Run</button><div data-pagefind-ignore>A figure</div><dl><div id="kink"><dt><dfn>kink</dfn> 尖点</dt>
   <dd>Where it bends.</dd></div></dl><footer>Next</footer></main>`,
  [source],
)

test('a page becomes sections, each with the words that a reader sees as text', () => {
  expect(indexOf([page], [{ phrases: ['bend', 'bend'], see: 'l1#why' }])).toEqual({
    pages: [{ title: 'The diamond', path: 'en/l1/', weight: 0.5 }],
    sections: [
      { page: 0, id: '', title: 'The diamond', text: 'A sharply bent penalty.' },
      { page: 0, id: 'why', title: 'Why', text: 'one two' },
      { page: 0, id: 'kink', title: 'kink', text: 'kink 尖点 Where it bends.' },
    ],
    topics: [{ phrases: ['bend'], see: 1 }],
  })
})

test('an interview question is found by itself and by its short answer, and weighs less than a section', () => {
  const asked = createSource(
    'content/questions/en/tie.mdx',
    'en/tie.mdx',
    '---\nquestion: Why zero?\nanswer: At $\\lambda$ it ties.\n---\nLong.',
  )
  expect(indexOf([page], [{ phrases: ['page'], see: 'l1#' }], [asked])).toMatchObject({
    pages: [{}, { title: 'Why zero?', path: 'en/q/tie/', weight: 0.5 }],
    sections: [{}, {}, {}, { page: 1, id: '', title: 'Why zero?', text: 'At λ it ties.' }],
    topics: [{ phrases: ['page'], see: 0 }],
  })
})

test('a topic that leads nowhere stops the build', () => {
  expect(() => indexOf([page], [{ phrases: ['bend'], see: 'l1#gone' }])).toThrow(
    '“bend” leads to l1#gone, which is no heading',
  )
})

test('a formula is written in one line', () => {
  const written = (math: string) => {
    const element = elementsOf(fromHtml(`<math>${math}</math>`)).find(
      ({ tagName }) => tagName === 'math',
    )!
    return mathText(element)
  }
  expect(
    written(
      '<mfrac><mn>1</mn><mrow><mn>2</mn><mi>n</mi></mrow></mfrac><msup><mi>w</mi><mn>2</mn></msup>',
    ),
  ).toBe('1/(2n)w²')
  expect(written('<mover><mi>w</mi><mo>^</mo></mover><msup><mi>e</mi><mi>t</mi></msup>')).toBe(
    'w\u0302e^t',
  )
  expect(written('<msqrt><mi>a</mi><mi>b</mi></msqrt><annotation>\\sqrt{ab}</annotation>')).toBe(
    '√(ab)',
  )
})
