import { languageOf } from '../shared/languageOf.ts'
import { bibtex, citation, type Cited } from './cite.ts'
import { permanentAddress } from '../shared/permanentAddress.ts'

/**
 * How to cite the page that the reader is on.
 *
 * @param part the part of it that is cited, an element with an id; without it, the page
 */
export function citationOf(kind: 'cite' | 'bibtex', part?: Element): string {
  const section = part?.matches('h2, h3, h4') ? part.textContent.trim() : undefined
  const cited: Cited = {
    page: document.querySelector('h1')!.textContent.trim(),
    ...(section !== undefined && { section }),
    url: permanentAddress() + (part ? `#${part.id}` : ''),
    seen: new Date().toLocaleDateString('sv'), // the reader's day, as 2026-11-30
  }
  return kind === 'bibtex' ? bibtex(cited) : citation(cited, languageOf(document.body))
}
