import type { Problem } from '../../markdown/problems.ts'
import { usesOf, type Use } from './attributes.ts'
import type { Chapter } from './chapter.ts'
import type { FigureModules } from './figureUses.ts'

/**
 * Controls that a figure keeps behind its button though no link of the page ever uses them: readers would find them, and
 * no text that says what for.
 */
export async function checkControls(
  chapters: readonly Chapter[],
  { figureAt, broken }: FigureModules & { broken: readonly string[] },
): Promise<Problem[]> {
  const problems = chapters.map(async (chapter) => {
    const figures = usesOf(chapter, 'Figure').filter(({ attributes: { opens } }) =>
      Array.isArray(opens),
    )
    const unused = figures.map(async ({ attributes, line }) => {
      const { name, id = name, opens, without } = attributes
      if (typeof name !== 'string' || broken.includes(name)) return []
      // An unknown figure is told by another check.
      const controls = await figureAt(name, {}).then(
        ({ figure }) => Object.keys(figure.parameters),
        () => [],
      )
      const links = usesOf(chapter, 'StateLink', 'Erratum').filter((use) => isTo(use, id))
      const used = [opens, without, ...links.map(({ attributes }) => keysOf(attributes['state']))]
      const rest = controls.filter((control) => !used.flat().includes(control))
      if (rest.length === 0) return []
      const list = rest.map((control) => `“${control}”`).join(', ')
      return [
        {
          file: chapter.file,
          line,
          rule: 'unused-control' as const,
          message: `no link of this page uses ${list} of the figure “${name}”: write of it with a <StateLink>, or name it in opens or without`,
        },
      ]
    })
    return (await Promise.all(unused)).flat()
  })
  return (await Promise.all(problems)).flat()
}

/** Whether a link leads to the figure with this id on its own page. */
const isTo = ({ element, attributes: { figure, id, to } }: Use, figureId: unknown) =>
  to === undefined && ((element.name === 'StateLink' && id) || figure) === figureId

const keysOf = (state: unknown) => Object.keys((state ?? {}) as object)
