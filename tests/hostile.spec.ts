/*
 * Programs that mean harm, in Chromium and Firefox: whatever they do, nothing reaches a listener, the page is not held,
 * and nothing goes on when a cell has ended. `npm run test:all` tries all of them, `npm test` the worst of each kind, in
 * Chromium.
 */
import { expect, test } from '@playwright/test'
import { findBrowser, findFirefox } from '../src/commands/findBrowser.mjs'
import { honestTables, hostile, type Hostile } from './hostile/programs.ts'
import { thorough } from './support/thorough.ts'
import { IDLE, openListener, SandboxProbe, type Observed } from './support/sandboxProbe.ts'

const kinds: (readonly [string, readonly Hostile[]])[] = Object.entries({
  ...hostile,
  honest: [honestTables],
})
/** Programs that share a browser. To start one takes longer than most programs, so the worst of four kinds share one. */
const groups = thorough
  ? kinds
  : Array.from({ length: Math.ceil(kinds.length / 4) }, (_, group) => {
      const some = kinds.slice(4 * group, 4 * group + 4)
      return [some.map(([kind]) => kind).join(', '), some.map(([, [worst]]) => worst)] as const
    })
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const browsers = [
  ['chrome', await findBrowser(), ['--disable-gpu', '--disable-quic', '--no-first-run', ...asRoot]],
  ...(thorough ? ([['firefox', findFirefox(), []]] as const) : []),
] as const

for (const [browser, executablePath, args] of browsers) {
  for (const [name, programs] of groups) {
    test(`${browser}: ${name}`, async ({ baseURL }) => {
      test.skip(!executablePath, `No ${browser} found.`)
      test.setTimeout(60_000 + 40_000 * programs.length)
      const listener = await openListener()
      const options = { executablePath: executablePath!, args: [...args], baseURL: baseURL! }
      const probe = await SandboxProbe.open(browser, options)
      try {
        for (const program of programs) {
          await test.step(program.name, async () => {
            const code = program.code.replaceAll('LISTENER_PORT', String(listener.port))
            const seen = await probe.run(code)
            expect.soft(faultsOf(program, seen, probe.isSwift(seen)), program.name).toEqual([])
          })
        }
        expect((await probe.run('print(6 * 7)')).printed).toBe('42')
        expect(listener.contacts()).toBe(0)
      } finally {
        await probe.close()
        listener.close()
      }
    })
  }
}

/** What a run has done that it must not. */
function faultsOf({ ends, prints }: Hostile, seen: Observed, isSwift: boolean): string[] {
  return [
    ...(seen.end === 'never' ? ['its cell has not ended'] : []),
    ...(ends && !ends.includes(seen.end) ? [`it ended by ${seen.end}: ${seen.message}`] : []),
    ...(prints !== undefined && seen.printed !== prints ? [`it printed ${seen.printed}`] : []),
    ...(isSwift ? [] : [`the page was held for ${Math.round(seen.held)} ms`]),
    ...(seen.busy < IDLE ? [] : [`${Math.round(100 * seen.busy)} % of a processor go on`]),
    ...(seen.foreign.length === 0 ? [] : [`the page has ${seen.foreign.join(', ')}`]),
  ]
}
