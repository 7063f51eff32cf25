import type { Language } from '../../figures/kit/types.ts'
import { strings } from './strings.ts'

const PARTS = ['strong', 'weak'] as const

/**
 * Puts the long answer and the weak ones, folded, under the short answer of a question. They come from the page of the
 * question; where that cannot be loaded, a word says so.
 *
 * @param item the question, with a link to its page
 */
export function addLongAnswer(item: HTMLElement, language: Language): void {
  const place = item.querySelector<HTMLElement>('[data-more]')!
  if (place.hasChildNodes() && !place.hasAttribute('data-failed')) return
  const address = item.querySelector<HTMLAnchorElement>('a[data-page]')!.href
  const folds = PARTS.map((part) => {
    const fold = document.createElement('details')
    const summary = document.createElement('summary')
    const body = document.createElement('div')
    summary.textContent = strings[part][language]
    body.textContent = strings.loading[language]
    fold.append(summary, body)
    return { part, fold, body }
  })
  place.removeAttribute('data-failed')
  place.replaceChildren(...folds.map(({ fold }) => fold))
  void loadPage(address).then(
    (page) => {
      for (const { part, fold, body } of folds) {
        const nodes = partOf(page, part, address)
        if (nodes.length > 0) body.replaceChildren(...nodes)
        else fold.remove()
      }
    },
    () => {
      // When the answer is opened again, it is tried again.
      place.toggleAttribute('data-failed', true)
      for (const { body } of folds) body.textContent = strings.offline[language]
    },
  )
}

async function loadPage(address: string): Promise<Document> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: status ${response.status}`)
  // Only the text: this page's security policy would complain of the styles in the other's head.
  const [text] = /<main\b.*<\/main>/s.exec(await response.text()) ?? ['']
  return new DOMParser().parseFromString(text, 'text/html')
}

/** What stands between the heading with an id and the next, as it can stand on another page. */
function partOf(page: Document, id: string, address: string): Element[] {
  const nodes: Element[] = []
  let next = page.getElementById(id)?.nextElementSibling
  // A heading of the text, such as that of the references, stands in a box with its handle.
  const isHeading = (node: Element) => node.matches('h2') || node.querySelector(':scope > h2')
  for (; next && !isHeading(next); next = next.nextElementSibling) nodes.push(next)
  for (const node of nodes.flatMap((each) => [each, ...each.querySelectorAll('*')])) {
    node.removeAttribute('id')
    const link = node.getAttribute('href')
    if (link?.startsWith('#')) node.setAttribute('href', address + link)
  }
  return nodes
}
