import type { Figure, Group, Panel } from './figure.ts'

/** The parts of a figure that a place shows: the whole of it, or one panel with a few controls. */
export interface Parts {
  /** Of the whole figure, the controls that are shown first; the others wait behind a button. Default: all. */
  opens?: readonly string[]
  /** Of the whole figure, the controls that the place has no use for. Default: none. */
  without?: readonly string[]
  /** The one panel that is shown. Default: the whole figure. */
  panel?: string
  /** With one panel, its controls: at most two. A point that can be dragged in it needs no other. */
  controls?: readonly string[]
}

/** The most controls of a figure of one panel: with more, the picture is no longer small. */
const MOST = 2

/** Throws an `Error` that names what is unknown or goes against the nature of the parts. */
export function checkParts(figure: Figure, { opens, without, panel, controls }: Parts): void {
  const { name, panels, parameters } = figure
  for (const [attribute, names] of Object.entries({ opens, without, controls })) {
    if (names === undefined) continue
    if (!Array.isArray(names) || names.length === 0)
      throw new Error(
        `The ${attribute} of a figure are a list of its parameters, such as ['lambda'].`,
      )
    for (const key of names as string[]) {
      if (Object.hasOwn(parameters, key)) continue
      const known = Object.keys(parameters).join(', ')
      throw new Error(`The figure “${name}” has no control “${key}”; expected one of ${known}.`)
    }
  }
  if (panel === undefined) {
    if (controls) throw new Error('Controls are chosen for one panel: name it by panel="…".')
    return
  }
  if (opens ?? without)
    throw new Error('A figure of one panel names its controls by controls={[…]} alone.')
  if (!panels.some((one) => one.name === panel)) {
    const known = panels.map((one) => one.name).join(', ')
    throw new Error(`The figure “${name}” has no panel “${panel}”; expected one of ${known}.`)
  }
  if (controls && controls.length > MOST)
    throw new Error(
      `A figure of one panel has at most ${MOST} controls; expected fewer than ${controls.length}.`,
    )
}

/** The parameters that a point in a panel sets, when it is dragged. */
export function draggedIn(figure: Figure, panel: string): string[] {
  const handles = figure.handles ?? []
  return handles.filter((handle) => handle.panel.name === panel).map(({ parameter }) => parameter)
}

/** The parameters whose controls a group has, whether or not they are alternatives. */
export const controlsIn = ({ items }: Group): string[] =>
  items.flatMap((item) => (typeof item === 'string' ? [item] : item.oneOf.flat()))

/**
 * The panel that tells most of a state: the first that shows something else than at the start, or else the first.
 *
 * @param model the model of the state
 * @param start the model of the figure's start
 */
export function leadingPanel<M>(panels: readonly Panel<M>[], model: M, start: M): Panel<M> {
  const drawn = ({ layers }: Panel<M>, of: M) =>
    JSON.stringify(layers.map((layer) => layer.marks(of, 'en')))
  return panels.find((panel) => drawn(panel, model) !== drawn(panel, start)) ?? panels[0]
}
