import { glob, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import postcss, { type AtRule, type Container } from 'postcss'

/** The layers of what we have not written: most of it is for parts that this site does not have. */
const FOREIGN = /^(starlight|katex)\b/

/**
 * Astro integration: leaves out of the built style sheets Starlight's and KaTeX's rules for classes, ids and attributes
 * that no page and no script names. Our own rules are all used, and stay as they are.
 */
export function leanStyles(): AstroIntegration {
  return {
    name: 'lean-styles',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir)
        const named = new Set<string>()
        for await (const file of glob('{**/*.html,_astro/*.js}', { cwd: site })) {
          const text = await readFile(join(site, file), 'utf8')
          for (const [name] of text.matchAll(/[\w-]+/g)) named.add(name)
        }
        let before = 0
        let after = 0
        for await (const file of glob('_astro/*.css', { cwd: site })) {
          const whole = await readFile(join(site, file), 'utf8')
          const lean = leanStyle(whole, named)
          await writeFile(join(site, file), lean)
          before += whole.length
          after += lean.length
        }
        const kB = (bytes: number) => `${Math.round(bytes / 1000)} kB`
        logger.info(`Styles for what the site has: ${kB(before)} → ${kB(after)}`)
      },
    },
  }
}

/**
 * Leaves out the foreign rules that match nothing.
 *
 * @param css a style sheet
 * @param named every class, id and attribute that a page or script names, and any other words
 */
export function leanStyle(css: string, named: ReadonlySet<string>): string {
  const root = postcss.parse(css)
  root.walkRules((rule) => {
    if (!isForeign(rule) || inKeyframes(rule.parent)) return
    const selectors = rule.selectors.filter((selector) => canMatch(selector, named))
    if (selectors.length === 0) rule.remove()
    else if (selectors.length < rule.selectors.length) rule.selectors = selectors
  })
  root.walkAtRules(/^(media|supports)$/, (rule) => {
    if (rule.nodes?.length === 0) rule.remove()
  })
  return root.toString()
}

function isForeign(node: { parent?: unknown }): boolean {
  for (let at = node.parent as AtRule | undefined; at; at = at.parent as AtRule | undefined) {
    if (at.type === 'atrule' && at.name === 'layer') return FOREIGN.test(at.params)
  }
  return false
}

const inKeyframes = (parent: Container | undefined) =>
  parent?.type === 'atrule' && /keyframes$/.test((parent as AtRule).name)

function canMatch(selector: string, named: ReadonlySet<string>): boolean {
  // What stands in brackets may be one of several.
  let plain = selector
  for (let inner; (inner = plain.replace(/\([^()]*\)/g, '')) !== plain;) plain = inner
  const names = plain.matchAll(/[.#]((?:[\w-]|\\.)+)|\[([\w-]+)/g)
  return [...names].every(([, name, attribute]) => {
    const words = (name ?? attribute).replaceAll('\\', '').match(/[\w-]+/g) ?? []
    return words.every((word) => named.has(word))
  })
}
