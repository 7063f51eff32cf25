import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { drawCard, SIZE, type Card } from './drawCard.ts'
import { facesFor } from './fonts.ts'
import { pageOf, previewCards } from './index.ts'
import { charactersOf, lettering, missingIn, widthOf } from './lettering.ts'
import { balancedLines } from './lines.ts'

const folder = await mkdtemp(join(tmpdir(), 'preview-cards-'))
afterAll(() => rm(folder, { recursive: true }))

const plain = (text: string) => text.length
const facesOf = (language: 'en' | 'zh', text: string) =>
  facesFor(language, new Set(charactersOf(text)), join(folder, 'fonts'))

test('lines are as few as fit, and about as long as each other', () => {
  expect(balancedLines('one two three four five', 'en', plain, 18)).toEqual([
    'one two three',
    'four five',
  ])
  expect(balancedLines('short', 'en', plain, 18)).toEqual(['short'])
  expect(balancedLines('incomprehensibilities', 'en', plain, 18)).toEqual(['incomprehensibilities'])
})

test('Chinese lines do not begin with a mark that closes, nor end with a word that leads on', () => {
  const lines = balancedLines('能产生稀疏解，而岭回归不能？', 'zh', plain, 7)
  expect(lines.join('')).toBe('能产生稀疏解，而岭回归不能？')
  for (const line of lines) expect(line).not.toMatch(/^[，？]|而$/)
})

test('each character is set in the first face that has it', async () => {
  const { title, text } = await facesOf('zh', 'λ “菱形” w')
  const families = [...lettering('λ “菱形” w', title).matchAll(/family="(\w+)/g)].map(([, f]) => f)
  // Chinese quotation marks are those of the Chinese font.
  expect(families).toEqual(['KaTeX_Math', 'Newsreader', 'Noto', 'Newsreader'])
  expect(widthOf('菱形', title)).toBe(2)
  expect(widthOf('w', title)).toBeGreaterThan(widthOf('w', text))
  expect(missingIn('菱形', title)).toEqual([])
  expect(missingIn('圆', title)).toEqual(['圆'])
})

test('the faces of formulas have no letters that others have, lest they set a whole line', async () => {
  const { title } = await facesOf('en', 'grow when λ ≫ 1')
  const latin = title.filter(({ widths }) => widths.has('g')).map(({ family }) => family)
  expect(latin).toEqual(['Newsreader 16pt 16pt SemiBold'])
})

test('small figures and accents are drawn from the characters that fonts have', async () => {
  const { text } = await facesOf('en', 'w₁ x⁻² ŵ θ̂')
  expect(missingIn('w₁ x⁻² ŵ θ̂', text)).toEqual([])
  expect(lettering('w₁', text)).toMatch(/>w<.*baseline-shift="sub" font-size="68%">1</)
  expect(lettering('θ̂', text)).toMatch(/>θ<.*dx="-0.5em">ˆ</)
  expect(lettering('a<b', text)).toContain('a&lt;b')
})

const card: Card = {
  language: 'en',
  title: 'Why does L1 give weights of exactly zero, and L2 not?',
  section: 'Interview question',
  description: 'Because.',
  course: 'Diamond & Circle',
  picture: '<svg viewBox="0 0 100 50"><text x="1">w₁</text></svg>',
}

test('a long title is smaller, and leaves out what the page is about', async () => {
  const faces = await facesOf('en', JSON.stringify(card))
  const colorOf = () => '#123456'
  const sizeOf = (svg: string) =>
    Math.max(...[...svg.matchAll(/font-size="(\d+)"/g)].map(([, size]) => Number(size)))
  const short = drawCard({ ...card, title: 'Zero' }, faces, colorOf)
  const long = drawCard({ ...card, title: `${card.title} ${card.title}` }, faces, colorOf)
  expect(sizeOf(long)).toBeLessThan(sizeOf(short))
  expect(short).toContain('Because.')
  expect(long).not.toContain('Because.')
  expect(short).not.toContain('var(')
})

const html = (head: string, body = '') =>
  `<html><head><meta property="og:site_name" content="Diamond &amp; Circle">${head}</head><body>${body}</body></html>`
const figure = `<svg></svg><course-figure><svg id="a-panel-b" aria-label="The plane" viewBox="0 0 9 9"><text>w</text></svg></course-figure>`

test('a page shows its first figure; one that is not to be shared has no card', () => {
  const page = pageOf('en/q/x/index.html', html('<meta property="og:title" content="Q?">', figure))
  expect(page).toMatchObject({ alt: 'The plane', card: { title: 'Q?', description: '' } })
  expect(page!.card.picture).toMatch(/^<svg id="a-panel-b".*<\/svg>$/)
  const hidden = '<meta name="robots" content="noindex"><meta property="og:title" content="Q?">'
  expect(pageOf('en/embed/x/index.html', html(hidden))).toBeUndefined()
  expect(pageOf('404.html', html(''))).toBeUndefined()
})

test('the build writes a picture for each page, and its absolute address into the page', async () => {
  const site = join(folder, 'site')
  const pages = {
    'en/index.html': html('<meta property="og:title" content="Diamond">', figure),
    'en/l1/index.html': html('<meta property="og:title" content="L1">'),
    'zh/index.html': html('<meta property="og:title" content="菱形">'),
  }
  for (const [name, text] of Object.entries(pages)) {
    await mkdir(dirname(join(site, name)), { recursive: true })
    await writeFile(join(site, name), text)
  }
  const { hooks } = previewCards()
  const run = (name: string, options: unknown) =>
    (hooks as Record<string, (options: unknown) => unknown>)[name](options)
  await run('astro:config:done', { config: { base: '/base', site: 'https://example.org' } })
  const faults: string[] = []
  const logger = { info: () => {}, warn: (fault: string) => faults.push(fault) }
  await run('astro:build:done', { dir: pathToFileURL(`${site}/`), logger })
  expect(faults).toEqual([])
  for (const name of ['en', 'en/l1', 'zh']) {
    expect(await sharp(join(site, `cards/${name}.png`)).metadata()).toMatchObject(SIZE)
  }
  const written = await readFile(join(site, 'en/l1/index.html'), 'utf8')
  expect(written).toContain(
    'property="og:image" content="https://example.org/base/cards/en/l1.png"',
  )
  // It has no figure, and shows that of the home page.
  expect(written).toContain('property="og:image:alt" content="The plane"')
})
