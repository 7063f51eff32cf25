import { figures } from '../../../figures/index.ts'
import { firstSentence } from '../../../figures/kit/format.ts'
import { defaults, withValues } from '../../../figures/kit/parameters.ts'
import { leadingPanel } from '../../../figures/kit/parts.ts'
import { readState } from '../../../figures/kit/state.ts'
import { languageOf } from '../../shared/languageOf.ts'
import { drawPanel } from '../draw.ts'
import { figureOf } from './figureOf.ts'
import { isSeen } from './view.ts'

const CAPTION = 'figure-peek-caption'

/**
 * The panel of a figure that tells most of a state, and what the figure says, in the state of a link, as a card to be inserted after the link.
 * Nothing where the reader would see nothing new: the figure is open or in view, or was just closed.
 *
 * @param link Link to a state of a figure of any page.
 */
export async function createPeek(link: HTMLAnchorElement) {
  const id = link.hash.slice(1)
  const here = figureOf(link)
  if ((here && isSeen(here)) || link.hasAttribute('data-returned')) return undefined
  const figure = await figures[here?.dataset.figure ?? link.dataset.figure ?? id]()
  const language = languageOf(link)
  const query = new URLSearchParams(link.search)
  const values = readState(figure, id, query) ?? defaults(figure)
  await figure.load?.(values)
  const model = figure.compute(values)

  const start = withValues(figure, defaults(figure), JSON.parse(here?.dataset.start ?? '{}'))
  await figure.load?.(start)
  const panel = leadingPanel(figure.panels, model, figure.compute(start))
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.id = 'figure-peek-picture'
  svg.ariaHidden = 'true'
  drawPanel(svg, panel, model, language)
  const stage = span('figure-stage', svg)
  const caption = span('figure-peek-caption', firstSentence(figure.describe(model)[language]))
  caption.id = CAPTION
  const card = span('figure-peek not-content ui', stage, caption)
  card.popover = 'manual'
  return { card, describedBy: CAPTION }
}

/** A span, which is allowed in a paragraph. */
function span(className: string, ...children: (Node | string)[]) {
  const element = document.createElement('span')
  element.className = className
  element.append(...children)
  return element
}
