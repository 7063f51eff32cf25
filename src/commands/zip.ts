/*
 * npm run zip: builds the site once more, so that it opens from disk, and packs it: diamond-and-circle.zip. Figures move,
 * cells run and the search finds without a server. With --built, packs the site that was built so before.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync, type Zippable } from 'fflate'
import { rolldown } from 'rolldown'
import { filesIn } from '../build/contentChecks/pages.ts'
import { OFFLINE_BASE, SCRIPT, offlineFile, offlinePage, offlineScript, offlineStyle } from '../build/offline/rewrite.ts' // prettier-ignore
import { fail, root, run } from './run.mjs'

const FOLDER = '.astro/offline-site'
const FILE = 'diamond-and-circle.zip'

/** Files that only servers, chats and search engines read, and fonts, which the styles hold. */
const FOR_SERVERS =
  /^(404\.html|.*\.woff2|_headers|cards\/.*|robots\.txt|sitemap.*\.xml|manifest\.webmanifest)$/

if (!process.argv.includes('--built')) {
  const variables = { BASE_PATH: OFFLINE_BASE }
  if (!run(`astro build --outDir ${FOLDER}`, variables)) fail('The site cannot be built.')
}
const folder = join(root, FOLDER)
const read = (path: string) => readFileSync(join(folder, path))
const names = (await filesIn(folder)).filter((name) => !FOR_SERVERS.test(name))
const [entry, ...others] = names.filter((name) => /^_astro\/page\.[\w-]+\.js$/.test(name))
if (!entry || others.length > 0) fail(`${FOLDER} has no script that all pages share.`)

const script = offlineScript(
  readFileSync(join(root, 'src/build/offline/opened.js'), 'utf8') + (await bundled(entry)),
)
const files: Zippable = { [SCRIPT]: bytes(script) }
for (const name of names) {
  const content = read(name)
  const text = () => content.toString('utf8')
  if (name.endsWith('.html') && name !== 'sandbox.html')
    files[name] = bytes(offlinePage(text(), name, read))
  else if (name.endsWith('.css')) files[name] = bytes(offlineStyle(text(), read))
  // What scripts fetch: the index of the search, and the scripts of workers.
  else if (isNamed(name) || name.startsWith('search/')) {
    files[`${name}.js`] = bytes(offlineFile(name, text()))
    // All others are in the one script.
  } else if (!name.endsWith('.js')) files[name] = new Uint8Array(content)
}
const zip = zipSync({ 'diamond-and-circle': files }, { level: 9 })
writeFileSync(join(root, FILE), zip)
console.log(`${FILE}: ${Object.keys(files).length} files, ${(zip.length / 1e6).toFixed(1)} MB`)

/** Whether the script has the address of a file, as it does of what it fetches. */
function isNamed(name: string): boolean {
  return ['"', "'", '`'].some((quote) => script.includes(`offlineRoot+${quote}${name}${quote}`))
}

/** A script and all that it imports, as one script of the old kind. */
async function bundled(name: string): Promise<string> {
  const bundle = await rolldown({
    input: join(folder, name),
    logLevel: 'silent',
    // Addresses of the site are none of files.
    external: (id) => id.startsWith(OFFLINE_BASE),
  })
  const { output } = await bundle.generate({ format: 'iife', codeSplitting: false, minify: true })
  await bundle.close()
  return output[0].code
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
