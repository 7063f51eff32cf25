/* npm run publish: records all that readers can link to today; from now on it keeps working. */
import { readFile, writeFile } from 'node:fs/promises'
import { withSiteModules } from '../build/openSite.ts'
import { readChapters } from '../build/sourceChecks/chapter.ts'
import { allFigures, LEDGER } from '../build/sourceChecks/checkSources.ts'
import { withCurrent, type Ledger } from '../build/sourceChecks/ledger.ts'

await withSiteModules(process.cwd(), async (open) => {
  const ledger = JSON.parse(await readFile(LEDGER, 'utf8')) as Ledger
  const figures = await allFigures((await open()).figures)
  const next = withCurrent(ledger, await readChapters('content/docs'), figures)
  await writeFile(LEDGER, `${JSON.stringify(next, null, 2)}\n`)
  const count = countOf(next) - countOf(ledger)
  console.log(count === 0 ? `${LEDGER} is up to date.` : `${count} new in ${LEDGER}.`)
})

/** How many ids and parameters a ledger names. */
function countOf({ pages, figures, challenges, questions }: Ledger): number {
  const lists = [...Object.values(pages), ...Object.values(figures).map(Object.keys)]
  return [...lists, challenges, questions].reduce((sum, { length }) => sum + length, 0)
}
