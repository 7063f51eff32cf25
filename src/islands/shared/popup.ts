/** The gap between a popup and both the element that it belongs to and the edges of the window, in px. */
const MARGIN = 16
const GAP = 6

/** A small box above the page, of spans, which are allowed in a paragraph. */
export function createPopup(...children: Node[]): HTMLElement {
  const popup = span('popup not-content', ...children)
  popup.popover = 'manual'
  return popup
}

export function span(className: string, ...children: Node[]): HTMLElement {
  const element = document.createElement('span')
  element.className = className
  element.append(...children)
  return element
}

/**
 * Inserts a popup after its element, so that the Tab key moves from one to the other, and shows it below the line of
 * the element, or above it where there is no room below.
 */
export function showPopup(popup: HTMLElement, element: HTMLElement): void {
  element.after(popup)
  popup.showPopover()
  const lines = [...element.getClientRects()]
  const { width, height } = popup.getBoundingClientRect()
  const below = lines.at(-1)!
  const above = lines[0]
  const fitsBelow = below.bottom + GAP + height <= innerHeight
  const isBelow = fitsBelow || above.top - GAP - height < 0
  const { left } = isBelow ? below : above
  const room = document.documentElement.clientWidth - MARGIN - width
  const top = isBelow ? below.bottom + GAP : above.top - GAP - height
  popup.style.left = `${scrollX + Math.max(MARGIN, Math.min(left, room))}px`
  popup.style.top = `${scrollY + top}px`
}
