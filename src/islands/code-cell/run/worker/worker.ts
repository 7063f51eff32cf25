/* Runs one program, in a worker of its own, and tells the page what it shows. */
import type { RunMessage, WorkerFailure, WorkerMessage } from '../protocol.ts'
import type { Modules } from '../importable.ts'
import { failureOf } from './failures.ts'
import { globalsFor } from './console.ts'
import { lockDown } from './lockdown.ts'
import { limitMemory } from './memory.ts'
import { loader, missingName, modulesFor } from './imports.ts'
import { Outbox } from './outbox.ts'
import type { PlotScript } from './plot.ts'
import { countTimers } from './timers.ts'

/** A program as it was compiled. */
type CompiledProgram = (
  modules: Modules,
  load: ReturnType<typeof loader>,
  ...arrays: unknown[]
) => Promise<void>

interface Scope extends Window {
  importScripts(address: string): void
  $plot?: PlotScript
  $program?: CompiledProgram
}

const scope = globalThis as unknown as Scope & typeof globalThis

// The browser's own, held here before programs lose them.
const importScripts = scope.importScripts.bind(scope)
const setTimeout = scope.setTimeout.bind(scope)
const addEventListener = scope.addEventListener.bind(scope)
const addressOf = (text: string) =>
  URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))

addEventListener(
  'message',
  ({ ports: [port] }: MessageEvent) => {
    const post = port.postMessage.bind(port) as (message: WorkerMessage) => void
    port.onmessage = ({ data }: MessageEvent<RunMessage>) => {
      port.onmessage = null
      start(data, post)
    }
    post({ type: 'ready' })
  },
  { once: true },
)

function start(message: RunMessage, post: (message: WorkerMessage) => void): void {
  const outbox = new Outbox(post)
  let isOver = false
  const end = (failure?: WorkerFailure) => {
    if (isOver) return
    isOver = true
    post({ type: 'ended', failure })
  }
  const address = addressOf(`$program = ${message.script}`)
  const fail = (error: unknown) => end(failureOf(error, address))
  Object.assign(Error, { stackTraceLimit: 100 })
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault()
    fail(event.reason)
  })

  // Engines tell where a slip is only of errors that nobody catches: hence in a task of its own.
  const onSlip = (event: ErrorEvent) => {
    event.preventDefault()
    const place = { line: event.lineno, column: event.colno }
    const text = event.message.replace(/^(Uncaught )?SyntaxError: (Failed to execute .*?: )?/, '')
    end({ code: 'syntax', message: text, places: [place] })
  }
  addEventListener('error', onSlip)
  setTimeout(() => importScripts(address))
  setTimeout(() => {
    if (!isOver) run(message, outbox, { post, end, fail })
  })
}

interface Ends {
  post(message: WorkerMessage): void
  end(failure?: WorkerFailure): void
  fail(error: unknown): void
}

function run(message: RunMessage, outbox: Outbox, { post, end, fail }: Ends): void {
  try {
    if (message.plot) importScripts(addressOf(message.plot))
    const { $plot: plot, $program: program } = scope
    const modules = modulesFor(message, plot)
    const missing = missingName(message.imports, modules)
    if (missing || !program) return void end(missing)

    lockDown(scope)
    const arrays = limitMemory(scope)
    const show = outbox.add.bind(outbox)
    const stopFor = (error: unknown): never => {
      fail(error)
      throw error
    }
    Object.assign(scope, globalsFor(show, plot, stopFor))
    const timers = countTimers(scope, fail)
    post({ type: 'started' })
    program(modules, loader(modules), ...arrays).then(() => timers.whenIdle(end), fail)
  } catch (error) {
    fail(error)
  }
}
