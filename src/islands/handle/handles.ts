/*
 * Makes the handles of headings, equations, exercises and other parts copy the link to them, and offer the part itself
 * as Markdown or TeX. Without this script they are links to the parts.
 */
import { copyText, toClipboard } from '../shared/copyText.ts'
import { languageOf } from '../shared/languageOf.ts'
import { loadOnce } from '../shared/loadOnce.ts'
import { createPopup, showPopup, span } from '../shared/popup.ts'
import { copyFormulas } from './copyFormulas.ts'
import { texOf } from './formulas.ts'
import { strings } from './strings.ts'

/** What the notice offers of a part: its source, and how to cite it. */
type Offer = 'tex' | 'markdown' | 'cite' | 'bibtex'

/** How long the notice stays unless the reader is in it, in ms. */
const STAY = 5000

const loadMarkdown = loadOnce(() => import('./markdown.ts'))
const loadCite = loadOnce(() => import('./citeHere.ts'))

let shown: { handle: HTMLAnchorElement; notice: HTMLElement } | undefined
let timer: ReturnType<typeof setTimeout> | undefined

async function copyLink(handle: HTMLAnchorElement): Promise<void> {
  hide()
  const language = languageOf(document.body)
  const url = new URL(handle.hash, location.origin + location.pathname)
  history.replaceState(history.state, '', location.pathname + location.search + handle.hash)
  const said = span('')
  said.role = 'status'
  const notice = createPopup(span('popup-links', said, ...offers(handle)))
  showPopup(notice, handle)
  shown = { handle, notice }
  const isCopied = await toClipboard(url.href, strings.link[language])
  // In an element that is there already, so that screen readers say it.
  said.textContent = strings[isCopied ? 'copied' : 'link'][language]
  leaveLater()
}

/** The buttons that copy the part itself, or how to cite it. */
function offers(handle: HTMLAnchorElement): HTMLElement[] {
  const part = document.getElementById(handle.hash.slice(1))!
  if (part.matches('.equation')) return [offer('tex', part)]
  loadMarkdown().catch(() => {}) // while the reader moves to the button
  return (['markdown', 'cite', 'bibtex'] as const).map((kind) => offer(kind, part))
}

function offer(kind: Offer, part: Element): HTMLElement {
  const language = languageOf(document.body)
  const words = { name: strings[kind][language], done: strings.done[language] }
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = words.name
  button.addEventListener('click', async () => {
    await copyText(await textOf(kind, part), button, words)
    leaveLater()
  })
  return button
}

async function textOf(kind: Offer, part: Element): Promise<string> {
  if (kind === 'tex') return texOf(part.querySelector('.katex')!)
  if (kind === 'markdown') return (await loadMarkdown()).markdownOf(part)
  return (await loadCite()).citationOf(kind, part)
}

function leaveLater(): void {
  clearTimeout(timer)
  timer = setTimeout(() => {
    if (shown?.notice.matches(':hover, :focus-within')) leaveLater()
    else hide()
  }, STAY)
}

function hide(): void {
  clearTimeout(timer)
  shown?.notice.remove()
  shown = undefined
}

document.addEventListener('click', (event) => {
  const { target, ctrlKey, metaKey, shiftKey, altKey } = event
  const handle =
    target instanceof Element ? target.closest<HTMLAnchorElement>('a.handle') : undefined
  if (!handle || ctrlKey || metaKey || shiftKey || altKey) return
  event.preventDefault()
  void copyLink(handle)
})

document.addEventListener('pointerdown', ({ target }) => {
  if (!(target instanceof Node && shown?.notice.contains(target))) hide()
})

document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !shown) return
  if (shown.notice.contains(document.activeElement)) shown.handle.focus()
  hide()
})

document.addEventListener('copy', copyFormulas)

/** A link to a derivation opens it, and one to an erratum what holds instead. */
function openTarget(): void {
  const target = document.getElementById(location.hash.slice(1))
  const fold = target?.matches('.erratum') ? target.querySelector('details') : target
  if (fold instanceof HTMLDetailsElement) fold.open = true
}
addEventListener('hashchange', openTarget)
openTarget()
