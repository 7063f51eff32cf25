import { describe, expect, test } from 'vitest'
import { glossaryProblems } from './glossary.ts'

const GLOSSARY = `
- id: knot
  see: l1#paths
  en:
    term: knot
    definition: A bend.
    avoid:
      - { not: inflection point, why: that is another thing }
  zh:
    term: 折点
    definition: 转折。
    avoid:
      - { not: 拐点, why: 那是另一回事 }
      - { not: 罚项, use: 惩罚项, why: 全书如此, except: [惩罚项] }
`
const chapters = ['en', 'zh'].map((language) => ({
  file: `content/docs/${language}/l1.mdx`,
  text: '## Paths {#paths}\n',
}))

/** The problems reported for files next to two valid chapters. */
function faultsOf(files: Record<string, string>, glossary = GLOSSARY): string[] {
  const sources = Object.entries(files).map(([file, text]) => ({ file, text }))
  return glossaryProblems([
    { file: 'content/glossary.yaml', text: glossary },
    ...chapters.filter(({ file }) => !(file in files)),
    ...sources,
  ]).map(({ file, line, message }) => `${file}:${line}: ${message}`)
}

describe('variants to be avoided', () => {
  test('are found in chapters, with file, line, the right word and the reason', () => {
    expect(
      faultsOf({
        'content/docs/zh/a.mdx': '第一行\n\n这是**拐点**，罚项。惩罚项',
        'content/docs/en/a.mdx': 'Two Inflection\npoints here.',
      }),
    ).toEqual([
      'content/docs/zh/a.mdx:3: write “折点” instead of “拐点”: 那是另一回事',
      'content/docs/zh/a.mdx:3: write “惩罚项” instead of “罚项”: 全书如此',
      'content/docs/en/a.mdx:1: write “knot” instead of “inflection point”: that is another thing',
    ])
  })

  test('are found in titles, and in the texts of figures and data', () => {
    expect(
      faultsOf({
        'content/docs/zh/a.mdx': '---\ntitle: 拐点\n---\n\n<Derivation summary="拐点" />',
        'src/figures/path/report.ts':
          "const a = {\n  en: 'An inflection point',\n  zh: `拐点 ${x}` }",
        'content/data/claims.json': '{ "zh": "拐点" }',
      }),
    ).toEqual([
      expect.stringMatching(/^content\/docs\/zh\/a\.mdx:2: /),
      expect.stringMatching(/^content\/docs\/zh\/a\.mdx:5: /),
      expect.stringMatching(/^src\/figures\/path\/report\.ts:2: write “knot”/),
      expect.stringMatching(/^src\/figures\/path\/report\.ts:3: write “折点”/),
      expect.stringMatching(/^content\/data\/claims\.json:1: /),
    ])
  })

  test('are left alone in code, formulas, links and comments, and in the other language', () => {
    const text = [
      '`拐点` $拐点$',
      '$$\n拐点\n$$',
      '[折点](/zh/拐点/) <A href="拐点" />',
      '```ts run\n// 拐点\n```',
      '{/* 拐点 */}',
    ].join('\n\n')
    expect(
      faultsOf({
        'content/docs/zh/a.mdx': text,
        'content/docs/en/a.mdx': '拐点',
        'src/figures/path/report.ts': '// inflection point 拐点\nlet a = 1',
      }),
    ).toEqual([])
  })
})

describe('ids', () => {
  test('that the glossary does not hold are found in links and front matter', () => {
    expect(
      faultsOf({
        'content/docs/en/a.mdx':
          '---\nunmarkedTerms: [knot, knob]\n---\n\n[a](/en/glossary/#knot) [b](/en/glossary/#not)',
      }),
    ).toEqual([
      'content/docs/en/a.mdx:5: content/glossary.yaml has no term “not”; did you mean “knot”?',
      'content/docs/en/a.mdx:2: content/glossary.yaml has no term “knob”; did you mean “knot”?',
    ])
  })

  test('of headings that a term names and a chapter lacks are found at the entry', () => {
    expect(faultsOf({ 'content/docs/zh/l1.mdx': '## 标题 {#title}' })).toEqual([
      'content/glossary.yaml:2: knot.see: content/docs/zh/l1.mdx has no heading {#paths}',
    ])
  })
})

describe('the glossary itself', () => {
  test.each([
    ['not: 拐点', 'bot: 拐点', /^content\/glossary\.yaml:13: knot\.zh\.avoid\.0/],
    ['    term: 折点\n', '', /^content\/glossary\.yaml:10: knot\.zh\.term: /],
    ['see:', 'seee:', /^content\/glossary\.yaml:2: knot: Unrecognized key: "seee"/],
    ['see: l1#paths', 'see: l1', /^content\/glossary\.yaml:3: knot\.see: expected page#heading/],
    ['id: knot', 'id: Knot!', /^content\/glossary\.yaml:2: Knot!\.id: expected lowercase/],
    [
      'not: 拐点',
      'not: 折点',
      /^content\/glossary\.yaml:2: knot: “折点” is to be avoided here but/,
    ],
    ['A bend.', '"A bend.', /^content\/glossary\.yaml:\d+: not valid YAML: /],
    ['A bend.', 'A $\\frac{1$ bend.', /^content\/glossary\.yaml:6: knot\.en\.definition: KaTeX/],
  ])('with “%s” made “%s” is reported with entry and line', (sound, faulty, report) => {
    expect(GLOSSARY).toContain(sound)
    expect(faultsOf({}, GLOSSARY.replace(sound, faulty))[0]).toMatch(report)
  })

  test('with an entry that stands twice is reported', () => {
    expect(faultsOf({}, GLOSSARY + GLOSSARY)).toEqual([
      'content/glossary.yaml:16: knot: the id is already taken in line 2',
      'content/glossary.yaml:16: knot: “knot” already belongs to knot',
      'content/glossary.yaml:16: knot: “折点” already belongs to knot',
    ])
  })

  test('is missed if it is not there', () => {
    expect(glossaryProblems(chapters)).toEqual([
      {
        file: 'content/glossary.yaml',
        line: 1,
        rule: 'glossary',
        message: 'expected the glossary in this file',
      },
    ])
  })
})
