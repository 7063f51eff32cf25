// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { markSolved, solvedChallenges } from '../challenge/progress.ts'
import { forgetProgress, progressHere, textOf } from './file.ts'
import { startProgressFile } from './live.ts'
import { noteRating, questionProgress } from './questions.ts'

const now = Date.UTC(2026, 10, 30)
const part = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!
const said = () => part('[data-said]').textContent
const undo = () => part<HTMLButtonElement>('[data-action="undo"]')
let stop = () => {}

/** Chooses a file in the dialog of the browser. */
async function load(text: string, size = text.length) {
  const before = said()
  const file = Object.assign(new File([text], 'progress.json'), {
    text: () => Promise.resolve(text),
  })
  Object.defineProperty(file, 'size', { value: size })
  const input = part<HTMLInputElement>('input')
  Object.defineProperty(input, 'files', { value: [file], configurable: true })
  input.dispatchEvent(new Event('change'))
  await vi.waitFor(() => expect(said()).not.toBe(before))
}

beforeEach(() => {
  forgetProgress()
  document.body.innerHTML = `<progress-file lang="en">
    ${['save', 'load', 'forget'].map((action) => `<button data-action="${action}" disabled></button>`).join('')}
    <input type="file"><p data-said></p><button data-action="undo" hidden></button></progress-file>`
  stop = startProgressFile(part('progress-file'))
})
afterEach(() => {
  stop()
  vi.restoreAllMocks()
})

test('a file is added to what is here, and that can be undone', async () => {
  noteRating('ista', 'missed', now + 1)
  noteRating('aic-bic', 'knew', now)
  const file = textOf(progressHere()).replace('"solved": []', '"solved": ["twins"]')
  forgetProgress()
  noteRating('ista', 'knew', now)
  const before = textOf(progressHere())
  await load(file)
  expect(said()).toContain('2 interview questions brought up to date, 1 solved')
  expect(questionProgress.get().get('ista')?.standing?.rating).toBe('missed')
  expect([...solvedChallenges()]).toEqual(['twins'])
  undo().click()
  expect(textOf(progressHere())).toBe(before)
  expect(undo().hidden).toBe(true)
})

test.each([
  ['name,value', 'it begins with “name,value”'],
  ['{}', 'holds no progress'],
  ['{"version":9,"solved":[]}', 'of version 9'],
  ['{"solved":["a", 7]}', 'solved[1] is 7; expected an id'],
])('a bad file (%s) changes nothing, and the message says what is wrong', async (text, message) => {
  markSolved('twins')
  const before = textOf(progressHere())
  await load(text)
  expect(said()).toContain(message)
  expect(said()).toContain('Nothing was changed.')
  expect(textOf(progressHere())).toBe(before)
  expect(undo().hidden).toBe(true)
})

test('a large file is not even read', async () => {
  await load('{"solved":["twins"]}', 2_000_000)
  expect(said()).toContain('more than 1 MB')
  expect(solvedChallenges().size).toBe(0)
})

test('forgetting can be undone, until something else changes', () => {
  markSolved('twins')
  part('[data-action="forget"]').click()
  expect(solvedChallenges().size).toBe(0)
  undo().click()
  expect(solvedChallenges().size).toBe(1)
  part('[data-action="forget"]').click()
  expect(undo().hidden).toBe(false)
  markSolved('exact-zero')
  expect(undo().hidden).toBe(true)
})

test('what is saved is the progress, as a file', async () => {
  markSolved('twins')
  const saved: Blob[] = []
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      saved.push(blob)
      return 'blob:x'
    },
    revokeObjectURL: () => {},
  })
  const name = vi.fn()
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    name(this.download)
  })
  part('[data-action="save"]').click()
  expect(name).toHaveBeenCalledWith('progress.json')
  const text = await new Promise((done) => {
    const reader = new FileReader()
    reader.onload = () => done(reader.result)
    reader.readAsText(saved[0])
  })
  expect(text).toBe(textOf(progressHere()))
})

test('without storage a file holds for the page, and it says so', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await load('{"solved":["twins"]}')
  expect(said()).toContain('keeps nothing')
  expect([...solvedChallenges()]).toEqual(['twins'])
})
