import { JSDOM } from 'jsdom'
import type { Figure } from '../../figures/kit/figure.ts'
import { defaults, withValues } from '../../figures/kit/parameters.ts'
import { sheetOf } from '../../islands/course-figure/sheet.ts'
import { lightColor } from '../../styles/lightColor.ts'
import { drawStatic } from './drawStatic.ts'

/*
 * The visual record: each figure in its declared state and in the states that it lists in `pictures`, as committed SVG
 * text. It shows in a pull request how a change alters the pictures.
 */

/** Folder of the record, relative to the root of the repository: a folder for each figure, a file for each state. */
export const RECORD = 'tests/pictures'

const { document } = new JSDOM().window

/** The pictures of a figure by state. */
export async function picturesOf(figure: Figure): Promise<Record<string, string>> {
  const pictures: Record<string, string> = {}
  for (const [state, changes] of Object.entries({ default: {}, ...figure.pictures })) {
    const values = withValues(figure, defaults(figure), changes)
    await figure.load?.(values)
    pictures[state] = pictureOf(figure, figure.compute(values), state)
  }
  return pictures
}

function pictureOf(figure: Figure, model: unknown, state: string): string {
  const panels = Object.values(drawStatic(figure, model, `${figure.name}-${state}`, 'en'))
  const template = document.createElement('template')
  template.innerHTML = panels.join('')
  const drawn = [...template.content.children] as SVGSVGElement[]
  const { svg } = sheetOf(drawn, lightColor)
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  for (const [tag, text] of [
    ['desc', figure.describe(model).en],
    ['title', figure.title.en],
  ]) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
    element.textContent = text
    svg.prepend(element)
  }
  return inLines(rounded(svg.outerHTML))
}

/** Rounds numbers in attributes to two decimals; further digits differ between processors. */
const rounded = (svg: string) =>
  svg.replace(/<[^>]*>/g, (tag) =>
    tag.replace(/-?\d*\.\d{3,}(e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(2)))),
  )

/** One element per line, so that a diff is readable. */
const inLines = (svg: string) => `${svg.replaceAll('><', '>\n<')}\n`
