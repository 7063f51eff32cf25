import { languageOf } from '../../shared/languageOf.ts'
import { announceAddress } from '../address.ts'
import type { CourseFigure } from '../element.ts'
import { strings } from '../strings.ts'
import { figureOf } from './figureOf.ts'
import { keepLine } from './keepLine.ts'
import { placementFor, type Span } from './placement.ts'
import { isSeen, viewOf } from './view.ts'

/*
 * A figure that a link has opened beside the text, or in a sheet below it. It is not moved within the page: as a
 * popover it is drawn elsewhere, while an empty box of its size keeps its place. So it stays the one live figure, with
 * the state, the listeners and the frames that it has.
 *
 * The address is always that of the state that is shown, so that it can be copied. The first link pushes an entry onto
 * the history: on a phone, Back closes the sheet. Links followed while the figure is open replace that entry: Back
 * closes, however many states were looked at. Escape and the button go back by themselves, which leaves no entry behind
 * but one that Forward opens again. None of this may scroll, and the reader may have read on in the meantime; therefore
 * these entries do not restore their places, and where a browser goes to the heading in an address instead, it is taken
 * back before that is painted. Loading such an entry anew leads to the figure, as its address says.
 */

interface Opened {
  figure: HTMLElement
  /** The link in the text to which the reader returns. */
  link: HTMLAnchorElement
  /** The empty box in the place of the figure. */
  place: HTMLElement
  /** How far the page was scrolled for a sheet, and where in the window the link has been since then, in px. */
  scrolled: { by: number; top: number }
}

/** The state of an entry of the history around an opened figure. */
interface Entry {
  /** With an opened figure: the key of its link among those followed. */
  docked?: string
  /** Before it: how far the page was scrolled, in px. */
  text?: number
}

let opened: Opened | undefined
/** The links followed since the page was loaded, by keys that no other visit has. */
const followed = new Map<string, HTMLAnchorElement>()
/** How far the page was last scrolled by its reader, in px, when the browser goes to another entry. */
let reading = scrollY
addEventListener('scroll', () => (reading = scrollY), { passive: true })

/**
 * Shows the state of a link: in the figure itself if that is in view, else in the figure opened beside the link.
 *
 * @param isByKey whether the link was followed by keyboard, whose focus then moves into the figure
 */
export function follow(link: HTMLAnchorElement, figure: HTMLElement, isByKey: boolean): void {
  // A link in an opened figure to another one returns to the text, too.
  const origin = opened?.figure.contains(link) ? opened.link : link
  const docked = `${performance.timeOrigin}/${followed.size}`
  followed.set(docked, origin)
  const entry: Entry = { docked }
  if (opened?.figure === figure) {
    history.replaceState(entry, '', link.href)
    point(opened, origin)
  } else if (isSeen(figure)) {
    if (opened) history.replaceState(null, '', link.href)
    else history.pushState(null, '', link.href)
    history.scrollRestoration = 'auto'
    putBack()
  } else {
    if (opened) history.replaceState(entry, '', link.href)
    else {
      history.scrollRestoration = 'manual'
      history.replaceState({ ...history.state, text: scrollY }, '')
      history.pushState(entry, '', link.href)
    }
    putBack()
    open(figure, origin, isByKey)
  }
  keepLine(origin, announceAddress)
}

/** Follows the reader to another entry of the history. */
export function travel(state: unknown): void {
  const { docked, text } = (state ?? {}) as Entry
  if (docked === undefined) history.scrollRestoration = 'auto'
  const link = docked && followed.get(docked)
  const last = [...followed.values()].at(-1)
  if (docked && !link) {
    // An entry of another visit.
    putBack()
    document.getElementById(location.hash.slice(1))?.scrollIntoView()
  } else if (!last) scrollTo({ top: text, behavior: 'instant' })
  else if (!link && text === undefined) putBack()
  else {
    scrollTo({ top: reading, behavior: 'instant' })
    if (link) openAgain(link)
    else putBack()
    const line = topOf(last)
    requestAnimationFrame(() => {
      scrollBy({ top: topOf(last) - line, behavior: 'instant' })
      // A heading in the address takes the focus away, too.
      if (!opened && document.activeElement === document.body) returnTo(last)
    })
  }
}

/** Opens the figure of a link that was followed before, from which the reader may be far by now. */
function openAgain(link: HTMLAnchorElement) {
  const { bottom, top } = link.getBoundingClientRect()
  if (bottom < 0 || top > innerHeight) link.scrollIntoView({ block: 'center' })
  const figure = figureOf(link)!
  if (opened?.figure === figure) point(opened, link)
  else {
    putBack()
    open(figure, link, false)
  }
}

/** Returns the reader to the text. */
function close() {
  putBack()
  if ((history.state as Entry | null)?.docked !== undefined) history.back()
}

function open(figure: HTMLElement, link: HTMLAnchorElement, isByKey: boolean) {
  const language = languageOf(figure)
  const title = figure.querySelector('.figure-title')!.textContent.trim()
  const [, , width, height] = figure
    .querySelector('svg')!
    .getAttribute('viewBox')!
    .split(' ')
    .map(Number)
  figure.style.setProperty('--ratio', String(width / height))
  const place = document.createElement('div')
  place.className = `${figure.className} figure-place`
  place.style.height = `${figure.getBoundingClientRect().height}px`
  place.textContent = strings.away[language]
  keepLine(link, () => {
    figure.before(place)
    figure.popover = 'manual'
    figure.role = 'complementary'
    figure.ariaLabel = title
    figure.tabIndex = -1
    figure.querySelector('.figure-card')!.prepend(barOf(title, strings.back[language]))
    // As the source of the popover, the link has it next in the order of the Tab key.
    figure.showPopover({ source: link })
  })
  opened = { figure, link, place, scrolled: { by: 0, top: 0 } }
  point(opened, link)
  figure.scrollTop = 0
  if (isByKey) figure.focus({ preventScroll: true })
  void (figure as CourseFigure).wake()
}

/** Marks a link as the one whose state is shown, and makes room for its line. */
function point(opened: Opened, link: HTMLAnchorElement) {
  opened.link.removeAttribute('data-shown')
  link.toggleAttribute('data-shown', true)
  opened.link = link
  const by = arrange(opened)
  if (by === 0) return
  scrollBy({ top: by, behavior: 'instant' })
  opened.scrolled = { by: opened.scrolled.by + by, top: topOf(link) }
}

/** Puts the opened figure where there is room, and gives how far the page has to be scrolled for it. */
function arrange({ figure, link }: Opened): number {
  const { clientWidth } = document.documentElement
  const text = document.querySelector('.sl-markdown-content')!.getBoundingClientRect()
  const placement = placementFor(lastLineOf(link), viewOf(), text.right, clientWidth)
  figure.dataset.docked = placement.kind
  const isDock = placement.kind === 'dock'
  figure.style.setProperty('--dock-left', isDock ? `${placement.left}px` : '')
  figure.style.setProperty('--sheet-height', isDock ? '' : `${placement.height}px`)
  // Tables and programs that are wider than the text make room.
  keepLine(link, () => document.documentElement.toggleAttribute('data-dock', isDock))
  // So that the last lines of the page can be scrolled above the sheet.
  document.body.style.paddingBottom = isDock ? '' : `${placement.height}px`
  return isDock ? 0 : placement.scroll
}

/** Puts the opened figure back into its place. */
function putBack() {
  if (!opened) return
  const { figure, link, place, scrolled } = opened
  opened = undefined
  const isInside = figure.contains(document.activeElement)
  const isAtLink = document.activeElement === link
  keepLine(link, () => {
    figure.hidePopover()
    figure.querySelector('.figure-bar')!.remove()
    figure.style.cssText = ''
    document.body.style.paddingBottom = ''
    document.documentElement.removeAttribute('data-dock')
    // The last steps, between which nothing may lay out the page: with both in it, the browser would scroll.
    place.remove()
    for (const name of ['role', 'aria-label', 'tabindex', 'data-docked', 'popover']) {
      figure.removeAttribute(name)
    }
  })
  link.removeAttribute('data-shown')
  // The reader has not moved since the page made room: it goes back.
  if (scrolled.by !== 0 && Math.abs(topOf(link) - scrolled.top) < 2) {
    scrollBy({ top: -scrolled.by, behavior: 'instant' })
  }
  if (isInside || isAtLink || document.activeElement === document.body) returnTo(link)
}

/** Puts the focus on a link, which is no reason to show what it leads to. */
function returnTo(link: HTMLAnchorElement) {
  link.toggleAttribute('data-returned', true)
  link.addEventListener('blur', () => link.removeAttribute('data-returned'), { once: true })
  link.focus({ preventScroll: true })
}

/** The head of an opened figure: its title, and the way back. */
function barOf(title: string, back: string) {
  const bar = document.createElement('div')
  bar.className = 'figure-bar'
  const name = document.createElement('span')
  name.textContent = title
  name.ariaHidden = 'true'
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = back
  button.addEventListener('click', close)
  bar.append(name, button)
  return bar
}

const topOf = (element: Element) => element.getBoundingClientRect().top

/** A link may be broken over lines. */
const lastLineOf = (link: HTMLElement): Span => [...link.getClientRects()].at(-1)!

addEventListener('resize', () => opened && arrange(opened))

// First in the line of listeners: of several things that Escape closes, it closes the one opened last.
addEventListener(
  'keydown',
  (event) => {
    if (event.key !== 'Escape' || !opened) return
    const { figure } = opened
    const others = [...document.querySelectorAll(':popover-open, dialog[open]')]
    const isTaken = (event.target as Element).closest('code-cell')
    if (!isTaken && others.every((element) => element === figure)) close()
  },
  { capture: true },
)

// On paper every figure stands in its place.
matchMedia('print').addEventListener('change', ({ matches }) => {
  const { docked = '' } = (history.state ?? {}) as Entry
  const link = followed.get(docked)
  if (matches) putBack()
  else if (link) openAgain(link)
})
