/*
 * npm run new -- chapter NAME [TITLE] [中文标题]
 * npm run new -- figure NAME
 * npm run new -- question NAME [PLACE]
 * npm run new -- guess NAME PLACE
 * npm run new -- challenge NAME PLACE [TITLE] [中文标题]
 *
 * Writes well-formed files in both languages, to be filled in. PLACE is the section, such as l1#selection, to whose end
 * it is added; a question without one is an interview question, with a page of its own. New ids are published at once,
 * so that the page passes the checks.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { withInserted } from './insert.ts'

const languages = ['en', 'zh'] as const
const kinds = { chapter, figure, question, guess, challenge }

const [kind, name, ...more] = process.argv.slice(2)
const usage = 'Expected: npm run new -- chapter|figure|question|guess|challenge NAME …'
if (!kind || !Object.hasOwn(kinds, kind))
  fail(`${kind ? `There is no kind “${kind}”. ` : ''}${usage}`)
if (!name || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
  fail(`“${name ?? ''}” cannot be a name: expected lowercase words, digits and single hyphens.`)

for (const [file, text] of kinds[kind as keyof typeof kinds](name, more)) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  console.log(`Wrote ${file}`)
}
execFileSync(process.execPath, ['src/commands/publish.ts'], { stdio: 'inherit' })
if (kind === 'figure')
  execFileSync(process.execPath, ['src/commands/recordPictures.ts', name], { stdio: 'inherit' })
console.log(
  '\nFill it in, and run npm run check. Rename what you like before it is released, in content/published.json as well.',
)

function chapter(name: string, [english = name, chinese = name]: string[]): [string, string][] {
  const titles = { en: english, zh: chinese }
  return languages.map((language) => {
    const file = `content/docs/${language}/${name}.mdx`
    if (existsSync(file)) fail(`There is a page ${file} already.`)
    const text = template(`chapter.${language}.mdx`)
      .replace('TITLE', JSON.stringify(titles[language]))
      .replace('ORDER', String(next('sidebar: { order')))
      .replace('NUMBER', String(next('number')))
      .replaceAll('NAME', name)
    return [file, text]
  })
}

/** The order or the number of a new last chapter; pages that are not chapters have orders from 90 on. */
function next(key: 'number' | 'sidebar: { order'): number {
  const values = globSync('content/docs/en/*.mdx')
    .map((file) => readFileSync(file, 'utf8').split(`\n${key}: `)[1])
    .map((rest) => Number.parseInt(rest))
    .filter((value) => value < 90)
  return Math.max(0, ...values) + 1
}

function figure(name: string): [string, string][] {
  const file = `src/figures/${name}/index.ts`
  if (existsSync(file)) fail(`There is a figure ${file} already.`)
  const text = template('figure.ts')
    .replaceAll('../../figures/', '../')
    .replace("name: 'template'", `name: '${name}'`)
  return [[file, text]]
}

function question(name: string, [place]: string[]): [string, string][] {
  if (place === undefined) return interviewQuestion(name)
  return intoSection(place, `check-${name}`, (language) =>
    template(`question.${language}.mdx`).replaceAll('NAME', name),
  )
}

function interviewQuestion(name: string): [string, string][] {
  return languages.map((language) => {
    const file = `content/questions/${language}/${name}.mdx`
    if (existsSync(file)) fail(`There is a question ${file} already.`)
    return [file, template(`interview.${language}.mdx`)]
  })
}

function guess(name: string, [place]: string[]): [string, string][] {
  return intoSection(place, `guess-${name}`, (language) =>
    template(`guess.${language}.mdx`).replaceAll('NAME', name),
  )
}

function challenge(name: string, [place, english = name, chinese = name]: string[]) {
  const titles = { en: english, zh: chinese }
  return intoSection(place, `challenge-${name}`, (language) =>
    template(`challenge.${language}.mdx`).replace('NAME', name).replace('TITLE', titles[language]),
  )
}

/** Inserts a block, whose id is new, at the end of the same section of a chapter in both languages. */
function intoSection(
  place: string | undefined,
  id: string,
  block: (language: (typeof languages)[number]) => string,
): [string, string][] {
  const [page, section] = place?.split('#') ?? []
  if (!page || !section) fail(`“${place ?? ''}” is no section: expected a place such as l1#check.`)
  if (readFileSync('content/published.json', 'utf8').includes(`"${id}"`))
    fail(`The id “${id}” is taken: choose another name.`)
  return languages.map((language) => {
    const file = `content/docs/${language}/${page}.mdx`
    if (!existsSync(file)) fail(`There is no chapter ${file}.`)
    const text = withInserted(readFileSync(file, 'utf8'), section, block(language))
    if (text === undefined) fail(`${file} has no heading with the id “${section}”.`)
    return [file, text]
  })
}

function template(name: string): string {
  return readFileSync(new URL(`templates/${name}`, import.meta.url), 'utf8')
}

function fail(message: string): never {
  console.error(message)
  process.exit(2)
}
