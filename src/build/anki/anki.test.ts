// The names are Anki's.
// cspell:ignore flds sfld csum odue odid revlog sched qfmt afmt tmpls bqfmt bafmt dconf ivl sortf did usn
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { formula } from '../../components/lib/formula.ts'
import { decks, guidOf, noteOf } from './ankiDecks.ts'
import { partsOf } from './card.ts'
import { ankiPackage } from './collection.ts'

const site = 'https://example.org/base/'
const page = `<main><p class="place">All questions</p>
<div class="breath"><p>At most ${formula(String.raw`\lambda\lvert w\rvert < 1`)}, so ${formula('w')} stays.</p></div>
<div class="sl-heading-wrapper level-h2"><h2 id="strong">In two minutes</h2></div>
<p>See <a class="state-link" href="/base/en/l1/?geometry.lambda=2#geometry">the corner</a>: 1.14.<button>Copy</button></p>
<span class="katex-display">${formula(String.raw`\tfrac12 \lVert r \rVert^2`)}</span>
<h2 id="weak">Weak answers</h2>
<div class="weak"><p class="says">“It has corners.”</p><p>A <em>picture</em> gives no reason.</p></div>
<h2 id="picture">In the picture</h2><figure><svg></svg></figure></main>`
const question = {
  question: 'Is 1 < 2 & why?',
  topic: 'sparsity',
  level: 'essential',
} as const
const words = { strong: 'Strong', weak: 'Weak', page: 'Page' }

test('a card has the answers of the page, formulas for MathJax, and links that lead to the site', () => {
  expect(partsOf(fromHtml(page), site)).toEqual({
    breath: String.raw`<p>At most \(\lambda\lvert w\rvert &#x3C; 1\), so \(w\) stays.</p>`,
    strong: String.raw`<p>See <a href="https://example.org/base/en/l1/?geometry.lambda=2#geometry">the corner</a>: 1.14.</p>
\[\tfrac12 \lVert r \rVert^2\]`,
    weak: '<p><em>“It has corners.”</em></p><p>A <em>picture</em> gives no reason.</p>',
  })
  expect(() => partsOf(fromHtml('<p>nothing</p>'), site)).toThrow('no answer in one breath')
})

test('what Anki knows decks and questions by is what it was', () => {
  expect(guidOf('en', 'why-zeros')).toBe('diamond-circle:en:why-zeros')
  expect(guidOf('zh', 'why-zeros')).toBe('diamond-circle:zh:why-zeros')
  expect([decks.en, decks.zh].map(({ id, model }) => [id, model])).toEqual([
    [1_764_501_001_137, 1_764_501_002_137],
    [1_764_501_001_273, 1_764_501_002_273],
  ])
})

test('the file is a collection with one card for each note', async () => {
  const notes = ['why-zeros', 'which-first'].map((id) =>
    noteOf('en', id, page, `${site}en/q/${id}/`, question),
  )
  const time = 1_700_000_000
  const first = read(await ankiPackage(decks.en, notes, words, time))
  const later = read(await ankiPackage(decks.en, notes.toReversed(), words, time + 60))
  let known: unknown[] = []
  await withCollection(first, (collection) => {
    const rows = collection.prepare('SELECT * FROM notes ORDER BY guid').all()
    known = rows.map(({ id, guid }) => [id, guid])
    expect(rows.map(({ guid }) => guid)).toEqual(notes.map(({ guid }) => guid).sort())
    const [question_, breath, , , address] = String(rows[1].flds).split('\x1f')
    expect(question_).toBe('Is 1 &#x3C; 2 &#x26; why?')
    expect(breath).toContain('\\(w\\)')
    expect(address).toBe('https://example.org/base/en/q/why-zeros/')
    expect(rows[0].tags).toBe(' diamond-and-circle topic::sparsity level::essential ')
    expect(rows.map(({ mid }) => mid)).toEqual([decks.en.model, decks.en.model])
    const cards = collection.prepare('SELECT nid, did, due, type FROM cards ORDER BY due').all()
    expect(cards.map(({ did, due, type }) => [did, due, type])).toEqual([
      [decks.en.id, 1, 0],
      [decks.en.id, 2, 0],
    ])
    const [{ models, ver }] = collection.prepare('SELECT models, ver FROM col').all()
    expect(ver).toBe(11)
    const [model] = Object.values(
      JSON.parse(String(models)) as Record<string, { tmpls: { afmt: string }[] }>,
    )
    expect(model.tmpls[0].afmt).toContain('{{#Weak}}<details><summary>Weak</summary>')
  })

  // An update has the same notes, whatever their order, and is later.
  await withCollection(later, (update) => {
    const updated = update.prepare('SELECT id, guid, mod FROM notes ORDER BY guid').all()
    expect(updated.map(({ id, guid }) => [id, guid])).toEqual(known)
    expect(updated.every(({ mod }) => mod === time + 60)).toBe(true)
  })
})

const read = (file: Uint8Array) => {
  const { 'collection.anki2': collection, media } = unzipSync(file)
  expect(new TextDecoder().decode(media)).toBe('{}')
  return collection
}

async function withCollection(
  collection: Uint8Array,
  use: (database: DatabaseSync) => void,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'anki-test-'))
  const file = join(folder, 'collection.anki2')
  await writeFile(file, collection)
  const database = new DatabaseSync(file)
  use(database)
  database.close()
  await rm(folder, { recursive: true })
}
