import type { Point } from '../../figures/kit/figure.ts'
import { onAxis, type Answer, type Axis } from '../../figures/kit/guess.ts'
import type { Language } from '../../figures/kit/types.ts'
import { fromShare } from '../course-figure/position.ts'
import type { Frame, GuessData } from './data.ts'
import { nudged, sketched } from './moves.ts'
import { discsAt, gapsBetween, lineThrough, panelOf, spotsOf } from './spots.ts'
import { strings, valueText } from './strings.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** How long the answer takes to part from the guess, in ms. */
const PARTING = 700

/** The marks of the guess and of the answer, from back to front. */
const MARKS = ['gap', 'mine-line', 'mine-ring', 'mine', 'truth-line', 'truth'] as const
type Marks = Record<(typeof MARKS)[number], SVGPathElement>

/** The picture in which a guess is marked, and in which the answer parts from it. */
export class GuessPicture {
  readonly #stage: HTMLElement
  readonly #data: GuessData & { frame: Frame }
  readonly #frame: Frame
  readonly #language: Language
  readonly #change: (guess: Answer) => void
  readonly #grips: HTMLElement[]
  readonly #marks: Marks
  #guess: Answer = []
  #animation = 0

  /** @param change called when the reader moves the mark */
  constructor(
    stage: HTMLElement,
    data: GuessData & { frame: Frame },
    language: Language,
    change: (guess: Answer) => void,
  ) {
    this.#stage = stage
    this.#data = data
    this.#frame = data.frame
    this.#language = language
    this.#change = change
    const svg = stage.querySelector('svg')!
    const marks = MARKS.map((name) => {
      // Those of the answer are there already, for readers without JavaScript.
      const path =
        svg.querySelector<SVGPathElement>(`.guess-${name}`) ?? document.createElementNS(SVG, 'path')
      path.setAttribute('class', `guess-${name}`)
      svg.append(path)
      return [name, path] as const
    })
    this.#marks = Object.fromEntries(marks) as Marks
    this.#grips = spotsOf(this.#data, data.start).map((_, i) => this.#grip(i))
    stage.append(...this.#grips)
    stage.addEventListener('pointerdown', (event) => this.#take(event))
  }

  focus() {
    this.#grips[0].focus({ preventScroll: true })
  }

  /** Shows a guess, to be moved. */
  show(guess: Answer) {
    this.#guess = guess
    const spots = spotsOf(this.#data, guess)
    const { width, height } = this.#frame
    this.#grips.forEach((grip, i) => {
      grip.style.left = `${(100 * spots[i][0]) / width}%`
      grip.style.top = `${(100 * spots[i][1]) / height}%`
      const [value, text] = this.#spoken(i)
      grip.setAttribute('aria-valuenow', String(value))
      grip.setAttribute('aria-valuetext', text)
    })
    this.#draw('mine', spots)
  }

  /** Lets the answer part from the guess; both stay. */
  compare() {
    cancelAnimationFrame(this.#animation)
    const [mine, truth] = [spotsOf(this.#data, this.#guess), spotsOf(this.#data, this.#data.truth)]
    const start = performance.now()
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    const step = (now: number) => {
      const time = still ? 1 : Math.min(1, Math.max(0, now - start) / PARTING)
      const share = 1 - (1 - time) ** 3
      const between = mine.map(([x, y], i): Point => [
        x + share * (truth[i][0] - x),
        y + share * (truth[i][1] - y),
      ])
      this.#draw('truth', between)
      this.#marks.gap.setAttribute('d', gapsBetween(mine, between))
      if (time < 1) this.#animation = requestAnimationFrame(step)
    }
    step(start)
  }

  /** Shows the answer alone. */
  reveal() {
    this.#draw('truth', spotsOf(this.#data, this.#data.truth))
    this.#marks.gap.setAttribute('d', '')
  }

  #draw(name: 'mine' | 'truth', spots: readonly Point[]) {
    const discs = discsAt(spots)
    this.#marks[name].setAttribute('d', discs)
    if (name === 'mine') this.#marks['mine-ring'].setAttribute('d', discs)
    this.#marks[`${name}-line`].setAttribute('d', lineThrough(this.#data, spots))
  }

  #fromPicture([x, y]: Point): Point {
    return fromShare(panelOf(this.#frame), undefined, [
      x / this.#frame.width,
      y / this.#frame.height,
    ])
  }

  /** The axis on which the value of a mark lies. */
  #axis(i: number): Axis {
    return this.#data.axes[i] ?? this.#data.axes[0]
  }

  #grip(i: number): HTMLElement {
    const { kind, axes } = this.#data
    const isCurve = kind === 'curve'
    const grip = document.createElement('div')
    const attributes = {
      class: `figure-grip guess-grip${isCurve ? ' many' : ''}`,
      tabindex: '0',
      role: 'slider',
      'aria-label': strings.mine[this.#language],
      'aria-valuemin': String(axes[0].min),
      'aria-valuemax': String(axes[0].max),
      title: strings[isCurve ? 'sketchHint' : 'markHint'][this.#language],
    }
    for (const [name, value] of Object.entries(attributes)) grip.setAttribute(name, value)
    grip.addEventListener('keydown', (event) => this.#key(event, i))
    return grip
  }

  /** The value of a mark, and what a screen reader says of it. */
  #spoken(i: number): [number, string] {
    const { kind, axes, stations } = this.#data
    const text = (axis: Axis, value: number) =>
      [axis.label, valueText(axis, value)].filter(Boolean).join(' = ')
    if (kind !== 'point') {
      const place = kind === 'curve' ? `${stations[i]}: ` : ''
      return [this.#guess[i], `${place}${text(axes[0], this.#guess[i])}`]
    }
    return [this.#guess[0], axes.map((axis, j) => text(axis, this.#guess[j])).join(', ')]
  }

  #key(event: KeyboardEvent, i: number) {
    const { kind, along } = this.#data
    const nudge = (part: number, direction: 1 | -1) => {
      const value = nudged(this.#axis(part), this.#guess[part], direction, event.shiftKey)
      this.#change(this.#guess.with(part, value))
    }
    const [across, up] = { point: [0, 1], number: [0, 0], curve: [undefined, i], zeros: [] }[kind]
    const sideways = (direction: 1 | -1) =>
      across === undefined ? this.#grips[i + direction]?.focus() : nudge(across, direction)
    // An axis whose larger values are lower in the picture.
    const { domain } = this.#frame[kind === 'number' && along === 'x' ? 'x' : 'y']
    const [upward, downward] = domain[0] > domain[1] ? ([-1, 1] as const) : ([1, -1] as const)
    const arrows: Record<string, () => void> = {
      ArrowLeft: () => sideways(-1),
      ArrowRight: () => sideways(1),
      ArrowUp: () => nudge(up!, upward),
      ArrowDown: () => nudge(up!, downward),
    }
    if (!Object.hasOwn(arrows, event.key)) return
    event.preventDefault()
    arrows[event.key]()
  }

  /** Starts dragging: by a mark, or with a mouse or pen anywhere; a finger elsewhere scrolls the page. */
  #take(event: PointerEvent) {
    const grip = this.#grips.find((one) => one === event.target)
    const isShown = this.#grips[0].offsetParent !== null
    if (!isShown || event.button !== 0 || (!grip && event.pointerType === 'touch')) return
    event.preventDefault()
    const spots = spotsOf(this.#data, this.#guess)
    let last = this.#pointAt(event)
    const held = grip ? spots[this.#grips.indexOf(grip)] : last
    const hold: Point = [held[0] - last[0], held[1] - last[1]]
    const drag = (moved: PointerEvent) => {
      const [x, y] = this.#pointAt(moved)
      const next: Point = [x + hold[0], y + hold[1]]
      this.#dragTo(last, next)
      last = next
    }
    const { signal, abort } = stopper()
    this.#stage.setPointerCapture(event.pointerId)
    this.#stage.addEventListener('pointermove', drag, { signal })
    this.#stage.addEventListener('lostpointercapture', abort, { signal })
    ;(grip ?? this.#nearest(spots, last)).focus({ preventScroll: true })
    last = held
    if (!grip) this.#dragTo(last, last)
  }

  #nearest(spots: readonly Point[], [x, y]: Point): HTMLElement {
    const far = spots.map((spot) => Math.hypot(spot[0] - x, spot[1] - y))
    return this.#grips[far.indexOf(Math.min(...far))]
  }

  #dragTo(from: Point, to: Point) {
    const { kind, along, axes } = this.#data
    if (kind === 'curve') {
      const spots = spotsOf(this.#data, this.#guess)
      const heights = sketched(
        spots.map(([x]) => x),
        spots.map(([, y]) => y),
        from,
        to,
      )
      const values = heights.map((y, i) =>
        y === spots[i][1] ? this.#guess[i] : onAxis(axes[0], this.#fromPicture([0, y])[1]),
      )
      return this.#change(values)
    }
    const point = this.#fromPicture(to)
    if (kind === 'point') this.#change(point.map((value, i) => onAxis(axes[i], value)))
    else this.#change([onAxis(axes[0], point[along === 'x' ? 0 : 1])])
  }

  /** Where a pointer is, in the units of the picture. */
  #pointAt({ clientX, clientY }: MouseEvent): Point {
    const { left, top, width, height } = this.#stage.querySelector('svg')!.getBoundingClientRect()
    return [
      ((clientX - left) / width) * this.#frame.width,
      ((clientY - top) / height) * this.#frame.height,
    ]
  }
}

function stopper() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}
