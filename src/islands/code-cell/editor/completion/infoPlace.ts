import type { Rect } from '@codemirror/view'

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
