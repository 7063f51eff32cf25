import { figureAt } from './figureAt.ts'
import { isTrue, valueOf } from './kit/expression.ts'
import type { Figure, Panel, Point, Scale } from './kit/figure.ts'
import { same } from './kit/format.ts'
import { isOwnName, lookupFor, onAxis, travelled } from './kit/guess.ts'
import type { Answer, Axis, GuessKind, Question } from './kit/guess.ts'
import { logScale, panelSize } from './kit/layout.ts'
import type { Language } from './kit/types.ts'
import { lookupIn } from './lookupIn.ts'

type State = Record<string, unknown>

/** A question to the reader as a chapter asks it. Exactly one of `point`, `number`, `zeros` and `curve` is given. */
export interface Asked {
  /** Name of the figure that answers. */
  figure: string
  state?: State
  /** More states, by the name that expressions call them, such as `one` for `one.w`. */
  at?: Readonly<Record<string, State>>
  /** Name of the panel in which the reader answers. Default: an axis, or two, without a picture. */
  panel?: string
  /** The layers of the panel that are shown with the answer, and those that are not shown at all. */
  hide?: readonly string[]
  without?: readonly string[]

  /** The exact answer, as an expression: a point of the panel, such as `w`, … */
  point?: string
  /** … or a number on an axis, such as `knots[0]`, … */
  number?: string
  /** … or weights of which some are zero, such as `weights`, … */
  zeros?: string
  /** … or a number for each of several states, such as `testError`. */
  curve?: string

  /** The axis of a number. Default 'x'. */
  along?: 'x' | 'y'
  /** Where on the other axis a number is marked. Default: all along it. */
  beside?: number
  /** The names of the weights. */
  names?: readonly string[]
  /** The parameter that tells the states of a curve apart, on its x axis, and the values at which it is asked. */
  over?: string
  stations?: readonly number[]

  /** Lowest and highest value of a number or a curve that has no panel. */
  range?: Point
  /** The name of their axis. */
  label?: string
  /** Whether that axis is logarithmic. */
  log?: boolean
  /** Distance of two values that can be marked, on a log scale of their exponents. Default: about a hundredth. */
  step?: number
  /** Where the mark begins. Default: in the middle. */
  from?: Answer
}

/** A question with its exact answer, and what the reader sees of the figure. */
export interface Posed extends Question {
  model: unknown
  panel: Panel<unknown> | undefined
  /** The place on the other axis of each value of a curve, or of a number that is not marked all along it. */
  stations: readonly number[]
  along: 'x' | 'y'
  /** Where the mark begins. */
  start: Answer
}

const KINDS: readonly GuessKind[] = ['point', 'number', 'zeros', 'curve']

/** More weights than a reader goes through. */
const MOST_WEIGHTS = 12

/**
 * Works out the exact answer to a question.
 *
 * @param conditions those of the explanations, for the numbers of the figure that they name
 * @throws {Error} If there is no such figure, state, panel, layer or number, an expression cannot be read, or the answer
 *   cannot be marked.
 */
export async function guessAt(
  asked: Asked,
  conditions: readonly string[],
  language: Language,
): Promise<Posed> {
  const { state = {}, at = {}, along = 'x', beside } = asked
  const kind = kindOf(asked)
  const { figure, values } = await figureAt(asked.figure, state)
  await figure.load?.(values)
  const model = figure.compute(values)
  const lookup = await lookupIn(asked.figure, state, at)
  const truth = kind === 'curve' ? await heightsOf(asked) : [valueOf(asked[kind]!, lookup)].flat()
  const panel = panelOf(asked, kind, figure)
  const axes = axesOf(asked, kind, panel, model, language)
  const question: Question = { kind, truth, axes, facts: {} }
  checkAnswer(asked, question)

  const facts: Record<string, number | readonly number[]> = {}
  const own = lookupFor(truth, question)
  for (const condition of conditions) {
    isTrue(condition, (name) => (isOwnName(name) ? own(name) : (facts[name] = lookup(name))))
  }
  return {
    ...question,
    facts,
    model,
    panel,
    along,
    stations: kind === 'curve' ? asked.stations! : beside === undefined ? [] : [beside],
    start: asked.from ?? startOf(question),
  }
}

function kindOf(asked: Asked): GuessKind {
  const given = KINDS.filter((kind) => asked[kind] !== undefined)
  if (given.length === 1) return given[0]
  const said = given.length === 0 ? 'asks for nothing' : `asks for ${given.join(' and ')}`
  throw new Error(`The question ${said}; expected exactly one of ${KINDS.join(', ')}.`)
}

/** The answer at each station of a curve. */
async function heightsOf({ figure, state, at = {}, curve, over, stations }: Asked) {
  if (over === undefined || stations === undefined || stations.length < 3)
    throw new Error('A curve needs over="PARAMETER" and at least three stations={[…]}.')
  const heights = stations.map(async (station) => {
    const height = valueOf(curve!, await lookupIn(figure, { ...state, [over]: station }, at))
    if (typeof height === 'number') return height
    throw new Error(`The curve “${curve}” is a list; expected a number at each station.`)
  })
  return Promise.all(heights)
}

function panelOf(asked: Asked, kind: GuessKind, figure: Figure): Panel<unknown> | undefined {
  const { panel: name, hide = [], without = [] } = asked
  if (name === undefined) return kind === 'zeros' ? undefined : barePanel(asked, kind, figure)
  const panel = figure.panels.find((one) => one.name === name)
  if (!panel) {
    const known = figure.panels.map((one) => one.name).join(', ')
    throw new Error(`The figure “${figure.name}” has no panel “${name}”; expected one of ${known}.`)
  }
  const layers = panel.layers.map((layer) => layer.name)
  const unknown = [...hide, ...without].find((layer) => !layers.includes(layer))
  if (unknown === undefined) {
    return { ...panel, layers: panel.layers.filter((layer) => !without.includes(layer.name)) }
  }
  const known = layers.join(', ')
  throw new Error(
    `The panel “${name}” has no layer “${unknown}” to hide; expected one of ${known}.`,
  )
}

/** An axis for a number, or two for a curve, without a picture. */
function barePanel(asked: Asked, kind: GuessKind, figure: Figure): Panel<unknown> {
  const { range, label = '', log = false, over, stations = [] } = asked
  if (!range) throw new Error('The question needs a panel, or the range={[LOW, HIGH]} of an axis.')
  const named = { name: 'axis', title: same(label), layers: [] }
  const values = scaleOf(range, same(label), log)
  if (kind === 'number') {
    const size = panelSize('large', 440, 72, [14, 16, 36, 16])
    return { ...named, ...size, x: () => values, y: () => scaleOf([0, 1], same(''), false, 0) }
  }
  const parameter = figure.parameters[over!]
  if (parameter?.kind !== 'number')
    throw new Error(`The figure “${figure.name}” has no number “${over}” to draw a curve over.`)
  const ends: Point = [Math.min(...stations), Math.max(...stations)]
  const places = scaleOf(ends, parameter.label, parameter.scale === 'log')
  return {
    ...named,
    ...panelSize('large', 440, 280, [26, 16, 36, 40]),
    x: () => places,
    y: () => values,
  }
}

const scaleOf = (domain: Point, label: Scale['label'], log: boolean, ticks = 6): Scale =>
  log ? logScale(domain, label, ticks) : { domain, label, ticks }

function axesOf(
  asked: Asked,
  kind: GuessKind,
  panel: Panel<unknown> | undefined,
  model: unknown,
  language: Language,
): Axis[] {
  if (!panel) return []
  const [x, y] = [panel.x(model), panel.y(model)].map((scale) =>
    axisOf(scale, language, asked.step),
  )
  if (kind === 'point') return [x, y]
  return kind === 'curve' || asked.along === 'y' ? [y] : [x]
}

function axisOf({ domain, type, label }: Scale, language: Language, given?: number): Axis {
  const [low, high] = [Math.min(...domain), Math.max(...domain)]
  const named = { label: label[language], max: high }
  if (type === 'log') {
    return { ...named, min: low, scale: 'log', step: given ?? round(Math.log10(high / low) / 100) }
  }
  const step = given ?? round((high - low) / 100)
  // Zero is among the values.
  return { ...named, min: Number((step * Math.ceil(low / step)).toPrecision(12)), step }
}

/** The nearest of 1, 2 and 5 times a power of ten that is not larger. */
function round(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step))
  const digit = [5, 2, 1].find((one) => one * power <= step * 1.0001)!
  return Number((digit * power).toPrecision(1))
}

/** @throws {Error} If the answer has other parts than the question, or lies outside of what can be marked. */
function checkAnswer({ names = [], from, beside, along, ...asked }: Asked, question: Question) {
  const { kind, truth, axes } = question
  const parts = { point: 2, number: 1, zeros: names.length, curve: asked.stations?.length }[kind]
  if (truth.length !== parts)
    throw new Error(
      `The answer “${asked[kind]}” has the parts ${truth.join(', ')}; expected ${kind === 'zeros' ? `one for each of the ${parts} names` : parts}.`,
    )
  if (kind === 'zeros' && parts > MOST_WEIGHTS)
    throw new Error(`The question asks for ${parts} weights; expected at most ${MOST_WEIGHTS}.`)
  if (from && from.length !== truth.length)
    throw new Error(`“from” has ${from.length} parts; expected ${truth.length}.`)
  if (kind !== 'number' && (beside !== undefined || along !== undefined))
    throw new Error('“along” and “beside” belong to a question for a number.')
  truth.forEach((value, i) => {
    const axis = axes[i] ?? axes[0]
    if (axis && !(value >= axis.min - axis.step && value <= axis.max + axis.step))
      throw new Error(
        `The answer ${value} cannot be marked; expected one from ${axis.min} to ${axis.max}.`,
      )
  })
}

/** The middle of the axes; no weight is zero. */
function startOf({ kind, truth, axes }: Question): Answer {
  if (kind === 'zeros') return truth.map(() => 1)
  return truth.map((_, i) => {
    const axis = axes[i] ?? axes[0]
    return onAxis(axis, travelled(axis, 0.5))
  })
}
