import type { Language, Table } from '../../figures/kit/figure.ts'
import { save } from '../shared/save.ts'
import { sheetOf } from './sheet.ts'
import { toCsv } from './table.ts'

/** Pixels of the PNG for each CSS pixel of the picture. */
const SHARPNESS = 3

/** Downloads the figure's picture, with the address of its state, or its numbers as a file. */
export async function download(
  root: HTMLElement,
  format: 'svg' | 'png' | 'csv',
  table: Table,
  { name, address, language }: { name: string; address: string; language: Language },
): Promise<void> {
  const file = `${name}.${format}`
  if (format === 'csv') return save(new Blob([toCsv(table, language)], { type: 'text/csv' }), file)
  const style = getComputedStyle(root)
  const panels = [...root.querySelectorAll<SVGSVGElement>('[data-panel] > svg')]
  const colorOf = (property: string) => style.getPropertyValue(property).trim()
  const { svg, ...size } = sheetOf(panels, colorOf, address)
  const text = new XMLSerializer().serializeToString(svg)
  const blob = new Blob([text], { type: 'image/svg+xml' })
  save(format === 'svg' ? blob : await toPng(blob, size), file)
}

async function toPng(svg: Blob, size: { width: number; height: number }): Promise<Blob> {
  const image = new Image()
  image.src = URL.createObjectURL(svg)
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = SHARPNESS * size.width
  canvas.height = SHARPNESS * size.height
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(image.src)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No PNG came out.')))),
  )
}
