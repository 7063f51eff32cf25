// The names are Anki's.
// cspell:ignore flds sfld csum odue odid revlog sched qfmt afmt tmpls bqfmt bafmt dconf ivl sortf did usn
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { css, templates } from './templates.ts'

/** A deck, which Anki knows by its numbers: they never change. */
export interface Deck {
  id: number
  /** Of the kind of its notes. */
  model: number
  name: string
  description: string
}

/** A note, from which Anki makes one card. */
export interface Note {
  /** Known by it, an update keeps what the learner has done. */
  guid: string
  /** Question, answer in one breath, strong answer, weak answers and address of the page. */
  fields: readonly [string, string, string, string, string]
  tags: readonly string[]
}

const FIELDS = ['Question', 'Breath', 'Strong', 'Weak', 'Address'] as const

/** Between the fields of a note. */
const SEPARATOR = '\x1f'

/**
 * A deck as a file for Anki, AnkiDroid and AnkiMobile (.apkg): a zip with a database of the schema that all of them read.
 *
 * @param notes in the order in which they are learned
 * @param words of the back of a card
 * @param time of the version, in seconds: Anki takes the later one of two
 */
export async function ankiPackage(
  deck: Deck,
  notes: readonly Note[],
  words: Readonly<Record<string, string>>,
  time: number,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'anki-'))
  try {
    const file = join(folder, 'collection.anki2')
    await writeCollection(file, deck, notes, words, time)
    return zipSync(
      {
        'collection.anki2': new Uint8Array(await readFile(file)),
        media: new TextEncoder().encode('{}'),
      },
      { mtime: time * 1000 },
    )
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function writeCollection(
  file: string,
  deck: Deck,
  notes: readonly Note[],
  words: Readonly<Record<string, string>>,
  time: number,
): Promise<void> {
  const { DatabaseSync } = await import('node:sqlite')
  const database = new DatabaseSync(file)
  // It is read again at once: nothing has to outlive a loss of power.
  database.exec('PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY')
  database.exec(SCHEMA)
  database.prepare('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)').run(
    time,
    time * 1000,
    time * 1000,
    JSON.stringify({ nextPos: notes.length + 1, curDeck: deck.id, activeDecks: [deck.id] }),
    JSON.stringify({ [deck.model]: modelOf(deck, words, time) }),
    JSON.stringify({
      1: deckEntry({ id: 1, name: 'Default', description: '' }, time),
      [deck.id]: deckEntry(deck, time),
    }),
    JSON.stringify({ 1: DECK_OPTIONS }),
    '{}',
  )
  const note = database.prepare('INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, ?)')
  const card = database.prepare(
    "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
  )
  database.exec('BEGIN')
  notes.forEach(({ guid, fields, tags }, position) => {
    const id = numberOf(guid)
    const [question] = fields
    note.run(
      id,
      guid,
      deck.model,
      time,
      ` ${tags.join(' ')} `,
      fields.join(SEPARATOR),
      question,
      checksum(question),
      '',
    )
    card.run(id, id, deck.id, time, position + 1)
  })
  database.exec('COMMIT')
  database.close()
}

/** A number for a note, in the range of the times in ms that Anki uses itself. */
function numberOf(guid: string): number {
  const hash = createHash('sha1').update(guid).digest()
  return 1_400_000_000_000 + (hash.readUIntBE(0, 6) % 100_000_000_000)
}

/** Anki's checksum of the first field, by which it finds duplicates. */
function checksum(field: string): number {
  const text = field.replace(/<[^>]*>/g, '')
  return parseInt(createHash('sha1').update(text).digest('hex').slice(0, 8), 16)
}

function modelOf({ id, model, name }: Deck, words: Readonly<Record<string, string>>, mod: number) {
  const field = (fieldName: string, ord: number) => ({
    name: fieldName,
    ord,
    font: 'Arial',
    media: [],
    rtl: false,
    size: 20,
    sticky: false,
  })
  return {
    id: model,
    name,
    did: id,
    mod,
    type: 0,
    usn: -1,
    sortf: 0,
    css,
    flds: FIELDS.map(field),
    tmpls: [{ name: 'Card 1', ord: 0, ...templates(words), did: null, bqfmt: '', bafmt: '' }],
    // The card exists where the question does.
    req: [[0, 'any', [0]]],
    tags: [],
    vers: [],
    latexPre: '',
    latexPost: '',
  }
}

function deckEntry({ id, name, description }: Omit<Deck, 'model'>, mod: number) {
  return {
    id,
    name,
    desc: description,
    mod,
    usn: -1,
    conf: 1,
    dyn: 0,
    collapsed: false,
    browserCollapsed: false,
    extendNew: 0,
    extendRev: 0,
    newToday: [0, 0],
    revToday: [0, 0],
    lrnToday: [0, 0],
    timeToday: [0, 0],
  }
}

/** Anki's own options of a deck. */
const DECK_OPTIONS = {
  id: 1,
  name: 'Default',
  mod: 0,
  usn: 0,
  autoplay: true,
  dyn: false,
  maxTaken: 60,
  replayq: true,
  timer: 0,
  new: { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1, perDay: 20 },
  rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36500, minSpace: 1, perDay: 200 },
  lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
}

const SCHEMA = `
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
  ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
  models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
  flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
  ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL,
  left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
  ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
  type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
`
