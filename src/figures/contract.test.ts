import { describe } from 'vitest'
import { figures } from './index.ts'
import { testContract } from './testing/contract.ts'

/* A new figure is held to the contract as soon as it has a folder. */
describe.each(Object.keys(figures))('%s', async (name) => testContract(name, await figures[name]()))
