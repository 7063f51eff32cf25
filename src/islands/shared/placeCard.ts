/** The gap between the card and both its link and the edges of the window, in px. */
const MARGIN = 16
const GAP = 6

/** Puts a card below the line of its link, or above it where there is no room below. */
export function placeCard(card: HTMLElement, link: HTMLElement): void {
  const lines = [...link.getClientRects()]
  const { width, height } = card.getBoundingClientRect()
  const below = lines.at(-1)!
  const above = lines[0]
  const fitsBelow = below.bottom + GAP + height <= innerHeight
  const isBelow = fitsBelow || above.top - GAP - height < 0
  const { left } = isBelow ? below : above
  const room = document.documentElement.clientWidth - MARGIN - width
  const top = isBelow ? below.bottom + GAP : above.top - GAP - height
  card.style.left = `${scrollX + Math.max(MARGIN, Math.min(left, room))}px`
  card.style.top = `${scrollY + top}px`
}
