import { languageOf } from '../shared/languageOf.ts'
import { createPopup, span } from '../shared/popup.ts'
import { strings } from './strings.ts'

/** Links that show where they lead: to a term of the glossary, an equation, a work in the references. */
export const LINKS = 'a:is([data-term], [href*="#eq-"], [href*="#ref-"]):not(.handle, .popup *)'

/** Id of what a card says of its link. */
const TEXT = 'popup-text'

/** The pages that were fetched; the cards show copies of their parts. */
const pages = new Map<string, Promise<Document>>()

/** The page to which a link leads. */
export function loadPage(link: HTMLAnchorElement): Promise<Document> {
  const address = link.href.replace(/[?#].*/, '')
  if (address === location.href.replace(/[?#].*/, '')) return Promise.resolve(document)
  const loaded = pages.get(address)
  if (loaded) return loaded
  const loading = fetch(address).then(async (response) => {
    if (!response.ok) throw new Error(`${response.status} for ${address}`)
    // The rest has styles, which the policy of this page would refuse with an error.
    const [main] = /<main[^]*<\/main>/.exec(await response.text()) ?? ['']
    return new DOMParser().parseFromString(main, 'text/html')
  })
  pages.set(address, loading)
  loading.catch(() => pages.delete(address))
  return loading
}

/**
 * Creates the card of a link: a copy of the part to which it leads, and links to more.
 *
 * @throws If the page cannot be fetched or does not contain the part.
 */
export async function createCard(
  link: HTMLAnchorElement,
): Promise<{ card: HTMLElement; describedBy: string }> {
  const target = (await loadPage(link)).getElementById(link.hash.slice(1))
  if (!target) throw new Error(`there is nothing at ${link.href}`)
  const cardOf =
    link.dataset.term !== undefined
      ? termCard
      : target.matches('.equation')
        ? equationCard
        : referenceCard
  return { card: cardOf(target, link), describedBy: TEXT }
}

function termCard(entry: HTMLElement, link: HTMLAnchorElement): HTMLElement {
  const [definition, see] = entry.querySelectorAll('dd')
  return createPopup(
    span('popup-title', ...copyOf(entry.querySelector('dt')!)),
    meaning(copyOf(definition.querySelector('p') ?? definition)),
    links(...(see ? [span('', ...copyOf(see))] : []), linkTo(link, 'glossary')),
  )
}

function equationCard(equation: HTMLElement, link: HTMLAnchorElement): HTMLElement {
  const headings = [...equation.ownerDocument.querySelectorAll('main :is(h1, h2, h3)')]
  const heading = headings.findLast(
    (one) => one.compareDocumentPosition(equation) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  const section = document.createTextNode(heading?.textContent ?? '')
  return createPopup(
    meaning([document.importNode(equation.querySelector('.katex-display')!, true)]),
    links(span('', section), linkTo(link, 'equation')),
  )
}

function referenceCard(entry: HTMLElement, link: HTMLAnchorElement): HTMLElement {
  return createPopup(meaning(copyOf(entry)), links(linkTo(link, 'references')))
}

function meaning(children: readonly Node[]): HTMLElement {
  const element = span('popup-text', ...children)
  element.id = TEXT
  return element
}

function links(...children: Node[]): HTMLElement {
  return span('popup-links quiet-links', ...children)
}

function linkTo({ href }: HTMLAnchorElement, name: keyof typeof strings): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = href
  link.textContent = strings[name][languageOf(document.body)]
  return link
}

/** Copies of the nodes in an element, but for its handle. */
function copyOf(element: Element): Node[] {
  return [...element.childNodes]
    .filter((node) => !(node instanceof Element && node.matches('.handle')))
    .map((node) => document.importNode(node, true))
}
