/* Records the headings of the built site as published: from now on, links to them must not break. */
import { readFile, writeFile } from 'node:fs/promises'
import { withCurrentIds, type Ledger } from './contentChecks/publishedIds.ts'
import { LEDGER } from './contentChecks/index.ts'
import { readPages, readSources } from './contentChecks/pages.ts'

const ledger = JSON.parse(await readFile(LEDGER, 'utf8')) as Ledger
const pages = await readPages('dist', await readSources('content/docs'))
await writeFile(LEDGER, `${JSON.stringify(withCurrentIds(ledger, pages), null, 2)}\n`)
