import { expect, test } from 'vitest'
import { compilePage } from './testing.ts'

const wholes = async (page: string) =>
  [...(await compilePage(page)).matchAll(/whole: "([^"]*)"/g)].map(([, id]) => id)

test('a figure of one panel learns the id of the whole figure, above or below it', async () => {
  const small = (id: string) => `<Figure name="geometry" id="${id}" panel="plane" />\n\n`
  const page = `${small('a')}<Figure name="geometry" id="all" />\n\n${small('b')}`
  expect(await wholes(page)).toEqual(['all', 'all'])
  expect(await wholes(`<Figure name="geometry" />\n\n${small('a')}`)).toEqual(['geometry'])
})

test('without one on the page it has nothing to link to', async () => {
  const page = '<Figure name="path" />\n\n<Figure name="geometry" id="a" panel="plane" />\n'
  expect(await wholes(page)).toEqual([])
})
