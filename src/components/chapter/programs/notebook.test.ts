import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { programIn } from '../../lib/programIn.ts'
import type { Locale } from '../../lib/languages.ts'
import { notebookAddress, notebookOf, programPlaces, type NotebookCell } from './notebook.ts'
import { tableText, writtenPrograms } from './programs.ts'

const pages = ['en', 'zh'].flatMap((locale) =>
  readdirSync(`content/docs/${locale}`).map((file) => `${locale}/${file.replace('.mdx', '')}`),
)
const notebookAt = (id: string) => {
  const [, head, body] = readFileSync(`content/docs/${id}.mdx`, 'utf8').split(/^---$/m)
  const { title, description = '' } = parse(head) as { title: string; description?: string }
  const chapter = { id, title, description, body }
  const url = `https://example.org/${id}/`
  return { body, notebook: notebookOf(chapter, url, writtenPrograms, tableText) }
}
const notebooks = pages.flatMap((id) => {
  const { body, notebook } = notebookAt(id)
  return notebook ? [{ id, body, notebook }] : []
})
const codeIn = (cells: readonly NotebookCell[]) =>
  cells.flatMap((cell) =>
    cell.cell_type === 'code' && !cell.id.startsWith('data-')
      ? [{ code: cell.source.join(''), output: cell.outputs[0].text.join('') }]
      : [],
  )

/** Faults of a notebook by the JSON schema of nbformat 4.5, as far as these notebooks use it. */
function schemaFaults(notebook: unknown): string[] {
  const faults: string[] = []
  const ask = (holds: boolean, what: string) => {
    if (!holds) faults.push(what)
  }
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  const keysOf = (value: unknown) => (isObject(value) ? Object.keys(value).sort().join() : '')
  const isText = (value: unknown) =>
    Array.isArray(value) && value.every((line) => typeof line === 'string' && line !== '')

  const { nbformat, nbformat_minor, metadata, cells } = Object(notebook) as Record<string, unknown>
  ask(keysOf(notebook) === 'cells,metadata,nbformat,nbformat_minor', 'keys of the notebook')
  ask(nbformat === 4 && nbformat_minor === 5, 'the version is 4.5')
  const { kernelspec, language_info } = Object(metadata) as Record<string, unknown>
  ask(keysOf(kernelspec) === 'display_name,language,name', 'the kernel has a name')
  ask(keysOf(language_info) === 'name', 'the language has a name')
  const ids = new Set<unknown>()
  for (const cell of (Array.isArray(cells) ? cells : []) as Record<string, unknown>[]) {
    const { id, cell_type, source, execution_count: count, outputs } = cell
    const common = 'cell_type,id,metadata,source'
    const expected =
      cell_type === 'code' ? 'cell_type,execution_count,id,metadata,outputs,source' : common
    ask(cell_type === 'code' || cell_type === 'markdown', `${id}: the type`)
    ask(keysOf(cell) === expected, `${id}: keys`)
    ask(/^[\w-]{1,64}$/.test(String(id)) && !ids.has(id), `${id}: an id of its own`)
    ids.add(id)
    ask(isObject(cell['metadata']), `${id}: metadata`)
    ask(isText(source), `${id}: lines of source`)
    if (cell_type !== 'code') continue
    ask(Number.isInteger(count) && Number(count) > 0, `${id}: the count`)
    for (const output of outputs as Record<string, unknown>[]) {
      ask(keysOf(output) === 'name,output_type,text', `${id}: keys of the output`)
      ask(output['output_type'] === 'stream' && output['name'] === 'stdout', `${id}: a stream`)
      ask(isText(output['text']), `${id}: lines of output`)
    }
  }
  ask(ids.size > 0, 'cells')
  return faults
}

test('every chapter with programs has a notebook, in both languages', () => {
  const named = (locale: string) =>
    notebooks.filter(({ id }) => id.startsWith(locale)).map(({ id }) => id.slice(3))
  expect(named('en').length).toBeGreaterThan(7)
  expect(named('en')).toContain('tasks')
  expect(named('zh')).toEqual(named('en'))
})

describe.for(notebooks)('$id', ({ id, body, notebook }) => {
  test('is a valid notebook', () => {
    expect(schemaFaults(JSON.parse(JSON.stringify(notebook)))).toEqual([])
  })

  test('holds the recorded programs and their output, and no other', () => {
    const recorded = programPlaces(body)
      .flatMap(({ name }) => writtenPrograms(name))
      .filter(({ language }) => language === 'python')
    expect(codeIn(notebook.cells)).toEqual(
      recorded.map(({ code, recording }) => ({
        code: programIn(id.slice(0, 2) as Locale, code),
        output: `${recording.output}\n`,
      })),
    )
  })

  test('writes every table that it reads, before', () => {
    const sources = notebook.cells.map(({ source }) => source.join(''))
    sources.forEach((source, k) => {
      const file = source.startsWith('%%') ? undefined : /read_csv\("(.*?)"\)/.exec(source)?.[1]
      if (file === undefined) return
      const at = sources.indexOf(`%%writefile ${file}\n${tableText(file).trimEnd()}`)
      expect(at).toBeGreaterThan(0)
      expect(at).toBeLessThan(k)
    })
  })

  test('leads to the places of the programs', () => {
    const links = notebook.cells.flatMap(
      ({ source }) => source.join('').match(/https:[^)]*#[^)]*/g) ?? [],
    )
    const places = programPlaces(body).map((place) => `https://example.org/${id}/#${place.id}`)
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) expect(places).toContain(link)
  })
})

test('the rules see what is no notebook', () => {
  const { notebook } = notebooks[0]
  const [first, ...others] = notebook.cells
  const withFirst = (changes: object) => ({
    ...notebook,
    cells: [{ ...first, ...changes }, ...others],
  })
  expect(schemaFaults({})).not.toEqual([])
  expect(schemaFaults({ ...notebook, nbformat_minor: 4 })).toEqual(['the version is 4.5'])
  expect(schemaFaults(withFirst({ id: 'two words' }))).toEqual(['two words: an id of its own'])
  expect(schemaFaults(withFirst({ id: others[0].id }))).toHaveLength(1)
  expect(schemaFaults(withFirst({ source: 'text' }))).toEqual(['title: lines of source'])
  expect(schemaFaults(withFirst({ outputs: [] }))).toEqual(['title: keys'])
})

test('its address keeps the base path', () => {
  expect(notebookAddress('/course/', 'zh/l2')).toBe('/course/zh/notebooks/l2.ipynb')
})
