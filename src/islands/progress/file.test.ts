import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { DAYS, RATINGS } from './ladder.ts'
import {
  forgetProgress,
  merge,
  onAnyProgress,
  progressHere,
  progressIn,
  replaceProgress,
  textOf,
  type Progress,
} from './file.ts'
import { noteKnown, noteRating } from './questions.ts'
import { fakeWindow } from './testing.ts'

beforeEach(() => fakeWindow())

/** Few ids and times, so that they often meet. */
const id = fc.constantFrom('why-zeros', 'ista', 'aic-bic', 'constructor')
const time = fc.constantFrom(0, 1, 1_750_000_000_000, 1_750_000_000_001)
const entries = <T>(value: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(id, value)).map((pairs) => new Map(pairs))
const standing = fc.record({
  rung: fc.nat(DAYS.length - 1),
  rating: fc.constantFrom(...RATINGS),
  rated: time,
})
const known = fc.record({ is: fc.boolean(), said: time })
const asked = fc.oneof(
  fc.record({ standing }),
  fc.record({ known }),
  fc.record({ standing, known }),
)
const progress: fc.Arbitrary<Progress> = fc.record({
  questions: entries(asked),
  solved: fc.array(id).map((ids) => new Set(ids)),
  answered: entries(fc.boolean()),
  guesses: entries(fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 2 })),
})
/** The same progress has the same text. */
const same = (a: Progress, b: Progress) => expect(textOf(a)).toBe(textOf(b))

test('merging is commutative, associative and idempotent, and nothing is its neutral element', () => {
  const nothing = progressHere()
  fc.assert(
    fc.property(progress, progress, progress, (a, b, c) => {
      same(merge(a, b), merge(b, a))
      same(merge(merge(a, b), c), merge(a, merge(b, c)))
      same(merge(a, a), a)
      same(merge(merge(a, b), b), merge(a, b))
      same(merge(a, nothing), a)
    }),
  )
})

test('of two ratings of a question the later one is kept, whole', () => {
  fc.assert(
    fc.property(standing, standing, (a, b) => {
      const one = { ...progressHere(), questions: new Map([['ista', { standing: a }]]) }
      const other = { ...progressHere(), questions: new Map([['ista', { standing: b }]]) }
      const kept = merge(one, other).questions.get('ista')!.standing!
      expect([a, b]).toContainEqual(kept)
      expect(kept.rated).toBe(Math.max(a.rated, b.rated))
    }),
  )
})

test('what is saved is loaded as it was, through the file and through the storage', () => {
  fc.assert(
    fc.property(progress, (some) => {
      const loaded = progressIn(textOf(some))
      same(loaded as Progress, some)
      expect(replaceProgress(some)).toBe(true)
      same(progressHere(), some)
    }),
  )
})

test('the file can be read by people, and names its course and version', () => {
  noteRating('why-zeros', 'knew', Date.UTC(2026, 10, 30, 16))
  noteKnown('ista', true, Date.UTC(2026, 10, 30, 17))
  expect(JSON.parse(textOf(progressHere()))).toEqual({
    course: 'Diamond & Circle',
    version: 2,
    questions: {
      ista: { known: true, marked: '2026-11-30T17:00:00.000Z' },
      'why-zeros': { rung: 1, rating: 'knew', rated: '2026-11-30T16:00:00.000Z' },
    },
    solved: [],
    answered: {},
    guesses: {},
  })
})

test('a file of the first version, with challenges and answers alone, is still loaded', () => {
  const loaded = progressIn('{"version":1,"solved":["twins"],"answered":{"check-zero":true}}')
  expect(loaded).toMatchObject({ solved: new Set(['twins']) })
})

const rated = '2026-11-30T16:00:00.000Z'
test.each([
  ['', { kind: 'text', begins: '' }],
  ['name,value\n1,2', { kind: 'text', begins: 'name,value\n1,2' }],
  ['[1]', { kind: 'other' }],
  ['null', { kind: 'other' }],
  ['{"version":2}', { kind: 'other' }],
  ['{"version":3,"questions":{}}', { kind: 'newer', version: 3 }],
  ['{"solved":7}', { kind: 'value', place: 'solved', value: '7', expected: 'ids' }],
  ['{"solved":["a","<b>"]}', { place: 'solved[1]', value: '"<b>"', expected: 'id' }],
  ['{"answered":{"a":1}}', { place: 'answered.a', value: '1', expected: 'truth' }],
  ['{"guesses":{"a":["x"]}}', { place: 'guesses.a', expected: 'numbers' }],
  ['{"questions":{"__proto__":{}}}', { place: 'questions.__proto__', expected: 'id' }],
  [
    `{"questions":{"a":{"rung":9,"rating":"knew","rated":"${rated}"}}}`,
    { place: 'questions.a.rung', value: '9', expected: 'rung' },
  ],
  [
    `{"questions":{"a":{"rung":1,"rating":"good","rated":"${rated}"}}}`,
    { place: 'questions.a.rating', value: '"good"', expected: 'rating' },
  ],
  [
    '{"questions":{"a":{"rung":1,"rating":"knew"}}}',
    { place: 'questions.a.rated', value: '', expected: 'date' },
  ],
  ['{"questions":{"a":{"known":true,"marked":"soon"}}}', { expected: 'date' }],
])('the fault of a bad file is told: %s', (text, fault) => {
  expect(progressIn(text)).toMatchObject(fault)
})

test('listeners hear of every change, until they stop', () => {
  const heard = vi.fn()
  const stop = onAnyProgress(heard)
  noteRating('ista', 'knew', 0)
  forgetProgress()
  expect(heard).toHaveBeenCalledTimes(4)
  stop()
  noteRating('ista', 'knew', 0)
  expect(heard).toHaveBeenCalledTimes(4)
})
