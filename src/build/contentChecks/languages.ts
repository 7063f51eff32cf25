import { authoredIds, locate, type Page, type Source } from './pages.ts'
import type { Problem } from '../problems.ts'

/**
 * Where the languages of the course part: a page that one of them lacks, or headings, figures and
 * cells whose ids are not the same in the same order.
 */
export function checkLanguages(pages: readonly Page[], sources: readonly Source[]): Problem[] {
  const languages = [...new Set(sources.map(({ language }) => language))].sort()
  const slugs = [...new Set(sources.map(({ slug }) => slug))].sort()

  return slugs.flatMap((slug) => {
    const versions = sources.filter((source) => source.slug === slug)
    const missing = languages.filter((name) => !versions.some(({ language }) => language === name))
    if (missing.length > 0) {
      const { file, language } = versions[0]
      const wanted = missing.map((name) => file.replace(`/${language}/`, `/${name}/`))
      return [
        { file, line: 1, message: `this page is missing in “${missing}”: write ${wanted.join()}` },
      ]
    }
    const built = versions.flatMap((source) => pages.filter((page) => page.source === source))
    return built.slice(1).flatMap((page) => compareIds(built[0], page))
  })
}

/** Reports the first place where two pages part, as all that follow part with it. */
function compareIds(first: Page, second: Page): Problem[] {
  const [here, there] = [authoredIds(first), authoredIds(second)]
  const at = here.findIndex((id, i) => id !== there[i])
  const index = at >= 0 ? at : here.length
  if (index >= Math.max(here.length, there.length)) return []

  const [page, other, id, otherId] =
    there[index] === undefined
      ? [first, second, here[index], undefined]
      : [second, first, there[index], here[index]]
  const expected = otherId === undefined ? 'nothing stands' : `“${otherId}” stands`
  return [
    {
      ...locate(page, [`{#${id}}`, `"${id}"`, `id=${id}`]),
      message: `“${id}” comes where ${expected} in ${other.source?.file}: headings, figures and cells need the same ids in the same order`,
    },
  ]
}
