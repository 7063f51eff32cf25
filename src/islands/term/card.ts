import { languageOf } from '../shared/languageOf.ts'
import { strings } from './strings.ts'

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
export async function createCard(link: HTMLAnchorElement) {
  const entry = (await loadGlossary(link)).getElementById(link.hash.slice(1))
  if (!entry) throw new Error(`${link.href} is not in the glossary`)

  const [definition, see] = entry.querySelectorAll('dd')
  const card = span('term-card not-content')
  card.popover = 'manual'
  const meaning = span('term-meaning', ...copyOf(definition.querySelector('p') ?? definition))
  const describedBy = (meaning.id = 'term-meaning')
  const glossary = document.createElement('a')
  glossary.href = link.href
  glossary.textContent = strings.glossary[languageOf(link)]
  card.append(
    span('term-title', ...copyOf(entry.querySelector('dt')!)),
    meaning,
    span('term-links quiet-links', ...(see ? [span('', ...copyOf(see))] : []), glossary),
  )
  return { card, describedBy }
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
