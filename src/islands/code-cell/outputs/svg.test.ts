/** @vitest-environment jsdom */
import { describe, expect, test } from 'vitest'
import { svgElement, type SvgNode } from './svg.ts'

const node = (tag: string, attributes = {}, children: SvgNode['children'] = []): SvgNode => ({
  tag,
  attributes,
  children,
})
/** The whole of a picture. */
function grown(picture: SvgNode): Element | undefined {
  const { element, growth } = svgElement(picture, 'c') ?? {}
  while (growth?.next().done === false);
  return element
}
const drawn = (child: SvgNode) => grown(node('svg', {}, [child]))?.innerHTML

describe('a picture of a program', () => {
  test('is drawn as it is, with its ids under those of its cell', () => {
    const clip = node('clipPath', { id: 'a' }, [node('rect', { width: '5' })])
    const used = node('g', { 'clip-path': 'url(#a)', stroke: 'var(--dc-l1)' }, [
      node('text', { style: 'font-variant: tabular-nums' }, ['权重 <b>']),
      node('textPath', { 'xlink:href': '#a' }),
    ])
    const html = grown(node('svg', { viewBox: '0 0 1 1' }, [clip, used]))?.outerHTML
    expect(html).toBe(
      '<svg viewBox="0 0 1 1"><clipPath id="c-a"><rect width="5"></rect></clipPath><g clip-path="url(#c-a)" stroke="var(--dc-l1)"><text style="font-variant: tabular-nums;">权重 &lt;b&gt;</text><textPath href="#c-a"></textPath></g></svg>',
    )
  })

  test('may stand in a figure with title, legend and caption', () => {
    const figure = node('figure', { class: 'plot-figure' }, [
      node('h2', {}, ['T']),
      node('div', {}, [node('span', {}, [node('svg'), 'label'])]),
      node('figcaption', {}, ['C']),
    ])
    expect(grown(figure)?.outerHTML).toBe(
      '<figure class="plot-figure"><div>T</div><div><span><svg></svg>label</span></div><figcaption>C</figcaption></figure>',
    )
  })

  test.each(
    `script foreignObject use symbol iframe image a style animate set handler feImage object embed link meta
    SCRIPT svg:script math template slot input button form constructor __proto__`.split(/\s+/),
  )('has no <%s>', (tag) => {
    expect(drawn(node(tag, { href: 'javascript:alert(1)' }, ['alert(1)']))).toBe('')
    expect(svgElement(node(tag), 'c')).toBeUndefined()
  })

  test.each([
    { onload: 'alert(1)' },
    { ONCLICK: 'alert(1)' },
    { href: 'https://example.org/' },
    { href: 'javascript:alert(1)' },
    { 'xlink:href': 'data:image/svg+xml,<svg/>' },
    { src: 'x' },
    { fill: 'url(https://example.org/a#b)' },
    { fill: 'url(#a) url(//example.org/)' },
    { fill: 'u\\72l(//example.org/)' },
    { mask: 'image-set("https://example.org/")' },
    { style: 'background: url(//example.org/)' },
    { style: 'position: fixed; inset: 0; z-index: 9' },
    { style: 'fill: url(//example.org/); behavior: url(#a)' },
    { style: '--dc-l1: red' },
    { xmlns: 'http://www.w3.org/1999/xhtml' },
    { is: 'course-figure' },
    { class: 'sidebar plotter' },
    { 'data-figure': 'x' },
    { tabindex: '0' },
  ])('has nothing of %j', (attributes) => {
    expect(drawn(node('rect', attributes))).toBe('<rect></rect>')
  })

  test.each(['clipPath', 'mask', 'pattern', 'marker'])(
    'cannot multiply itself by what a <%s> draws: that names nothing, and is small',
    (tag) => {
      const part = node('rect', {
        fill: 'url(#a)',
        'marker-mid': 'URL(#a)',
        style: 'fill: url(#a)',
      })
      expect(drawn(node(tag, { id: 'b', mask: 'url(#a)' }, [part]))).toBe(
        `<${tag} id="c-b"><rect></rect></${tag}>`,
      )
      expect(drawn(node(tag, {}, Array(200).fill(node('rect'))))).toBe('')
    },
  )

  test('is cut where it is deeper than any plot', () => {
    let deep = node('g')
    for (let i = 0; i < 1000; i++) deep = node('g', {}, [deep])
    expect(grown(deep)?.querySelectorAll('*').length).toBeLessThan(50)
  })

  test('grows step by step, however it is nested, so that a page can draw it between frames', () => {
    let nested = node('g')
    for (let i = 0; i < 19; i++) nested = node('g', {}, [nested, ...Array(50).fill(node('rect'))])
    const { element, growth } = svgElement(node('svg', {}, [nested]), 'c')!
    let before = 0
    while (!growth.next().done) {
      const count = element.querySelectorAll('*').length
      expect(count - before).toBeLessThanOrEqual(100)
      before = count
    }
    expect(element.querySelectorAll('*').length).toBe(1 + 19 * 51)
  })

  test('has one name, that of its box', () => {
    expect(drawn(node('g', { 'aria-label': 'dot', role: 'img' }))).toBe('<g></g>')
  })
})
