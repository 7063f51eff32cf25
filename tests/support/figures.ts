import { startVite } from '../../src/build/openSite.ts'
import type { Figure, Values } from '../../src/figures/kit/figure.ts'
import { htmlOf } from './pages.ts'

/** A figure on a page of the built site, in its declared state. */
export interface PlacedFigure {
  name: string
  /** Its id on the page. */
  id: string
  path: string
}

/** The figures on some pages in their declared state, each on the first that shows it. */
export function figuresOn(paths: readonly string[]): PlacedFigure[] {
  const placed = new Map<string, PlacedFigure>()
  for (const path of paths) {
    for (const [tag, name] of htmlOf(path).matchAll(
      /<course-figure[^>]* data-figure="([^"]+)"[^>]*>/g,
    )) {
      const id = / id="([^"]+)"/.exec(tag)![1]
      if (tag.includes('data-start="{}"') && !placed.has(name)) placed.set(name, { name, id, path })
    }
  }
  return [...placed.values()]
}

/** The names of the figures on some pages, in whatever state they start. */
export function namesOn(paths: readonly string[]): string[] {
  const names = paths.flatMap((path) =>
    [...htmlOf(path).matchAll(/<course-figure[^>]* data-figure="([^"]+)"/g)].map(
      ([, name]) => name,
    ),
  )
  return [...new Set(names)]
}

/** Figures computed here, outside of the page, by the modules and the data of the site. */
export async function openFigures() {
  const server = await startVite(process.cwd())
  const { figures } = await server.ssrLoadModule('/src/figures/index.ts')
  return {
    names: Object.keys(figures),
    figure: (name: string): Promise<Figure> => figures[name](),
    async numbers(figure: Figure, values: Values): Promise<ReturnType<Figure['numbers']>> {
      await figure.load?.(values)
      return figure.numbers(figure.compute(values))
    },
    close: () => server.close(),
  }
}
