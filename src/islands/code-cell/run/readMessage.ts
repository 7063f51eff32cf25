import { MOST_CHARACTERS, type WorkerFailure, type WorkerMessage } from './protocol.ts'
import type { FailureCode, Output, SvgNode } from './types.ts'
import type { Place } from './places.ts'

type Fields = Record<string, unknown>
type Test<T> = (value: unknown) => value is T

const CODES: readonly FailureCode[] = [
  'syntax',
  'error',
  'unknown-import',
  'too-much-output',
  'out-of-memory',
]
const DEEPEST = 60

/** A message of a worker; undefined if it is not one, for then somebody else speaks. */
export function readMessage(data: unknown): WorkerMessage | undefined {
  if (!isFields(data)) return undefined
  switch (data['type']) {
    case 'ready':
    case 'started':
      return { type: data['type'] }
    case 'output':
      return isOutput(data['output']) ? { type: 'output', output: data['output'] } : undefined
    case 'ended': {
      const { failure } = data
      if (failure === undefined) return { type: 'ended' }
      return isFailure(failure) ? { type: 'ended', failure } : undefined
    }
    default:
      return undefined
  }
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MOST_CHARACTERS

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0

const isListOf =
  <T>(test: Test<T>, most: number): Test<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.length <= most && value.every(test)

const isTexts = isListOf(isText, MOST_CHARACTERS)

function isOutput(value: unknown): value is Output {
  if (!isFields(value)) return false
  switch (value['kind']) {
    case 'print':
      return isText(value['text'])
    case 'table':
      return (
        isTexts(value['columns']) &&
        isListOf(isTexts, MOST_CHARACTERS)(value['rows']) &&
        isCount(value['total'])
      )
    case 'plot':
      return isNode(value['svg'])
    case 'progress':
      return typeof value['share'] === 'number' && isText(value['label'])
    case 'check':
      return typeof value['passed'] === 'boolean' && isText(value['message'])
    default:
      return false
  }
}

function isNode(value: unknown, depth = 0): value is SvgNode {
  return (
    depth < DEEPEST &&
    isFields(value) &&
    isText(value['tag']) &&
    isFields(value['attributes']) &&
    Object.values(value['attributes']).every(isText) &&
    Array.isArray(value['children']) &&
    value['children'].every((child) => isText(child) || isNode(child, depth + 1))
  )
}

function isFailure(value: unknown): value is WorkerFailure {
  return (
    isFields(value) &&
    CODES.includes(value['code'] as FailureCode) &&
    isText(value['message']) &&
    (value['shrinkage'] === undefined || isText(value['shrinkage'])) &&
    isListOf(isPlace, 1000)(value['places']) &&
    (value['import'] === undefined || isCount(value['import']))
  )
}

const isPlace = (value: unknown): value is Place =>
  isFields(value) && isCount(value['line']) && isCount(value['column'])
