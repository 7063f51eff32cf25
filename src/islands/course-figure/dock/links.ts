/*
 * Links to a state of a figure on the same page open the figure where the reader is; before that, the pointer or the
 * focus on a link shows a small picture of the state. Only this file is loaded with the page; without it, and for
 * figures of other pages, the links are ordinary ones.
 */
import { hoverCards } from '../../shared/hoverCards.ts'
import { loadOnce } from '../../shared/loadOnce.ts'
import { figureOf } from './figureOf.ts'

const loadDock = loadOnce(() => import('./dock.ts'))

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0) return
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]')
  const figure = link && figureOf(link)
  if (!figure) return
  event.preventDefault()
  const isByKey = event.detail === 0
  loadDock().then(
    ({ follow }) => follow(link, figure, isByKey),
    () => location.assign(link.href),
  )
})

addEventListener('popstate', ({ state }) => {
  // Entries of the history around an opened figure do not restore their place by themselves.
  if (history.scrollRestoration === 'auto') return
  loadDock().then(
    ({ travel }) => travel(state),
    () => {},
  )
})

hoverCards({
  linkAt: (target) => target.closest<HTMLAnchorElement>('a.state-link'),
  rest: 250,
  onTouch: false,
  prepare: () => void loadDock().catch(() => {}),
  async create(link) {
    const { createPeek } = await import('./peek.ts')
    return createPeek(link)
  },
})
