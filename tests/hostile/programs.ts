/*
 * Programs that mean harm, by the kind of harm. Of each, three things must hold besides its outcome: nothing reaches a
 * listener, the page is never held, and when the cell has ended, nothing goes on.
 */

export interface Hostile {
  name: string
  code: string
  /** How the run may end: codes of failures, or 'done'. Any of them, if none is given. */
  ends?: readonly string[]
  /** The text that it must print, if it comes to that. */
  prints?: string
}

/** The address of a listener that counts contacts, as programs of the kind `network` name it. */
export const LISTENER = 'http://localhost:LISTENER_PORT/'

type Programs = readonly Hostile[]

const all = (
  programs: Readonly<Record<string, string>>,
  rest: Omit<Hostile, 'name' | 'code'> = {},
): Hostile[] => Object.entries(programs).map(([name, code]) => ({ name, code, ...rest }))

const CUT = ['time-limit', 'too-much-output', 'out-of-memory', 'error', 'done'] as const
const NO_MEMORY = ['out-of-memory', 'time-limit'] as const

const nested = (open: string, inner: string, close: string, depth = 40) =>
  open.repeat(depth) + inner + close.repeat(depth)

/** The compiler's own time: each level doubles it. */
const compiler: Programs = all(
  {
    'nested default parameters': `const f = ${nested('(a = ', '1', ') => 1')}`,
    'nested default parameters of arrows with types': `const f = ${nested('(a: number = ', '1', '): number => 1')}`,
    'nested generic calls': `const f = ${nested('<T>(', '1', ')')}`,
    'nested conditions that may be arrows': `const f = ${nested('x ? (', 'y', ') : z => z')}`,
    'nested patterns with defaults': `const f = ${nested('({ a = ', '1', ' }) => 1')}`,
    'nested async arrows': `const f = ${nested('async (a = ', '1', ') => 1')}`,
    'thirty thousand brackets': nested('[', '1', ']', 30_000),
    'thirty thousand parentheses': nested('(', '1', ')', 30_000),
    'eight thousand types': `let a: ${nested('Array<', 'number', '>', 8000)}`,
    'thirty thousand signs': `let a = 1; ${'+ '.repeat(30_000)}a`,
    'a template of templates': nested('`${', '1', '}`', 10_000),
    'fifteen hundred imports': `import { lasso } from 'shrinkage'\n`.repeat(1500),
  },
  {
    ends: [
      'too-complex',
      'syntax',
      'error',
      'unavailable',
      'out-of-memory',
      'unknown-import',
      'done',
      'time-limit',
    ],
  },
)

/** Messages that are small to send and endless to read, and what keeps them from being counted. */
const messages: Programs = [
  ...all({
    'a table of a million references to one row':
      'const row = Array(1000).fill(1)\ntable(Array(1e6).fill(row))',
    'a table of a row of a million columns': 'table([Array(1e6).fill(1)])',
    'a table whose rows are a proxy':
      'table(new Proxy([], { get: (_, key) => key === "length" ? 2 ** 32 - 1 : 1, has: () => true }))',
    'a table with a counter that was tampered with':
      'Array.prototype.reduce = () => 0\nfor (;;) table(Array(200).fill(Array(20).fill("x")))',
    'print with a join that grows':
      'Array.prototype.join = () => "x".repeat(5e7)\nfor (;;) print(1)',
    'print with a map of its own':
      'Array.prototype.map = function () { return { join: () => ({}) } }\nprint(1)',
    'print with a join that gives a symbol': 'Array.prototype.join = () => Symbol("x")\nprint(1)',
    'print with a join that gives a function': 'Array.prototype.join = () => () => 1\nprint(1)',
    'a check with a message that is an object': 'String = (x) => ({ length: 5 })\ncheck(true, "x")',
    'a message with a kind from the prototype':
      'Object.prototype.kind = "html"\nprint("<img src=x onerror=alert(1)>")',
    'a print that answers for its length':
      'String.prototype.toString = () => "x"\nprint(Object.assign(new String("x"), { a: 1 }))',
    'half a gigabyte of text': "print('x'.repeat(2 ** 28))",
    'two thousand texts of a megabyte':
      "const text = 'x'.repeat(1e6)\nfor (let k = 0; k < 2000; k++) print(text)",
    'a million prints': 'for (let k = 0; k < 1e6; k++) try { print(k) } catch {}',
    'a million tables': 'for (let k = 0; k < 1e6; k++) try { table([[k]]) } catch {}',
    'a million checks': "for (let k = 0; k < 1e6; k++) try { check(false, 'x') } catch {}",
    'a list that contains itself a thousandfold':
      'let a: any = []\nfor (let k = 0; k < 60; k++) a = [a, a]\nprint(a)',
    'an object of a million keys':
      'print(Object.fromEntries(Array.from({ length: 1e6 }, (_, k) => [k, k])))',
    'a map of maps': 'let a: any = 1\nfor (let k = 0; k < 60; k++) a = new Map([[a, a]])\nprint(a)',
  }),
]

const plotOf = (svg: string) => `import * as Plot from '@observablehq/plot'
const draw = (index, scales, channels, size, { document }) => {
  const E = (tag, attributes = {}, ...children) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', tag)
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
    for (const child of children) made.appendChild(typeof child === 'string' ? document.createTextNode(child) : child)
    return made
  }
  const times = (n, make) => Array.from({ length: n }, (_, k) => make(k))
  return ${svg}
}
plot(Plot.plot({ marks: [draw] }))
print('drawn')`

/** Pictures that cost more to draw than to send. */
const pictures: Programs = [
  ...all({
    'shared parts by the power of two': plotOf(`(() => {
      let node = E('g')
      for (let k = 0; k < 50; k++) { const outer = E('g'); outer.childNodes = [node, node]; node = outer }
      return node
    })()`),
    'an element that contains itself': plotOf(
      "(() => { const g = E('g'); g.childNodes = [g]; return g })()",
    ),
    'twenty thousand elements': plotOf(
      "E('g', {}, ...times(19000, (k) => E('rect', { x: k % 600, y: k % 400, width: 9, height: 9 })))",
    ),
    'a path of two megabytes': plotOf(
      "E('path', { d: 'M0 0' + 'L9 9L0 5'.repeat(240000), stroke: 'red', fill: 'none' })",
    ),
    'dashes too short to see': plotOf(
      "E('path', { d: 'M0 0' + 'L600 0L0 400'.repeat(9000), stroke: 'red', 'stroke-dasharray': '0.01' })",
    ),
    'markers on a path of many corners': plotOf(
      "E('g', {}, E('marker', { id: 'm', overflow: 'visible' }, ...times(90, () => E('rect', { width: 500, height: 500 }))), E('path', { d: 'M0 0' + 'L9 9L0 5'.repeat(100000), 'marker-mid': 'url(#m)' }))",
    ),
    'markers on twenty thousand lines': plotOf(
      "E('g', {}, E('marker', { id: 'm' }, ...times(90, () => E('rect', { width: 9, height: 9 }))), ...times(9000, () => E('path', { d: 'M0 0L9 9L5 5', 'marker-start': 'url(#m)', 'marker-mid': 'url(#m)', 'marker-end': 'url(#m)' })))",
    ),
    'masks on all elements': plotOf(
      "E('g', {}, E('mask', { id: 'm' }, ...times(90, () => E('rect', { width: 600, height: 400, fill: 'white' }))), ...times(9000, () => E('rect', { width: 600, height: 400, mask: 'url(#m)' })))",
    ),
    'masks within masks of groups': plotOf(`(() => {
      let node = E('rect', { width: 600, height: 400 })
      for (let k = 0; k < 35; k++) node = E('g', { mask: 'url(#m)', opacity: '0.5' }, node, ...times(9, () => E('rect', { width: 600, height: 400, mask: 'url(#m)' })))
      return E('g', {}, E('mask', { id: 'm' }, ...times(90, () => E('rect', { width: 600, height: 400, fill: 'white' }))), node)
    })()`),
    'clips on all elements': plotOf(
      "E('g', {}, E('clipPath', { id: 'm' }, ...times(90, () => E('rect', { width: 600, height: 400 }))), ...times(9000, () => E('rect', { width: 600, height: 400, 'clip-path': 'url(#m)' })))",
    ),
    'a pattern of very small tiles': plotOf(
      "E('g', {}, E('pattern', { id: 'p', width: '0.01', height: '0.01', patternUnits: 'userSpaceOnUse' }, E('rect', { width: 1, height: 1 })), ...times(500, () => E('rect', { width: 600, height: 400, fill: 'url(#p)' })))",
    ),
    'columns within columns': plotOf(
      "E('g', {}, (() => { let node = E('div', {}, 'x'); for (let k = 0; k < 14; k++) node = E('div', { style: 'columns: 2' }, node, node.cloneNode(true)); return node })())",
    ),
    'a hundred thousand columns': plotOf(
      "E('g', {}, E('div', { style: 'columns: 100000' }, 'x '.repeat(1000)))",
    ),
    'blends upon blends': plotOf(
      "E('g', {}, ...times(5000, () => E('rect', { width: 600, height: 400, style: 'mix-blend-mode: difference', opacity: '0.1' })))",
    ),
    'a text of combining marks': plotOf("E('text', { y: 50 }, 'a' + '\\u0301'.repeat(90000))"),
    'texts of combining marks': plotOf(
      "E('g', {}, ...times(300, () => E('text', { y: 50 }, 'a' + '\\u0301'.repeat(300))))",
    ),
    'a text along a path': plotOf(
      "E('g', {}, E('path', { id: 'p', d: 'M0 0' + 'L9 9L0 5'.repeat(20000) }), E('textPath', { href: '#p' }, 'x'.repeat(50000)), E('text', {}, E('textPath', { href: '#p' }, 'x '.repeat(20000))))",
    ),
    'a font of a million pixels': plotOf(
      "E('text', { 'font-size': '1000000', y: 50 }, 'x'.repeat(5000))",
    ),
    'a picture of a million pixels': 'plot({ width: 1e6, height: 1e6, marks: [] })',
    'a picture without end': 'plot({ width: Infinity, height: Infinity, marks: [] })',
    'a stroke as wide as the page': plotOf(
      "E('path', { d: 'M0 0' + 'C0 9 9 0 600 400'.repeat(50000), stroke: 'red', 'stroke-width': '5000', 'stroke-linejoin': 'round', fill: 'none' })",
    ),
    'scales of scales': plotOf(
      "(() => { let node = E('circle', { r: 1 }); for (let k = 0; k < 35; k++) node = E('g', { transform: 'scale(1000) rotate(1)' }, node); return node })()",
    ),
    'an overlay over the page': plotOf(
      "E('div', { style: 'position: fixed; inset: 0; z-index: 99999; background: white; width: 100vw; height: 100vh' }, 'x')",
    ),
    'a script': plotOf("E('script', {}, 'document.title = \"taken\"')"),
    handlers: plotOf(
      "E('rect', { width: 9, height: 9, onload: 'document.title = \"taken\"', onclick: 'document.title = \"taken\"' })",
    ),
    'a frame of html': plotOf(
      "E('foreignObject', { width: 99, height: 99 }, E('iframe', { srcdoc: '<script>parent.document.title=1</script>' }))",
    ),
  }),
]

/** Text that costs more to lay out than its length tells. */
const texts: Programs = all({
  'combining marks': "print('a' + '\\u0301'.repeat(99_000))",
  'combining marks of many kinds':
    "print('a' + '\\u0301\\u0323\\u0345\\u035c\\u20dd'.repeat(19_000))",
  'Arabic letters': "print('\\u0628'.repeat(99_000))",
  'Devanagari conjuncts': "print('\\u0915\\u094d'.repeat(49_000))",
  'controls of direction': "print('\\u202e\\u202d\\u2067\\u2066'.repeat(24_000))",
  'controls of direction, among letters': "print('\\u202ea\\u2067\\u05d0'.repeat(24_000))",
  'joiners of emoji': "print('👩\\u200d'.repeat(33_000))",
  'variation selectors': "print('a\\ufe0f'.repeat(49_000))",
  'Hangul syllables in parts': "print('\\u1100\\u1161\\u11a8'.repeat(33_000))",
  flags: "print('🇦'.repeat(49_000))",
  newlines: "print('\\n'.repeat(99_000))",
  'carriage returns': "print('\\r'.repeat(99_000))",
  tabs: "print('\\t'.repeat(99_000))",
  'line separators': "print('\\u2028'.repeat(99_000))",
  'soft hyphens': "print('a\\u00ad'.repeat(49_000))",
  'zero-width spaces': "print('\\u200b'.repeat(99_000))",
  'no-break spaces': "print('\\u00a0'.repeat(99_000))",
  'null characters': "print('\\0'.repeat(99_000))",
  'halves of surrogates': "print('\\ud800'.repeat(99_000))",
  'one long word': "print('x'.repeat(99_000))",
  ideographs: "print('权'.repeat(99_000))",
  'letters of a thousand scripts':
    "print(Array.from({ length: 90_000 }, (_, k) => String.fromCodePoint(0xa1 + k % 50_000)).join(''))",
  'two thousand long lines': "for (let k = 0; k < 1999; k++) print('\\u0628'.repeat(49))",
  'tables of Arabic letters': "table(Array(100).fill(Array(9).fill('\\u0628'.repeat(100))))",
  'a cell of combining marks': "table([['a' + '\\u0301'.repeat(99_000)]])",
  'names of columns of combining marks': "table([{ ['a' + '\\u0301'.repeat(90_000)]: 1 }])",
  'an error of combining marks': "throw new Error('\\u0301'.repeat(1_000_000))",
  'an error of newlines': "throw new Error('\\n'.repeat(1_000_000))",
  'a check of combining marks': "check(false, '\\u0301'.repeat(99_000))",
  'tables of empty cells':
    "for (let k = 0; k < 95; k++) table(Array(200).fill(Array(100).fill('')))",
  'the largest table there is': "table(Array(200).fill(Array(100).fill('12345')))",
  'many tables':
    'for (let k = 0; k < 300; k++) table(Array(200).fill(0).map(() => Array(10).fill(1.5)))',
  'many small tables': 'for (let k = 0; k < 1900; k++) table([[k]])',
})

/** An honest program, which has to end soon, with all that it shows. */
export const honestTables: Hostile = {
  name: 'three hundred small tables',
  code: 'for (let k = 0; k < 300; k++) table([1, 2, 3, 4].map((a) => ({ a, square: a * a, k })))',
  ends: ['done'],
}

const progress: Programs = all(
  {
    'progress without end': "for (;;) progress(1, 'x')",
    'progress without end, with long labels':
      "const label = 'x'.repeat(1_900_000)\nfor (;;) progress(1, label)",
    'progress of combining marks': "for (;;) progress(0.5, 'a' + '\\u0301'.repeat(99_000))",
    'progress beyond all bounds': 'Math.min = () => Infinity\nMath.max = () => NaN\nprogress(0.5)',
    'progress that is not a number, after all': 'Math.min = () => NaN\nprogress(0.5)',
    'progress with a label that is no text': 'String = () => Symbol("x")\nprogress(0.5)',
    'progress when the clock stands still':
      'performance.now = () => Infinity\nDate.now = () => 0\nfor (;;) progress(Math.random())',
    'progress from many timers':
      'for (let k = 0; k < 1000; k++) setInterval(() => progress(Math.random()), 0)',
  },
  { ends: CUT },
)

/** Loops within the engine, which go on when their worker has been ended. */
const natives: Programs = all(
  {
    'includes over all that can be counted':
      'Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 5)',
    'indexOf over all that can be counted':
      'Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 5)',
    'a list of 4 billion': 'Array.from({ length: 2 ** 32 - 1 })',
    'a sort of a sparse list': 'const a: number[] = []\na[2 ** 32 - 2] = 1\na.sort()',
    'a sort of nothing in particular': 'Array.prototype.sort.call({ length: 2 ** 53 - 1 })',
    'a reversal of all that can be counted':
      'Array.prototype.reverse.call({ length: 2 ** 53 - 1 })',
    'a fill of all that can be counted': 'Array.prototype.fill.call({ length: 2 ** 53 - 1 }, 1)',
    'a join of nothing': 'Array.prototype.join.call({ length: 2 ** 32 - 1 }, "")',
    'a flattening of nothing': 'Array.prototype.flat.call({ length: 2 ** 53 - 1 })',
    'a copy within all that can be counted':
      'Array.prototype.copyWithin.call({ length: 2 ** 53 - 1 }, 1)',
    'replaceAll of everything': "'a'.repeat(2 ** 27).replaceAll('a', 'bbb')",
    'split of everything': "'a'.repeat(2 ** 27).split('')",
    'a list as long as memory': 'new Uint8Array({ length: 2 ** 29 } as any)',
    'a pattern that backtracks': "/^(a+)+$/.test('a'.repeat(60) + 'b')",
    'a pattern that backtracks over a long text': "/(.*)*x/.test('a'.repeat(1e6))",
    'a very large integer': '(2n ** (2n ** 28n)) ** 3n',
    'a division of large integers': 'const a = 3n ** (2n ** 22n)\nfor (;;) a % (a - 1n)',
    'a text of a large integer': '(3n ** (2n ** 24n)).toString()',
    'a JSON text of shared parts':
      'let a: any = []\nfor (let k = 0; k < 40; k++) a = [a, a]\nJSON.stringify(a)',
    'a JSON text of a long list': 'JSON.stringify(Array.from({ length: 1e7 }, (_, k) => k))',
    'a search in a long text': "const text = 'a'.repeat(2 ** 28)\nfor (;;) text.indexOf('b')",
    'a normalization of a long text': "for (;;) 'a\\u0301\\u0323'.repeat(1e7).normalize('NFD')",
    'a comparison in a language':
      "const text = 'a\\u0301'.repeat(1e7)\nfor (;;) text.localeCompare(text + 'b', 'de')",
    'a segmentation of a long text':
      "[...new Intl.Segmenter('en', { granularity: 'word' }).segment('a '.repeat(5e6))]",
    'a spread of a long list': 'Math.max(...(Array.from({ length: 1e8 }).fill(1) as number[]))',
    'a proxy that answers for ever': 'Object.keys(new Proxy({}, { ownKeys: () => { for (;;); } }))',
    'a value of a loop': 'await { then() { for (;;); } }',
    'a loop that starts as the program ends':
      'new FinalizationRegistry(() => { for (;;); }).register({}, 1)\nsetTimeout(() => { Array.from({ length: 2 ** 32 - 1 }) }, 1)\nPromise.reject(1)',
    'a loop behind a failure':
      'setTimeout(() => { throw new Error("first") })\nsetTimeout(() => { Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 5) })',
    'a loop behind the last line':
      'Object.defineProperty(Set.prototype, "size", { get() { queueMicrotask(() => { for (;;); }); return 0 } })',
    'endless promises behind the last line':
      'const on = (): unknown => Promise.resolve().then(on)\non()',
    'a getter of the error that loops':
      'throw Object.defineProperty(new Error("x"), "stack", { get() { for (;;); } })',
    'a name of the error that loops': 'throw { get a() { return 1 }, toString() { for (;;); } }',
  },
  { ends: [...CUT] },
)

const memory: Programs = [
  ...all(
    {
      'a typed array by the global object': 'const a = new globalThis.Float64Array(2 ** 27)',
      'a buffer by the global object': 'const a = new globalThis.ArrayBuffer(2 ** 30)',
      'a buffer by self': 'const a = new (self as any).ArrayBuffer(2 ** 30)',
      'a typed array by the constructor of another':
        'const a = new (new Uint8Array(1).constructor as any)(2 ** 30)',
      'a buffer by the constructor of another':
        'const a = new (new Uint8Array(1).buffer.constructor as any)(2 ** 30)',
      'a typed array by the constructor of its prototype':
        'const a = new (Uint8Array.prototype as any).constructor(2 ** 30)',
      'a typed array from within': 'class Own extends Uint8Array {}\nconst a = new Own(2 ** 30)',
      'a buffer that may grow': 'const a = new (ArrayBuffer as any)(1, { maxByteLength: 2 ** 30 })',
      'a list that claims a length': 'const a = new Uint8Array({ length: 2 ** 30 } as any)',
      'Uint8Array.from a claim': 'const a = Uint8Array.from({ length: 2 ** 30 } as any)',
    },
    { ends: ['out-of-memory'] },
  ),
  ...all(
    {
      'ever more copies': 'const a = [new Uint8Array(2 ** 28)]\nfor (;;) a.push(a[0].slice())',
      'ever more copies of buffers':
        'const a = [new ArrayBuffer(2 ** 28)]\nfor (;;) a.push(a[0].slice(0))',
      'ever more views made larger':
        'const a: any[] = []\nfor (;;) a.push(new Uint8Array(2 ** 28).map((x) => x + 1))',
      'ever more objects': 'const a: object[] = []\nfor (;;) a.push({ a: [1, 2, 3] })',
      'ever more small arrays':
        'const a: Float64Array[] = []\nfor (;;) a.push(new Float64Array(1000))',
      'ever longer lists': 'let a = [1]\nfor (;;) a = a.concat(a)',
      'ever more texts':
        'const a: string[] = []\nfor (let k = 0; ; k++) a.push(String(k).repeat(1e6))',
      'ever more closures': 'let f = () => 1\nfor (;;) { const g = f; f = () => g() + 1 }',
      'ever deeper recursion':
        'const f = (n: number): number => f(n + 1) + 1\nfor (;;) try { f(0) } catch {}',
      'ever more promises': 'for (;;) Promise.resolve(new Array(1000))',
      'ever more timers': 'for (;;) setTimeout(() => {}, 1e6)',
      'a map that grows': 'const a = new Map<number, number>()\nfor (let k = 0; ; k++) a.set(k, k)',
    },
    { ends: [...NO_MEMORY, 'error', 'unavailable'] },
  ),
  ...all(
    {
      'memory of WebAssembly': 'new WebAssembly.Memory({ initial: 65536 })',
      'shared memory': 'new SharedArrayBuffer(2 ** 30)',
      'copies by structuredClone': 'structuredClone(1)',
      'a buffer by transfer': 'new ArrayBuffer(1).transfer(2 ** 30)',
    },
    { ends: ['error'] },
  ),
]

/** Code that leaves its function, and is to find nothing outside of it. */
const OUTSIDE = `'fetch XMLHttpRequest WebSocket Worker importScripts Blob indexedDB caches navigator postMessage close'.split(' ').filter((name) => name in globalThis)`
const escaping = (anything: string) => `let x = 1, y = 2
x <!--y /*
}}, (${anything}), async () => { {
//*/`

const escapes: Programs = [
  ...all({
    'code outside of its function': escaping('globalThis.found = 1'),
    'code outside that looks around':
      escaping(`globalThis.found = ${OUTSIDE}`) + '\nprint(found.length)',
    'code outside that takes the program as it starts': escaping(
      'Object.defineProperty(globalThis, "$program", { get: function g() { const taken = g.caller; throw taken } })',
    ),
    'code outside that calls its caller': escaping(
      'Object.defineProperty(globalThis, "$program", { configurable: true, get: function g() { return () => { throw g.caller?.arguments } } })',
    ),
    'code outside that prints': escaping('print("outside")'),
    'code outside that loops': escaping('(() => { for (;;); })()'),
    'code outside that loops natively': escaping(
      'Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 5)',
    ),
    'code outside that ends before it starts': escaping('Promise.reject(1)'),
    'a comment of html': 'let x = 1\nx <!-- 2\nprint(x)',
    'a comment of html that ends': 'let x = 1\n--> x\nprint(x)',
    'a line separator in a comment': "// \\u2028 import('x')\nprint(1)".replace(
      '\\u2028',
      '\u2028',
    ),
    'a bracket too many': '}\nglobalThis.found = 1\n{',
    'two brackets too many': '}}\nglobalThis.found = 1\n{{',
    'a program named as its parts': 'const $modules = 1, $load_ = 2, $whole = 3\nprint($modules)',
    'the caller of a function': 'function f() { return (f as any).caller }\nprint(f())',
    'arguments that are callers': 'function f() { return (arguments as any).callee }\nprint(f())',
    with: 'with (globalThis) { print(1) }',
    'a label of html': '<!-- print(1)\nprint(2)',
    'a getter on the messages':
      'for (const key of ["type", "output", "failure", "kind", "data"]) Object.defineProperty(Object.prototype, key, { get: () => ({}), set() {} })\nprint(1)',
    'a setter that catches what is assigned':
      'Object.defineProperty(Object.prototype, "onmessage", { set(value) { globalThis.caught = value } })\nprint(typeof globalThis.caught)',
    'then of all promises':
      'Promise.prototype.then = function (...parts) { globalThis.caught = parts; throw 1 }\nprint(1)',
    'a stack that hands out functions':
      'Error.prepareStackTrace = (_, sites) => sites.map((site) => site.getFunction())\nprint(typeof new Error().stack)',
    'the symbols of iteration':
      'Array.prototype[Symbol.iterator] = function* () { yield 1 }\nprint(...[1, 2])',
  }),
  ...all({ 'what is left outside': `print(${OUTSIDE})` }, { ends: ['done'], prints: '[]' }),
]

/** Ways to the network; each is tried from inside, and from outside of the program's function. */
const ways: Readonly<Record<string, string>> = {
  fetch: `fetch('${LISTENER}')`,
  'fetch without cors': `fetch('${LISTENER}', { mode: 'no-cors', keepalive: true })`,
  XMLHttpRequest: `(() => { const request = new XMLHttpRequest(); request.open('GET', '${LISTENER}'); request.send() })()`,
  WebSocket: `new WebSocket('${LISTENER.replace('http', 'ws')}')`,
  EventSource: `new EventSource('${LISTENER}')`,
  WebTransport: `new WebTransport('${LISTENER.replace('http', 'https')}')`,
  importScripts: `importScripts('${LISTENER}')`,
  'a worker': `new Worker('${LISTENER}')`,
  'a worker of text': `new Worker(URL.createObjectURL(new Blob(["fetch('${LISTENER}')"])))`,
  'a shared worker': `new SharedWorker('${LISTENER}')`,
  'a font': `new FontFace('x', 'url(${LISTENER})').load()`,
  'a beacon': `navigator.sendBeacon('${LISTENER}')`,
  'a peer': `new RTCPeerConnection({ iceServers: [{ urls: 'stun:localhost:LISTENER_PORT' }] }).createOffer()`,
  'a location': `location.href = '${LISTENER}'`,
  'a module': `import('${LISTENER}' + 'x.js')`,
  'a module by eval': `(0, eval)("import('${LISTENER}')")`,
  'a module by Function': `new Function("return import('${LISTENER}')")()`,
  'a module by a timer': `setTimeout("import('${LISTENER}')")`,
  'a message to all': `new BroadcastChannel('x').postMessage(1)`,
  'a cache': `caches.open('x').then((cache) => cache.add('${LISTENER}'))`,
}

const network: Programs = [
  ...all(ways),
  ...Object.entries(ways).map(([name, way]) => ({
    name: `${name}, from outside`,
    code: escaping(
      `(() => { try { return ${way.replace(/^import\(/, '(0, eval)("import")(')} } catch {} })()`,
    ),
  })),
  ...all({
    'a picture from elsewhere': plotOf(`E('image', { href: '${LISTENER}', width: 9, height: 9 })`),
    'a filling from elsewhere': plotOf(
      `E('rect', { width: 9, height: 9, fill: 'url(${LISTENER}#a)' })`,
    ),
    'a style from elsewhere': plotOf(
      `E('rect', { width: 9, height: 9, style: 'fill: url(${LISTENER}#a); mask: url(${LISTENER}#a); background: url(${LISTENER})' })`,
    ),
    'a style sheet from elsewhere': plotOf(`E('style', {}, '@import url(${LISTENER})')`),
    'a use of an element from elsewhere': plotOf(`E('use', { href: '${LISTENER}#a' })`),
    'a module behind a line separator': `// \u2028 import('${LISTENER}x.js')`,
    'a link that invites': plotOf(
      `E('a', { href: '${LISTENER}' }, E('rect', { width: 99, height: 99 }))`,
    ),
  }),
]

/** Errors that are made to be told wrongly, or never. */
const errors: Programs = all(
  {
    'a stack that throws':
      'throw Object.defineProperty(new Error("x"), "stack", { get() { throw 1 } })',
    'a message that throws':
      'throw Object.defineProperty(new Error("x"), "message", { get() { throw 1 } })',
    'a name that throws':
      'throw Object.defineProperty(new Error("x"), "name", { get() { throw 1 } })',
    'a message that is a function':
      "import { ShrinkageError } from 'shrinkage'\nthrow Object.assign(Object.create(ShrinkageError.prototype), { message: () => 1, code: () => 2 })",
    'a thrown proxy':
      'throw new Proxy({}, { get() { throw 1 }, getPrototypeOf() { throw 1 }, ownKeys() { throw 1 } })',
    'a thrown proxy of an error': 'throw new Proxy(new Error("x"), { get() { throw 1 } })',
    'a thrown symbol': 'throw Symbol("x")',
    'a stack of a million lines':
      'throw Object.assign(new Error("x"), { stack: "at x (blob:1:2)\\n".repeat(1e6) })',
    'an error that formats itself':
      'Error.prototype.toString = () => { throw 1 }\nthrow new Error("x")',
    'an error when nothing works any more':
      'for (const kind of [Array, String, Object, RegExp, Map, Set]) for (const key of Reflect.ownKeys(kind.prototype)) try { (kind.prototype as any)[key] = () => { throw 1 } } catch {}\nthrow new Error("x")',
    'an unheard rejection with a throwing reason':
      'Promise.reject({ get a() { throw 1 }, [Symbol.toPrimitive]() { throw 1 } })\nsetInterval(() => {}, 10)',
    'a throwing message of a timer':
      'setTimeout(() => { throw { toString() { throw 1 } } })\nsetInterval(() => {}, 10)',
  },
  { ends: ['error'] },
)

export const hostile: Readonly<Record<string, Programs>> = {
  compiler,
  messages,
  pictures,
  texts,
  progress,
  natives,
  memory,
  escapes,
  network,
  errors,
}
