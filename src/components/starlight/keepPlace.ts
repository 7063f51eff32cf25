import { languageKey } from '../lib/languages.ts'
import { keepPreference } from '../lib/preferences.ts'

/** Id of the last heading above the middle of the window: where the reader is. */
function currentHeading(): string {
  const headings = document.querySelectorAll<HTMLElement>('main :is(h2, h3, h4)[id]')
  const passed = [...headings].filter(
    (heading) => heading.getBoundingClientRect().top < innerHeight / 2,
  )
  return window.scrollY > 0 ? (passed.at(-1)?.id ?? '') : ''
}

/**
 * Makes a link to the other language lead to the same place of the page: the same state of the
 * figures, and the same heading. The heading of the address wins, else the one being read.
 * Following the link is a choice, which is remembered.
 */
export function keepPlace(link: HTMLAnchorElement): void {
  const path = link.pathname
  const aim = () => {
    const heading = currentHeading()
    const hash = location.hash || (heading && `#${heading}`)
    link.href = path + location.search + hash
  }
  link.addEventListener('pointerdown', aim)
  link.addEventListener('click', () => {
    aim()
    keepPreference(languageKey, link.dataset.locale ?? '')
  })
}
