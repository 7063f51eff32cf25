import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import katex from 'katex'
import { leanFormulas } from '../../markdown/leanFormulas.ts'
import { slimFormulas } from '../../markdown/slimFormulas.ts'

/**
 * A formula as HTML, for components: as formulas in the text of a page are.
 *
 * @param tex the formula in TeX, without dollar signs
 */
export function formula(tex: string): string {
  const tree: Root = fromHtml(katex.renderToString(tex, { strict: 'error' }), { fragment: true })
  leanFormulas()(tree)
  slimFormulas()(tree)
  return toHtml(tree)
}
