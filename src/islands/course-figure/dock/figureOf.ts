/** The figure on this page to whose state a link leads, if any. */
export function figureOf({ origin, pathname, search, hash }: HTMLAnchorElement) {
  if (!search || origin !== location.origin || pathname !== location.pathname) return undefined
  const element = document.getElementById(hash.slice(1))
  return element?.localName === 'course-figure' ? element : undefined
}
