import { chaptersIn } from '../lib/chapters.ts'
import type { Locale } from '../lib/languages.ts'

/** The first chapter in which a figure stands as a whole, under its own name, and the controls with which it opens there. */
export async function figureHome(
  locale: Locale,
  name: string,
): Promise<{ page: string; opens: string[] }> {
  const whole = new RegExp(`^<Figure name="${name}"(?![^>]*\\b(panel|id)=)[^>]*>`, 'm')
  const { page, match } = await firstWith(locale, whole)
  const opens = /\bopens=\{\[(.*?)\]\}/.exec(match[0])?.[1] ?? ''
  return { page, opens: [...opens.matchAll(/'([\w-]+)'/g)].map(([, control]) => control) }
}

/** The chapter of a challenge, and its title. */
export async function challengeAt(
  locale: Locale,
  id: string,
): Promise<{ page: string; title: string }> {
  const { page, match } = await firstWith(
    locale,
    new RegExp(`^<Challenge id="${id}" title="(.*)">$`, 'm'),
  )
  return { page, title: match[1] }
}

/** @throws Error if no chapter has what is looked for. */
async function firstWith(locale: Locale, part: RegExp) {
  for (const { id, body = '' } of await chaptersIn(locale)) {
    const match = part.exec(body)
    if (match) return { page: id.slice(locale.length + 1), match }
  }
  throw new Error(`No chapter in “${locale}” has ${part.source}.`)
}
