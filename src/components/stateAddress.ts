import { figures } from '../figures/index.ts'
import { clamp, defaults, withValues } from '../figures/parameters.ts'
import { sameValue, writeState } from '../islands/course-figure/state.ts'
import { pageAddress } from './paths.ts'

interface Wanted {
  figure: string
  id?: string
  state: Record<string, unknown>
  to?: string
  locale?: string
}

/** The address of a state of a figure. A state that the figure cannot take is an error, not a guess. */
export async function stateAddress({ figure: name, id = name, state, to, locale }: Wanted) {
  const figure = await figures[name]?.()
  if (!figure) throw new Error(`A link leads to the figure "${name}", which does not exist.`)
  for (const [key, value] of Object.entries(state)) {
    const parameter = figure.parameters[key]
    const taken = parameter && clamp(parameter, value)
    if (taken === undefined || !sameValue(taken, value as never)) {
      throw new Error(`A link sets ${name}.${key} to ${String(value)}, which it cannot be.`)
    }
  }
  const declared = defaults(figure)
  const values = withValues(figure, declared, state)
  // Written out in full where the page may start elsewhere: a query that names nothing means "as the page starts".
  const query = writeState(figure, id, values, declared, '') || `?${id}.${firstPair(declared)}`
  const page = to === undefined ? '' : pageAddress(import.meta.env.BASE_URL, `${locale}/${to}`)
  return `${page}${query}#${id}`
}

function firstPair(values: object): string {
  const [name, value] = Object.entries(values)[0]
  return `${name}=${value}`
}
