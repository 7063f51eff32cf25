import { JSDOM } from 'jsdom'

/** The conditions of the explanations in the HTML of a `Guess`, in their order. */
export function conditionsIn(html: string): string[] {
  const replies = JSDOM.fragment(html).querySelectorAll<HTMLElement>('[data-when]')
  return [...replies].map(({ dataset }) => dataset['when']!)
}
