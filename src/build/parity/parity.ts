import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { changesSince, textAt } from './history.ts'
import { sectionHashes } from './sections.ts'

/** The content of content/parity.json. */
export interface Baseline {
  /** The commit at which both languages were compared: earlier changes count as followed. */
  since: string
  /** Sections that needed no translation, each with the hash of the text that it was compared with. */
  followed: Record<string, string>
}

/** A section that has not followed the last change of its counterpart in the other language. */
export interface Lag {
  /** The page and its section, the same in both languages. */
  slug: string
  section: string
  /** The language that lags, and the one that changed. */
  behind: string
  ahead: string
  /** The last change that was not followed. */
  commit: string
  subject: string
  /** Hash of the changed text. */
  hash: string
}

export const BASELINE = 'content/parity.json'

const LANGUAGES = ['en', 'zh']

/** The subject of commits that change no meaning: `typo: …`. */
const NO_MEANING = /^typo\b/i

/**
 * The sections in which one language has not followed the last change of meaning in the other, according to the
 * commits. A change in only one language makes the other lag until its next change there. Without a history, nothing
 * lags.
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

/** The name of a section in the baseline and on the command line: `zh/l1#corner`. */
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

/** Language and slug of a chapter from its path in the repository. */
function partsOf(file: string): { language: string; slug: string } {
  const [, , language, ...rest] = file.split('/')
  return { language, slug: rest.join('/').replace(/(^|\/)index\.mdx$|\.mdx$/, '') }
}
