/** Maximum length of a passage in the address of the form; servers reject very long addresses. */
const LONGEST = 600

/** The reader's place, as the form for mistakes asks for it. */
export interface Place {
  /** Address of the page, with the state of its figures, and the heading as fragment. */
  page: string
  heading: string
  /** The text that the reader has selected. */
  passage: string
}

/**
 * Fills the reader's place into a link to the form for mistakes at the moment it is used.
 *
 * @param link Its address is that of the form, with the page as a field `page`.
 */
export function reportMistake(link: HTMLAnchorElement): void {
  const fill = () => {
    const form = new URL(link.href)
    for (const [field, value] of Object.entries(placeOfReader()))
      form.searchParams.set(field, value)
    link.href = form.href
  }
  // Before a click clears the selection; on focus for keyboard users.
  link.addEventListener('pointerdown', fill)
  link.addEventListener('focus', () => link.matches(':focus-visible') && fill())
}

/** The section of the selection, else that of the address, else the one on the screen. */
function placeOfReader(): Place {
  const selection = getSelection()
  const passage = selection?.toString().trim() ?? ''
  const target = document.getElementById(location.hash.slice(1))
  const heading =
    (passage && headingBefore(selection!.getRangeAt(0).startContainer)) ||
    (target && headingBefore(target)) ||
    headingOnScreen()
  const { origin, pathname, search } = location

  return {
    page: origin + pathname + search + (heading ? `#${heading.id}` : ''),
    heading: heading?.textContent.trim() ?? '',
    passage: passage.length > LONGEST ? `${passage.slice(0, LONGEST)} …` : passage,
  }
}

const headings = () => [...document.querySelectorAll<HTMLElement>('main :is(h2, h3, h4)[id]')]

/** The heading that a node is, is within, or follows. */
function headingBefore(node: Node): HTMLElement | undefined {
  const before = Node.DOCUMENT_POSITION_FOLLOWING
  return headings().findLast(
    (heading) => heading.contains(node) || heading.compareDocumentPosition(node) & before,
  )
}

/** The last heading above the middle of the window. */
function headingOnScreen(): HTMLElement | undefined {
  return headings().findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 2)
}
