/**
 * Changes the page without moving an element in the window: what changes above it is made up for by scrolling, which
 * not every browser does by itself.
 */
export function keepLine(element: Element, change: () => void): void {
  const { style } = document.documentElement
  const before = element.getBoundingClientRect().top
  style.overflowAnchor = 'none'
  change()
  const moved = element.getBoundingClientRect().top - before
  // Less than a pixel is rounding, which scrolling would only add to.
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' })
  requestAnimationFrame(() => (style.overflowAnchor = ''))
}
