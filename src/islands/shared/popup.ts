import { placeCard } from './placeCard.ts'

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

/** Inserts a popup after its element, so that the Tab key moves from one to the other, and shows it there. */
export function showPopup(popup: HTMLElement, element: HTMLElement): void {
  element.after(popup)
  popup.showPopover()
  placeCard(popup, element)
}
