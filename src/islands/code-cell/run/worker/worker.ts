/* Compiles and runs one program, in a worker of its own, and tells the page what it shows. */
import type { Failure } from '../../outputs/failure.ts'
import type { Output } from '../../outputs/index.ts'
import { MOST_OUTPUTS, TooMuchOutput } from '../../outputs/meter.ts'
import { CompileError, compile, type Compiled } from '../compile.ts'
import type { Modules } from '../importable.ts'
import type { RunMessage, WorkerMessage } from '../protocol.ts'
import { consoleFor } from './console.ts'
import { failureOf, placesIn } from './failures.ts'
import { loader, missingName, modulesFor } from './imports.ts'
import { limitMemory, lockDown } from './limits.ts'
import type { PlotScript } from './plot.ts'
import { countTimers } from './timers.ts'

/** A program as it was compiled. */
type CompiledProgram = (
  modules: Modules,
  load: ReturnType<typeof loader>,
  whole: object,
) => Promise<unknown>

interface Scope extends Window {
  importScripts(address: string): void
  $plot?: PlotScript
  $graders?: object
  $program?: CompiledProgram
}

const scope = globalThis as unknown as Scope & typeof globalThis

// The browser's own, held here before programs lose them.
const importScripts = scope.importScripts.bind(scope)
const setTimeout = scope.setTimeout.bind(scope)
const addEventListener = scope.addEventListener.bind(scope)
const close = scope.close.bind(scope)
const now = performance.now.bind(performance)
const createURL = URL.createObjectURL.bind(URL)
const OwnBlob = Blob
const addressOf = (text: string) =>
  createURL(new OwnBlob([`'use strict'; ${text}`], { type: 'text/javascript' }))

/** Progress is told no more often than this, in ms. */
const PAUSE = 50
/** What a program returns whose last line has run. */
const WHOLE = {}

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
  Object.assign(Error, { stackTraceLimit: 100 })
  let isOver = false
  const end = (failure: Failure | undefined, isWhole = false) => {
    if (isOver) return
    isOver = true
    // In a task of its own, which holds nothing of the program: with it, the worker is at its end, too.
    setTimeout(() => {
      post({ type: 'ended', failure, isWhole })
      close()
    })
  }
  try {
    const compiled = compile(message.program, message.tableNames)
    load(message, compiled, { post, end })
  } catch (error) {
    end(error instanceof CompileError ? error.failure : failureOf(error, () => undefined))
  }
}

interface Ends {
  post(message: WorkerMessage): void
  end(failure: Failure | undefined, isWhole?: boolean): void
}

/** Takes all that a program must not have, loads it, and lets it run. */
function load(message: RunMessage, compiled: Compiled, { post, end }: Ends): void {
  if (message.plot) importScripts(addressOf(message.plot))
  if (message.graders) importScripts(addressOf(message.graders))
  const { $plot: plot, $graders: graders } = scope
  const modules = modulesFor(message, plot, graders)
  const missing = missingName(compiled.imports, modules)
  if (missing) return end(missing)

  const address = addressOf(`globalThis.$program = ${compiled.script}`)
  const fail = (error: unknown) => {
    let failure: Failure = { code: 'error', message: 'An error that cannot be told.' }
    try {
      failure = failureOf(error, (stack) =>
        placesIn(stack, address)
          .map(compiled.placeInCode)
          .find((place) => place !== undefined),
      )
    } finally {
      end(failure)
    }
  }
  lockDown(scope)
  limitMemory(scope)
  Object.assign(scope, consoleFor(sender(post, fail), plot))
  const timers = countTimers(scope, fail)
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault()
    fail(event.reason)
  })

  // Engines tell where a slip is only of errors that nobody catches: hence in a task of its own.
  let hasLoaded = false
  addEventListener('error', (event) => {
    event.preventDefault()
    if (hasLoaded) return fail(event.error)
    const place = compiled.placeInCode({ line: event.lineno, column: event.colno })
    const text = event.message.replace(/^(Uncaught )?SyntaxError: (Failed to execute .*?: )?/, '')
    end({ code: 'syntax', message: text, ...place })
  })
  let isSound = false
  setTimeout(() => {
    importScripts(address)
    isSound = true
  })
  setTimeout(() => {
    hasLoaded = true
    const { $program: program } = scope
    if (!isSound || !program) return
    post({ type: 'started' })
    program(modules, loader(modules), WHOLE).then(
      (result) => timers.whenIdle(() => end(undefined, result === WHOLE)),
      fail,
    )
  })
}

/** Sends outputs at once, so that none is lost in an endless loop behind it. */
function sender(post: (message: WorkerMessage) => void, fail: (error: unknown) => void) {
  let count = 0
  let progressAt = -PAUSE
  return (output: Output) => {
    if (output.kind === 'progress') {
      const time = now()
      if (time - progressAt < PAUSE) return
      progressAt = time
    } else if (++count > MOST_OUTPUTS + 1) {
      // The page has been sent one too many, and ends the program, which must not go on until then.
      const error = new TooMuchOutput()
      fail(error)
      throw error
    }
    post({ type: 'output', output })
  }
}
