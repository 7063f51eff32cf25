/**
 * Changes the page without moving an element in the window: what changes above it is made up for by scrolling, where the
 * browser has not done so itself.
 */
export function keepLine(element: Element, change: () => void): void {
  const before = element.getBoundingClientRect().top
  change()
  const moved = element.getBoundingClientRect().top - before
  // Less than a pixel is rounding, which scrolling would only add to.
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' })
}
