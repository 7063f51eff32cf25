import { describe, expect, test } from 'vitest'
import { Malformed, Meter, TooMuchOutput } from '../outputs/meter.ts'
import { readMessage, refusalFor } from './protocol.ts'

const read = (message: unknown, meter = new Meter()) => readMessage(message, meter)
const shown = (output: unknown, meter = new Meter()) => read({ type: 'output', output }, meter)
const picture = (children: unknown[], attributes = {}) => ({
  kind: 'plot',
  svg: { tag: 'svg', attributes, children },
})

describe('a message of a worker', () => {
  test('is read if it has the shape of one, and only its fields', () => {
    const svg = {
      tag: 'svg',
      attributes: { a: '1' },
      children: ['x', { tag: 'g', attributes: {}, children: [] }],
    }
    const failure = { code: 'error', message: 'm', line: 1, column: 2 }
    for (const message of [
      { type: 'ready' },
      { type: 'started' },
      { type: 'ended', isWhole: true },
      { type: 'ended', failure, isWhole: false },
      { type: 'refused', failure },
      ...[
        { kind: 'print', text: '' },
        { kind: 'table', columns: ['a'], rows: [['1']], total: 1 },
        { kind: 'plot', svg },
        { kind: 'progress', share: 0.5, label: '' },
        { kind: 'check', passed: true, message: 'm' },
      ].map((output) => ({ type: 'output', output })),
    ]) {
      expect(read({ ...message, more: 1 })).toEqual(message)
    }
  })

  test.each([undefined, null, 'ready', [], { type: 'stop' }, { type: 'output' }])(
    'is none for %j',
    (data) => expect(() => read(data)).toThrow(Malformed),
  )

  test.each([
    null,
    { kind: 'html', text: '' },
    { kind: 'print', text: 5 },
    { kind: 'table', columns: ['a'], rows: [[1]], total: 1 },
    { kind: 'table', columns: ['a'], rows: [], total: -1 },
    picture([], { a: {} }),
    picture([5]),
    { kind: 'progress', share: '1', label: '' },
    { kind: 'progress', share: NaN, label: '' },
    { kind: 'check', passed: 1, message: '' },
  ])('shows nothing for output %#', (output) => {
    expect(() => shown(output)).toThrow(Malformed)
  })

  test.each([
    { code: 'stopped', message: '' },
    { code: 'error', message: {} },
    { code: 'error', message: '', line: 'x', column: 1 },
  ])('fails by nothing like %j', (failure) => {
    expect(() => read({ type: 'ended', failure })).toThrow(Malformed)
  })

  test('says no share that a bar does not have, and no endless label or reason', () => {
    const far = { kind: 'progress', share: Infinity, label: 'x'.repeat(1e6) }
    expect(shown(far)).toMatchObject({ output: { share: 1 } })
    expect(JSON.stringify(shown(far)).length).toBeLessThan(500)
    const failure = { code: 'error', message: 'x'.repeat(1e6), line: 1, column: 1 }
    expect(JSON.stringify(read({ type: 'ended', failure })).length).toBeLessThan(5000)
  })
})

describe('what is too much', () => {
  test.each([
    ['text', { kind: 'print', text: 'x'.repeat(100_001) }],
    ['cells', { kind: 'table', columns: [], rows: [Array(20_001).fill('')], total: 1 }],
    ['elements', picture(Array(20_001).fill({ tag: 'g', attributes: {}, children: [] }))],
    ['drawing', picture([], { d: 'M'.repeat(500_001) })],
  ])('as %s in one output is refused', (_, output) => {
    expect(() => shown(output)).toThrow(TooMuchOutput)
  })

  test('is counted over all outputs', () => {
    const meter = new Meter()
    for (let k = 0; k < 2000; k++) shown({ kind: 'print', text: 'x' }, meter)
    expect(() => shown({ kind: 'print', text: 'x' }, meter)).toThrow(TooMuchOutput)
  })

  test('is found soon, though parts are shared and there are 2^40 of them', () => {
    let node: unknown = { tag: 'g', attributes: {}, children: [] }
    for (let k = 0; k < 40; k++) node = { tag: 'g', attributes: {}, children: [node, node] }
    const row = Array(1e6).fill('')
    const start = performance.now()
    expect(() => shown(picture([node]))).toThrow(TooMuchOutput)
    const rows = Array(1e6).fill(row)
    expect(() => shown({ kind: 'table', columns: [], rows, total: 1 })).toThrow(TooMuchOutput)
    expect(performance.now() - start).toBeLessThan(500)
  })

  test('is told as such, and a message of no known form as another thing', () => {
    expect(refusalFor(new TooMuchOutput()).code).toBe('too-much-output')
    expect(refusalFor(new Malformed()).code).toBe('error')
    expect(() => refusalFor(new RangeError('ours'))).toThrow('ours')
  })
})

test('long words are broken, and those of scripts whose lines break anywhere are not', () => {
  const text = (text: string) => {
    const message = shown({ kind: 'print', text })
    return message.type === 'output' && message.output.kind === 'print' && message.output.text
  }
  expect(text('a'.repeat(1000))).toBe(
    ['a'.repeat(400), 'a'.repeat(400), 'a'.repeat(200)].join('\n'),
  )
  expect(text('\u0301'.repeat(401))).toBe(`${'\u0301'.repeat(400)}\n\u0301`)
  expect(text('权'.repeat(1000))).toBe('权'.repeat(1000))
  expect(text('word '.repeat(1000))).toBe('word '.repeat(1000))
})
