import type { Rect } from '@codemirror/view'
import type { Entry } from './api/api.ts'

/** What is known of an entry: its signature, what it is, what its parameters are. */
export function documentationOf({ signature, doc, parameters }: Entry): HTMLElement {
  const box = document.createElement('div')
  box.className = 'cm-documentation'
  box.lang = 'en'
  const add = (tag: string, text: string | undefined) => {
    if (text) box.appendChild(document.createElement(tag)).textContent = text
  }
  add('code', signature)
  add('p', doc)
  add('p', parameters)
  return box
}

/** Where the documentation of an option stands: beside the list, else below or above it, never on it. */
export function infoPlace(_: unknown, list: Rect, option: Rect, info: Rect, space: Rect) {
  const [width, height] = [info.right - info.left, info.bottom - info.top]
  if (space.right - list.right >= width) {
    return { style: `top: ${option.top - list.top}px; left: 100%` }
  }
  const side = space.bottom - list.bottom >= height ? 'top' : 'bottom'
  const shift = Math.min(0, space.right - list.left - width - 4)
  return { style: `${side}: 100%; left: ${shift}px` }
}
