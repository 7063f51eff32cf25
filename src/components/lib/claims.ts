import entries from '../../../content/data/claims.json'
import type { Text } from '../../figures/kit/figure.ts'

/** One claim of the source article, and the place where the course discusses it. */
export interface Claim {
  /** Such as '1.4': the article's section, and the position of the claim in it. */
  id: string
  /** Whether it is taught as it stands, or mended: as true in part or too vague, or as wrong. */
  verdict: 'holds' | 'imprecise' | 'wrong'
  /** The chapter, and the id of the heading in it. */
  page: string
  section: string
  /** The claim in short. */
  says: Text
  /** The state of a figure that shows it: one of that chapter, unless it names another. */
  figure?: { name: string; state: Record<string, unknown>; page?: string }
}

/** Every claim of the article, in order. */
export const claims = entries as readonly Claim[]
