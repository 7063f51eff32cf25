/* npm run publish: records everything that readers can link to, which has to work from now on. */
import { readFile, writeFile } from 'node:fs/promises'
import { figuresOf } from '../build/openFigures.ts'
import { readChapters } from '../build/sourceChecks/chapter.ts'
import { allFigures, LEDGER } from '../build/sourceChecks/checkSources.ts'
import { withCurrent, type Ledger } from '../build/sourceChecks/ledger.ts'

const ledger = JSON.parse(await readFile(LEDGER, 'utf8')) as Ledger
const { figures } = await figuresOf(process.cwd())()
const chapters = await readChapters('content')
const next = withCurrent(ledger, chapters, await allFigures(figures))
await writeFile(LEDGER, `${JSON.stringify(next, null, 2)}\n`)
const count = countOf(next) - countOf(ledger)
console.log(count === 0 ? `${LEDGER} is up to date.` : `${count} new in ${LEDGER}.`)

/** The number of addresses, ids and parameters in a ledger. */
function countOf({ pages, figures, challenges, questions }: Ledger): number {
  const lists = [
    Object.keys(pages),
    ...Object.values(pages),
    ...Object.values(figures).map(Object.keys),
  ]
  return [...lists, challenges, questions].reduce((sum, { length }) => sum + length, 0)
}
