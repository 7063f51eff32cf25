/*
 * node src/commands/outsideLinks.mjs: follows every external link in the texts, prints a report in Markdown, and exits
 * with code 1 if a link is broken.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { root } from './run.mjs'

const TEXTS = ['*.md', '*.mdx', 'content/*.json', 'content/*.yaml']
const NOT_OUTSIDE =
  /^https?:\/\/(localhost|127\.|([^/]*\.)?example\.|diamond-and-circle\.github\.io|github\.com\/YOU\/)/
/** Status codes that say nothing about the page itself: robots are refused, or the server has a problem. */
const UNSURE = [401, 403, 405, 408, 425, 429, 999]

/**
 * The external links of a text.
 *
 * @param {string} text Markdown, JSON or YAML.
 * @returns {{ url: string, line: number }[]} Without fragments; lines count from 1.
 */
export function linksIn(text) {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/https?:\/\/[^\s"'`<>{}|\\，。、；：（）“”《》]+/g)]
      .map(([match]) => withoutSentence(match).replace(/#.*/, ''))
      .filter((url) => URL.canParse(url) && !NOT_OUTSIDE.test(url))
      .map((url) => ({ url, line: index + 1 })),
  )
}

/** Strips the punctuation of the sentence: a full stop, and a bracket that the link does not open. */
function withoutSentence(url) {
  let end = url.length
  let depth = 0
  for (const [index, character] of [...url].entries()) {
    if ('(['.includes(character)) depth++
    if (')]'.includes(character) && --depth < 0) {
      end = index
      break
    }
  }
  return [...url]
    .slice(0, end)
    .join('')
    .replace(/[.,;:!?*_]+$/, '')
}

/**
 * Follows one link.
 *
 * @param {string} url
 * @param {object} [options]
 * @param {number} [options.timeout] Timeout in milliseconds.
 * @param {number} [options.wait] Milliseconds between two attempts.
 * @returns {Promise<{ state: 'good' | 'broken' | 'unsure', reason: string }>}
 */
export async function follow(url, { timeout = 20_000, wait = 3_000 } = {}) {
  let answer
  for (const [attempt, method] of ['HEAD', 'GET', 'GET'].entries()) {
    if (attempt > 0) await pause(wait)
    answer = await request(url, method, timeout)
    if (answer.state === 'good') break
  }
  return answer
}

async function request(url, method, timeout) {
  try {
    const headers = {
      accept: 'text/html,*/*',
      'user-agent': 'Mozilla/5.0 (link check of a course)',
    }
    const response = await fetch(url, { method, headers, signal: AbortSignal.timeout(timeout) })
    await response.body?.cancel()
    const { status } = response
    if (response.ok) return { state: 'good', reason: `${status}` }
    const unsure = status >= 500 || UNSURE.includes(status)
    return { state: unsure ? 'unsure' : 'broken', reason: `status ${status}` }
  } catch (error) {
    if (error.name === 'TimeoutError') return { state: 'unsure', reason: 'no answer in time' }
    return { state: 'broken', reason: error.cause?.code ?? error.cause?.message ?? error.message }
  }
}

/**
 * Follows links, those of the same server one after the other.
 *
 * @param {string[]} urls
 * @param {Parameters<typeof follow>[1]} [options]
 * @returns {Promise<Map<string, Awaited<ReturnType<typeof follow>>>>} The answers by link.
 */
export async function followAll(urls, options) {
  const answers = new Map()
  const byServer = Map.groupBy(new Set(urls), (url) => new URL(url).host)
  await Promise.all(
    [...byServer.values()].map(async (ofServer) => {
      for (const url of ofServer) answers.set(url, await follow(url, options))
    }),
  )
  return answers
}

/**
 * @param {{ url: string, file: string, line: number }[]} links
 * @param {Awaited<ReturnType<typeof followAll>>} answers
 * @returns {string} Markdown: the broken links, and those that could not be checked.
 */
export function report(links, answers) {
  const urls = [...answers.keys()].sort()
  const list = (state) =>
    urls
      .filter((url) => answers.get(url).state === state)
      .map((url) => {
        const places = links.filter((link) => link.url === url)
        const where = places.map(({ file, line }) => `\`${file}:${line}\``).join(', ')
        return `- <${url}> (${answers.get(url).reason}), in ${where}`
      })
  const [broken, unsure] = [list('broken'), list('unsure')]

  return [
    `${broken.length} of ${urls.length} links out of the course are broken.`,
    ...broken,
    ...(unsure.length > 0
      ? ['', 'These gave no clear answer; a look by hand tells:', ...unsure]
      : []),
    '',
  ].join('\n')
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const files = execFileSync('git', ['ls-files', '-z', '--', ...TEXTS], { cwd: root })
  const links = files
    .toString()
    .split('\0')
    .filter(Boolean)
    .flatMap((file) =>
      linksIn(readFileSync(join(root, file), 'utf8')).map((link) => ({ ...link, file })),
    )
  const answers = await followAll(links.map(({ url }) => url))
  console.log(report(links, answers))
  process.exit([...answers.values()].some(({ state }) => state === 'broken') ? 1 : 0)
}
