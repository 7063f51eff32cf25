// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { figures } from '../../figures/index.ts'
import { defaults } from '../../figures/kit/parameters.ts'
import { WaitingControls } from './waitingControls.ts'

const figure = await figures.geometry()
const start = defaults(figure)
let waiting: WaitingControls
const shown = () =>
  [...document.querySelectorAll<HTMLElement>('#controls > fieldset [data-control]')].map(
    ({ dataset }) => dataset.control,
  )

beforeEach(() => {
  const groups = (names: string[][]) =>
    names
      .map((group, index) => {
        const boxes = group.map((name) => `<div data-control="${name}"></div>`)
        return `<fieldset data-group="${index}"><legend></legend>${boxes.join('')}</fieldset>`
      })
      .join('')
  document.body.innerHTML = `<div id="controls">${groups([['penalty', 'lambda'], ['optimum'], []])}
    <details class="figure-more"><summary></summary>
    ${groups([
      ['rho', 'q'],
      ['loss', 'correlation', 'scale', 'first', 'second'],
      ['regions', 'cone'],
    ])}
    </details></div>`
  waiting = new WaitingControls(document.body, figure, start)
})

test('a state that uses a control shows it, in its group and in its order', () => {
  waiting.showUsed({ ...start, scale: 2 })
  waiting.showUsed({ ...start, correlation: 0.9, cone: true })
  expect(shown()).toEqual(['penalty', 'lambda', 'optimum', 'correlation', 'scale', 'cone'])
  expect(waiting.names).not.toContain('cone')
})

test('a control that another gives an effect comes with it, unless the reader has them all open', () => {
  const elastic = { ...start, penalty: 'elastic-net' }
  document.querySelector('details')!.open = true
  waiting.showEnabled(elastic)
  expect(shown()).not.toContain('rho')
  document.querySelector('details')!.open = false
  waiting.showEnabled(elastic)
  expect(shown()).toEqual(['penalty', 'lambda', 'rho', 'optimum'])
})

test('the button goes with the last control', () => {
  const more = document.querySelector('details')!
  waiting.show(waiting.names.slice(1))
  expect(more.hidden).toBe(false)
  waiting.show(waiting.names)
  expect(more.hidden).toBe(true)
  waiting.show(['lambda', 'none'])
  expect(shown()[0]).toBe('penalty')
})
