/* Tables as people have them, with the answers that a reader gives where the table does not tell. */
import { readNumericTable } from 'shrinkage'
import { expect, test } from 'vitest'
import { choose, type Choices, type Question, type Reading } from './reading.ts'
import { createReader, type Source } from './read.ts'

/** An answer: the code of the question, perhaps its column, and the name or the code of the option. */
type Answer = string

interface Case {
  what: string
  source: Source
  answers?: Answer[]
  columns: string[]
  rows: number[][]
  notes?: string[]
}

const codeOf = ({ code, name }: Question) => (name === undefined ? code : `${code} ${name}`)

/** Reads a source with a reader's answers, in order; every question must be answered, and no other. */
function readWith(source: Source, answers: readonly Answer[] = []): Reading {
  const read = createReader(source)
  let choices: Choices = {}
  for (const answer of answers) {
    const [asked, given] = answer.split(': ')
    const { questions } = read(choices)
    const question = questions.find((one) => codeOf(one) === asked)
    const option = question?.options.find(
      ({ code, name }) => `${code} ${name ?? ''}`.trim() === given,
    )
    if (!option) {
      const found = questions.map((one) => `${codeOf(one)}: ${one.options.map(({ code, name }) => `${code} ${name ?? ''}`.trim()).join(' | ')}`) // prettier-ignore
      throw new Error(`“${answer}” cannot be answered; there are\n${found.join('\n')}`)
    }
    choices = choose(choices, option.choices)
  }
  return read(choices)
}

const utf16 = (text: string, isBig = false, hasMark = true) => {
  const bytes = Buffer.from((hasMark ? '\ufeff' : '') + text, 'utf16le')
  return new Uint8Array(isBig ? bytes.swap16() : bytes)
}
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)),
  )
const utf8 = (text: string) => new Uint8Array(Buffer.from(text))

const cases: Case[] = [
  {
    what: 'points between thousands beside decimal commas',
    source: 'size;rooms;price\n72,5;3;420.000\n50;2;310.000\n61,5;2;250\n',
    columns: ['size', 'rooms', 'price'],
    rows: [[72.5, 3, 420_000], [50, 2, 310_000], [61.5, 2, 250]], // prettier-ignore
    notes: ['separator', 'decimal'],
  },
  {
    what: 'three digits behind a mark, which may be thousands: thousands',
    source: 'a;b\n1.234;1\n2.500;2\n',
    answers: ['decimal a: decimal comma'],
    columns: ['a', 'b'],
    rows: [[1234, 1], [2500, 2]], // prettier-ignore
  },
  {
    what: 'three digits behind a mark, which may be thousands: decimals',
    source: 'lat\tlon\n48.123\t11.567\n48.500\t11.250\n',
    answers: ['decimal lat: decimal point'],
    columns: ['lat', 'lon'],
    rows: [[48.123, 11.567], [48.5, 11.25]], // prettier-ignore
  },
  {
    what: 'points that may part thousands beside decimal points: the reader says',
    source: 'size;price;rate\n72.5;420.000;1.125\n61.5;250;2.250\n',
    answers: ['decimal price: decimal comma'],
    columns: ['size', 'price', 'rate'],
    rows: [[72.5, 420_000, 1.125], [61.5, 250, 2.25]], // prettier-ignore
  },
  {
    what: 'three decimals everywhere beside decimal points',
    source: 'size,price\n72.5,420.125\n61.5,250.000\n',
    columns: ['size', 'price'],
    rows: [[72.5, 420.125], [61.5, 250]], // prettier-ignore
  },
  {
    what: 'quoted American thousands beside decimals',
    source: 'price,rate\n"420,000",1.5\n"1,310,000",2.25\n',
    columns: ['price', 'rate'],
    rows: [[420_000, 1.5], [1_310_000, 2.25]], // prettier-ignore
  },
  {
    what: 'German thousands with two marks',
    source: 'Umsatz;Quote\n1.234.567,89;0,5\n98,10;1,25\n',
    columns: ['Umsatz', 'Quote'],
    rows: [[1_234_567.89, 0.5], [98.1, 1.25]], // prettier-ignore
  },
  {
    what: 'French thin spaces between thousands',
    source: 'prix;surface\n420\u202f000;72,5\n1\u00a0310\u00a0000;61\n',
    columns: ['prix', 'surface'],
    rows: [[420_000, 72.5], [1_310_000, 61]], // prettier-ignore
  },
  {
    what: 'Swiss apostrophes',
    source: "a;b\n1'234.50;1\n12’345.75;2\n",
    columns: ['a', 'b'],
    rows: [[1234.5, 1], [12_345.75, 2]], // prettier-ignore
  },
  {
    what: 'Indian groups',
    source: 'a\tb\n1,23,456.50\t1\n12,34,567\t2\n',
    columns: ['a', 'b'],
    rows: [[123_456.5, 1], [1_234_567, 2]], // prettier-ignore
  },
  {
    what: 'an index column as pandas writes it',
    source: ',x,y\n0,1,2\n1,3,5\n2,4,4\n',
    columns: ['x', 'y'],
    rows: [[1, 2], [3, 5], [4, 4]], // prettier-ignore
    notes: ['row-names'],
  },
  {
    what: 'row names as R writes them',
    source: '"","x","y"\n"Anna",1,2\n"Bo",3,5\n',
    columns: ['x', 'y'],
    rows: [[1, 2], [3, 5]], // prettier-ignore
    notes: ['row-names'],
  },
  {
    what: 'one name too few, as in R’s write.table: row names',
    source: '"x" "y"\n"1" 1.5 2\n"2" 3 5\n',
    answers: ['unnamed: unnamed first'],
    columns: ['x', 'y'],
    rows: [[1.5, 2], [3, 5]], // prettier-ignore
    notes: ['separator', 'row-names'],
  },
  {
    what: 'Excel’s line that names the separator',
    source: 'sep=;\r\na;b\r\n1;2\r\n3;4\r\n',
    columns: ['a', 'b'],
    rows: [[1, 2], [3, 4]], // prettier-ignore
  },
  {
    what: 'a title and a blank line above the names',
    source: 'Report 2024;;\n;;\nsize;rooms;price\n50;2;310\n72;3;420\n',
    answers: ['header: header'],
    columns: ['size', 'rooms', 'price'],
    rows: [[50, 2, 310], [72, 3, 420]], // prettier-ignore
    notes: ['separator', 'skipped'],
  },
  {
    what: 'no names',
    source: '1,2\n3,4\n',
    answers: ['header: no-header'],
    columns: ['c1', 'c2'],
    rows: [[1, 2], [3, 4]], // prettier-ignore
    notes: ['no-header'],
  },
  {
    what: 'years as names',
    source: 'rate,1990,2000\n0.1,2.5,2\n0.3,4.5,5\n',
    answers: ['header: header'],
    columns: ['rate', '1990', '2000'],
    rows: [[0.1, 2.5, 2], [0.3, 4.5, 5]], // prettier-ignore
  },
  {
    what: 'years as the only names, which programs could not tell from numbers',
    source: '1990,2000\n2.5,2\n4.5,5\n',
    answers: ['header: header'],
    columns: ['c1990', 'c2000'],
    rows: [[2.5, 2], [4.5, 5]], // prettier-ignore
  },
  {
    what: 'trailing separators on every line',
    source: 'a;b;\n1;2;\n3;4;\n',
    columns: ['a', 'b'],
    rows: [[1, 2], [3, 4]], // prettier-ignore
    notes: ['separator', 'empty-columns'],
  },
  {
    what: 'trailing separators on the rows alone',
    source: 'a;b\n1;2;\n3;4;\n',
    columns: ['a', 'b'],
    rows: [[1, 2], [3, 4]], // prettier-ignore
  },
  {
    what: 'blank lines inside, and rows of nothing at the end',
    source: 'a,b\n1,2\n\n3,4\n,\n,\n',
    columns: ['a', 'b'],
    rows: [[1, 2], [3, 4]], // prettier-ignore
    notes: ['blank-lines'],
  },
  {
    what: 'names that repeat, and one that is missing',
    source: 'a,a,,b\n1,2,3,4\n5,6,7,8\n',
    columns: ['a', 'a_2', 'c3', 'b'],
    rows: [[1, 2, 3, 4], [5, 6, 7, 8]], // prettier-ignore
    notes: ['named'],
  },
  {
    what: 'missing values written in many ways',
    source: 'a,b\n1,2\nNA,3\n4,n/a\n,5\n#N/A,6\n-,7\n8,9\n',
    answers: ['gaps: gaps'],
    columns: ['a', 'b'],
    rows: [[1, 2], [8, 9]], // prettier-ignore
    notes: ['gaps-out'],
  },
  {
    what: 'a column that is mostly missing, left out in place of the rows',
    source: 'a,b,c\n1,2,NA\n3,4,NA\n5,6,1\n',
    answers: ['gaps: column-out c'],
    columns: ['a', 'b'],
    rows: [[1, 2], [3, 4], [5, 6]], // prettier-ignore
  },
  {
    what: '-999 for a missing value',
    source: 'a,b\n1,2\n-999,3\n4,5\n6,7\n',
    answers: ['sentinel a: sentinel missing', 'gaps: gaps'],
    columns: ['a', 'b'],
    rows: [[1, 2], [4, 5], [6, 7]], // prettier-ignore
  },
  {
    what: '-999 that is a number',
    source: 'a,b\n1,2\n-999,3\n4,5\n',
    answers: ['sentinel a: sentinel number'],
    columns: ['a', 'b'],
    rows: [[1, 2], [-999, 3], [4, 5]], // prettier-ignore
  },
  {
    what: 'words as columns of 0 and 1',
    source: 'x,colour,y\n1,red,5\n2,blue,6\n3,green,7\n',
    answers: ['words colour: use dummies'],
    columns: ['x', 'colour=green', 'colour=red', 'y'],
    rows: [[1, 0, 1, 5], [2, 0, 0, 6], [3, 1, 0, 7]], // prettier-ignore
    notes: ['counts-rows', 'dummies'],
  },
  {
    what: 'words left out',
    source: 'x,colour,y\n1,red,5\n2,blue,6\n',
    answers: ['words colour: use out'],
    columns: ['x', 'y'],
    rows: [[1, 5], [2, 6]], // prettier-ignore
    notes: ['left-out'],
  },
  {
    what: 'several columns of words at once',
    source: 'a,b,c,x,y\nu,v,w,1,2\np,q,r,3,4\n',
    answers: ['columns: columns-out'],
    columns: ['x', 'y'],
    rows: [[1, 2], [3, 4]], // prettier-ignore
  },
  {
    what: 'NA as the code of a country among words',
    source: 'country,x\nNA,1\nZA,2\n',
    answers: ['words country: use dummies'],
    columns: ['country=ZA', 'x'],
    rows: [[0, 1], [1, 2]], // prettier-ignore
  },
  {
    what: 'percent signs',
    source: 'rate;x\n12,5%;1\n8 %;2\n',
    columns: ['rate', 'x'],
    rows: [[12.5, 1], [8, 2]], // prettier-ignore
    notes: ['separator', 'decimal', 'unit'],
  },
  {
    what: 'currencies before and behind',
    source: 'a\tb\n$1,200.50\t€3\n$80.00\t€ 4\n',
    columns: ['a', 'b'],
    rows: [[1200.5, 3], [80, 4]], // prettier-ignore
    notes: ['separator', 'decimal', 'unit', 'unit'],
  },
  {
    what: 'units that differ, read alike',
    source: 'weight,x\n12 kg,1\n13,2\n14 kg,3\n',
    answers: ['units weight: units ignored'],
    columns: ['weight', 'x'],
    rows: [[12, 1], [13, 2], [14, 3]], // prettier-ignore
  },
  {
    what: 'units that differ, the others left out',
    source: 'weight,x\n12 kg,1\n500 g,2\n14 kg,3\n',
    answers: ['units weight: units kept', 'faults: faults'],
    columns: ['weight', 'x'],
    rows: [[12, 1], [14, 3]], // prettier-ignore
  },
  {
    what: 'Chinese units and full-width digits',
    source: '面积，价格\n７２平米，420万元\n５０平米，310万元\n',
    columns: ['面积', '价格'],
    rows: [[72, 420], [50, 310]], // prettier-ignore
    notes: ['separator', 'unit', 'unit'],
  },
  {
    what: 'minus signs of typography and of accountants',
    source: 'a\tb\n−1.5\t(1,200.00)\n2.5\t3.00\n',
    columns: ['a', 'b'],
    rows: [[-1.5, -1200], [2.5, 3]], // prettier-ignore
  },
  {
    what: 'dates after the standard, as days',
    source: 'date,x\n2024-01-30,1\n2024-02-01,2\n',
    answers: ['date date: use ymd'],
    columns: ['date', 'x'],
    rows: [[0, 1], [2, 2]], // prettier-ignore
    notes: ['days'],
  },
  {
    what: 'dates with slashes, which only the reader can tell: the day first',
    source: 'date,x\n03/04/2024,1\n05/04/2024,2\n',
    answers: ['date date: use dmy'],
    columns: ['date', 'x'],
    rows: [[0, 1], [2, 2]], // prettier-ignore
  },
  {
    what: 'dates with slashes, which only the reader can tell: the month first',
    source: 'date,x\n03/04/2024,1\n05/04/2024,2\n',
    answers: ['date date: use mdy'],
    columns: ['date', 'x'],
    rows: [[0, 1], [61, 2]], // prettier-ignore
  },
  {
    what: 'dates with dots and times, and Chinese ones',
    source: 'a;b;x\n01.02.2024 12:00;2024年2月1日;1\n03.02.2024 00:00;2024年2月3日;2\n',
    answers: ['date a: use dmy', 'date b: use ymd'],
    columns: ['a', 'b', 'x'],
    rows: [[0, 0, 1], [1.5, 2, 2]], // prettier-ignore
  },
  {
    what: 'dates without a separator, which are no numbers',
    source: 'day,x,y\n20240131,1,2\n20240201,2,1\n',
    answers: ['date day: use ymd'],
    columns: ['day', 'x', 'y'],
    rows: [[0, 1, 2], [1, 2, 1]], // prettier-ignore
  },
  {
    what: 'dates of two digits or in words, which are left out',
    source: 'a,b,x,y\n01.02.24,5 Jan 2024,1,2\n03.02.24,6 Feb 2024,2,3\n',
    answers: ['date a: use out', 'date b: use out'],
    columns: ['x', 'y'],
    rows: [[1, 2], [2, 3]], // prettier-ignore
  },
  {
    what: 'postal codes, whose zeros in front tell',
    source: 'zip,x,y\n01234,1,2\n98765,2,3\n',
    answers: ['code zip: use out'],
    columns: ['x', 'y'],
    rows: [[1, 2], [2, 3]], // prettier-ignore
  },
  {
    what: 'an identity number longer than numbers hold',
    source: 'id,x,y\n110101199003071234,1,2\n110101199003075678,2,3\n',
    answers: ['code id: use out'],
    columns: ['x', 'y'],
    rows: [[1, 2], [2, 3]], // prettier-ignore
  },
  {
    what: 'cells with commas, quotes and line breaks, and inches',
    source: 'note,"a ""b""\nc",size\n"one, two\nthree",1,2\n5" pipe,3,4\n',
    answers: ['words note: use out'],
    columns: ['a "b"\nc', 'size'],
    rows: [[1, 2], [3, 4]], // prettier-ignore
  },
  {
    what: 'rows that are too short or too long',
    source: 'a,b\n1,2\n3\n4,5,6\n7,8\n',
    answers: ['faults: faults'],
    columns: ['a', 'b'],
    rows: [[1, 2], [7, 8]], // prettier-ignore
    notes: ['faults-out'],
  },
  {
    what: 'a quote that is not closed',
    source: 'a,b\n1,2\n3,"4\n5,6\n',
    answers: ['faults: faults'],
    columns: ['a', 'b'],
    rows: [[1, 2], [5, 6]], // prettier-ignore
  },
  {
    what: 'commas and semicolons that would both do',
    source: 'size, m2;price, EUR\n72,5;420,5\n50,0;310,0\n',
    answers: ['separator: separator semicolon'],
    columns: ['size, m2', 'price, EUR'],
    rows: [[72.5, 420.5], [50, 310]], // prettier-ignore
  },
  {
    what: 'decimal points and commas in one column',
    source: 'a;b\n1.5;1\n2,5;2\n3.5;3\n',
    answers: ['decimal a: decimal point', 'faults: faults'],
    columns: ['a', 'b'],
    rows: [[1.5, 1], [3.5, 3]], // prettier-ignore
  },
  {
    what: 'columns between bars',
    source: 'a | b\n1 | 2\n3 | 4\n',
    columns: ['a', 'b'],
    rows: [[1, 2], [3, 4]], // prettier-ignore
  },
  {
    what: 'a Markdown table',
    source: '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n',
    columns: ['a', 'b'],
    rows: [[1, 2], [3, 4]], // prettier-ignore
    notes: ['separator'],
  },
  {
    what: 'a Markdown table with colons, and commas in its cells',
    source:
      '| size, m2 | rooms | price |\r\n|:--|:-:|------:|\r\n| 72,5 | 3 | 420,5 |\r\n| 50,0 | 2 | 310,0 |',
    columns: ['size, m2', 'rooms', 'price'],
    rows: [[72.5, 3, 420.5], [50, 2, 310]], // prettier-ignore
    notes: ['separator', 'decimal'],
  },
  {
    what: 'a Markdown table without bars at its ends',
    source: 'a | b\n-- | --:\n1 | 2\n3 | 4\n',
    columns: ['a', 'b'],
    rows: [[1, 2], [3, 4]], // prettier-ignore
  },
  {
    what: 'a Markdown table with bars before its rows alone, and single dashes',
    source: '|a|b\n|-|-\n|1|2\n|3|4\n',
    columns: ['a', 'b'],
    rows: [[1, 2], [3, 4]], // prettier-ignore
  },
  {
    what: 'a Markdown table with an index column, as pandas writes it',
    source: '|    |   x |   y |\n|---:|----:|----:|\n|  0 |   1 | 2.5 |\n|  1 |   3 | 4.5 |\n',
    columns: ['x', 'y'],
    rows: [[1, 2.5], [3, 4.5]], // prettier-ignore
    notes: ['separator', 'row-names'],
  },
  {
    what: 'a Markdown table whose names are years, below a title',
    source:
      'Table 1: rates\n\n| rate | 1990 | 2000 |\n| ---- | ---: | ---: |\n| 0.1 | 2.5 | 2 |\n| 0.3 | 4.5 | 5 |\n',
    columns: ['rate', '1990', '2000'],
    rows: [[0.1, 2.5, 2], [0.3, 4.5, 5]], // prettier-ignore
    notes: ['separator', 'skipped'],
  },
  {
    what: 'a Markdown table with bars in its names, quotes and an empty cell',
    source: '| \\|w\\| | "b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n| 4 | | 5 |\n| 6 | 7 | 8 |\n',
    answers: ['gaps: gaps'],
    columns: ['|w|', '"b', 'c'],
    rows: [[1, 2, 3], [6, 7, 8]], // prettier-ignore
  },
  {
    what: 'missing values between bars, which are no Markdown',
    source: 'a|b\n-|-\n1|2\n3|4\n',
    answers: ['gaps: gaps'],
    columns: ['a', 'b'],
    rows: [[1, 2], [3, 4]], // prettier-ignore
    notes: ['separator', 'gaps-out'],
  },
  {
    what: 'columns between spaces, as printed',
    source: '   x    y\n 1.5   20\n10.25   3\n',
    columns: ['x', 'y'],
    rows: [[1.5, 20], [10.25, 3]], // prettier-ignore
  },
  {
    what: 'numbers beyond double precision',
    source: 'a,b\n1,2\n1e999,3\n4,5\n',
    answers: ['faults: faults'],
    columns: ['a', 'b'],
    rows: [[1, 2], [4, 5]], // prettier-ignore
  },
  {
    what: 'numbers with exponents, as Excel writes them',
    source: 'a;b\n1,5E+05;1\n-2,25E-03;2\n',
    columns: ['a', 'b'],
    rows: [[150_000, 1], [-0.00225, 2]], // prettier-ignore
  },
  {
    what: 'a byte order mark and UTF-8',
    source: utf8('\ufeff身高,b\r\n1.5,-2\r\n3,4'),
    columns: ['身高', 'b'],
    rows: [[1.5, -2], [3, 4]], // prettier-ignore
  },
  {
    what: 'UTF-16 as Excel saves “Unicode text”',
    source: utf16('身高\tb\r\n1,5\t2\r\n3\t4\r\n'),
    columns: ['身高', 'b'],
    rows: [[1.5, 2], [3, 4]], // prettier-ignore
    notes: ['encoding', 'separator', 'decimal'],
  },
  {
    what: 'UTF-16, the other way round',
    source: utf16('é\tb\n1\t2\n3\t4\n', true),
    columns: ['é', 'b'],
    rows: [[1, 2], [3, 4]], // prettier-ignore
  },
  {
    what: 'UTF-16 without a mark',
    source: utf16('身高,b\n1,2\n3,4\n', false, false),
    columns: ['身高', 'b'],
    rows: [[1, 2], [3, 4]], // prettier-ignore
    notes: ['encoding'],
  },
  {
    what: 'GBK, as Excel in China saves CSV',
    source: bytes([0xc9, 0xed, 0xb8, 0xdf], ',', [0xcc, 0xe5, 0xd6, 0xd8], '\n170,60\n180,72\n'),
    answers: ['encoding: encoding gb18030'],
    columns: ['身高', '体重'],
    rows: [[170, 60], [180, 72]], // prettier-ignore
    notes: ['encoding'],
  },
  {
    what: 'Big5',
    source: bytes([0xa8, 0xad, 0xb0, 0xaa], ',', [0xc5, 0xe9, 0xad, 0xab], '\n170,60\n180,72\n'),
    answers: ['encoding: encoding big5'],
    columns: ['身高', '體重'],
    rows: [[170, 60], [180, 72]], // prettier-ignore
  },
  {
    what: 'Latin letters of Western Europe',
    source: latin('Größe;Höhe\n1,5;2\n3;4\n'),
    answers: ['encoding: encoding windows-1252'],
    columns: ['Größe', 'Höhe'],
    rows: [[1.5, 2], [3, 4]], // prettier-ignore
  },
  {
    what: 'UTF-8 with a byte of another encoding in it',
    source: bytes('身高,b,note\n1,2,', [0xe9], '\n3,4,x\n'),
    answers: ['encoding: encoding utf-8', 'words note: use out'],
    columns: ['身高', 'b'],
    rows: [[1, 2], [3, 4]], // prettier-ignore
  },
]

test.each(cases)('$what', ({ source, answers, columns, rows, notes }) => {
  const reading = readWith(source, answers)
  expect(reading.questions.map(codeOf)).toEqual([])
  expect(reading.refusal).toBeUndefined()
  expect(reading.table?.columns).toEqual(columns)
  const read = readNumericTable(reading.table!.csv)
  expect(read.columns).toEqual(columns)
  expect(read.rows.map((row) => Array.from(row))).toEqual(rows)
  expect(reading.table?.rows).toBe(rows.length)
  if (notes) expect(reading.notes.map(({ code }) => code)).toEqual(notes)
})
