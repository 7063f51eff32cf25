/* The search: what it finds in the index of the built site, and how its dialog is used. */
// cspell:ignore onclosetag onopentag ontext overfiting subgradeint xyzzy nonconvex
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { Parser } from 'htmlparser2'
import { readPages, readSources } from '../src/build/contentChecks/pages.ts'
import { folder } from '../src/commands/testSite.mjs'
import { finder, type SearchIndex } from '../src/islands/search/find.ts'
import { loadGlossary, phrasesOf } from '../src/markdown/glossary.ts'

const languages = ['en', 'zh'] as const

const indexIn = (language: string) =>
  JSON.parse(readFileSync(`${folder}/search/${language}.json`, 'utf8')) as SearchIndex

/** What readers type, and the sections that answer it. */
const questions = {
  en: {
    'why sparse': ['l1#why-zero'],
    'why is L1 sparse': ['l1#why-zero'],
    'cheat sheet': ['cheat-sheet#', 'summary#in-short'],
    'interview questions': ['questions#'],
    'soft thresholding': ['l1#why-zero'],
    'adamw vs l2': ['adamw#weight-decay'],
    'how to choose lambda': ['overfitting#choose', 'choose#choose-lambda'],
    'bias variance tradeoff': ['ridge#collinear'],
    overfiting: ['introduction#picture'],
    'ridge closed form': ['l2#closed-form'],
    'laplace prior': ['priors#penalties'],
    'intercept penalized?': ['overfitting#intercept'],
    subgradient: ['l1#kinks'],
    'lasso with correlated features': ['summary#correlated', 'choose#which', 'lasso#limits'],
    'do I need to scale features': ['lasso#scale'],
    'sklearn alpha': ['choose#conventions'],
    'elastic net': ['choose#which'],
    KKT: ['l1#why-zero'],
    'posterior mean not sparse': ['posterior#mode-and-mean'],
    'constrained form of lasso': ['shape#constraint'],
    'geometric interpretation': ['shape#corner'],
    'nonconvex penalty': ['shape#powers'],
    'p greater than n': ['lasso#limits'],
    'gradient of l1': ['l1#kinks'],
    'lagrange multiplier': ['shape#constraint'],
    'how to tune lambda': ['choose#choose-lambda'],
    'ill-conditioned matrix': ['ridge#collinear'],
    'is ridge biased': ['ridge#collinear'],
    'stability selection': ['lasso#selection'],
    errata: ['claims#'],
  },
  zh: {
    软阈值: ['l1#why-zero'],
    拉普拉斯: ['priors#penalties', 'priors#picture', 'priors#not-the-data'],
    '为什么 L1 稀疏': ['l1#why-zero'],
    为什么L1会让权重变成零: ['l1#why-zero'],
    面试题: ['questions#'],
    '怎么选 lambda': ['overfitting#choose', 'choose#choose-lambda'],
    截距要不要惩罚: ['overfitting#intercept'],
    先验是什么: ['priors#picture'],
    过拟合: ['introduction#picture'],
    岭回归的闭式解: ['l2#closed-form'],
    特征要标准化吗: ['lasso#scale'],
    共线性怎么办: ['ridge#collinear'],
    'AdamW 和 L2 的区别': ['adamw#weight-decay'],
    坐标下降: ['reaching-zero#descent'],
    弹性网: ['choose#which'],
    'sklearn 的 alpha': ['choose#conventions'],
    次梯度是什么: ['l1#kinks'],
    交叉验证: ['overfitting#choose'],
    对偶间隙: ['reaching-zero#certificate'],
    权重衰减: ['adamw#weight-decay'],
    几何解释: ['shape#corner'],
    非凸: ['shape#powers'],
    特征比样本多: ['lasso#limits'],
    'L1 的导数': ['l1#kinks'],
    拉格朗日: ['shape#constraint'],
    正则化系数怎么调: ['choose#choose-lambda'],
    病态矩阵: ['ridge#collinear'],
    权重为零的原因: ['l1#why-zero'],
    先验强度: ['priors#strength'],
    勘误: ['claims#'],
  },
}

/** Interview questions as people type them, and their pages: among the first five, but after what proves them. */
const interviews = {
  en: {
    'why is L1 sparse': 'q/why-zeros',
    'why scale features': 'q/scale-features',
    'lasso with correlated features': 'q/collinear-features',
    'adam vs adamw': 'q/adam-and-l2',
    'early stopping': 'q/early-stopping',
  },
  zh: {
    '为什么 L1 稀疏': 'q/why-zeros',
    多重共线性: 'q/multicollinearity',
    结构风险最小化: 'q/structural-risk',
    要不要惩罚截距: 'q/penalize-intercept',
    早停: 'q/early-stopping',
  },
}

for (const language of languages) {
  test(`questions as people type them find their section, in ${language}`, () => {
    const find = finder(indexIn(language))
    const asked = Object.entries(questions[language])
    expect(asked).toHaveLength(30)
    const missed = asked.flatMap(([question, answers]) => {
      const first = find(question).results.slice(0, 3)
      const places = first.map(({ page, section }) => `${slugOf(page.path)}#${section.id}`)
      return places.some((place) => answers.includes(place)) ? [] : [{ question, places }]
    })
    expect(missed).toEqual([])

    const first = (asked: string) =>
      find(asked)
        .results.slice(0, 5)
        .map(({ page }) => slugOf(page.path))
    const astray = Object.entries(interviews[language])
      .map(([asked, slug]) => ({ asked, slug, first: first(asked) }))
      .filter(({ slug, first }) => !(first.indexOf(slug) > 0))
    expect(astray).toEqual([])
    for (const asked of { en: ['interview questions', 'interview'], zh: ['面试题', '面试'] }[
      language
    ])
      expect(first(asked)[0]).toBe('questions')
    expect(first({ en: 'test yourself', zh: '自测' }[language])[0]).toBe('self-test')
  })
}

test('every term finds every page that has it', async () => {
  const built = await readPages(folder, await readSources('content/docs'))
  for (const language of languages) {
    const find = finder(indexIn(language))
    const pages = built.flatMap(({ source, html }) =>
      source?.language === language ? [{ slug: source.slug, text: proseOf(html) }] : [],
    )
    expect(pages.length).toBeGreaterThan(5)
    const missed = loadGlossary().flatMap((term) =>
      phrasesOf(term, language).flatMap((phrase) => {
        const found = new Set(find(phrase).results.map(({ page }) => slugOf(page.path)))
        return pages
          .filter(({ slug, text }) => !found.has(slug) && holds(text, phrase))
          .map(({ slug }) => `${phrase}: ${slug}`)
      }),
    )
    expect(missed, language).toEqual([])
  }
})

test('Chinese terms of other fields and misspelt words say what to try', () => {
  const inChinese = finder(indexIn('zh'))
  const inEnglish = finder(indexIn('en'))
  expect(inChinese('天气').results).toEqual([])
  expect(inEnglish('xyzzy').results).toEqual([])
  expect(inEnglish('regularisation path').results.length).toBeGreaterThan(0)
  expect(inEnglish('subgradeint').instead).toBe('subgradient')
})

test('no cells or blocks are glued together: what looks so stands in the sources', async () => {
  const sources = await Promise.all(['content/docs', 'content/questions'].map(readSources))
  const written = sources
    .flat()
    .map(({ text }) => text)
    .join('\n')
  const looksGlued = /\p{L}*\p{Ll}{4}\p{Lu}\p{Ll}{3}\p{L}*(?![\p{L}(])/gu
  const glued = languages.flatMap((language) =>
    indexIn(language).sections.flatMap(({ text }) => text.match(looksGlued) ?? []),
  )
  expect(glued.filter((word) => !written.includes(word))).toEqual([])
})

test('the list is walked by arrow keys, shows all on request, and opens by Enter', async ({
  page,
}) => {
  await page.goto('en/')
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog')
  const field = page.getByRole('searchbox')
  await field.fill('penalty')
  const links = dialog.getByRole('link')
  await expect(links).toHaveCount(8)
  await page.keyboard.press('ArrowDown')
  await expect(links.first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(links.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(field).toBeFocused()
  await dialog.getByRole('button', { name: 'Show more results' }).click()
  await expect(links.nth(8)).toBeFocused()

  await field.fill('xyzzy')
  await expect(dialog.getByRole('status')).toContainText('Try fewer or other words')
  await expect(links.first()).toBeVisible()

  await field.fill('why sparse')
  await expect(links.first()).toContainText('Why L1 makes a weight exactly zero')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#why-zero$/)
})

function slugOf(path: string): string {
  return path.split('/').slice(1, -1).join('/')
}

/** The text of a page as it stands, without what the index leaves out: figures, programs, solutions. */
function proseOf(html: string): string {
  let text = ''
  /** Whether the text of each open element belongs to the course. */
  const open = [false]
  const parser = new Parser({
    onopentag(name, attributes) {
      const isSilent =
        'data-pagefind-ignore' in attributes || /^(script|style|math|button|footer)$/.test(name)
      if (isSilent) text += ' '
      open.push(!isSilent && (open.at(-1)! || 'data-pagefind-body' in attributes))
    },
    ontext(words) {
      if (open.at(-1)) text += words
    },
    onclosetag() {
      open.pop()
    },
  })
  parser.end(html)
  return text
}

function holds(text: string, phrase: string): boolean {
  if (/\p{Script=Han}/u.test(phrase)) return text.includes(phrase)
  const escaped = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![a-z\\d])${escaped}(?![a-z\\d])`, 'i').test(text)
}
