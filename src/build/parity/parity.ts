import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { changesSince, textAt } from './history.ts'
import { sectionHashes } from './sections.ts'

/** What content/parity.json holds. */
export interface Baseline {
  /** The commit at which both languages were read side by side: what came before has been followed. */
  since: string
  /** Sections that needed no translation: the hash of the text that each was compared with. */
  followed: Record<string, string>
}

/** A section whose counterpart in the other language has not followed its last change. */
export interface Lag {
  /** The page and the section of it, alike in both languages. */
  slug: string
  section: string
  /** The language that is behind, and the one that changed. */
  behind: string
  ahead: string
  /** The last change that was not followed. */
  commit: string
  subject: string
  /** Hash of the text that has not been followed. */
  hash: string
}

export const BASELINE = 'content/parity.json'

const LANGUAGES = ['en', 'zh']

/** A commit of this kind corrects words and no meaning: `typo: …`. */
const NO_MEANING = /^typo\b/i

/**
 * The sections in which one language has not followed the last change of meaning in the other, as the commits tell. A
 * change in one language alone makes the other lag; the next change there follows it. Without a history, nothing lags.
 *
 * @param root root of the repository
 */
export async function lagsIn(root: string): Promise<Lag[]> {
  const { since, followed } = await readBaseline(root)
  const seen = new Map<string, Map<string, string>>()
  const lags = new Map<string, Lag>()

  for (const { commit, subject, files } of await changesSince(root, since)) {
    const changed = new Map<string, Map<string, string>>()
    for (const file of files) {
      const before = seen.get(file) ?? sectionHashes((await textAt(root, since, file)) ?? '')
      const after = sectionHashes((await textAt(root, commit, file)) ?? '')
      seen.set(file, after)
      const { language, slug } = partsOf(file)
      for (const [section, hash] of after) {
        if (hash === before.get(section)) continue
        const place = `${slug}#${section}`
        changed.set(place, (changed.get(place) ?? new Map<string, string>()).set(language, hash))
      }
    }
    if (NO_MEANING.test(subject)) continue
    for (const [place, hashes] of changed) {
      const [[ahead, hash], ...others] = hashes
      const [slug, section] = place.split('#')
      const behind = LANGUAGES.find((language) => language !== ahead)!
      const hasFollowed = others.length > 0 || lags.get(place)?.behind === ahead
      if (hasFollowed) lags.delete(place)
      else lags.set(place, { slug, section, behind, ahead, commit, subject, hash })
    }
  }
  return [...lags.values()].filter((lag) => followed[nameOf(lag)] !== lag.hash)
}

/** How a section is named in the baseline and on the command line: `zh/l1#corner`. */
export function nameOf({
  behind,
  slug,
  section,
}: Pick<Lag, 'behind' | 'slug' | 'section'>): string {
  return `${behind}/${slug}#${section}`
}

export async function readBaseline(root: string): Promise<Baseline> {
  return JSON.parse(await readFile(join(root, BASELINE), 'utf8')) as Baseline
}

/** Language and slug of a chapter by its path in the repository. */
function partsOf(file: string): { language: string; slug: string } {
  const [, , language, ...rest] = file.split('/')
  return { language, slug: rest.join('/').replace(/(^|\/)index\.mdx$|\.mdx$/, '') }
}
