import type { Entry } from './api/api.ts'

/** What is known of an entry: its signature, what it is, what its parameters are. */
export function documentationOf({ signature, doc, parameters }: Entry): HTMLElement {
  const box = document.createElement('div')
  box.className = 'cm-documentation'
  box.lang = 'en'
  const add = (tag: string, text: string | undefined) => {
    if (text) box.appendChild(document.createElement(tag)).textContent = text
  }
  add('code', signature)
  add('p', doc)
  add('p', parameters)
  return box
}
