import { expect, test } from 'vitest'
import { createReader, type Source } from '../reading/read.ts'
import { faultText } from './faultText.ts'
import { noteText } from './noteText.ts'
import { optionText } from './optionText.ts'
import { questionText } from './questionText.ts'
import { refusalText } from './refusalText.ts'

const sources: Source[] = [
  '',
  'a,b\n',
  'a\n1\n',
  '1,2\n3,4\n',
  'a,b\nx,1\ny,2\n',
  'zip,x,y\n01234,1,2\n04321,2,3\n',
  'date,x,y\n2024-01-01,1,2\n2024-01-02,2,3\n',
  'a,b\n1,2\n3\n4,1e999\n5,"6\n',
  'a,b\n1 kg,2\n3 g,4\n5 kg,x\n1,2\n',
  'a;b\n1.234;-999\n2.345;1\n3.456;2\n',
  'a,b\n1,\n,2\n3,4\n',
  'p,q;r,s\n1,2;3,4\n',
  '"x" "y"\n"1" 1 2\n"2" 3 4\n',
  'title,,\na,b,c\n1,2,3\n',
  new Uint8Array([0xc9, 0xed, 0x2c, 0x62, 10, 49, 44, 50]),
  new Uint8Array([0x50, 0x4b, 3, 4]),
  new Uint8Array([0, 1, 0, 0, 7]),
  '1'.repeat(10_000_001),
]

test.each(sources.map((source) => [source.slice(0, 20).toString(), source] as const))(
  'what is said of %j is said in both languages, with the same numbers',
  (_, source) => {
    const { questions, faults, notes, refusal, table } = createReader(source)({})
    expect(questions.length + faults.length > 0 || refusal !== undefined).toBe(table === undefined)
    const said = [
      ...questions.flatMap((question) => [
        questionText(question),
        ...question.options.map(optionText),
      ]),
      ...faults.flatMap((fault) => [faultText(fault).place, faultText(fault).text]),
      ...notes.map(noteText),
      ...(refusal ? [refusalText(refusal)] : []),
    ]
    expect(said.length).toBeGreaterThan(0)
    // A one may be a word: “once”, “this row”.
    const numbers = (text: string) =>
      [...text.matchAll(/\d+/g)]
        .map(([digits]) => digits)
        .filter((digits) => digits !== '1')
        .sort()
    for (const { en, zh } of said) {
      expect(en + zh).not.toMatch(/undefined|NaN|\[object/)
      expect(zh).toMatch(/[\u4e00-\u9fff]|UTF/)
      expect(numbers(zh)).toEqual(numbers(en))
    }
  },
)

test('a question always has an answer', () => {
  for (const source of sources) {
    for (const { options } of createReader(source)({}).questions) {
      expect(options.length).toBeGreaterThan(0)
    }
  }
})

test('lines are listed in the way of each language', () => {
  const { en, zh } = questionText({ code: 'gaps', count: 3, samples: ['4', '5'], options: [] })
  expect(en).toContain('(lines 4, 5, …)')
  expect(zh).toContain('（第 4、5…… 行）')
})
