import { expect, test } from 'vitest'
import { loadOnce } from './loadOnce.ts'

test('loads once, and again only after a failure', async () => {
  let loads = 0
  const load = loadOnce(async () => {
    if (++loads === 1) throw new Error('offline')
    return loads
  })
  await expect(Promise.all([load(), load()])).rejects.toThrow('offline')
  expect(loads).toBe(1)
  expect(await load()).toBe(2)
  expect(await load()).toBe(2)
})
