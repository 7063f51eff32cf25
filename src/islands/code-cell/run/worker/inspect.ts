/** Wider lines are broken. */
const WIDTH = 76
/** More entries of a list than these are counted, not shown. */
const MOST = 1000
/** Lists and objects deeper than this are named, not shown. */
const DEEPEST = 5

/** A value as Node's `console.log` prints it, with two differences: typed arrays look like arrays, and more is shown. */
export function format(value: unknown): string {
  return typeof value === 'string' ? value : inspect(value, [])
}

function inspect(value: unknown, parents: readonly object[]): string {
  if (typeof value === 'string') return formatString(value)
  if (typeof value === 'bigint') return `${value}n`
  if (Object.is(value, -0)) return '-0'
  if (typeof value === 'function') return formatFunction(value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (parents.includes(value)) return '[Circular]'

  const whole = formatWhole(value)
  if (whole !== undefined) return whole
  const isList = Array.isArray(value) || ArrayBuffer.isView(value)
  if (parents.length >= DEEPEST) return isList ? '[Array]' : `[${nameOfClass(value) || 'Object'}]`
  const next = [...parents, value]
  const entry = (item: unknown) => inspect(item, next)

  if (value instanceof Map) {
    const items = [...firstOf(value)].map(([key, item]) => `${entry(key)} => ${entry(item)}`)
    return layOut(`Map(${value.size}) `, '{', withRest(items, value.size), '}', parents.length)
  }
  if (value instanceof Set) {
    const items = [...firstOf(value)].map(entry)
    return layOut(`Set(${value.size}) `, '{', withRest(items, value.size), '}', parents.length)
  }
  if (isList && !(value instanceof DataView)) {
    const list = value as unknown as ArrayLike<unknown>
    const items = Array.from({ length: Math.min(list.length, MOST) }, (_, i) =>
      i in list ? entry(list[i]) : '<empty>',
    )
    return layOut('', '[', withRest(items, list.length), ']', parents.length)
  }
  const keys = Reflect.ownKeys(value).filter((key) => isEnumerable(value, key))
  const items = keys
    .slice(0, MOST)
    .map((key) => `${formatKey(key)}: ${formatProperty(value, key, entry)}`)
  const name = nameOfClass(value)
  return layOut(name && `${name} `, '{', withRest(items, keys.length), '}', parents.length)
}

/** Objects that are printed as one word or one text. */
function formatWhole(value: object): string | undefined {
  if (value instanceof Error) {
    const { name, message } = value
    return message === '' ? String(name) : `${name}: ${message}`
  }
  if (value instanceof Date) return Number.isNaN(+value) ? 'Invalid Date' : value.toISOString()
  if (value instanceof RegExp) return String(value)
  if (value instanceof ArrayBuffer || value instanceof DataView) {
    return `${nameOfClass(value)} { byteLength: ${value.byteLength} }`
  }
  return undefined
}

function formatFunction(value: { name: string }): string {
  const isClass = /^class\b/.test(Function.prototype.toString.call(value))
  const name = value.name || '(anonymous)'
  return isClass ? `[class ${name}]` : `[Function: ${name}]`
}

/** A getter is not called: it may do anything. */
function formatProperty(value: object, key: PropertyKey, entry: (item: unknown) => string) {
  const { get, set, value: held } = Object.getOwnPropertyDescriptor(value, key) ?? {}
  if (get) return set ? '[Getter/Setter]' : '[Getter]'
  return set ? '[Setter]' : entry(held)
}

const isEnumerable = (value: object, key: PropertyKey) =>
  Object.prototype.propertyIsEnumerable.call(value, key)

function* firstOf<T>(items: Iterable<T>): Generator<T> {
  let count = 0
  for (const item of items) {
    if (count++ === MOST) return
    yield item
  }
}

const withRest = (items: readonly string[], total: number): string[] =>
  total > items.length ? [...items, `… ${total - items.length} more`] : [...items]

/** One line if it fits; short entries fill lines, long ones have one each. */
function layOut(
  prefix: string,
  open: string,
  items: readonly string[],
  close: string,
  depth: number,
): string {
  if (items.length === 0) return `${prefix}${open}${close}`
  const room = WIDTH - 2 * depth
  const line = `${prefix}${open} ${items.join(', ')} ${close}`
  if (line.length <= room && !line.includes('\n')) return line

  const isShort = open === '[' && items.every((item) => item.length <= 24 && !item.includes('\n'))
  const lines = isShort ? filled(items, room) : items
  const body = lines.map((text) => `  ${text.replaceAll('\n', '\n  ')}`).join(',\n')
  return `${prefix}${open}\n${body}\n${close}`
}

/** Entries of equal width, as many to a line as fit. */
function filled(items: readonly string[], room: number): string[] {
  const width = Math.max(...items.map((item) => item.length))
  const perLine = Math.max(1, Math.floor(room / (width + 2)))
  const lines: string[] = []
  for (let start = 0; start < items.length; start += perLine) {
    const cells = items.slice(start, start + perLine)
    lines.push(cells.map((item) => item.padStart(width)).join(', '))
  }
  return lines
}

/** The class of an object where it is worth saying; empty for a plain object. */
function nameOfClass(value: object): string {
  const prototype = Object.getPrototypeOf(value)
  if (prototype === null) return '[Object: null prototype]'
  const name: unknown = prototype.constructor?.name
  // A module as a whole has no class either.
  return typeof name === 'string' && name !== 'Object' ? name : ''
}

/** A text within a list or an object: in the quotes that it does not hold. */
function formatString(text: string): string {
  const quote = ["'", '"', '`'].find((mark) => !text.includes(mark)) ?? "'"
  const inside = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"')
  return `${quote}${quote === "'" ? inside.replaceAll("'", "\\'") : inside}${quote}`
}

function formatKey(key: PropertyKey): string {
  if (typeof key === 'symbol') return `[${String(key)}]`
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(String(key))
    ? String(key)
    : formatString(String(key))
}
