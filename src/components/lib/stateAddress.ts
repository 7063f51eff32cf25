import { addressOf } from '../../figures/kit/state.ts'
import { figureAt } from '../../figures/figureAt.ts'
import { pageAddress } from './urls.ts'

interface Wanted {
  figure: string
  id?: string
  state: Record<string, unknown>
  to?: string
  locale?: string
}

/** The address of a state of a figure, on this page or on the page `to` of the same language. */
export async function stateAddress({ figure: name, id = name, state, to, locale }: Wanted) {
  const { figure, values } = await figureAt(name, state)
  const page = to === undefined ? '' : pageAddress(import.meta.env.BASE_URL, `${locale}/${to}`)
  return page + addressOf(figure, id, values)
}
