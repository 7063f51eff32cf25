import { figures } from '../../figures/index.ts'
import { defaults, withValues } from '../../figures/kit/parameters.ts'
import type { Figure, Language, NumberParameter, Value, Values } from '../../figures/kit/figure.ts'
import { copyText } from '../shared/copyText.ts'
import { languageOf } from '../shared/languageOf.ts'
import { permanentAddress } from '../shared/permanentAddress.ts'
import { Address } from './address.ts'
import { Controls } from './controls.ts'
import { keepLine } from './dock/keepLine.ts'
import { Handles } from './grips/index.ts'
import { Picture } from './picture.ts'
import { Player } from './player.ts'
import { addressOf, sameValue } from '../../figures/kit/state.ts'
import { meetLinks } from './meetLinks.ts'
import { strings } from './strings.ts'
import { SHARE, Turns } from './turns.ts'
import { WaitingControls } from './waitingControls.ts'
import { Words } from './words.ts'

/**
 * Delay of panels and sentences that are read rather than watched during a long movement, in ms. They also wait until the
 * browser has time for them, a second at most; what takes longer than its share of a frame waits for a pause.
 */
const LAG = 350

/** Runs a task when the browser has time for it, so that no frame is late. */
function whenIdle(task: () => void): void {
  if (!('requestIdleCallback' in window)) return void setTimeout(task)
  const start = performance.now()
  const look = (deadline: IdleDeadline) => {
    const isLate = deadline.didTimeout || performance.now() - start > 1000
    if (isLate || deadline.timeRemaining() > SHARE) task()
    else requestIdleCallback(look, { timeout: 1000 })
  }
  requestIdleCallback(look, { timeout: 1000 })
}

/** Time without a change after which the figure is at rest, announces its state and writes it to the address, in ms. */
const PAUSE = 150

/** A live figure: one state, and everything that shows or changes it. */
export class LiveFigure {
  readonly #root: HTMLElement
  readonly #figure: Figure
  readonly #language: Language
  readonly #start: Values
  readonly #address: Address
  readonly #controls: Controls
  readonly #waiting: WaitingControls
  readonly #handles: Handles
  readonly #picture: Picture
  readonly #words: Words
  /** What follows every movement: taking up its state, then showing it. */
  readonly #moves = new Turns()
  readonly #takeUp = () => this.#adopt()
  readonly #stages: (() => unknown)[]
  readonly #shows: (() => void)[]
  /** What is read rather than watched, and what is too long for a frame. */
  readonly #pauses = new Turns()
  readonly #followUps: (() => void)[]
  readonly #players = new Map<string, Player>()
  #values: Values
  /** Whether there is a state that the controls do not show yet. */
  #isChanged = false
  /** The last values that an address asked for. */
  #addressed: Values | undefined
  /** Whether the figure is above the window. It is observed, because asking would cost a layout at every step. */
  #isAbove = false
  /** The last values whose data are there. */
  #loaded: Values
  /** The last values on which work has begun. */
  #begun: Values
  /** The last values that were taken up, and the model computed from them. */
  #shown: { values: Values; model: unknown }
  #frame = 0
  #pause = 0
  #followed = 0

  /** Loads the data of a figure, takes over its markup, and shows the state in the address, if any. */
  static async start(root: HTMLElement): Promise<void> {
    const name = root.dataset.figure!
    const figure = await figures[name]()
    const start = withValues(figure, defaults(figure), JSON.parse(root.dataset.start ?? '{}'))
    await figure.load?.(start)
    const live = new LiveFigure(root, figure, start)
    live.#follow()
    live.#words.showProgram(live.#values)
    root.toggleAttribute('data-live', true)
  }

  private constructor(root: HTMLElement, figure: Figure, start: Values) {
    this.#root = root
    this.#figure = figure
    this.#language = languageOf(root)
    this.#start = this.#values = this.#loaded = this.#begun = start
    const change = (name: string, value: Value) => this.set({ [name]: value })
    this.#address = new Address(figure, root.id, start, () => this.#follow())
    this.#controls = new Controls(root, figure, this.#language, start, (name, value) => {
      this.#stopPlaying()
      change(name, value)
    })
    this.#handles = new Handles(root, figure, this.#language, (name, value) => {
      this.#stopPlaying()
      change(name, value)
    })
    this.#waiting = new WaitingControls(root, figure, start)
    if (this.#waiting.names.length > 0) meetLinks(root, (names) => this.#waiting.show(names))
    const model = figure.compute(start)
    this.#shown = { values: start, model }
    this.#picture = new Picture(root, figure, this.#language, model)
    this.#words = new Words(root, figure, this.#language)
    this.#stages = (figure.stages ?? []).map((stage) => () => stage(this.#begun))
    this.#shows = [
      ...this.#picture.moves,
      () => this.#keepText(() => this.#words.show(this.#shown.model)),
    ]
    this.#followUps = [
      ...this.#picture.completions,
      () => this.#keepText(() => this.#words.follow(this.#shown.model, this.#shown.values)),
    ]
    this.#controls.show(start)
    this.#handles.show(start, model)
    this.#bindButtons()
    new IntersectionObserver((entries) => {
      const { isIntersecting, boundingClientRect } = entries.at(-1)!
      this.#isAbove = !isIntersecting && boundingClientRect.bottom < 0
    }).observe(root)
    addEventListener('online', () => this.#show(this.#values))
    for (const details of root.querySelectorAll('details')) {
      details.addEventListener('toggle', () => this.#followUp())
    }
  }

  /** Changes some values; the picture is updated in the next frame. */
  set(changes: Readonly<Record<string, Value>>) {
    this.#show(withValues(this.#figure, this.#values, changes))
  }

  #show(values: Values) {
    this.#values = values
    this.#isChanged = true
    this.#await()
  }

  #await() {
    if (!this.#frame) this.#frame = requestAnimationFrame(() => this.#render())
  }

  /** Adopts the state in the address, or the initial one without such. */
  #follow() {
    const values = this.#address.read() ?? this.#start
    this.#waiting.showUsed(values)
    const moved = Object.keys(values).some((name) => !sameValue(values[name], this.#values[name]))
    if (!moved) return
    this.#addressed = values
    this.#show(values)
  }

  /** The work of a frame: some of what a state needs to be shown. */
  async #render() {
    try {
      // The reader may have chosen other data meanwhile.
      for (let loading; (loading = this.#figure.load?.(this.#values));) await loading
    } catch {
      // No connection: the next change, or the return of the connection, tries again.
      return
    } finally {
      this.#frame = 0
    }
    if (this.#isChanged) {
      this.#isChanged = false
      this.#loaded = this.#values
      this.#controls.show(this.#values)
      this.#waiting.showEnabled(this.#values)
      clearTimeout(this.#pause)
      this.#pause = window.setTimeout(() => this.#rest(), PAUSE)
    }
    // One that has begun is taken up first: otherwise a long movement would show none.
    if (!this.#moves.isDue(this.#takeUp)) this.#begin()
    this.#moves.take()
    if (this.#begun !== this.#loaded || !this.#moves.isDone) this.#await()
  }

  /** Begins the work on the last state, if there is a new one. */
  #begin() {
    if (this.#begun === this.#loaded) return
    this.#begun = this.#loaded
    this.#moves.add([...this.#stages, this.#takeUp])
  }

  /** Takes up the state on which work has begun. */
  #adopt() {
    const values = this.#begun
    const model = this.#figure.compute(values)
    this.#shown = { values, model }
    if (values === this.#addressed) {
      this.#locate()
      this.#picture.lead(model)
    }
    this.#picture.take(model)
    this.#handles.show(values, model)
    this.#moves.add(this.#shows)
    if (performance.now() - this.#followed > LAG) {
      this.#followed = performance.now()
      this.#pauses.add(this.#followUps, SHARE)
      this.#followUpWhenIdle()
    }
  }

  #followUpWhenIdle() {
    whenIdle(() => {
      this.#pauses.take()
      if (!this.#pauses.isDone) this.#followUpWhenIdle()
    })
  }

  /** Shows all of the last state. */
  #followUp() {
    this.#followed = performance.now()
    this.#locate()
    this.#begin()
    this.#moves.finish()
    this.#pauses.add(this.#followUps)
    this.#pauses.finish()
  }

  /** Looks where the figure is: the observer does not know yet of one that has just returned to its place. */
  #locate() {
    this.#isAbove = this.#root.getBoundingClientRect().bottom < 0
  }

  /**
   * Changes words, which may take more lines or fewer. The link that the reader has followed, or to which the reader has
   * returned, keeps its line; otherwise the text below a figure above the window does.
   */
  #keepText(change: () => void) {
    const link = document.activeElement?.closest('a.state-link')
    if (link && !this.#root.contains(link)) return keepLine(link, change)
    if (this.#isAbove) keepLine(document.body, change, 'bottom')
    else change()
  }

  #rest() {
    this.#followUp()
    this.#words.announce()
    this.#address.write(this.#values)
  }

  #bindButtons() {
    const actions: Record<string, (button: HTMLButtonElement) => void> = {
      reset: () => this.#reset(),
      play: (button) => this.#play(button),
      'copy-link': (button) => void this.#copyLink(button),
      embed: (button) => void this.#embed(button),
      download: (button) => void this.#download(button.value as 'svg' | 'png' | 'csv'),
    }
    for (const action of this.#figure.actions ?? []) {
      actions[action.name] = () => this.#show(action.apply(this.#values))
    }
    this.#root.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>('button[data-action]')
      if (button && !button.closest('code-cell')) actions[button.dataset.action!]?.(button)
    })
  }

  #reset() {
    this.#stopPlaying()
    this.#show(this.#start)
  }

  #play(button: HTMLButtonElement) {
    const name = button.value
    const running = this.#players.get(name)
    if (running?.playing) return running.stop()
    this.#stopPlaying()
    const label = button.querySelector('[data-label]') ?? button
    const show = (key: 'play' | 'pause') => {
      label.textContent = strings[key][this.#language]
      button.toggleAttribute('data-playing', key === 'pause')
    }
    const player = new Player(
      this.#figure.parameters[name] as NumberParameter,
      (value) => this.set({ [name]: value }),
      () => {
        show('play')
        this.#rest()
      },
    )
    this.#players.set(name, player)
    player.play(this.#values[name] as number)
    show('pause')
  }

  #stopPlaying() {
    for (const player of this.#players.values()) player.stop()
  }

  async #copyLink(button: HTMLButtonElement) {
    this.#address.write(this.#values)
    const words = { name: strings.copyLink[this.#language], done: strings.copied[this.#language] }
    await copyText(this.#address.link(), button.querySelector('[data-label]')!, words)
  }

  async #embed(button: HTMLButtonElement) {
    const { embedLine, toggleEmbed } = await import('./embed.ts')
    toggleEmbed(button, embedLine(this.#figure, this.#values, this.#language), this.#language)
  }

  async #download(format: 'svg' | 'png' | 'csv') {
    const { download } = await import('./download.ts')
    await this.#picture.ready()
    this.#followUp()
    const { values, model } = this.#shown
    const address = permanentAddress() + addressOf(this.#figure, this.#root.id, values)
    const own = { name: this.#root.id, address, language: this.#language }
    await download(this.#root, format, this.#figure.table(model), own)
  }
}
