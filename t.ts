import { withSiteModules } from './src/build/openSite.ts'
import { checkSources, allFigures, LEDGER } from './src/build/sourceChecks/checkSources.ts'
import { withCurrent } from './src/build/sourceChecks/ledger.ts'
import { readChapters } from './src/build/sourceChecks/chapter.ts'
import { readFileSync, writeFileSync, existsSync } from 'node:fs'
if (!existsSync(LEDGER)) {
  const ids = JSON.parse(readFileSync('content/published-ids.json','utf8')), figs=JSON.parse(readFileSync('src/figures/published.json','utf8'))
  const l = { pages: ids.pages, figures: figs, challenges: [], questions: [] }
  await withSiteModules('.', async (open) => { const figures = await allFigures((await open()).figures); writeFileSync(LEDGER, JSON.stringify(withCurrent(l, await readChapters('content/docs'), figures), null, 2)+'\n') })
}
const t=performance.now()
const p = await withSiteModules('.', (open) => checkSources('.', open))
for (const x of p) console.log(`${x.file}:${x.line}: ${x.message} (${x.rule})`)
console.log(p.length, performance.now()-t)
process.exit(0)
