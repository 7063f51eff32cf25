import { loadDataSets, DATA_SETS, GRADERS } from './importable.ts'
import { enter, leave, prepareWorker, takeWorker } from './pool.ts'
import { withProseMark } from './proseMark.ts'
import { fetchText } from './sandbox.ts'
import { superviseRun } from './supervise.ts'
import type { Outcome, Program, RunProgram } from './types.ts'
import gradersUrl from './worker/graders.ts?worker&url'
import plotUrl from './worker/plot.ts?worker&url'

let plotScript: Promise<string> | undefined
let gradersScript: Promise<string> | undefined

/** Loads all that runs need, so that the first one starts at once and works without the network. */
export async function prepareRuns(): Promise<void> {
  const data = loadDataSets(DATA_SETS.map((name) => `data/${name}`).join())
  await Promise.all([prepareWorker(), loadPlot(), data])
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
      .catch((error: unknown) => failed('unavailable', String(error)))
      .then((outcome) => withProseMark(outcome, program.code)),
  }

  async function run(): Promise<Outcome> {
    try {
      await enter(stopped.signal)
    } catch {
      return failed('stopped')
    }
    let hasEndedItself = false
    try {
      const text = [program.setup, program.code, program.checks].join('\n')
      const [data, plot, graders, worker] = await Promise.all([
        loadDataSets(text),
        needsPlot(text) ? loadPlot() : undefined,
        text.includes(GRADERS) ? loadGraders() : undefined,
        takeWorker(),
      ])
      const { setup, code, checks, timeLimit } = program
      const { outcome, byItself } = await superviseRun({
        worker,
        message: {
          program: { setup, code, checks },
          data,
          ...tablesFor(program, text),
          plot,
          graders,
        },
        timeLimit,
        stopped: stopped.signal,
        onStart,
        onOutput,
      })
      hasEndedItself = byItself
      return outcome
    } finally {
      leave({ hasEndedItself })
      prepareWorker().catch(() => {}) // tried again when the next program starts
    }
  }
}

const failed = (code: 'unavailable' | 'stopped', message = ''): Outcome => ({
  failure: { code, message },
  isWhole: false,
  duration: 0,
})

/** The names of the reader's tables, and those of them that a text names as modules. */
function tablesFor({ tables = {} }: Program, text: string) {
  const named = Object.keys(tables).filter((name) => text.includes(name))
  return {
    tableNames: Object.keys(tables),
    tables: Object.fromEntries(named.map((name) => [`data/${name}`, tables[name]])),
  }
}

/** Whether a program names Plot or `plot` at all; it comes for nothing if that is in a comment. */
const needsPlot = (code: string) => /\bplot\b/.test(code)

function loadPlot(): Promise<string> {
  plotScript ??= fetchText(plotUrl)
  plotScript.catch(() => (plotScript = undefined))
  return plotScript
}

function loadGraders(): Promise<string> {
  gradersScript ??= fetchText(gradersUrl)
  gradersScript.catch(() => (gradersScript = undefined))
  return gradersScript
}
