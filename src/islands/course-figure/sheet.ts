const GAP = 16

/**
 * The panels of a figure side by side, as a self-contained svg.
 *
 * @param panels drawn panels, which are not modified
 * @param colorOf value of a custom property such as `--dc-l1`
 */
export function sheetOf(
  panels: readonly SVGSVGElement[],
  colorOf: (property: string) => string,
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
  const height = tallest + 2 * GAP
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
