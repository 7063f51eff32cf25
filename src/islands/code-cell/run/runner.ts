import { DATA_SETS } from './importable.ts'
import { enter, leave, prepareWorker, takeWorker } from './pool.ts'
import { withProseMark } from './proseMark.ts'
import type { Failure, Outcome, RunProgram } from './types.ts'
import { fetchText } from './sandbox.ts'
import { superviseRun } from './supervise.ts'
import plotUrl from './worker/plot.ts?worker&url'

let plotScript: Promise<string> | undefined

/** Loads all that runs need, so that the first one starts at once and works without the network. */
export async function prepareRuns(): Promise<void> {
  const { loadDataSets } = await import('./dataSets.ts')
  const data = loadDataSets(DATA_SETS.map((name) => `data/${name}`))
  await Promise.all([import('./compile.ts'), prepareWorker(), loadPlot(), data])
}

/**
 * Runs a program in a fresh worker inside of a sandboxed frame. All programs of a page share the frame, and two at most
 * run at once. A program is at its end when its last line has run and none of its timers is left.
 */
export const runProgram: RunProgram = (program, { onStart, onOutput }) => {
  const stopped = new AbortController()
  return {
    stop: () => stopped.abort(),
    ended: run()
      .catch((error: unknown) => failed({ code: 'unavailable', message: String(error) }))
      .then((outcome) => withProseMark(outcome, program.code)),
  }

  async function run(): Promise<Outcome> {
    const { CompileError, compile } = await import('./compile.ts')
    try {
      const compiled = compile(program)
      await enter(stopped.signal)
      try {
        const { loadDataSets } = await import('./dataSets.ts')
        const [data, plot, worker] = await Promise.all([
          loadDataSets(compiled.modules),
          needsPlot(compiled.script) ? loadPlot() : undefined,
          takeWorker(),
        ])
        return await superviseRun({
          worker,
          message: {
            script: compiled.script,
            imports: compiled.imports.map(({ module, names }) => ({ module, names })),
            data,
            tables: Object.fromEntries(
              Object.entries(program.tables ?? {})
                .map(([name, text]) => [`data/${name}`, text])
                .filter(([name]) => compiled.modules.includes(name)),
            ),
            plot,
          },
          compiled,
          timeLimit: program.timeLimit,
          stopped: stopped.signal,
          onStart,
          onOutput,
        })
      } finally {
        leave()
        prepareWorker().catch(() => {})
      }
    } catch (error) {
      if (error instanceof CompileError) return failed(error.failure)
      if (stopped.signal.aborted) return failed({ code: 'stopped', message: '' })
      throw error
    }
  }
}

const failed = (failure: Failure): Outcome => ({ failure, duration: 0 })

/** Whether a program names Plot or `plot` at all; it comes for nothing if that is in a comment. */
const needsPlot = (code: string) => /\bplot\b/.test(code)

function loadPlot(): Promise<string> {
  plotScript ??= fetchText(plotUrl)
  plotScript.catch(() => (plotScript = undefined))
  return plotScript
}
