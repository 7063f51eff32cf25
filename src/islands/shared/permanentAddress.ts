/** The address of the page that others should use: the published one, without states and places. */
export function permanentAddress(): string {
  const published = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href
  return published ?? location.origin + location.pathname
}
