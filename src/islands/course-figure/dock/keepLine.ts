/**
 * Changes the page without moving an element in the window: what changes above it is made up for by scrolling, where the
 * browser has not done so itself.
 *
 * @param edge the edge of the element that stays
 */
export function keepLine(
  element: Element,
  change: () => void,
  edge: 'top' | 'bottom' = 'top',
): void {
  const before = element.getBoundingClientRect()[edge]
  change()
  const moved = element.getBoundingClientRect()[edge] - before
  // Less than a pixel is rounding, which scrolling would only add to.
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' })
}
