import type { Language, Table } from '../../figures/kit/figure.ts'
import { save } from '../shared/save.ts'
import { toCsv } from './table.ts'

const GAP = 16
/** Pixels of the PNG for each CSS pixel of the picture. */
const SHARPNESS = 3

/** Hands the reader the figure's picture or its numbers as a file. */
export async function download(
  root: HTMLElement,
  format: 'svg' | 'png' | 'csv',
  name: string,
  table: Table,
  language: Language,
): Promise<void> {
  const file = `${name}.${format}`
  if (format === 'csv') return save(new Blob([toCsv(table, language)], { type: 'text/csv' }), file)
  const svg = wholePicture(root)
  const text = new XMLSerializer().serializeToString(svg)
  const blob = new Blob([text], { type: 'image/svg+xml' })
  save(format === 'svg' ? blob : await toPng(blob, svg), file)
}

/** All panels side by side in one svg that needs no style sheet. */
function wholePicture(root: HTMLElement): SVGSVGElement {
  const panels = [...root.querySelectorAll<SVGSVGElement>('[data-panel] > svg')]
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const style = getComputedStyle(root)
  let left = GAP
  let height = 0
  for (const panel of panels) {
    const copy = panel.cloneNode(true) as SVGSVGElement
    const { width, height: tall } = panel.viewBox.baseVal
    for (const [key, value] of Object.entries({ x: left, y: GAP, width, height: tall })) {
      copy.setAttribute(key, String(value))
    }
    left += width + GAP
    height = Math.max(height, tall)
    svg.append(copy)
  }
  const size = { width: left, height: height + 2 * GAP }
  svg.setAttribute('width', String(size.width))
  svg.setAttribute('height', String(size.height))
  svg.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`)
  svg.setAttribute('font-family', 'system-ui, sans-serif')
  svg.setAttribute('font-size', '12.5')
  svg.prepend(paper(style))
  for (const element of svg.querySelectorAll('*')) fixColors(element, style)
  return svg
}

function paper(style: CSSStyleDeclaration): SVGRectElement {
  const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  rect.setAttribute('width', '100%')
  rect.setAttribute('height', '100%')
  rect.setAttribute('fill', style.getPropertyValue('--dc-surface').trim())
  return rect
}

/** Outside the page its custom properties mean nothing: their present values take their place. */
function fixColors(element: Element, style: CSSStyleDeclaration) {
  for (const { name, value } of element.attributes) {
    if (!value.includes('var(')) continue
    const fixed = value.replace(/var\((--[\w-]+)\)/g, (_, key) =>
      style.getPropertyValue(key).trim(),
    )
    element.setAttribute(name, fixed)
  }
}

async function toPng(svg: Blob, { width, height }: SVGSVGElement): Promise<Blob> {
  const image = new Image()
  image.src = URL.createObjectURL(svg)
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = SHARPNESS * width.baseVal.value
  canvas.height = SHARPNESS * height.baseVal.value
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(image.src)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No PNG came out.')))),
  )
}
