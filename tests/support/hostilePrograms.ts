import { quickCell, usualCell } from './cells.ts'

/** A program that means harm, or an accident of a reader's, and how its run has to end. */
export interface HostileProgram {
  name: string
  code: string
  /** What it prints before its end; undefined where that does not matter. */
  prints?: string
  /** How it fails; undefined if it comes to its end. */
  failure?: {
    code: string | readonly string[]
    line?: number
    column?: number
    message?: RegExp
  }
}

/** The cell that a program is tried in: one that only the time limit ends need not wait for the usual one. */
export function cellOf({ failure }: HostileProgram): string {
  return failure?.code === 'time-limit' ? quickCell : usualCell
}

const OUT_OF_MEMORY = ['out-of-memory', 'time-limit']

/** Prints what of these names a program can reach, along any prototype. */
const reach = (names: string) =>
  `print('${names}'.split(' ').filter((name) => name in globalThis || name in Object(globalThis.self)))`

/** Draws a picture whose definitions, one for each letter, draw the one before it several times. */
const multiplying = (tag: string, reference: string) => `import * as Plot from '@observablehq/plot'
const draw = (index, scales, channels, size, { document }) => {
  const element = (tag, attributes, ...children) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', tag)
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
    for (const child of children) made.appendChild(child)
    return made
  }
  const shape = (${reference}) => element('path', { d: 'M0 0L9 0L9 9L0 9L0 0', fill: 'red', ${reference} })
  const part = (id, before) => element('${tag}', { id, width: 9, height: 9 }, ...[1, 2, 3, 4].map(() => shape(before)))
  const names = [...'abcdefghijklmnopqrstuvwxyz']
  const parts = names.map((name, k) => part(name, k > 0 ? \`url(#\${names[k - 1]})\` : 'none'))
  return element('g', {}, ...parts, shape('url(#z)'))
}
plot(Plot.plot({ marks: [draw] }))
print('drawn')`

const nowhere = (code: string): Pick<HostileProgram, 'code' | 'failure'> => ({
  code,
  failure: { code: 'error', message: /^ReferenceError: .* is not defined/, line: 1 },
})

/** All run in the one page after the other; each must leave the page and the next program unharmed. */
export const hostilePrograms: readonly HostileProgram[] = [
  {
    name: 'an endless loop',
    code: 'print(1)\nfor (;;);',
    prints: '1',
    failure: { code: 'time-limit' },
  },
  { name: 'an endless loop that waits', code: 'for (;;) await 0', failure: { code: 'time-limit' } },
  { name: 'an endless timer', code: 'setInterval(() => {}, 10)', failure: { code: 'time-limit' } },
  {
    name: 'a promise that never settles, and a timer',
    code: 'setInterval(() => {}, 9)\nawait new Promise(() => {})',
    failure: { code: 'time-limit' },
  },
  {
    name: 'endless output',
    code: 'for (let i = 0; ; i++) print(i)',
    failure: { code: 'too-much-output' },
  },
  {
    name: 'endless output that catches its error',
    code: 'for (;;) try { print(1) } catch {}',
    failure: { code: 'too-much-output' },
  },
  {
    name: 'endless output of long texts',
    code: "for (;;) print('x'.repeat(1e6))",
    failure: { code: 'too-much-output' },
  },
  {
    name: 'endless output that waits',
    code: 'for (;;) {\n  print(1)\n  await new Promise((done) => setTimeout(done))\n}',
    failure: { code: ['too-much-output', 'time-limit'] },
  },
  {
    name: 'endless progress',
    code: 'for (let i = 0; ; i++) progress(i % 1, String(i))',
    failure: { code: 'time-limit' },
  },

  { name: 'fetch', ...nowhere("await fetch('/')") },
  { name: 'XMLHttpRequest', ...nowhere('new XMLHttpRequest()') },
  { name: 'WebSocket', ...nowhere("new WebSocket('wss://example.org')") },
  { name: 'importScripts', ...nowhere("importScripts('https://example.org/x.js')") },
  { name: 'a worker in the worker', ...nowhere("new Worker('x.js')") },
  { name: 'localStorage', ...nowhere('localStorage.length') },
  { name: 'indexedDB', ...nowhere("indexedDB.open('x')") },
  { name: 'caches', ...nowhere('await caches.keys()') },
  { name: 'cookies', ...nowhere('document.cookie') },
  { name: 'the parent', ...nowhere("parent.postMessage('x', '*')") },
  { name: 'the top', ...nowhere("top.location.href = 'https://example.org/'") },
  { name: 'the opener', ...nowhere('opener.close()') },
  { name: 'eval', ...nowhere("eval('1')") },
  {
    name: 'code from text',
    code: "new Function('return 1')()",
    failure: { code: 'error', message: /^EvalError/ },
  },
  {
    name: 'code from text by a constructor',
    code: "await (async () => {}).constructor('return 1')()",
    failure: { code: 'error', message: /^EvalError/ },
  },
  {
    name: 'an import from elsewhere',
    code: "let a = 1\nawait import('https://example.org/x.js')",
    failure: { code: 'unknown-import', line: 2, column: 7 },
  },
  {
    name: 'an import from elsewhere, disguised',
    code: "const name = 'https://example.org/x.js'\nawait import(name)",
    failure: { code: 'error', line: 2 },
  },
  {
    name: 'an import of data',
    code: "await import('data:' + 'text/javascript,1')",
    failure: { code: 'error', line: 1 },
  },
  { name: 'a message of its own', ...nowhere("postMessage({ type: 'ended' })") },
  {
    name: 'whatever else reaches the browser',
    code: reach(
      'fetch XMLHttpRequest WebSocket EventSource WebTransport importScripts Worker SharedWorker BroadcastChannel MessageChannel MessagePort indexedDB caches cookieStore navigator location onmessage addEventListener dispatchEvent close Blob FileReader Request Notification document parent top opener frames postMessage',
    ),
    prints: '[]',
  },

  {
    name: 'a typed array of a gigabyte',
    code: 'const a = new Float64Array(2 ** 27).fill(1)',
    failure: { code: OUT_OF_MEMORY },
  },
  {
    name: 'a buffer of a gigabyte',
    code: 'const a = new Uint8Array(new ArrayBuffer(2 ** 30)).fill(1)',
    failure: { code: OUT_OF_MEMORY },
  },
  {
    name: 'ever more typed arrays',
    code: 'const a: Float64Array[] = []\nfor (;;) a.push(new Float64Array(1e7).fill(1))',
    failure: { code: OUT_OF_MEMORY },
  },
  {
    name: 'an ever longer text',
    code: "let text = 'ab'\nfor (;;) text += text",
    failure: { code: OUT_OF_MEMORY },
  },
  { name: 'memory of WebAssembly', ...nowhere('new WebAssembly.Memory({ initial: 65536 })') },

  {
    name: 'a slip of the pen',
    code: 'const a = 1\nconst b: number = = 2',
    failure: { code: 'syntax', line: 2, column: 19 },
  },
  {
    name: 'a name declared twice',
    code: 'let a: number = 1; let b = a\n  let a = 2',
    failure: { code: 'syntax', line: 2, column: 7 },
  },
  {
    name: 'an import that shrinkage does not have',
    code: "import { lassoPth } from 'shrinkage'\nlassoPth()",
    failure: { code: 'unknown-import', line: 1, column: 1, message: /lassoPath/ },
  },
  {
    name: 'a call of undefined',
    code: 'const f: any = undefined\nconst g = (x: number): number => f(x)\nprint(g(1))',
    failure: { code: 'error', line: 2, message: /^TypeError/ },
  },
  { name: 'a type that does not fit', code: "const a: number = 'text'\nprint(a)", prints: 'text' },
  {
    name: 'an error of shrinkage',
    code: "import { lassoPath } from 'shrinkage'\nfunction go() {\n  return lassoPath([[1, 2], [3]], [1, 2])\n}\ngo()",
    failure: { code: 'error', line: 3, message: /^X has 2 columns in row 0 but 1 in row 1/ },
  },
  {
    name: 'an error behind Chinese and emoji',
    code: "const 权重: string = '😀e\u0301𝒙'; nowhere()",
    failure: { code: 'error', line: 1, column: 30, message: /nowhere/ },
  },
  {
    name: 'texts of all kinds',
    code: "print('权重 😀 e\u0301 𝒙')\nprint(['权重', '\\ud800'.length])",
    prints: "权重 😀 e\u0301 𝒙\n[ '权重', 1 ]",
  },
  {
    name: 'deep recursion',
    code: 'function f(n: number): number {\n  return f(n + 1) + 1\n}\nf(0)',
    failure: { code: 'error' },
  },
  {
    name: 'a thrown object',
    code: 'throw { a: 1 }',
    failure: { code: 'error', message: /^\{ a: 1 \}$/ },
  },
  {
    name: 'a thrown nothing',
    code: 'throw undefined',
    failure: { code: 'error', message: /^undefined$/ },
  },
  {
    name: 'a promise that fails unheard',
    code: "const lost = Promise.reject(new Error('unheard'))",
    failure: { code: 'error', line: 1, message: /unheard/ },
  },
  {
    name: 'an error in a timer',
    code: "setTimeout(() => {\n  throw new RangeError('late')\n}, 20)",
    failure: { code: 'error', line: 2, message: /late/ },
  },
  {
    name: 'a picture of patterns of patterns',
    code: multiplying('pattern', 'fill'),
    prints: 'drawn',
  },
  { name: 'a picture of masks of masks', code: multiplying('mask', 'mask'), prints: 'drawn' },
]

/** Spoils all that it shares with a next run, if it shares anything; prints what it finds spoiled. */
export const tampering = `import * as shrinkage from 'shrinkage'
print([Array, Object, Float64Array, Promise].filter((kind) => 'spoiled' in kind.prototype).length)
for (const kind of [Array, Object, Float64Array, Promise]) (kind.prototype as any).spoiled = true
Array.prototype.map = () => { throw new Error('spoiled') }
Object.keys = () => []
Math.abs = () => 0
try {
  (shrinkage as any).lassoPath = undefined
} catch {}
globalThis.print = () => {}
`
