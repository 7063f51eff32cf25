import { describe } from 'vitest'
import { figures } from './index.ts'
import { testContract } from './testing/contract.ts'

/* Every folder of a figure is tested, without registration. */
describe.each(Object.keys(figures))('%s', async (name) => testContract(name, await figures[name]()))
