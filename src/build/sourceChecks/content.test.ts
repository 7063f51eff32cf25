import { expect, test } from 'vitest'
import { withSiteModules } from '../openSite.ts'
import { sentenceOf } from '../../markdown/problems.ts'
import { checkSources } from './checkSources.ts'

test('the content of the course keeps every rule', async () => {
  const problems = await withSiteModules(process.cwd(), (open) => checkSources('.', open))
  expect(problems.map(sentenceOf)).toEqual([])
})
