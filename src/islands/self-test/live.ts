import type { Language } from '../../figures/kit/types.ts'
import { daysUntil, rate, RATINGS, type Rating } from '../progress/ladder.ts'
import { note, noteRating, placeOf, questionProgress, type Asked } from '../progress/questions.ts'
import { waitText } from '../progress/waitText.ts'
import { languageOf } from '../shared/languageOf.ts'
import { Clock, clockText } from './clock.ts'
import { addLongAnswer } from './longAnswer.ts'
import { writeResult } from './result.ts'
import { practice, round, TIME_EACH } from './session.ts'
import { placeText, strings } from './strings.ts'

const FILTERS = ['topic', 'level'] as const

/** What is shown: the choice of questions, one of them, or how it went. */
type Screen = 'start' | 'asking' | 'result'

/** A round of questions. */
interface Round {
  ids: readonly string[]
  /** The position of the question that is asked. */
  at: number
  /** The ratings so far, and what was known of each question before. */
  rated: { id: string; rating: Rating; before: Asked }[]
  /** If it is against the clock. */
  clock?: Clock
  /** The time for all of it, in ms. */
  time: number
}

/**
 * Asks the questions of a `<self-test>`. They stand on the page, answers folded, and are shown where they stand, so that a
 * translation by the browser stays; what is known of them is in attributes.
 */
export class LiveSelfTest {
  readonly #root: HTMLElement
  readonly #language: Language
  #round: Round | undefined
  #ticking: ReturnType<typeof setInterval> | undefined
  /** The clock stands because the page is out of sight. */
  #isAway = false
  #hasSaidUnkept = false

  constructor(root: HTMLElement) {
    this.#root = root
    this.#language = languageOf(root)
  }

  /** Returns a function that stops it. */
  start(): () => void {
    const query = new URLSearchParams(location.search)
    for (const name of FILTERS) {
      const list = this.#choice(name)
      const value = query.get(name) ?? ''
      if ([...list.options].some((option) => option.value === value)) list.value = value
    }
    this.#root.addEventListener('change', this.#onChange)
    this.#root.addEventListener('click', this.#onClick)
    this.#root.addEventListener('keydown', this.#onKey)
    // It does not bubble.
    this.#root.addEventListener('toggle', this.#onToggle, true)
    document.addEventListener('visibilitychange', this.#onSight)
    const stopListening = questionProgress.onChange(this.#count)
    this.#show('start')
    this.#root.toggleAttribute('data-live', true)
    return () => {
      clearInterval(this.#ticking)
      stopListening()
      this.#root.removeEventListener('change', this.#onChange)
      this.#root.removeEventListener('click', this.#onClick)
      this.#root.removeEventListener('keydown', this.#onKey)
      this.#root.removeEventListener('toggle', this.#onToggle, true)
      document.removeEventListener('visibilitychange', this.#onSight)
    }
  }

  readonly #onChange = () => {
    const url = new URL(location.href)
    for (const name of FILTERS) {
      const { value } = this.#choice(name)
      if (value) url.searchParams.set(name, value)
      else url.searchParams.delete(name)
    }
    history.replaceState(history.state, '', url)
    this.#count()
  }

  readonly #onClick = ({ target }: Event) => {
    const { action, rating } = (target as Element).closest<HTMLElement>('button')?.dataset ?? {}
    if (rating) this.#rate(rating as Rating)
    else if (action === 'practise')
      this.#begin(practice(this.#fitting, questionProgress.get(), Date.now()))
    else if (action === 'round')
      this.#begin(round(this.#fitting, questionProgress.get(), Date.now()), new Clock())
    else if (action === 'again') this.#begin(this.#toLookAt())
    else if (action === 'pause') this.#pause()
    else if (action === 'back') this.#back()
    else if (action === 'stop') this.#end()
    else if (action === 'end') this.#leave()
  }

  /** 1 to 3 rate, while the focus is in the test and the answer is open. */
  readonly #onKey = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat
    const isField = (event.target as Element).matches('input, select, textarea')
    const rating = RATINGS[Number(event.key) - 1]
    if (!rating || !isPlain || isField || !this.#root.hasAttribute('data-revealed')) return
    event.preventDefault()
    this.#rate(rating)
  }

  readonly #onToggle = ({ target }: Event) => {
    const item = (target as Element).parentElement as HTMLElement
    const { open } = target as HTMLDetailsElement
    if (open && item.dataset.question) addLongAnswer(item, this.#language)
    if (item !== this.#current) return
    this.#root.toggleAttribute('data-revealed', open)
    if (open) this.#tellWaits(item.dataset.question!)
  }

  /** Who looks at another page is not asked. */
  readonly #onSight = () => {
    const clock = this.#round?.clock
    if (document.hidden && clock?.isRunning) {
      clock.pause(Date.now())
      this.#isAway = true
    } else if (!document.hidden && this.#isAway) {
      clock?.run(Date.now())
      this.#isAway = false
    }
  }

  /** Counts where the questions stand, of those that fit. */
  readonly #count = () => {
    const questions = questionProgress.get()
    const now = Date.now()
    const ids = this.#fitting
    const places = ids.map((id) => placeOf(questions.get(id), now))
    for (const number of this.#all('[data-number]'))
      number.textContent = String(places.filter((place) => place === number.dataset.number).length)
    const isIdle = practice(ids, questions, now).length === 0
    this.#button('practise').disabled = isIdle
    this.#button('round').disabled = ids.length === 0
    if (this.#root.dataset.screen === 'start')
      this.#say(ids.length === 0 ? 'noQuestion' : isIdle ? 'nothingDue' : undefined)
  }

  #begin(ids: readonly string[], clock?: Clock) {
    if (ids.length === 0) return
    const time = ids.length * TIME_EACH * 1000
    this.#round = { ids, at: 0, rated: [], clock, time }
    this.#say(undefined)
    clock?.run(Date.now())
    this.#root.toggleAttribute('data-timed', clock !== undefined)
    clearInterval(this.#ticking)
    if (clock) this.#ticking = setInterval(this.#tick, 250)
    this.#tick()
    this.#show('asking')
    this.#ask()
  }

  #ask() {
    const { ids, at, rated } = this.#round!
    for (const item of this.#items) {
      const isCurrent = item.dataset.question === ids[at]
      item.toggleAttribute('data-current', isCurrent)
      item.querySelector('details')!.open = false
    }
    this.#root.removeAttribute('data-revealed')
    this.#part('[data-at]').textContent = placeText(this.#language, at + 1, ids.length)
    this.#root.style.setProperty('--done', String(at / ids.length))
    this.#button('back').disabled = rated.length === 0
    const summary = this.#current!.querySelector('summary')!
    summary.focus({ preventScroll: true })
    this.#toTop()
  }

  /** Writes on the buttons when the question would come back. */
  #tellWaits(id: string) {
    const now = Date.now()
    const standing = questionProgress.get().get(id)?.standing
    for (const button of this.#all('[data-rating] [data-wait]')) {
      const rating = button.closest<HTMLElement>('[data-rating]')!.dataset.rating as Rating
      button.textContent = waitText(this.#language, daysUntil(rate(standing, rating, now), now))
    }
  }

  #rate(rating: Rating) {
    const round = this.#round
    if (!round || !this.#root.hasAttribute('data-revealed')) return
    const id = round.ids[round.at]
    const before = questionProgress.get().get(id) ?? {}
    round.rated.push({ id, rating, before })
    if (!noteRating(id, rating, Date.now()) && !this.#hasSaidUnkept) {
      this.#hasSaidUnkept = true
      this.#say('unkept')
    } else this.#say(undefined)
    round.at++
    if (round.at < round.ids.length) this.#ask()
    else this.#end()
  }

  /** Takes the last rating back. */
  #back() {
    const round = this.#round!
    const last = round.rated.pop()
    if (!last) return
    note(last.id, () => last.before)
    round.at--
    this.#ask()
  }

  #pause() {
    const clock = this.#round?.clock
    if (clock?.isRunning) clock.pause(Date.now())
    else clock?.run(Date.now())
    this.#tick()
  }

  readonly #tick = () => {
    const { clock, time, ids, rated } = this.#round!
    if (!clock || rated.length === ids.length) return
    const left = time - clock.spent(Date.now())
    this.#part('[data-clock]').textContent = clockText(left)
    const word = clock.isRunning || this.#isAway ? 'pause' : 'goOn'
    const button = this.#button('pause')
    if (button.dataset.word !== word) {
      button.dataset.word = word
      button.textContent = strings[word][this.#language]
    }
    const wasOver = this.#root.hasAttribute('data-over')
    this.#root.toggleAttribute('data-over', left <= 0)
    if (left <= 0 && !wasOver) this.#say('timeUp')
  }

  #end() {
    const { rated, clock } = this.#round!
    if (rated.length === 0) return this.#leave()
    const time = clock && clockText(clock.spent(Date.now()))
    this.#stopClock()
    for (const item of this.#items) {
      item.removeAttribute('data-current')
      item.querySelector('details')!.open = false
    }
    const ratings = new Map(rated.map(({ id, rating }) => [id, rating]))
    writeResult(this.#root, this.#language, ratings, time)
    const isClean = this.#toLookAt().length === 0
    this.#root.toggleAttribute('data-clean', isClean)
    this.#show('result')
    this.#part('[data-result]').focus({ preventScroll: true })
    this.#toTop()
  }

  /** Makes room for the answer: the test begins at the top of the window, unless it does so nearly. */
  #toTop() {
    const { top } = this.#root.getBoundingClientRect()
    if (top < 0 || top > innerHeight / 4) this.#root.scrollIntoView()
  }

  #leave() {
    this.#stopClock()
    this.#round = undefined
    this.#show('start')
    this.#button(this.#button('practise').disabled ? 'round' : 'practise').focus()
  }

  #stopClock() {
    clearInterval(this.#ticking)
    this.#round?.clock?.pause(Date.now())
    this.#isAway = false
    this.#root.removeAttribute('data-over')
  }

  /** The questions of the last round that were not known, the missed ones first. */
  #toLookAt(): string[] {
    const rated = this.#round?.rated ?? []
    return (['missed', 'partly'] as const).flatMap((rating) =>
      rated.filter((each) => each.rating === rating).map(({ id }) => id),
    )
  }

  #show(screen: Screen) {
    this.#root.dataset.screen = screen
    this.#root.removeAttribute('data-revealed')
    this.#count()
  }

  /** Says something to all readers, or nothing. */
  #say(name: 'unkept' | 'timeUp' | 'nothingDue' | 'noQuestion' | undefined) {
    const said = this.#part('[data-said]')
    if (said.dataset.said === (name ?? '')) return
    said.dataset.said = name ?? ''
    said.textContent = name ? strings[name][this.#language] : ''
  }

  /** The ids of the questions that fit the chosen topic and level. */
  get #fitting(): string[] {
    const [topic, level] = FILTERS.map((name) => this.#choice(name).value)
    return this.#items
      .filter(
        ({ dataset }) => (!topic || dataset.topic === topic) && (!level || dataset.level === level),
      )
      .map(({ dataset }) => dataset.question!)
  }

  get #items() {
    return this.#all('[data-question]')
  }

  get #current() {
    return this.#root.querySelector<HTMLElement>('[data-current]')
  }

  #part(selector: string) {
    return this.#root.querySelector<HTMLElement>(selector)!
  }

  #all(selector: string) {
    return [...this.#root.querySelectorAll<HTMLElement>(selector)]
  }

  #button(action: string) {
    return this.#root.querySelector<HTMLButtonElement>(`[data-action="${action}"]`)!
  }

  #choice(name: string) {
    return this.#root.querySelector<HTMLSelectElement>(`select[name="${name}"]`)!
  }
}
