import { describe, expect, test } from 'vitest'
import { readMessage } from './readMessage.ts'

const shown = (output: unknown) => readMessage({ type: 'output', output })
const ended = (failure: unknown) => readMessage({ type: 'ended', failure })

describe('a message of a worker', () => {
  test('is read if it has the shape of one', () => {
    const picture = {
      tag: 'svg',
      attributes: { a: '1' },
      children: ['x', { tag: 'g', attributes: {}, children: [] }],
    }
    const failure = { code: 'error', message: 'm', places: [{ line: 1, column: 2 }] }
    for (const message of [
      { type: 'ready' },
      { type: 'started' },
      { type: 'ended' },
      { type: 'ended', failure },
      ...[
        { kind: 'print', text: '' },
        { kind: 'table', columns: ['a'], rows: [['1']], total: 1 },
        { kind: 'plot', svg: picture },
        { kind: 'progress', share: 0.5, label: '' },
        { kind: 'check', passed: true, message: 'm' },
      ].map((output) => ({ type: 'output', output })),
    ]) {
      expect(readMessage(message)).toEqual(message)
    }
  })

  test.each([undefined, null, 'ready', [], { type: 'stop' }, { type: 'output' }])(
    'is none for %j',
    (data) => expect(readMessage(data)).toBeUndefined(),
  )

  test.each([
    null,
    { kind: 'html', text: '' },
    { kind: 'print', text: 5 },
    { kind: 'print', text: 'x'.repeat(3e6) },
    { kind: 'table', columns: ['a'], rows: [[1]], total: 1 },
    { kind: 'table', columns: ['a'], rows: [], total: -1 },
    { kind: 'plot', svg: { tag: 'svg', attributes: { a: {} }, children: [] } },
    { kind: 'plot', svg: { tag: 'svg', attributes: {}, children: [5] } },
    { kind: 'progress', share: '1', label: '' },
    { kind: 'check', passed: 1, message: '' },
  ])('shows nothing for output %#', (output) => expect(shown(output)).toBeUndefined())

  test.each([
    { code: 'stopped', message: '', places: [] },
    { code: 'error', message: {}, places: [] },
    { code: 'error', message: '', places: [{ line: 'x', column: 1 }] },
    { code: 'error', message: '', places: [], import: -1 },
  ])('fails by nothing like %j', (failure) => expect(ended(failure)).toBeUndefined())
})
