import { languageOf } from '../shared/languageOf.ts'
import { strings } from './strings.ts'

/** The gap between the card and both its term and the edges of the window, in px. */
const MARGIN = 16
const GAP = 6

/** The fetched pages of the glossary; the cards show copies of their entries. */
const glossaries = new Map<string, Promise<Document>>()

/** Fetches the glossary page of a link. */
export function loadGlossary(link: HTMLAnchorElement): Promise<Document> {
  const address = link.href.replace(/#.*/, '')
  const loaded = glossaries.get(address)
  if (loaded) return loaded
  const loading = fetch(address).then(async (response) => {
    if (!response.ok) throw new Error(`${response.status} for ${address}`)
    return new DOMParser().parseFromString(await response.text(), 'text/html')
  })
  glossaries.set(address, loading)
  loading.catch(() => glossaries.delete(address))
  return loading
}

/**
 * Creates the card of a term, to be inserted after its link, so that the Tab key moves from one to the other. Its parts
 * are spans, which are allowed in a paragraph.
 *
 * @param link Link to a term in the glossary.
 * @throws If the glossary cannot be fetched or does not contain the term.
 */
export async function createCard(link: HTMLAnchorElement): Promise<HTMLElement> {
  const entry = (await loadGlossary(link)).getElementById(link.hash.slice(1))
  if (!entry) throw new Error(`${link.href} is not in the glossary`)

  const [definition, see] = entry.querySelectorAll('dd')
  const card = span('term-card not-content')
  card.popover = 'manual'
  const meaning = span('term-meaning', ...copyOf(definition.querySelector('p') ?? definition))
  meaning.id = 'term-meaning'
  const glossary = document.createElement('a')
  glossary.href = link.href
  glossary.textContent = strings.glossary[languageOf(link)]
  card.append(
    span('term-title', ...copyOf(entry.querySelector('dt')!)),
    meaning,
    span('term-links quiet-links', ...(see ? [span('', ...copyOf(see))] : []), glossary),
  )
  return card
}

/** Puts the card below the line of its link, or above it where there is no room below. */
export function place(card: HTMLElement, link: HTMLAnchorElement): void {
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

function span(className: string, ...children: Node[]): HTMLElement {
  const element = document.createElement('span')
  element.className = className
  element.append(...children)
  return element
}

function copyOf(element: Element): Node[] {
  return [...element.childNodes].map((node) => document.importNode(node, true))
}
