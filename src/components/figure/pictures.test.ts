import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { figures } from '../../figures/index.ts'
import { picturesOf, RECORD } from './pictures.ts'

const names = Object.keys(figures)

test.each(names)('the pictures of %s are those recorded', async (name) => {
  const figure = await figures[name]()
  expect(Object.keys(figure.pictures).length).toBeGreaterThanOrEqual(2)
  const pictures = await picturesOf(figure)
  const changed = Object.entries(pictures).flatMap(([state, svg]) => {
    const file = `${RECORD}/${name}/${state}.svg`
    return existsSync(file) && readFileSync(file, 'utf8') === svg ? [] : [file]
  })
  expect(changed, advice(name, changed)).toEqual([])
})

test('the record holds no picture of a figure or a state that is gone', async () => {
  const known = await Promise.all(
    names.map(async (name) => {
      const states = Object.keys((await figures[name]()).pictures)
      return ['default', ...states].map((state) => `${name}/${state}.svg`)
    }),
  )
  const recorded = readdirSync(RECORD).flatMap((name) =>
    readdirSync(`${RECORD}/${name}`).map((file) => `${name}/${file}`),
  )
  const gone = recorded.filter((file) => !known.flat().includes(file))
  expect(gone, 'npm run pictures removes them').toEqual([])
})

const advice = (name: string, files: readonly string[]) =>
  `The figure ${name} no longer looks as recorded in ${files.join(', ')}. If that is intended, ` +
  'run npm run pictures and commit the files, so that reviewers see the change.'
