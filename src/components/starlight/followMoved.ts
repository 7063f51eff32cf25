/**
 * The address to which an old one leads: that of the page which has what it names now, with query and fragment kept.
 * Signposts at the end of the page say where that is. What an address names is the place in its fragment, also as the
 * cell of a program (`#ID.code=…`), or else the figures whose state is in its query (`?ID.PARAMETER=…`).
 *
 * @returns The new address, or undefined if what is named is still here.
 */
export function movedAddress({
  search,
  hash,
}: Pick<Location, 'search' | 'hash'>): string | undefined {
  const place = decodeURIComponent(hash.slice(1)).replace(/\.code=[^]*$/, '')
  const figures = [...new URLSearchParams(search).keys()].flatMap((key) => {
    const [id, parameter] = key.split('.')
    return parameter === undefined ? [] : [id]
  })
  const home = homeOf(place) ?? (place === '' ? figures.map(homeOf).find(Boolean) : undefined)
  return home && home + search + hash
}

/** The page to which the signpost of an id leads. */
function homeOf(id: string): string | undefined {
  const signpost = id === '' ? null : document.getElementById(id)
  return signpost?.closest<HTMLElement>('[data-moved-to]')?.dataset.movedTo
}

/** Takes the reader of an address of something that has moved to where it is now. */
export function followMoved(): void {
  const follow = () => {
    const address = movedAddress(location)
    if (address) location.replace(address)
  }
  follow()
  addEventListener('hashchange', follow)
}
