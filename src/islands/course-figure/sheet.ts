const GAP = 16

/** The size of the address below the panels, and the width of its letters, in px. */
const FOOT = 9.5
const LETTER = 0.57 * FOOT

/**
 * The panels of a figure side by side, as a self-contained svg.
 *
 * @param panels drawn panels, which are not modified
 * @param colorOf value of a custom property such as `--dc-l1`
 * @param address where the figure can be seen in this state; written below the panels
 */
export function sheetOf(
  panels: readonly SVGSVGElement[],
  colorOf: (property: string) => string,
  address?: string,
): { svg: SVGSVGElement; width: number; height: number } {
  const document = panels[0].ownerDocument
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  let width = GAP
  let tallest = 0
  for (const panel of panels) {
    const copy = panel.cloneNode(true) as SVGSVGElement
    const [, , wide, tall] = panel.getAttribute('viewBox')!.split(' ').map(Number)
    setAttributes(copy, { x: width, y: GAP, width: wide, height: tall })
    width += wide + GAP
    tallest = Math.max(tallest, tall)
    svg.append(copy)
  }
  const foot =
    address === undefined ? [] : linesOf(address.replace(/^https?:\/\//, ''), width - 2 * GAP)
  for (const [line, text] of foot.entries()) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', 'text')
    const y = tallest + 2 * GAP + (line + 0.8) * 1.4 * FOOT
    setAttributes(element, { x: GAP, y, 'font-size': FOOT, fill: 'var(--dc-muted)' })
    element.textContent = text
    svg.append(element)
  }
  const height = tallest + 2 * GAP + (foot.length > 0 ? foot.length * 1.4 * FOOT + GAP / 2 : 0)
  setAttributes(svg, { width, height, viewBox: `0 0 ${width} ${height}` })
  setAttributes(svg, { 'font-family': 'system-ui, sans-serif', 'font-size': 12.5 })
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  setAttributes(paper, { width: '100%', height: '100%', fill: 'var(--dc-surface)' })
  svg.prepend(paper)
  for (const element of svg.querySelectorAll('*')) resolveColors(element, colorOf)
  return { svg, width, height }
}

function setAttributes(element: Element, attributes: Readonly<Record<string, string | number>>) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
}

/** An address in lines, broken where a part of it begins if there is one. */
function linesOf(address: string, width: number): string[] {
  const most = Math.max(12, Math.floor(width / LETTER))
  const lines: string[] = []
  for (let rest = address; rest !== '';) {
    const head = rest.slice(0, most)
    const part =
      rest.length > most ? Math.max(...['?', '&', '#'].map((sign) => head.lastIndexOf(sign))) : -1
    const end = part > 0 ? part : most
    lines.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return lines
}

/** Replaces custom properties, which are undefined outside the page, by their values. */
function resolveColors(element: Element, colorOf: (property: string) => string) {
  for (const { name, value } of element.attributes) {
    if (!value.includes('var(')) continue
    element.setAttribute(
      name,
      value.replace(/var\((--[\w-]+)\)/g, (_, property: string) => colorOf(property)),
    )
  }
}
