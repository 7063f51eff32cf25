import { noteKnown, placeOf, questionProgress, type Asked } from '../progress/questions.ts'
import { fillers, patternOf, wordsIn } from '../search/words.ts'
import { languageOf } from '../shared/languageOf.ts'
import { countText, rungsText, standingText, strings } from './strings.ts'

const LISTS = ['topic', 'level', 'state'] as const

/** Whether a question is in a state by which the list can be narrowed down. */
const states: Record<string, (asked: Asked | undefined, now: number) => boolean> = {
  due: (asked, now) => placeOf(asked, now) === 'due',
  missed: (asked) => asked?.standing !== undefined && asked.standing.rating !== 'knew',
  new: (asked, now) => placeOf(asked, now) === 'new',
  known: (asked) => asked?.known?.is === true,
  open: (asked) => !asked?.known?.is,
}

/**
 * Narrows a `<question-list>` down by words, topic, level and what the reader knows, and shows where each question stands.
 * What is chosen stands in the address. What the questions are about is in attributes, so that a translation by the browser
 * does not change it.
 *
 * @returns A function that stops it.
 */
export function startList(root: HTMLElement): () => void {
  const language = languageOf(root)
  const items = [...root.querySelectorAll<HTMLElement>('[data-question]')]
  const field = root.querySelector<HTMLInputElement>('input[type="search"]')!
  const list = (name: string) => root.querySelector<HTMLSelectElement>(`select[name="${name}"]`)!
  const test = root.querySelector<HTMLAnchorElement>('[data-test]')!
  let hasSaidUnkept = false

  const readAddress = () => {
    const query = new URLSearchParams(location.search)
    for (const name of LISTS) {
      const value = query.get(name) ?? ''
      if ([...list(name).options].some((option) => option.value === value)) list(name).value = value
    }
    field.value = query.get('find') ?? ''
  }

  const writeAddress = () => {
    const url = new URL(location.href)
    for (const { name, value } of [...LISTS.map(list), field]) {
      if (value.trim()) url.searchParams.set(name, value.trim())
      else url.searchParams.delete(name)
    }
    history.replaceState(history.state, '', url)
  }

  /** Where each question stands, on the page. */
  const mark = () => {
    const questions = questionProgress.get()
    const now = Date.now()
    for (const item of items) {
      const asked = questions.get(item.dataset.question!)
      item.querySelector<HTMLInputElement>('[data-known]')!.checked = asked?.known?.is === true
      item.querySelector('[data-rungs]')!.textContent = rungsText(asked)
      item.querySelector('[data-standing]')!.textContent = standingText(language, asked, now)
    }
  }

  const filter = () => {
    const questions = questionProgress.get()
    const now = Date.now()
    const [topic, level, state] = LISTS.map((name) => list(name).value)
    const fitsWords = matcher(field.value)
    let shown = 0
    for (const item of items) {
      const { dataset } = item
      const fits =
        (!topic || dataset.topic === topic) &&
        (!level || dataset.level === level) &&
        (!state || states[state](questions.get(dataset.question!), now)) &&
        fitsWords(dataset.words!)
      item.hidden = !fits
      if (fits) shown++
    }
    for (const group of root.querySelectorAll<HTMLElement>('[data-group]'))
      group.hidden = !group.querySelector('[data-question]:not([hidden])')
    root.querySelector<HTMLElement>('[data-none]')!.hidden = shown > 0
    root.querySelector('[data-count]')!.textContent = countText(language, shown)
    const chosen = new URLSearchParams({ ...(topic && { topic }), ...(level && { level }) })
    test.search = chosen.toString()
  }

  const onChange = ({ target }: Event) => {
    const box = (target as Element).closest<HTMLInputElement>('[data-known]')
    if (!box) {
      writeAddress()
      filter()
      return
    }
    // It stays in view until the list is filtered again: nothing moves under the reader's finger.
    const id = box.closest<HTMLElement>('[data-question]')!.dataset.question!
    const isKept = noteKnown(id, box.checked, Date.now())
    if (isKept || hasSaidUnkept) return
    hasSaidUnkept = true
    root.querySelector('[data-said]')!.textContent = strings.unkept[language]
  }
  const onSubmit = (event: Event) => event.preventDefault()

  readAddress()
  mark()
  filter()
  const stopListening = questionProgress.onChange(mark)
  root.addEventListener('change', onChange)
  root.addEventListener('submit', onSubmit)
  field.addEventListener('input', filter)
  return () => {
    stopListening()
    root.removeEventListener('change', onChange)
    root.removeEventListener('submit', onSubmit)
    field.removeEventListener('input', filter)
  }
}

/** Tells whether a text has all words of a query, in any of their forms; the last one may still be being typed. */
function matcher(query: string): (text: string) => boolean {
  const all = wordsIn(query)
  const words = all.filter((word) => !fillers.has(word))
  const patterns = (words.length > 0 ? words : all).map((word) => patternOf([word], true))
  return (text) => patterns.every((pattern) => text.search(pattern) >= 0)
}
