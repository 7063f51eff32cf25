import type { Text } from '../../../figures/kit/figure.ts'

/** An answer that cannot be judged, and why. */
export class Unfit extends Error {
  readonly text: Text

  constructor(text: Text) {
    super(text.en)
    this.text = text
  }
}

/** Longer messages of an error are cut. */
const LONGEST = 160

/**
 * Calls the reader's function.
 *
 * @param name of the function in the program
 * @param answer the function, or whatever else has this name
 * @param given its arguments, which are copied: it may change them
 * @throws Unfit if it is no function, or throws
 */
export function call(name: string, answer: unknown, ...given: unknown[]): unknown {
  if (typeof answer !== 'function') throw unfit(name, answer, { en: 'a function', zh: '一个函数' })
  const copies = given.map(copyOf)
  try {
    return (answer as (...given: unknown[]) => unknown)(...copies)
  } catch (error) {
    throw thrown(name, error)
  }
}

/**
 * One number of an answer.
 *
 * @throws Unfit if it is none, or not finite
 */
export function numberIn(name: string, value: unknown): number {
  if (typeof value !== 'number') throw unfit(name, value, { en: 'a number', zh: '一个数' })
  if (!Number.isFinite(value)) throw notFinite(name, value)
  return value
}

/**
 * The numbers of an answer: a list, or a typed array.
 *
 * @param name what to call it
 * @param value what the program gave
 * @param length the number of numbers expected
 * @throws Unfit if it is no such list
 */
export function numbersIn(name: string, value: unknown, length: number): number[] {
  const entries = listIn(name, value, length, {
    en: `an array of ${length} numbers`,
    zh: `含 ${length} 个数的数组`,
  })
  return entries.map((entry, i) => numberIn(`${name}[${i}]`, entry))
}

/**
 * The rows of an answer.
 *
 * @param name what to call it
 * @param value what the program gave
 * @param rows the number of rows expected
 * @param columns the length of each
 * @throws Unfit if it is no such list of lists
 */
export function rowsIn(name: string, value: unknown, rows: number, columns: number): number[][] {
  const entries = listIn(name, value, rows, {
    en: `an array of ${rows} rows`,
    zh: `含 ${rows} 行的数组`,
  })
  return entries.map((row, i) => numbersIn(`${name}[${i}]`, row, columns))
}

/**
 * The fields of an answer.
 *
 * @throws Unfit if it is no object, or lacks one
 */
export function fieldsIn<K extends string>(
  name: string,
  value: unknown,
  keys: readonly K[],
): Record<K, unknown> {
  const form = keys.join(', ')
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  if (!isObject || isPromise(value)) {
    throw unfit(name, value, { en: `an object { ${form} }`, zh: `对象 { ${form} }` })
  }
  const fields = guarded(name, () => keys.map((key) => [key, (value as Record<K, unknown>)[key]]))
  const missing = fields.find(([, field]) => field === undefined)
  if (missing) {
    throw new Unfit({
      en: `${name} has no ${String(missing[0])}; expected an object { ${form} }.`,
      zh: `${name} 里没有 ${String(missing[0])}，应为对象 { ${form} }。`,
    })
  }
  return Object.fromEntries(fields) as Record<K, unknown>
}

function listIn(name: string, value: unknown, length: number, expected: Text): unknown[] {
  const isList = Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value)
  if (!isList) throw unfit(name, value, expected)
  const entries = value as ArrayLike<unknown>
  const count = guarded(name, () => entries.length)
  if (count !== length) {
    throw new Unfit({
      en: `${name} has length ${count}; expected ${expected.en}.`,
      zh: `${name} 的长度是 ${count}，应为${expected.zh}。`,
    })
  }
  return guarded(name, () => Array.from(entries))
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, copyOf(field)]))
}

/** Reads what may throw when it is read. */
function guarded<T>(name: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw thrown(name, error)
  }
}

function thrown(name: string, error: unknown): Unfit {
  const message = (error instanceof Error ? error.message : textOf(error)).slice(0, LONGEST)
  return new Unfit({
    en: `${name} threw an error: ${message.replace(/[.。]$/, '')}.`,
    zh: `${name} 抛出了错误：${message.replace(/[.。]$/, '')}。`,
  })
}

function textOf(value: unknown): string {
  try {
    return String(value)
  } catch {
    return typeof value
  }
}

function notFinite(name: string, value: number): Unfit {
  return new Unfit({
    en: `${name} is ${value}: a division by zero, or a descent whose learning rate is too large.`,
    zh: `${name} 是 ${value}：可能除以了零，也可能学习率太大，下降发散了。`,
  })
}

function unfit(name: string, value: unknown, expected: Text): Unfit {
  const [en, zh] = kindOf(value)
  const hint =
    value === undefined
      ? { en: ' Is there a return?', zh: '是不是漏了 return？' }
      : isPromise(value)
        ? { en: ' Write it without async.', zh: '请不要写成 async。' }
        : { en: '', zh: '' }
  return new Unfit({
    en: `${name} is ${en}; expected ${expected.en}.${hint.en}`,
    zh: `${name} 是${zh}，应为${expected.zh}。${hint.zh}`,
  })
}

function kindOf(value: unknown): [en: string, zh: string] {
  if (value === undefined || value === null) return [String(value), ` ${value}`]
  if (isPromise(value)) return ['a promise', ' Promise']
  if (Array.isArray(value)) return ['an array', '数组']
  const kinds: Record<string, [string, string]> = {
    string: ['a string', '字符串'],
    number: ['a number', '一个数'],
    boolean: ['true or false', '布尔值'],
    function: ['a function', '函数'],
    object: ['an object', '对象'],
  }
  return kinds[typeof value] ?? [`a ${typeof value}`, ` ${typeof value}`]
}

const isPromise = (value: unknown): boolean => value instanceof Promise
