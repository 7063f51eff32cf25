/*
 * node src/commands/changedPictures.mjs BASE PAGE: writes an HTML page with the committed pictures (.svg) that differ
 * from those of the commit BASE, before and after.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fail, root } from './run.mjs'

/**
 * The committed pictures that differ between two commits.
 *
 * @param {string} base The commit before, such as `main` or `HEAD^1`.
 * @param {string} [repository] Its folder.
 * @returns {{ path: string, before?: string, after?: string }[]} SVG texts by path; a new picture
 *   has no `before`, a removed one no `after`.
 */
export function changedPictures(base, repository = root) {
  const git = (...args) =>
    execFileSync('git', args, { cwd: repository, encoding: 'utf8', maxBuffer: 2 ** 28 })
  const paths = git('diff', '--name-only', '--no-renames', '-z', base, 'HEAD', '--', '*.svg')
  const at = (commit, path) =>
    git('ls-tree', '--name-only', commit, '--', path) ? git('show', `${commit}:${path}`) : undefined

  return paths
    .split('\0')
    .filter(Boolean)
    .map((path) => ({ path, before: at(base, path), after: at('HEAD', path) }))
}

/**
 * A self-contained page. Pictures of a pull request are untrusted: as images they can neither run scripts nor load
 * anything.
 *
 * @param {ReturnType<typeof changedPictures>} pictures
 */
export function picturesPage(pictures) {
  const figures = pictures.map(
    ({ path, before, after }) => `
    <section>
      <h2>${escape(path)}</h2>
      <div>
        ${side('Before', before)}
        ${side('After', after)}
      </div>
    </section>`,
  )
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Changed pictures</title>
    <style>
      body { margin: 2rem; font: 1rem/1.5 sans-serif; color: #1e1c19; background: #fdfcf9 }
      h2 { font-size: 1rem; overflow-wrap: anywhere }
      div { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)) }
      figure { margin: 0; border-top: 1px solid #dcd6ca }
      img { max-width: 100% }
    </style>
  </head>
  <body>
    <h1>Changed pictures: ${pictures.length}</h1>${figures.join('')}
  </body>
</html>
`
}

function side(title, svg) {
  const image = svg
    ? `<img alt="${title}" src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`
    : '<p>No such picture.</p>'
  return `<figure><figcaption>${title}</figcaption>${image}</figure>`
}

function escape(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [base, page] = process.argv.slice(2)
  if (!page) {
    fail('Expected a commit and a file: node src/commands/changedPictures.mjs main pictures.html')
  }
  const pictures = changedPictures(base)
  mkdirSync(dirname(page), { recursive: true })
  writeFileSync(page, picturesPage(pictures))
  console.log(`${pictures.length} changed pictures, written to ${page}`)
}
