import { expect, test } from 'vitest'
import { tableName } from './tableName.ts'

test('names of files become names of modules', () => {
  expect(tableName('My table (2).csv')).toBe('My-table-2')
  expect(tableName("it's 我的.CSV")).toBe('it-s-我的')
  expect(tableName('…')).toBe('mine')
})
