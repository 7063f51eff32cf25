// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { figureAt } from '../../figures/figureAt.ts'
import { embedLine, toggleEmbed } from './embed.ts'

document.head.innerHTML = '<link rel="canonical" href="https://example.org/en/q/why-zeros/">'
const { figure, values } = await figureAt('geometry', { lambda: 0.5, optimum: [1.7, 0.8] })

test('the line of HTML frames the figure in its state, at the published address', () => {
  document.body.innerHTML = embedLine(figure, values, 'zh')
  const frame = document.querySelector('iframe')!
  expect(frame.src).toBe(
    'https://example.org/zh/embed/geometry/?geometry.lambda=0.5&geometry.optimum=1.7,0.8',
  )
  expect(frame.title).toBe(figure.title.zh)
  expect(document.body.children).toHaveLength(1)
})

test('the line is shown below the buttons, selected, and put away again', () => {
  document.body.innerHTML = `<div class="figure-buttons"><button aria-expanded="false"></button></div>`
  const button = document.querySelector('button')!
  toggleEmbed(button, '<iframe>', 'en')
  const field = document.querySelector<HTMLInputElement>('.figure-embed input')!
  expect(document.activeElement).toBe(field)
  expect([field.value, field.selectionEnd]).toEqual(['<iframe>', '<iframe>'.length])
  expect(button.getAttribute('aria-expanded')).toBe('true')
  toggleEmbed(button, '<iframe>', 'en')
  expect(document.querySelector('.figure-embed')).toBeNull()
  expect(button.getAttribute('aria-expanded')).toBe('false')
})
